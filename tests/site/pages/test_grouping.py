"""Grouping of a catalog by category and first letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.site.pages.grouping import by_initial
from catalog_tool.text.ordering import sort_key


@pytest.mark.parametrize(
    ("name", "letter", "anchor"),
    [
        ("Aquera", "A", "initial-a"),
        ("épic", "E", "initial-e"),
        ("Ｚeta", "Z", "initial-z"),
        ("3D Systems", "#", "initial-other"),
        ("(AS/400)", "A", "initial-a"),
        (".NET", "N", "initial-n"),
        ("[24]7", "#", "initial-other"),
        ("&", "#", "initial-other"),
        ("日本", "…", "initial-further"),
        ("Ørsted", "…", "initial-further"),
    ],
)
def test_a_name_is_under_its_first_letter(name: str, letter: str, anchor: str) -> None:
    (initial,) = by_initial([name], str)
    assert (initial.letter, initial.anchor, initial.members) == (letter, anchor, (name,))


def test_members_keep_their_order_below_ascending_letters() -> None:
    initials = by_initial(["9", "alpha", "(Äon)", "Beta 2", "Beta 10", "Юг", "日本"], str)
    assert [(initial.letter, initial.members) for initial in initials] == [
        ("#", ("9",)),
        ("A", ("alpha", "(Äon)")),
        ("B", ("Beta 2", "Beta 10")),
        ("…", ("Юг", "日本")),
    ]


@given(st.lists(st.text(min_size=1)))
def test_each_letter_appears_once_in_the_order_of_the_catalog(names: list[str]) -> None:
    in_order = sorted(names, key=sort_key)
    initials = by_initial(in_order, str)
    assert [name for initial in initials for name in initial.members] == in_order
    assert len({initial.anchor for initial in initials}) == len(initials)
