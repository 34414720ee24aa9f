"""Renamed entries: the check and the diff find the same ones."""

import pytest

from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.published_entries import PublishedEntry
from catalog_tool.model.renames import renamed_entries

HERE, THERE = "https://www.contoso.com/", "https://www.fabrikam.com/"
NOTHING = FormerPartners()


@pytest.mark.parametrize(
    ("gone", "come", "expected"),
    [
        ([("a", "Contoso", HERE)], [("b", "contoso", THERE)], {"a": "b"}),
        ([("a", "Contoso", HERE)], [("b", "Contoso Identity", HERE)], {"a": "b"}),
        ([("a", "Contoso", HERE)], [("b", "Fabrikam", HERE), ("c", "Contoso", THERE)], {"a": "c"}),
        ([("a", "Contoso", HERE)], [("b", "One", HERE), ("c", "Two", HERE)], {}),
        ([("a", "One", HERE), ("b", "Two", HERE)], [("c", "Three", HERE)], {}),
        (
            [("a", "One", HERE), ("b", "Two", HERE)],
            [("c", "Two", HERE), ("d", "Three", HERE)],
            {"b": "c", "a": "d"},
        ),
        ([("a", "", "")], [("b", "", "")], {}),
        ([("a", "Contoso", HERE)], [], {}),
    ],
)
def test_an_entry_is_known_by_its_name_then_by_its_website(
    gone: list[tuple[str, str, str]], come: list[tuple[str, str, str]], expected: dict[str, str]
) -> None:
    old, new = ([PublishedEntry(*each) for each in entries] for entries in (gone, come))
    assert renamed_entries(old, new, NOTHING) == expected


def test_what_a_record_says_counts_first() -> None:
    record = FormerPartner(name="Contoso", moved_to="b")
    gone = [PublishedEntry("a", "Contoso", HERE)]
    come = [PublishedEntry("b", "Fabrikam", THERE), PublishedEntry("c", "Contoso", HERE)]
    assert renamed_entries(gone, come, FormerPartners(former={"a": record})) == {"a": "b"}
