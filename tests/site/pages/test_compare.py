"""The comparison page: a table for a small catalog, and links to the lists for a large one."""

import pytest

from catalog_tool.site.compare import page as compare
from catalog_tool.site.compare.page import MOST
from catalog_tool.site.pages import catalog
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Security managers of mainframes.
  erp:
    name: ERP
    description: Enterprise resource planning.
applications:
  IBM RACF:
    category: mainframe
    aliases: [RACF]
  SAP ECC:
    category: erp
"""
TWO = {
    "partners/_vocabulary.yaml": VOCABULARY,
    "partners/adatum.yaml": (
        "applications: [RACF, SAP ECC, Unknown System]\ncontact: sales@adatum.example.com\n"
        "interfaces: [rest, sql]\ndirections: [outbound]\n"
        "tested_on: 2026-05-04\ntested_by: A full cycle\n"
    ),
    "partners/contoso.yaml": "applications: [IBM RACF]\n",
}


COLUMNS = ["A Adatum Contact", "C Contoso Contact"]
SENTENCE = "This gateway provisions accounts in mainframe applications."
LISTS = {"adatum": "A, B, C", "contoso": "A, B", "fabrikam": "A, D, E"}


def test_a_website_is_shown_with_the_letters_of_its_domain(publish: Publish) -> None:
    website = {"partners/contoso.yaml": "website: https://www.xn--mller-kva.de/a\n"}
    (row,) = [row for row in rows(reading_of(TWO | website, publish)) if "Website" in row]
    assert row == "Website adatum.com müller.de"


def reading_of(files: dict[str, str], publish: Publish) -> Reading:
    (page,) = compare.pages(publish(files))
    return Reading(page.body)


def rows(reading: Reading) -> list[str]:
    return [shown(row.text) for row in reading.all("tr")]


def test_a_small_catalog_is_compared_as_a_whole(publish: Publish) -> None:
    assert rows(reading_of(TWO, publish)) == [
        "A Adatum Contact C Contoso Contact",
        "At a glance",
        f"What it does {SENTENCE} {SENTENCE}",
        "Tested on (attested by the partner) May 4, 2026: A full cycle not stated",
        "Generic interfaces REST, SQL not stated",
        "Direction Outbound not stated",
        "Website adatum.com contoso.com",
        "Applications",
        "Listed by both",
        "IBM RACF Listed Listed",
        "Only Adatum",
        "SAP ECC Listed not listed",
        "Unknown System Listed not listed",
    ]


def test_each_column_and_row_has_a_header_with_a_link(publish: Publish) -> None:
    reading = reading_of(TWO, publish)
    assert {"../partners/adatum/", "../applications/ibm-racf/"} <= set(reading.links())
    assert [shown(head.text) for head in reading.all("th", scope="col")] == COLUMNS
    assert len(reading.all("th", scope="row")) == 8
    assert "mailto:sales@adatum.example.com" in reading.links()


THREE = {f"partners/{name}.yaml": f"applications: [{listed}]\n" for name, listed in LISTS.items()}


def test_applications_are_grouped_by_the_number_of_partners_that_list_them(
    publish: Publish,
) -> None:
    (body,) = compare.pages(publish(THREE))
    heads = Reading(body.body).all("th", scope="rowgroup")
    assert [shown(head.text) for head in heads][2:] == [
        "Listed by all 3",
        "Listed by 2 of 3",
        "Only Adatum",
        "Only Fabrikam",
    ]


def test_cells_keep_their_roles_when_a_phone_shows_them_as_a_grid(publish: Publish) -> None:
    """A browser drops the role of a cell whose display isn't that of a cell."""
    reading = reading_of(TWO, publish)
    roles = {"table": {"table"}, "tr": {"row"}, "td": {"cell"}, "tbody": {"rowgroup"}}
    for name, role in (roles | {"th": {"columnheader", "rowheader"}}).items():
        assert {node.attributes.get("role") for node in reading.all(name)} == role


def test_what_is_not_listed_is_said_to_be_no_no(publish: Publish) -> None:
    (legend,) = reading_of(TWO, publish).all("p", class_="catalog-compare__legend")
    assert "“Not listed” and “not stated” don’t mean no. Ask the partner." in legend.text


@pytest.mark.parametrize(
    ("count", "shown_as", "words"),
    [
        (0, "catalog-empty", "has no partners."),
        (1, "catalog-empty", "has one partner."),
        (MOST + 1, "catalog-unscripted", "JavaScript"),
    ],
)
def test_without_a_table_the_page_links_to_the_lists(
    count: int, shown_as: str, words: str, publish: Publish
) -> None:
    reading = reading_of({f"partners/company-{n}.yaml": "" for n in range(count)}, publish)
    assert reading.all("table") == []
    (way,) = reading.all("p", class_=shown_as)
    assert words in way.text
    assert {"../applications/", "../catalog/"} <= set(reading.links())
    assert bool(reading.all("input")) is (count > MOST)


def test_as_many_as_fit_are_compared(publish: Publish) -> None:
    reading = reading_of({f"partners/company-{n}.yaml": "" for n in range(MOST)}, publish)
    assert len(reading.all("th", scope="col")) == MOST


def test_partners_can_be_selected_if_there_are_several(publish: Publish) -> None:
    page, _ = catalog.pages(publish({"partners/adatum.yaml": ""}))
    assert Reading(page.body).all("input") == []
    page, _ = catalog.pages(publish({"partners/contoso.yaml": ""}))
    inputs = [each.attributes for each in Reading(page.body).all("input", type="checkbox")]
    picks = [each["value"] for each in inputs if "data-compare-pick" in each]
    assert picks == ["adatum", "contoso"]


def test_texts_of_partners_stay_text_in_the_table(publish: Publish) -> None:
    text = "</td><script>alert(1)</script>"
    entry = f"name: '{text}'\napplications: ['{text}']\ntested_by: '{text}'\n"
    reading = reading_of({"partners/adatum.yaml": entry, "partners/contoso.yaml": ""}, publish)
    assert reading.all("script") == []
    heads = [shown(head.text) for head in reading.all("th", scope="col")]
    assert heads == ["C Contoso Contact", f"T {text} Contact"]
    assert f"{text} not listed Listed" in rows(reading)
