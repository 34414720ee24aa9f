"""Places in a file, by offset, by line and column, and by the data."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.nodes import Mapping, Scalar, Sequence, child_at, relocate
from catalog_tool.model.source import Source
from tests.loader.entries import ENTRY

TEXTS = st.text("ab\n\ré😀 ", max_size=40)


def parsed(text: str) -> Source:
    source, problems = parse_source("partners/x.yaml", text)
    assert not problems
    return source


@pytest.mark.parametrize(
    ("offset", "position"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (6, (3, 1)), (7, (3, 2))]
)
def test_lines_and_columns_count_characters_from_one(
    offset: int, position: tuple[int, int]
) -> None:
    assert Source("x", "é😀\nab\nc").position(offset) == position


@given(TEXTS)
def test_positions_go_up_with_offsets(text: str) -> None:
    positions = [Source("x", text).position(offset) for offset in range(len(text) + 1)]
    assert all(one < other for one, other in pairwise(positions))


@given(TEXTS)
def test_a_position_leads_back_to_its_character(text: str) -> None:
    source = Source("x", text)
    for offset, char in enumerate(text):
        line, column = source.position(offset)
        if char not in "\r\n":
            assert source.line_text(line)[column - 1] == char


def test_a_line_is_shown_without_its_end() -> None:
    source = Source("x", "one\r\ntwo\n\nlast")
    assert [source.line_text(line) for line in range(1, 5)] == ["one", "two", "", "last"]


def test_the_data_names_places() -> None:
    source = parsed(ENTRY)
    node = source.node(("applications", "Mainframe", 1))
    key = source.key(("applications", "Health care"))
    assert isinstance(node, Scalar)
    assert node.value == "IBM RACF"
    assert key
    assert ENTRY[key.start : key.end] == "'Health care'"
    assert source.node(()) is source.root


@pytest.mark.parametrize(
    "where",
    [
        ("phone",),
        ("name", "first"),
        ("name", 0),
        ("links", 2),
        ("links", "0"),
        ("links", -3),
        ("applications", 0),
        ("applications", "Mainframe", "0"),
    ],
)
def test_a_place_that_is_not_there_is_none(where: tuple[str | int, ...]) -> None:
    source = parsed(ENTRY)
    assert source.node(where) is None
    assert source.key(where) is None


def test_a_file_without_a_tree_has_no_places() -> None:
    source = Source("x", "text")
    assert source.node(()) is None
    assert source.node(("name",)) is None
    assert list(source.scalars()) == []


def test_only_the_keys_of_mappings_lead_somewhere() -> None:
    source = parsed(ENTRY)
    assert source.key(()) is None
    assert source.key(("links", 0)) is None


def test_keys_and_values_come_in_the_order_of_the_file() -> None:
    found = list(parsed("a: x\nb: [y, {c: z}]\n").scalars())
    assert [(where, node.value, is_key) for where, node, is_key in found] == [
        (("a",), "a", True),
        (("a",), "x", False),
        (("b",), "b", True),
        (("b", 0), "y", False),
        (("b", 1, "c"), "c", True),
        (("b", 1, "c"), "z", False),
    ]


def test_a_tree_moves_with_its_text() -> None:
    root = parsed("a: [b]\nc:\n").root
    assert root
    moved = relocate(root, [3 + 2 * offset for offset in range(11)])
    assert moved == Mapping(
        3,
        20,
        {
            "a": (Scalar(3, 4, "a"), Sequence(9, 14, (Scalar(11, 12, "b"),), flow=True)),
            "c": (Scalar(17, 18, "c"), Scalar(20, 20, "")),
        },
    )


def test_positions_of_lists_start_at_zero() -> None:
    sequence = Sequence(0, 0, (Scalar(0, 1, "a"), Scalar(1, 2, "b")))
    assert [child_at(sequence, step) for step in (0, 1, 2, -1)] == [*sequence.children, None, None]
