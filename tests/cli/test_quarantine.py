"""``catalog build --quarantine``: a broken entry doesn't hold up the others, and stays visible."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check, without_broken_entries
from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.cli.test_publishing import snapshot
from tests.repository import git, repository

EDITED = "tested_on: 2026-01-05\nname:   Litware\n"
BROKEN = entry_text("name: Nobody\nwebsite: http://www.nobody.com/\n", "nobody")


def build(catalog: Catalog) -> Path:
    """Build without the broken entries, and return the site."""
    result = catalog.run("build", "--quarantine")
    assert result.exit_code == 1
    assert " error CAT" in result.stdout
    assert f"The site is in {catalog.root / 'site'}." in result.stdout
    return catalog.root / "site"


def names_withheld(site: Path, page: str) -> list[str]:
    """Return the names of withheld entries on a page."""
    tree = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
    return [node.text() for node in tree.css("[data-withheld]")]


def test_the_rest_is_published_and_the_broken_entry_is_named(own_catalog: Catalog) -> None:
    own_catalog.write("nobody.yaml", BROKEN)
    own_catalog.write("half.yaml", "name: [Half\n")
    (own_catalog.root / "partners" / "A <b>$(x).yaml").touch()
    site = build(own_catalog)
    names = ["A <b>$(x).yaml", "half", "Nobody"]
    for page in ("index.html", "catalog/index.html"):
        assert names_withheld(site, page) == names
    document = json.loads((site / "catalog.json").read_text(encoding="utf-8"))
    assert document["quarantined"] == ["half", "nobody"]
    assert [partner["id"] for partner in document["partners"]] == [
        *("aquera", "idmworks", "unify-solutions")
    ]
    page = (site / "partners/nobody/index.html").read_text(encoding="utf-8")
    assert "<strong>This entry is temporarily unavailable.</strong>" in page
    assert '<meta name="robots" content="noindex">' in page
    every = b"".join(content for path, content in snapshot(site).items() if path != "catalog.json")
    assert b"www.nobody.com" not in every
    assert b"partners/nobody/" not in (site / "sitemap.xml").read_bytes()


def test_a_catalog_without_errors_is_built_as_usual(own_catalog: Catalog) -> None:
    result = own_catalog.run("build", "--quarantine")
    assert (result.exit_code, result.stderr) == (0, "")
    site = own_catalog.root / "site"
    assert names_withheld(site, "index.html") == []
    assert json.loads((site / "catalog.json").read_text(encoding="utf-8"))["quarantined"] == []


def test_of_two_duplicates_none_is_published(catalog: Catalog) -> None:
    for name in ("litware", "litware-2"):
        catalog.write(f"{name}.yaml", entry_text("name: Litware\n", "litware"))
    publication = without_broken_entries(check(load_settings(catalog.root)))
    assert publication is not None
    assert [entry.id for entry in publication.catalog.entries] == ["contoso", "fabrikam"]
    # The name itself is the error, so it is not repeated.
    assert [entry.name for entry in publication.withheld] == ["litware", "litware-2"]


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        ("", "name: Litware\n", ["litware"]),
        ("", "name: Litware Two\n", ["litware"]),  # with the same website
        ("tested_on: 2026-01-05\n", "name: Litware\n", ["litware"]),
        ("website: https://www.litware.net/\n", "name: Litware\n", []),  # new as well
        ("contact: nope\n", "name: Litware\n", []),
    ],
)
def test_of_two_duplicates_the_published_one_stays(
    catalog: Catalog, older: str, newer: str, kept: list[str]
) -> None:
    catalog.write("litware.yaml", entry_text(identifier="litware"))
    assert catalog.run("publish").exit_code == 0
    catalog.write("litware.yaml", entry_text(older, identifier="litware"))
    catalog.write("litware-two.yaml", entry_text(newer, identifier="litware"))
    publication = without_broken_entries(check(load_settings(catalog.root)))
    assert publication is not None
    ids = [entry.id for entry in publication.catalog.entries]
    assert ids == ["contoso", "fabrikam", *kept]


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        (["litware", "litware-two"], ["litware"]),
        (["litware-two", "litware"], ["litware-two"]),
        (["litware", "litware-two", "edited litware"], ["litware"]),
        # An old file that takes the name of another one is newer with it.
        (["other litware-two", "litware", "litware-two"], ["litware"]),
        (["litware litware-two"], []),  # in one commit
    ],
)
def test_of_two_duplicates_the_one_stays_that_git_knows_for_longer(
    catalog: Catalog, changes: list[str], kept: list[str]
) -> None:
    repository(catalog.root)
    parts = {"other": "name: Other\nwebsite: https://www.other.com/\n", "edited": EDITED}
    for change in changes:
        part, *names = ["", *change.split()] if change.startswith("lit") else change.split()
        for name in names:
            catalog.write(f"{name}.yaml", entry_text(parts.get(part, ""), identifier="litware"))
        git(catalog.root, "add", "--all")
        git(catalog.root, "commit", "--quiet", "--message", "change")
    catalog.write("fabrikam.yaml", entry_text(identifier="fabrikam") + "# Not committed.\n")
    publication = without_broken_entries(check(load_settings(catalog.root)))
    assert publication is not None
    ids = [entry.id for entry in publication.catalog.entries]
    assert ids == ["contoso", "fabrikam", *kept]


def test_an_address_that_moved_to_a_broken_entry_still_leads_there(own_catalog: Catalog) -> None:
    own_catalog.write("nobody.yaml", BROKEN)
    own_catalog.write("_former.yaml", "former:\n  old: {name: Old, moved_to: nobody}\n")
    page = (build(own_catalog) / "partners/old/index.html").read_text(encoding="utf-8")
    assert "<h1>Old is now Nobody</h1>" in page
    assert 'href="../../partners/nobody/" data-successor' in page


@pytest.mark.parametrize(
    ("name", "text", "told_as"),
    [
        ("litware.yaml", entry_text("contact: nope\n", "litware"), "Litware"),
        ("litware.yaml", entry_text("name: <b>Litware</b>\n", "litware"), "litware"),
        ("litware.yaml", entry_text("name: Official Litware ✔\n", "litware"), "litware"),
        ("litware.yaml", entry_text('name: "Lit\\u202eware"\n', "litware"), "litware"),
        ("litware.yaml", "name: Litware\n", "Litware"),
        ("litware.yaml", "", "litware"),
        ("index.yaml", entry_text(identifier="index"), "index.yaml"),
    ],
)
def test_a_refused_name_is_not_repeated(
    catalog: Catalog, name: str, text: str, told_as: str
) -> None:
    catalog.write(name, text)
    publication = without_broken_entries(check(load_settings(catalog.root)))
    assert publication is not None
    (withheld,) = publication.withheld
    assert withheld.name == told_as
    assert withheld.id == ("" if name == "index.yaml" else "litware")


# Errors that prevent publishing


def in_the_vocabulary(root: Path) -> None:
    (root / "partners/_vocabulary.yaml").write_text("colour: blue\n", encoding="utf-8")


def in_the_records(root: Path) -> None:
    records = "former:\n  old: {name: Old, moved_to: nowhere}\n"
    (root / "partners/_former.yaml").write_text(records, encoding="utf-8")


def in_the_published_catalog(root: Path) -> None:
    (root / "CATALOG.md").write_text("# By hand\n", encoding="utf-8")


def in_every_entry(root: Path) -> None:
    for path in (root / "partners").glob("[a-z]*.yaml"):
        path.write_text("name: X\n", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil", [in_the_vocabulary, in_the_records, in_the_published_catalog, in_every_entry]
)
def test_an_error_outside_the_entries_keeps_the_existing_site(
    own_catalog: Catalog, spoil: Callable[[Path], None]
) -> None:
    (own_catalog.root / "site").mkdir()
    (own_catalog.root / "site" / "index.html").write_text("old\n")
    own_catalog.write("nobody.yaml", BROKEN)
    spoil(own_catalog.root)
    before = snapshot(own_catalog.root)
    result = own_catalog.run("build", "--quarantine")
    assert result.exit_code == 1
    assert "Error: Nothing was published." in result.stderr
    assert snapshot(own_catalog.root) == before
