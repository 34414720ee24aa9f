"""The list of all partners, its filters, and the page with all entries in full."""

import datetime as dt
import gzip
import re
from dataclasses import replace

import pytest

from bench.synthetic import Size, write_catalog
from catalog_tool.loader.configuration import load_settings
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages import applications, catalog
from catalog_tool.site.pages.filters import BOXES_SHOWN, Filters
from tests.checking import FIELDS, OWN_FIELDS
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

VOCABULARY = """\
categories:
  erp: {name: ERP, description: Planning.}
  hr: {name: Human resources, description: People.}
  unused: {name: Unused, description: Nobody lists these.}
applications:
  SAP ECC: {category: erp}
  Workday: {category: hr}
  Ascender: {category: hr}
"""
FILES = {
    "partners/_vocabulary.yaml": VOCABULARY,
    FIELDS: OWN_FIELDS,
    "partners/adatum.yaml": "applications: [Workday, Ascender]\ninterfaces: [rest, sql]\n",
    "partners/contoso.yaml": "applications: [SAP ECC, Workday]\ntested_on: 2026-05-04\n",
    "partners/fabrikam.yaml": "applications: [X1]\ninterfaces: [rest]\ntested_on: 2024-05-04\n",
}


def lists(publication: Publication) -> tuple[Reading, Reading]:
    """Return the list and the page with all entries in full."""
    page, in_full = catalog.pages(publication)
    return Reading(page.body), Reading(in_full.body)


def test_each_partner_has_a_row_from_a_to_z(publish: Publish) -> None:
    page, _ = lists(publish(FILES))
    assert [row.text for row in page.all("h3", class_="catalog-name")] == [
        "Adatum",
        "Contoso",
        "Fabrikam",
    ]
    (count,) = page.all("span", role="status")
    assert count.text == "3 partners"


def test_a_box_has_the_number_of_partners_that_state_it(publish: Publish) -> None:
    published = replace(publish(FILES), day=dt.date(2026, 7, 1))
    found = Filters.of(published, published.catalog.entries)
    boxes = {group.label: [(box.name, box.count) for box in group.boxes] for group in found.groups}
    assert boxes == {
        "Category": [("ERP", 1), ("Human resources", 2)],
        "Generic interfaces": [("REST", 2), ("SQL", 1)],
        "Tested": [("In the last 12 months", 1), ("Longer ago", 1)],
    }
    assert found.boxes_of == {"adatum": "1 2 3", "contoso": "0 1 4", "fabrikam": "2 5"}


def test_a_long_group_begins_with_the_boxes_of_most_partners(publish: Publish) -> None:
    names = [f"Kind {letter}" for letter in "ABCDEFGHIJ"]
    categories = "".join(
        f"  {name[-1].lower()}: {{name: {name}, description: x}}\n" for name in names
    )
    applications = "".join(f"  App {name}: {{category: {name[-1].lower()}}}\n" for name in names)
    every = "applications:\n" + "".join(f"  - App {name}\n" for name in names)
    files = {
        "partners/_vocabulary.yaml": f"categories:\n{categories}applications:\n{applications}",
        "partners/adatum.yaml": every,
        "partners/contoso.yaml": "applications: [App Kind J]\n",
    }
    page, _ = lists(publish(files))
    published = publish(files)
    (group,) = Filters.of(published, published.catalog.entries).groups
    later = [box.name for box in group.boxes if not box.is_shown_first]
    assert later == ["Kind H", "Kind I"]
    assert len(group.boxes) - len(later) == BOXES_SHOWN
    (more,) = page.all("button", class_="catalog-filters__more")
    assert more.text == "All 10 Category"


def test_the_order_by_a_date_is_offered_only_if_a_date_is_known(publish: Publish) -> None:
    def offered(publication: Publication) -> list[str]:
        page, _ = lists(publication)
        return [option.text for option in page.all("option")]

    undated = publish({"partners/adatum.yaml": "", "partners/contoso.yaml": ""})
    assert offered(undated) == []
    changed = replace(undated, changed_on={"partners/adatum.yaml": "2026-07-01"})
    assert offered(changed) == ["A–Z", "Recently changed"]
    assert offered(publish(FILES)) == ["A–Z", "Recently tested"]


@pytest.mark.parametrize("count", [0, 1])
def test_one_partner_needs_no_filters(count: int, publish: Publish) -> None:
    page, _ = lists(publish({f"partners/company-{n}.yaml": "" for n in range(count)}))
    assert page.all("form") == []
    assert page.all("select") == []


