"""The audit checks addresses without an entry: former partners, withheld entries, aliases."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check, without_broken_entries
from catalog_tool.site.audit import audit
from catalog_tool.site.build import build_site
from tests.checking import entry_text
from tests.site.audit.conftest import REPOSITORY
from tests.site.built.checks import built_faults
from tests.site.built.made_site import made_site

RECORDS = """\
former:
  identity-forge: {name: Identity Forge, moved_to: forge}
  forge: {name: Forge, moved_to: idmworks}
  litware: {name: Litware, removed: 2026-05-04, reason: Litware was closed.}
"""
MOVED = "partners/identity-forge/index.html"
GONE = "partners/litware/index.html"
ALIAS = "applications/racf/index.html"
WITHHELD = "partners/contoso/index.html"
REDIRECT = '<meta http-equiv="refresh" content="0; url=../ibm-racf/index.html">'

Built = tuple[Publication, Path]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with addresses of both kinds, and its publication."""
    root = tmp_path_factory.mktemp("kept")
    for name in ("docs", "partners"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "partners/_former.yaml").write_text(RECORDS, encoding="utf-8")
    broken = entry_text("contact: nope\n")
    (root / "partners/contoso.yaml").write_text(broken, encoding="utf-8")
    publication = without_broken_entries(check(load_settings(root)))
    assert publication is not None
    (root / "site").mkdir()
    build_site(publication, root / "site")
    return publication, root / "site"


def faults_after(kept: Built, path: str, change: Callable[[str], str]) -> list[str]:
    """Return what the audit reports after a change of a file, and undo the change."""
    publication, site = kept
    before = (site / path).read_text(encoding="utf-8")
    changed = change(before)
    assert changed != before
    (site / path).write_text(changed, encoding="utf-8")
    try:
        return [str(fault) for fault in audit(publication, site)]
    finally:
        (site / path).write_text(before, encoding="utf-8")


def test_a_site_with_such_addresses_passes(kept: Built) -> None:
    assert audit(*kept) == ()


def test_such_a_site_is_built_as_generated(kept: Built) -> None:
    assert built_faults(made_site(*kept)) == []


def test_several_moves_lead_to_the_last_address(kept: Built) -> None:
    page = (kept[1] / MOVED).read_text(encoding="utf-8")
    assert "<h1>Identity Forge is now IDMWORKS</h1>" in page
    assert 'href="../../partners/idmworks/" data-successor' in page


def test_a_former_partner_has_a_date_a_reason_and_a_finder(kept: Built) -> None:
    page = (kept[1] / GONE).read_text(encoding="utf-8")
    assert "<h1>Litware is no longer listed</h1>" in page
    assert '<time datetime="2026-05-04">' in page
    assert "Litware was closed." in page
    assert "data-catalog-finder" in page


def test_the_page_of_an_alias_redirects_and_is_small(kept: Built) -> None:
    page = (kept[1] / ALIAS).read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../ibm-racf/index.html">' in page
    assert 'partner-catalog/applications/ibm-racf/">' in page
    assert "RACF is listed as IBM RACF" in page
    assert len(page) < 2_500  # bytes of the policy, and a few lines


@pytest.mark.parametrize("path", [MOVED, GONE, WITHHELD])
def test_search_engines_should_not_index_the_address(kept: Built, path: str) -> None:
    page = (kept[1] / path).read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (MOVED, "partners/idmworks/", "partners/aquera/", "doesn't link to the new page"),
        (ALIAS, 'href="../ibm-racf/', 'href="../adp/', "doesn't link to the new page"),
        (ALIAS, "url=../ibm-racf/", "url=../adp/", "instructs the browser: refresh"),
        (ALIAS, "url=../ibm-racf/", "url=https://fabrikam.com/", "instructs the browser: refresh"),
        (ALIAS, 'http-equiv="refresh"', "", "doesn't redirect to the new page"),
        (MOVED, "<title>", f"{REDIRECT}<title>", "instructs the browser: refresh"),
        (MOVED, " data-successor", "", "doesn't link to the new page"),
        (
            GONE,
            'href="../../applications/"',
            'href="https://litware.com/"',
            "A link leaves the site",
        ),
        (
            "index.html",
            " data-withheld",
            "",
            "index.html: Lists 0 of 1 withheld entries. Missing: Contoso.",
        ),
        ("catalog/index.html", ">Contoso<", ">Nobody<", "Not expected: Nobody."),
    ],
)
def test_tampering_is_reported(kept: Built, path: str, old: str, new: str, expected: str) -> None:
    faults = faults_after(kept, path, lambda text: text.replace(old, new))
    assert any(expected in fault for fault in faults), faults


def test_the_data_must_list_a_withheld_entry(kept: Built) -> None:
    def hide(text: str) -> str:
        return json.dumps(json.loads(text) | {"quarantined": []})

    (fault,) = faults_after(kept, "catalog.json", hide)
    assert fault == "catalog.json: Lists 0 of 1 withheld entries. Missing: contoso."


@pytest.mark.parametrize("path", [ALIAS, MOVED, GONE, WITHHELD])
def test_a_missing_page_is_reported(kept: Built, path: str) -> None:
    publication, site = kept
    page = (site / path).read_bytes()
    (site / path).unlink()
    reported = [str(fault) for fault in audit(publication, site)]
    (site / path).write_bytes(page)
    assert f"{path}: The page is missing." in reported
