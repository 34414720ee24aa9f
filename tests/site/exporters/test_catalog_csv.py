"""The table for spreadsheets: one row for each pair, and no cell with a formula."""

import csv
import io
import re

import pytest
from hypothesis import given

from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.catalog_csv import COLUMNS, export
from tests.site.exporters.catalogs import catalogs, own_publication, partner, publication


def rows(catalog: Publication) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(catalog), newline="")))


def test_each_application_of_each_partner_has_a_row() -> None:
    catalog = own_publication()
    expected = [
        (entry.title, name)
        for entry in catalog.catalog.entries
        for name in catalog.catalog.application_names(entry)
    ]
    assert [(row["partner"], row["application"]) for row in rows(catalog)] == expected


def test_a_row_has_the_values_of_the_entry() -> None:
    listed = partner(
        applications={"Big": ("RACF",)},
        tested_on="2026-05-04",
        interfaces=("rest",),
        former_names=("Contoso Gateways", "Wingtip"),
        products=("ServerGate",),
        summary="=1",
    )
    assert rows(publication([listed])) == [
        {
            "partner": "Contoso",
            "application": "IBM RACF",
            "listed_as": "RACF",
            "group": "Big",
            "category": "'=Mainframe",
            "field:interfaces": "rest",
            "field:directions": "",
            "website": "https://www.contoso.com/identity",
            "contact": "https://www.contoso.com/contact",
            "tested_on": "2026-05-04",
            "partner_id": "p0",
            "former_names": "Contoso Gateways; Wingtip",
            "products": "ServerGate",
            "summary": "'=1",
        }
    ]


def test_a_partner_without_applications_has_one_row() -> None:
    (row,) = rows(publication([partner(interfaces=("rest", "sql"))]))
    assert (row["partner"], row["application"], row["field:interfaces"]) == (
        "Contoso",
        "",
        "rest sql",
    )


def test_lines_end_as_the_standard_requires() -> None:
    columns = [*COLUMNS, "field:interfaces", "field:directions"]
    assert export(publication([])) == ",".join(columns) + "\r\n"


@pytest.mark.parametrize(
    "name",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "－1", '=HYPERLINK("x")'),
        *("\u00a0=1", "\ufeff=1", "\u200b=1", "\u22121", "﹦1", "﹢1", "﹫x", "⁼1", "⁺1"),
    ],
)
def test_a_formula_is_text(name: str) -> None:
    # The checks refuse some of these earlier, but the table doesn't rely on that.
    unchecked = partner().model_copy(update={"applications": (name,)})
    (row,) = rows(publication([unchecked]))
    assert row["application"] == row["listed_as"] == f"'{name}"


@pytest.mark.parametrize(
    ("name", "cell"), [("A;=1", "A;'=1"), ("A; +1", "A;' +1"), ("A;＝1", "A;'＝1")]
)
def test_a_formula_is_text_if_semicolons_separate_cells(name: str, cell: str) -> None:
    (row,) = rows(publication([partner(applications=(name,))]))
    assert row["application"] == cell


@pytest.mark.parametrize(
    ("address", "cell"),
    [
        ("https://www.contoso.com/a;-b", "https://www.contoso.com/a;-b"),
        ("https://www.contoso.com/a;b=c", "https://www.contoso.com/a;b=c"),
        ("https://www.contoso.com/a?b=(c)", "https://www.contoso.com/a?b=(c)"),
        ("https://www.contoso.com/a;=B(C1)", "https://www.contoso.com/a;=B%28C1)"),
        (
            "https://www.contoso.com/;-1+cmd|'/C calc'!A0",
            "https://www.contoso.com/;-1+cmd%7C%27/C calc%27%21A0",
        ),
        ("sales@contoso.com", "sales@contoso.com"),
        ("+sales@contoso.com", "mailto:+sales@contoso.com"),
        ("-sales@contoso.com", "mailto:-sales@contoso.com"),
        ("=sales@contoso.com", "mailto:=sales@contoso.com"),
    ],
)
def test_an_address_still_leads_to_the_same_place(address: str, cell: str) -> None:
    unchecked = partner().model_copy(update={"contact": address, "website": address})
    (row,) = rows(publication([unchecked]))
    assert (row["contact"], row["website"]) == (cell, cell)


@pytest.mark.parametrize(
    "name", ["a=1", "A; B-C", "A | B", "IBM i (AS/400)", 'a "b", c', "'quoted"]
)
def test_other_text_is_unchanged(name: str) -> None:
    (row,) = rows(publication([partner(applications=(name,))]))
    assert row["application"] == name


@given(catalogs)
def test_no_cell_runs_and_none_is_lost(catalog: Publication) -> None:
    table = rows(catalog)
    columns = [*COLUMNS, "field:interfaces", "field:directions"]
    assert all(list(row) == columns for row in table)
    assert [cell for row in table for cell in row.values() if cell[:1] in set("=+-@\t\r\n")] == []
    texts = [row[column] for row in table for column in {*COLUMNS} - {"website", "contact"}]
    assert [cell for cell in texts if re.search(r";\s*[=+\-@]", cell)] == []
    addresses = [row[column] for row in table for column in ("website", "contact")]
    assert [cell for cell in addresses if re.search(r";\s*[=+\-@].*[(|!]", cell)] == []
    pairs = [
        (entry.id, name)
        for entry in catalog.catalog.entries
        for name in [name for _, name in entry.partner.listed_applications()] or [""]
    ]
    for row, (identifier, name) in zip(table, pairs, strict=True):
        assert row["partner_id"] == identifier
        listed = re.sub("(?<=;)'", "", row["listed_as"])
        assert listed in {name, f"'{name}"} or ";'" in name
