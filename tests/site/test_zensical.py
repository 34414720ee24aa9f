"""The rendered tree under Zensical, the successor of MkDocs Material: the same pages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.pipeline import check
from catalog_tool.site.assets import THEME
from catalog_tool.site.audit import audit
from catalog_tool.site.content_policy import write_policies

REPOSITORY = Path(__file__).parents[2]
ZENSICAL = Path(sys.executable).with_name("zensical")
# Metadata for search engines and shared links.
HEAD = re.compile(
    r'<title>.*?</title>|<meta property="og:[^>]*>|<link rel="canonical"[^>]*>'
    r'|<script type="application/ld.json">.*?</script>'
)


def run(*command: str | Path) -> None:
    finished = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def published(site: Path) -> dict[str, str]:
    """Return the text of each page, by its path below the site."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree of this repository's catalog, as ``catalog render`` writes it."""
    folder = tmp_path_factory.mktemp("rendered") / "docs"
    run(sys.executable, "-m", "catalog_tool", "render", "--out", folder)
    return folder


@pytest.fixture(scope="module")
def zensical_site(rendered: Path) -> Path:
    """The site that Zensical builds from the tree, with this repository's configuration."""
    document = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    document["plugins"] = [{"search": {"enabled": False}}]  # Zensical has one unless it is told
    document |= {
        "docs_dir": rendered.name,
        "extra_css": ["assets/catalog.css"],
        "extra_javascript": ["assets/catalog.js"],
    }
    document["theme"]["custom_dir"] = str(THEME)
    configuration = rendered.parent / "mkdocs.yml"
    configuration.write_text(yaml.safe_dump(document), encoding="utf-8")
    run(ZENSICAL, "build", "--strict", "--config-file", configuration)
    return rendered.parent / "site"


@pytest.fixture(scope="module")
def by_zensical(zensical_site: Path) -> dict[str, str]:
    """Its pages."""
    return published(zensical_site)


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site that ``catalog build`` builds."""
    folder = tmp_path_factory.mktemp("built") / "site"
    run(sys.executable, "-m", "catalog_tool", "build", "--out", folder)
    return published(folder)


def test_both_engines_make_the_same_pages(
    by_zensical: dict[str, str], by_mkdocs: dict[str, str]
) -> None:
    assert by_zensical.keys() == by_mkdocs.keys()


def test_both_engines_keep_each_body_unchanged(
    rendered: Path, by_zensical: dict[str, str], by_mkdocs: dict[str, str]
) -> None:
    pages = list(rendered.rglob("*.md"))
    assert pages
    for page in pages:
        body = page.read_text(encoding="utf-8").split("---\n", 2)[2].strip()
        address = page.relative_to(rendered).with_suffix(".html").as_posix()
        assert body in by_mkdocs[address], address
        assert body in by_zensical[address], address


def test_both_engines_give_search_engines_the_same_metadata(
    rendered: Path, by_zensical: dict[str, str], by_mkdocs: dict[str, str]
) -> None:
    for page in rendered.rglob("*.md"):
        address = page.relative_to(rendered).with_suffix(".html").as_posix()
        found = HEAD.findall(by_mkdocs[address])
        assert len(found) >= 10, address
        assert HEAD.findall(by_zensical[address]) == found, address


def test_policy_and_audit_work_with_both_engines(zensical_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(zensical_site, site)
    write_policies(site, ContentPolicy())
    found = audit(check(load_settings(REPOSITORY)).publication, site)
    assert [str(fault) for fault in found] == []
