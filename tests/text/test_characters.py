"""The characters that a reader can see."""

import sys
from collections import defaultdict
from functools import cache

import pytest
import unicodedata2 as unicodedata
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.files.invisible_characters import MOST_KINDS, hidden_problems
from catalog_tool.model.edits import Edit, apply_edits
from catalog_tool.text.characters import (
    describe_character,
    escape_hidden,
    hidden_characters,
    visible_replacement,
    without_hidden,
)
from tests.text.printing import prints

NASTY = st.lists(
    st.sampled_from(
        [
            "a",
            "é",
            "日",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\xa0",
            "\u200b",
            "\u200c",
            "\u200d",
            "️",
            "❤",
            "👩",
            "💻",
            "🏽",
            "5",
            "#",
            "⃣",
            "م",
            "ی",
            "क",
            "्",
            "\x00",
            "\u2028",
            "\ufeff",
        ]
    ),
    max_size=12,
).map("".join)
TEXTS = st.text(max_size=40) | NASTY


@cache
def characters() -> dict[str, list[str]]:
    """Return every character there is, by category."""
    found: dict[str, list[str]] = defaultdict(list)
    for char in map(chr, range(sys.maxunicode + 1)):
        found[unicodedata.category(char)].append(char)
    return found


def assigned(category: str) -> list[str]:
    return characters()[category]


@pytest.mark.parametrize("category", ["Cc", "Cf", "Cs", "Co", "Zl", "Zp"])
def test_no_character_of_these_categories_can_be_seen(category: str) -> None:
    seen = [char for char in assigned(category) if not list(hidden_characters(f"a{char}b"))]
    assert seen == (["\t", "\n"] if category == "Cc" else [])


def test_the_only_space_is_the_plain_one() -> None:
    assert [char for char in assigned("Zs") if not list(hidden_characters(char))] == [" "]


def test_unassigned_characters_are_hidden_except_where_new_emoji_will_be() -> None:
    seen = {ord(char) for char in assigned("Cn") if not list(hidden_characters(char))}
    assert seen <= set(range(0x1F300, 0x1FB00))


@pytest.mark.parametrize(
    "category", "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So".split()
)
def test_letters_marks_numbers_and_symbols_can_be_seen_unless_they_are_blank(category: str) -> None:
    hidden = [char for char in assigned(category) if list(hidden_characters(f"a{char}b"))]
    names = [unicodedata.name(char) for char in hidden]
    blank = (
        "FILLER",
        "VARIATION SELECTOR",
        "VOWEL INHERENT",
        "BLANK",
        "JOINER",
        "NULL NOTEHEAD",
        "OBJECT",
    )
    assert [name for name in names if not any(word in name for word in blank)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "two\nlines\twith a tab",
        "Windows\r\nline ends\r\n",
        "Zürich, Łódź, Ελλάδα, Москва, 東京, ﬁ, ①",
        "cafe\u0301",
        "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️ ❤️‍🔥 ☎️ ↔️ ‼️ ℹ️ 〰️ ©️ Ⓜ️",
        "👍🏽 👩🏿‍🚀 🤝🏻",
        "🇩🇪🇯🇵",
        "1️⃣ #️⃣ *️⃣",
        "🙂‍↔️ 🙂‍↕️",
        "\U0001fae8",
        "می‌خواهم",
        "क्‍ष श्‌य",
        "العربية עברית ไทย 한국어",
        "‘quotes’ – dashes… ½ × €",
    ],
)
def test_honest_text_passes(text: str) -> None:
    assert list(hidden_characters(text)) == []


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("a\u00a0b", [1]),
        ("a\u200bb", [1]),
        ("a\u00adb", [1]),
        ("\u202egnp.exe", [0]),
        ("a\u2066b\u2069", [1, 3]),
        ("a\u200eb\u200f", [1, 3]),
        ("\ufeffa", [0]),
        ("a\x1b[31m", [1]),
        ("a\x00", [1]),
        ("a\x7f\x85", [1, 2]),
        ("one\rtwo", [3]),
        ("a\u2028b", [1]),
        ("a\ue000b", [1]),
        ("a\u0378b", [1]),
        ("a\ufffcb", [1]),
        ("x\u3164\u115f\u1160\uffa0\u2800", [1, 2, 3, 4, 5]),
        ("\U000e0061\U000e0062", [0, 1]),
        ("🏴\U000e0067\U000e0062\U000e007f", [1, 2, 3]),
        ("a\u034fb", [1]),
        # Selectors and joiners away from an emoji could carry a message, one bit each.
        ("a\ufe0f", [1]),
        ("5\ufe0f", [1]),
        ("5\ufe0f5", [1]),
        (".\ufe0f", [1]),
        ("❤\ufe0f\ufe0f", [2]),
        ("❤\ufe0e", [1]),
        ("❤\U000e0100", [1]),
        ("\ufe0f❤", [0]),
        ("a\u200db", [1]),
        ("👩\u200db", [1]),
        ("👩\u200d", [1]),
        ("\u200d👩", [0]),
        ("a\u200d👩", [1]),
        ("a\u200cb", [1]),
        ("م\u200c", [1]),
        ("م\u200cb", [1]),
        ("م\u200dی", [1]),
        ("क\u200dष", [1]),
        ("क\u094d\u200d", [2]),
        ("क\u094d\u200d\u200dष", [2, 3]),
    ],
)
def test_hidden_characters_are_found_at_their_places(text: str, offsets: list[int]) -> None:
    assert list(hidden_characters(text)) == offsets


