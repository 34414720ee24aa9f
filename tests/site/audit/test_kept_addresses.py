"""The audit looks at addresses without an entry: of former partners, and of entries left out."""

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
MENDED = "partners/contoso/index.html"

Built = tuple[Publication, Path]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with addresses of both kinds, and what it was made from."""
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


def said_after(kept: Built, path: str, change: Callable[[str], str]) -> list[str]:
    """Return what the audit says after a file was changed; the file is as before then."""
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


def test_such_a_site_is_what_was_made(kept: Built) -> None:
    assert built_faults(made_site(*kept)) == []


def test_a_way_of_several_steps_leads_to_its_end(kept: Built) -> None:
    page = (kept[1] / MOVED).read_text(encoding="utf-8")
    assert "<h1>Identity Forge is now IDMWORKS</h1>" in page
    assert 'href="../../partners/idmworks/" data-successor' in page


def test_who_left_is_told_with_day_and_reason_and_a_way_on(kept: Built) -> None:
    page = (kept[1] / GONE).read_text(encoding="utf-8")
    assert "<h1>Litware is no longer listed</h1>" in page
    assert '<time datetime="2026-05-04">' in page
    assert "Litware was closed." in page
    assert "data-catalog-finder" in page


@pytest.mark.parametrize("path", [MOVED, GONE, MENDED])
def test_search_engines_are_told_to_forget_the_address(kept: Built, path: str) -> None:
    page = (kept[1] / path).read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (MOVED, "partners/idmworks/", "partners/aquera/", "does not lead to where"),
        (MOVED, " data-successor", "", "does not lead to where"),
        (GONE, 'href="../../applications/"', 'href="https://litware.com/"', "leads elsewhere"),
        ("index.html", " data-left-out", "", "index.html: 0 of 1 omissions, without Contoso."),
        ("catalog/index.html", ">Contoso<", ">Nobody<", "with Nobody too many"),
    ],
)
def test_what_was_done_to_them_is_said(
    kept: Built, path: str, old: str, new: str, said: str
) -> None:
    faults = said_after(kept, path, lambda text: text.replace(old, new))
    assert any(said in fault for fault in faults), faults


def test_an_entry_left_out_is_in_no_data(kept: Built) -> None:
    def hide(text: str) -> str:
        return json.dumps(json.loads(text) | {"quarantined": []})

    (fault,) = said_after(kept, "catalog.json", hide)
    assert fault == "catalog.json: 0 of 1 omissions, without contoso."


@pytest.mark.parametrize("path", [MOVED, GONE, MENDED])
def test_an_address_that_does_not_answer_is_said(kept: Built, path: str) -> None:
    publication, site = kept
    page = (site / path).read_bytes()
    (site / path).unlink()
    said = [str(fault) for fault in audit(publication, site)]
    (site / path).write_bytes(page)
    assert f"{path}: the address does not answer." in said
