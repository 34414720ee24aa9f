"""Strangers' text on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.text.terminal import visible, visible_cells, width

PIECES = st.sampled_from(["::", "##[", "\x1b[", "\n", " ", "add-mask::"]) | st.characters()
ANY_TEXT = st.lists(PIECES, max_size=20).map("".join)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Contoso & Söhne 日本", "Contoso & Söhne 日本"),
        ("red\x1b[31m", "red\\x1b[31m"),
        ("\u202eevil", "\\u202eevil"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("two\nlines\r\n", "two\\nlines\\r\\n"),
        ("a\tb", "a\\tb"),
        ("\x9b31m", "\\x9b31m"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("not text \udcff", "not text \\udcff"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("::error::x ::", ":\\x3aerror::x ::"),
        ("  ::error::x", "  :\\x3aerror::x"),
        ("##[stop-commands]x ##[", "##\\x5bstop-commands]x ##\\x5b"),
    ],
)
def test_what_is_hidden_shows_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_that_is_shown_can_act(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & {"\x1b", "\x9b", "\n", "\r", "\t", "\b", "\x07", "\u202e", "\u2028"}
    assert "##[" not in shown
    assert not shown.lstrip().startswith("::")
    shown.encode()


@given(ANY_TEXT)
def test_each_character_has_its_cell(text: str) -> None:
    cells = visible_cells(text)
    assert len(cells) == len(text)
    assert visible("-" + text) == "-" + "".join(cells)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("日本", 4), ("ｆ", 2), ("e\u0301", 1), ("é", 1), ("…", 1)],
)
def test_columns_are_counted_as_a_terminal_does(text: str, columns: int) -> None:
    assert width(text) == columns
