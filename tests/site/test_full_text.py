"""Search in a catalog that is too large for the theme's search, with or without Pagefind."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from catalog_tool.site.full_text import TextsNotIndexedError, index_texts
from catalog_tool.writer.manifest import MANIFEST
from tests.site.built.checks import built_faults
from tests.site.built.made_site import made_site

REPOSITORY = Path(__file__).parents[2]
WITHOUT_PAGEFIND = "import sys; sys.modules['pagefind_bin'] = None; "
RUN = "from catalog_tool.cli import main; main()"
# Words of one description that are in no name.
DESCRIBED = "Orchestration services synchronize users"


def write_large_catalog(folder: Path) -> Path:
    """Copy this repository's catalog, with a limit of two partners for the theme's search."""
    for name in ("docs", "partners"):
        shutil.copytree(REPOSITORY / name, folder / name)
    document = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    (options,) = [plugin["catalog"] for plugin in document["plugins"] if "catalog" in plugin]
    options["full_text_limit"] = 2
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(document), encoding="utf-8")
    return folder


def build(catalog: Path, out: str, program: str = RUN) -> str:
    """Build a site and return its standard error."""
    command = [sys.executable, "-c", program, "build", "--out", out]
    built = subprocess.run(command, cwd=catalog, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return built.stderr


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_large_catalog(tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def site(catalog: Path) -> Path:
    """The site with Pagefind."""
    assert "Note:" not in build(catalog, "site")
    return catalog / "site"


@pytest.fixture(scope="module")
def plain_site(catalog: Path) -> Path:
    """The site without Pagefind."""
    output = build(catalog, "plain", WITHOUT_PAGEFIND + RUN)
    assert "3 partners, more than full_text_limit (2)" in output
    assert 'pip install "pagefind-bin>=1.5,<2"' in output
    return catalog / "plain"


def records(site: Path) -> dict[str, str]:
    """Return the texts that the theme's search sends to each visitor, by address."""
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    return {record["location"]: record["text"] for record in json.loads(text)["docs"]}


def digest(folder: Path) -> str:
    """Return one checksum of all names and bytes of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    whole = b"".join(
        path.relative_to(folder).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest()
        for path in files
    )
    return hashlib.sha256(whole).hexdigest()


def test_each_file_has_a_known_source(catalog: Path, site: Path) -> None:
    found = built_faults(made_site(check(load_settings(catalog)).publication, site))
    assert [fault for fault in found if not fault.startswith(MANIFEST)] == []


def test_the_default_limit_is_a_thousand_partners() -> None:
    assert Settings(root=Path()).full_text_limit == 1_000


@pytest.mark.parametrize("kind", ["site", "plain_site"])
def test_the_themes_search_of_a_large_catalog_has_only_names(
    kind: str, request: pytest.FixtureRequest
) -> None:
    found = records(request.getfixturevalue(kind))
    assert found["partners/aquera/"] == "<p>Aquera</p>"
    assert not [address for address, text in found.items() if DESCRIBED in text]
    (application,) = [text for address, text in found.items() if "ibm-i-as-400" in address]
    assert "AS400" in application


def test_pagefind_has_an_index_and_a_search_page(site: Path) -> None:
    assert (site / "search" / "index.html").is_file()
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    pages = [*site.glob("partners/*/index.html"), *site.glob("applications/*/index.html")]
    texts = [page.read_text(encoding="utf-8") for page in pages]
    redirects = [text for text in texts if 'http-equiv="refresh"' in text]
    indexed = [text for text in texts if "noindex" not in text and text not in redirects]
    assert redirects
    assert entry["languages"]["en"]["page_count"] == len(indexed)
    assert 'href="search/"' in (site / "index.html").read_text(encoding="utf-8")


def test_unused_interfaces_of_pagefind_are_not_published(site: Path) -> None:
    names = {path.name for path in (site / "pagefind").glob("*.*")}
    assert {name for name in names if name.endswith((".js", ".css"))} == {
        "pagefind.js",
        "pagefind-worker.js",
    }


def test_without_pagefind_there_is_no_search_page(plain_site: Path) -> None:
    assert not (plain_site / "pagefind").exists()
    assert not (plain_site / "search" / "index.html").exists()
    for page in plain_site.rglob("index.html"):
        assert "every word" not in page.read_text(encoding="utf-8").casefold(), page


def test_same_site_same_index(site: Path, tmp_path: Path) -> None:
    before = digest(site / "pagefind")
    copy = tmp_path / "elsewhere"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("pagefind"))
    index_texts(copy)
    assert digest(copy / "pagefind") == before


def test_a_failure_of_pagefind_is_reported_with_its_output(tmp_path: Path) -> None:
    with pytest.raises(TextsNotIndexedError, match=r"couldn't index the texts: .+"):
        index_texts(tmp_path / "nothing")
