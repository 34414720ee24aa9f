"""What a list says about one partner in several places is one entry."""

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.repeated import join_repeated
from catalog_tool.importers.result import ImportedPartner, Lines
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary

A, B = "https://www.contoso.com", "https://www.contoso.net"
DOCS: Plain = {"label": "Docs", "url": "https://docs.contoso.com"}


def partner(values: dict[str, Plain], identifier: str = "") -> ImportedPartner:
    return ImportedPartner(Lines(1, 1), {"name": "Contoso", **values}, (), (), (), identifier)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([{"website": A}, {"website": A, "contact": B}], [{"website": A, "contact": B}]),
        ([{"website": A}, {"contact": B}], [{"website": A, "contact": B}]),
        ([{"contact": B}, {"website": A}], [{"website": A, "contact": B}]),
        ([{"contact": B}, {"applications": ("X",)}], [{"contact": B, "applications": ("X",)}]),
        ([{"website": A}, {"website": B}], [{"website": A}, {"website": B}]),
        ([{"website": A}, {"website": f"{A}/"}], [{"website": A}]),
        ([{"website": A}, {"website": A.replace("https", "http")}], [{"website": A}]),
        (
            [{"website": f"{A}/1"}, {"website": f"{A}/2", "links": (DOCS,)}],
            [{"website": f"{A}/1", "links": (DOCS, {"label": f"{A[8:]}/2", "url": f"{A}/2"})}],
        ),
        ([{"website": A}, {"website": B}, {}], [{"website": A}, {"website": B}]),
        (
            [{"applications": {"A": ("X",)}}, {"applications": {"A": ("X", "Y"), "B": ("Z",)}}],
            [{"applications": {"A": ("X", "Y"), "B": ("Z",)}}],
        ),
    ],
)
def test_partners_with_one_name_are_one_unless_their_websites_differ(
    given: list[dict[str, Plain]], expected: list[dict[str, Plain]]
) -> None:
    joined = join_repeated(partner(values) for values in given)
    assert [dict(each.values) for each in joined] == [
        {"name": "Contoso", **values} for values in expected
    ]


def test_partners_of_a_catalog_stay_apart() -> None:
    published = [partner({"website": A}, identifier) for identifier in ("contoso", "contoso-2")]
    assert len(join_repeated(published)) == 2


def test_a_partner_in_two_files_of_a_catalog_is_one() -> None:
    published = [partner({"website": A}, "contoso"), partner({"website": A}, "contoso")]
    assert len(join_repeated(published)) == 1


def test_another_value_is_reported() -> None:
    (joined,) = join_repeated([partner({"website": A, "contact": contact}) for contact in (A, B)])
    assert [message.text for message in joined.unplaced] == [f"contact: {B}"]


def test_rows_of_one_entry_keep_each_application() -> None:
    rows: list[Plain] = [{"A": ("X",)}, {"A": ("X",)}, {"A": ("Y",), "B": ("X",)}]
    (joined,) = join_repeated(partner({"applications": row}, "contoso") for row in rows)
    assert joined.values["applications"] == {"A": ("X", "X", "Y"), "B": ("X",)}


@pytest.mark.parametrize("key", ["applications", "description"])
def test_many_rows_of_one_partner_take_no_quadratic_time(key: str) -> None:
    """Quadratic time would be many minutes, so the test only has to end."""
    values: list[Plain] = [(f"{n}",) if key == "applications" else f"{n}\n" for n in range(60_000)]
    (joined,) = join_repeated(partner({key: value}) for value in values)
    assert len(joined.values[key]) > 50_000


def test_neighboring_objects_with_one_name_are_one_unless_their_websites_differ() -> None:
    rows = ("Contoso,https://www.contoso.com,Gate", "Contoso,,Bridge", "Contoso,https://a.com,Gate")
    text = "\n".join(("name,website,applications", *rows, "Contoso,http://docs.a.com,Bridge"))
    both: dict[str, Plain] = {"name": "Contoso", "applications": ("Gate", "Bridge")}
    docs: Plain = {"label": "docs.a.com", "url": "http://docs.a.com"}
    assert [dict(each.values) for each in read_catalog(text, Vocabulary()).partners] == [
        {**both, "website": "https://www.contoso.com"},
        {**both, "website": "https://a.com", "links": (docs,)},
    ]