@pytest.mark.parametrize(
    ("char", "replacement"),
    [
        ("\u00a0", " "),
        ("\u3000", " "),
        ("\u200b", ""),
        ("\u202e", ""),
        ("\r", "\n"),
        ("\u2028", "\n"),
    ],
)
def test_what_to_type_instead(char: str, replacement: str) -> None:
    assert visible_replacement(char) == replacement


@pytest.mark.parametrize(
    ("char", "description"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\x1b", "U+001B a control character"),
        ("\ue000", "U+E000 a private-use character"),
        ("\u0378", "U+0378 an unassigned character"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\ud800", "U+D800 half of a character"),
    ],
)
def test_a_character_is_named_in_print(char: str, description: str) -> None:
    assert describe_character(char) == description


@pytest.mark.parametrize(
    ("char", "is_hidden"),
    [
        ("\U0002ebf0", False),  # a Chinese character of Unicode 15.1
        ("\u1c89", False),  # a Cyrillic letter of Unicode 16
        ("\U00016ea0", False),  # a letter of Unicode 17
        ("\U0003d000", False),  # a Chinese character of Unicode 18
        ("\U000e0fff", True),
        ("\u0378", True),
    ],
)
def test_the_verdict_on_a_character_is_the_same_on_every_python(
    char: str, *, is_hidden: bool
) -> None:
    assert [*hidden_characters(f"a{char}b")] == ([1] if is_hidden else [])


@given(TEXTS)
def test_nothing_is_hidden_in_cleaned_text(text: str) -> None:
    cleaned, _ = without_hidden(text)
    again, _ = without_hidden(cleaned)
    left = set(hidden_characters(cleaned))
    # Two visible neighbours may leave a joiner without its reason: it goes in the next round.
    assert all(cleaned[offset] in "\ufe0f\u200c\u200d" for offset in left)
    assert len(again) <= len(cleaned) <= len(text)


@given(TEXTS)
def test_cleaned_text_knows_where_it_stood(text: str) -> None:
    cleaned, offsets = without_hidden(text)
    hidden = set(hidden_characters(text))
    assert offsets == sorted(set(offsets))
    assert offsets[-1] == len(text)
    for char, offset in zip(cleaned, offsets[:-1], strict=True):
        if offset in hidden:
            assert char == visible_replacement(text[offset])
        else:
            assert char == text[offset]


@given(TEXTS)
def test_the_fixes_of_all_problems_clean_the_text(text: str) -> None:
    changes = [
        change
        for problem in hidden_problems(text)
        for change in (problem.fix.changes if problem.fix else ())
        if isinstance(change, Edit)
    ]
    assert apply_edits(text, changes) == without_hidden(text)[0]


def test_each_kind_is_reported_once_with_its_number() -> None:
    prefix = "The text contains an invisible character:"
    problems = list(hidden_problems("a\u00a0b\u00a0c\u200bd"))
    assert [problem.message for problem in problems] == [
        f"{prefix} U+00A0 NO-BREAK SPACE, 2 times, first here.",
        f"{prefix} U+200B ZERO WIDTH SPACE.",
    ]
    assert [problem.span for problem in problems] == [(1, 2), (5, 6)]
    assert [problem.fix.safe for problem in problems if problem.fix] == [True, False]
    assert {problem.rule for problem in problems} == {"hidden-character"}


def test_a_file_of_many_kinds_does_not_flood_the_report() -> None:
    text = "".join(map(chr, range(0xE000, 0xF000)))
    assert len(list(hidden_problems(text))) == MOST_KINDS


@given(TEXTS | st.text(st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)))
def test_an_escaped_name_prints_anywhere(text: str) -> None:
    assert prints(escape_hidden(text))
    assert escape_hidden(text).encode("utf-8").decode("utf-8") == escape_hidden(text)


@given(TEXTS | st.text("\\nx0a\n"), TEXTS | st.text("\\nx0a\n"))
def test_no_two_names_are_shown_alike(one: str, other: str) -> None:
    assert (escape_hidden(one) == escape_hidden(other)) == (one == other)


def test_a_line_end_and_its_escape_look_different() -> None:
    assert escape_hidden("a\nb.yaml") == r"a\nb.yaml"
    assert escape_hidden(r"a\nb.yaml") == r"a\\nb.yaml"


def test_escapes_show_what_a_name_hides() -> None:
    assert escape_hidden("a\nb\x1b\u202e\udcff’s $(x).yaml") == r"a\nb\x1b\u202e\udcff’s $(x).yaml"