def test_all_entries_are_in_full_on_the_page_to_print(publish: Publish) -> None:
    entry = "description: It *works*. Always.\napplications: {Cloud: [Workday], Rest: [X1]}\n"
    page, in_full = lists(publish({"partners/contoso.yaml": entry, "partners/adatum.yaml": ""}))
    assert "print/" in page.links()
    assert [heading.text for heading in in_full.all("h2")] == ["Adatum", "Contoso"]
    assert "It works. Always." in shown(in_full.text)
    assert "Cloud: Workday" in shown(in_full.text)
    assert not in_full.all("input")


def test_a_large_catalog_has_a_page_for_each_letter(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "MOST_ROWS", 2)
    pages = {page.address: Reading(page.body) for page in catalog.pages(publish(FILES))}
    letters = ["", "a/", "c/", "f/"]
    assert list(pages) == [f"{top}{x}" for top in ("catalog/", "catalog/print/") for x in letters]
    assert {"../catalog/a/", "../catalog/c/", "../catalog/f/"} <= set(pages["catalog/"].links())
    assert [row.text for row in pages["catalog/c/"].all("h3")] == ["Contoso"]
    assert pages["catalog/c/"].all("a", **{"aria-current": "page"})[0].text == "C"
    assert pages["catalog/"].all("li", class_="catalog-row") == []


def test_the_page_of_a_letter_has_filters_and_an_order_for_its_partners(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "MOST_ROWS", 2)
    published = publish(FILES | {"partners/alpine.yaml": "applications: [SAP ECC, Workday]\n"})
    published = replace(published, changed_on={"partners/alpine.yaml": "2026-07-01"})
    pages = {page.address: Reading(page.body) for page in catalog.pages(published)}
    a, c = pages["catalog/a/"], pages["catalog/c/"]
    boxes = [box.attributes for box in a.all("input") if "name" in box.attributes]
    assert [(box["name"], box["value"]) for box in boxes] == [
        ("category", "erp"),
        ("category", "hr"),
        ("interfaces", "rest"),
        ("interfaces", "sql"),
    ]
    rows = [row.attributes for row in a.all("li", class_="catalog-row")]
    assert [row["data-states"] for row in rows] == ["1 2 3", "0 1"]
    assert [row.get("data-changed") for row in rows] == [None, "2026-07-01"]
    assert [option.text for option in a.all("option")] == ["A–Z", "Recently changed"]
    assert c.all("form") == []


def test_a_large_catalog_is_printed_letter_by_letter(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "MOST_ROWS", 2)
    pages = {page.address: Reading(page.body) for page in catalog.pages(publish(FILES))}
    index, c = pages["catalog/print/"], pages["catalog/print/c/"]
    assert {f"../../catalog/print/{letter}/" for letter in "acf"} <= set(index.links())
    assert index.all("article") == []
    assert index.all("p", class_="catalog-empty") == []
    assert index.all("p", class_="catalog-lead")[0].text.startswith("3 partners, ")
    assert [heading.text for heading in c.all("h2")] == ["Contoso"]
    assert c.all("a", **{"aria-current": "page"})[0].text == "C"
    assert "../../../catalog/print/" in c.links()


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A catalog of 1,000 partners and 2,000 applications."""
    root = tmp_path_factory.mktemp("thousand") / "catalog"
    write_catalog(root, Size(1_000, 2_000))
    settings = load_settings(root)
    return Publication(load_catalog(settings).catalog, settings)


@pytest.mark.parametrize("count", [300, 1_000])
def test_a_list_of_a_thousand_is_light(count: int, thousand: Publication) -> None:
    entries = thousand.catalog.entries[:count]
    publication = replace(thousand, catalog=replace(thousand.catalog, entries=entries))
    page = next(iter(catalog.pages(publication)))
    reading = Reading(page.body)
    assert len(reading.all("li", class_="catalog-row")) == count
    assert len(reading.elements) <= 12 * count + 500
    assert len(gzip.compress(page.body.encode())) <= 90_000


def test_the_page_of_a_letter_is_as_light(
    thousand: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For its number of rows. The longest of 10,000 partners has about a thousand."""
    monkeypatch.setattr(catalog, "MOST_ROWS", 500)
    letters = [
        page for page in catalog.pages(thousand) if re.fullmatch(r"catalog/\w/", page.address)
    ]
    rows = {page: len(Reading(page.body).all("li", class_="catalog-row")) for page in letters}
    assert sum(rows.values()) == 1_000
    for page, count in rows.items():
        assert len(Reading(page.body).elements) <= 12 * count + 500, page.address
        assert len(gzip.compress(page.body.encode())) <= 90 * count + 8_000, page.address


def test_a_list_of_all_applications_is_light(thousand: Publication) -> None:
    (page,) = applications.pages(thousand)
    count = len(thousand.catalog.applications)
    assert count > 1_900
    assert len(Reading(page.body).elements) <= 6 * count + 200
    assert len(gzip.compress(page.body.encode())) <= 60_000
