"""Letters that look like others: confusables, mixed alphabets, other shapes, too many marks."""

import re
import sys

import pytest
import unicodedata2 as unicodedata
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.text.characters.combining_marks import mark_faults
from catalog_tool.text.characters.compatibility_letters import compatibility_runs, plain_letters
from catalog_tool.text.characters.confusables import drawn_key, in_latin
from catalog_tool.text.characters.scripts import mixed_words

ASCII = st.text(st.characters(max_codepoint=127))


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Аquеrа", "Aquera"),
        ("ΕΡΙC", "EPIC"),
        ("ІВМ", "IBM"),
        ("ＩＢＭ 𝐌𝐢", "IBM Mi"),
        ("ᎪᏴ", "AB"),
        ("Ørsted Łódź Škoda", "Ørsted Łódź Škoda"),
        ("東京", "東京"),
    ],
)
def test_letters_that_are_drawn_like_latin_ones(text: str, latin: str) -> None:
    assert in_latin(text) == latin


@given(ASCII)
def test_ascii_looks_like_itself(text: str) -> None:
    assert in_latin(text) == plain_letters(text) == text
    assert [*mixed_words(text), *compatibility_runs(text), *mark_faults(text)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PaypaI", "Paypal"),
        ("lBM", "IBM"),
        ("0racle", "Oracle"),
        ("Modem Ltd", "Modern Ltd"),
        ("Con toso", "Con-toso"),
        ("Σοntoso", "Σontoso"),
    ],
)
def test_these_are_drawn_alike(one: str, other: str) -> None:
    assert drawn_key(one) == drawn_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("LCO", "Ico"), ("Aquera", "Aquila"), ("SAP", "sap"), ("東京", "京東")]
)
def test_these_are_not_drawn_alike(one: str, other: str) -> None:
    assert drawn_key(one) != drawn_key(other)


@pytest.mark.parametrize(
    ("text", "word", "alphabet", "strangers", "latin"),
    [
        ("the Аquera Gateway", "Аquera", "Latin", ("А",), "Aquera"),
        ("Сбеpбанк", "Сбеpбанк", "Cyrillic", ("p",), "C6ep6ahk"),
        ("TΞSLA", "TΞSLA", "Latin", ("Ξ",), ""),
        ("G๐๐gle", "G๐๐gle", "Latin", ("๐",), "Google"),
        ("M\u0307\u0456cro", "Ṁіcro", "Latin", ("і",), ""),
    ],
)
def test_a_word_of_two_alphabets(
    text: str, word: str, alphabet: str, strangers: tuple[str, ...], latin: str
) -> None:
    (mixed,) = mixed_words(text)
    assert (mixed.word, mixed.alphabet) == (word, alphabet)
    assert (mixed.strangers, mixed.latin) == (strangers, latin)


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя ") | st.text("αβγδεζηθικλμνξοπρστυφχψω "))
def test_one_alphabet_mixes_nothing(text: str) -> None:
    assert list(mixed_words(text)) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ｃｏｎ１", "Con1"),
        ("𝐂𝒐𝖓", "Con"),
        ("ⓒⓞⓝ", "con"),
        ("ᴀᴘɪ", "API"),
        ("ﬁle Ⅳ", "file IV"),
        ("🅲🅾🅽", "CON"),
    ],
)
def test_letters_of_another_shape(text: str, plain: str) -> None:
    assert any(compatibility_runs(text))
    assert plain_letters(text) == plain


@pytest.mark.parametrize(
    "text",
    ["m² CO₂ ½ ①", "1º 2ª", "™ № ℃ µ", "🇩🇪🇯🇵 🅰 Ⓜ ℹ", "（株）㈱ ㍿、！", "ｶﾀｶﾅ", "ǆ ŉ ĳ ß", "Å K Ω"],
)
def test_honest_signs_keep_their_shape(text: str) -> None:
    assert list(compatibility_runs(text)) == []


def test_letters_of_another_shape_are_looked_for_wherever_unicode_has_them() -> None:
    costume = re.compile(r"<(?:font|wide|circle|square|super|sub|compat)>")
    letters = [
        char
        for char in map(chr, range(0x250, sys.maxunicode + 1))
        if costume.match(unicodedata.decomposition(char))
        and re.fullmatch("[A-Za-z]+", unicodedata.normalize("NFKC", char))
    ]
    assert len(letters) > 1_000
    assert [char for char in letters if plain_letters(char) == char] == list("№℠™")


@given(st.text())
def test_runs_are_at_their_offsets(text: str) -> None:
    for run in compatibility_runs(text):
        assert text[run.start :].startswith(run.text)
        assert run.plain.isascii()


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam ế ữ ậ",
        "ᾧ ΐ",
        "בְּרֵאשִׁ֖ית",
        "مُحَمَّدٌ اللّٰه",
        "ผู้ที่นี่",
        "हिन्दी र्क्ष्म्य़ं",
        "མརྒྱུད་བསྒྲུབས",
        "မြွှံ့ ខ្មែរ ស្ត្រី தமிழ்",
        "❤️ 1️⃣ #️⃣ ≠ ∌",
        "Sk̲wx̲wú7mesh ọ́ ǘ が",
    ],
)
def test_honest_marks_pass(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert list(mark_faults(unicodedata.normalize(form, text))) == []


@pytest.mark.parametrize(
    ("text", "shown", "reason"),
    [
        ("e\u0301\u0302\u0303\u0304", "é\u0302\u0303\u0304", "has 4 accents"),
        ("ก็็", "ก็็", "has the same mark twice"),
        ("as\u0336", "s\u0336", "is crossed out or framed by a combining mark"),
        ("a\u20dd", "a\u20dd", "is crossed out or framed by a combining mark"),
        ("\u0301abc", "\u0301", "has no letter under its accent"),
        ("a \u0301bc", "\u0301", "has no letter under its accent"),
        ("א\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5", None, "has 6 marks"),
    ],
)
def test_marks_that_no_language_has(text: str, shown: str | None, reason: str) -> None:
    (fault,) = mark_faults(text)
    assert fault.reason == reason
    assert shown is None or fault.text == shown


@given(st.characters())
def test_one_character_mixes_nothing_and_only_a_mark_lacks_a_letter(char: str) -> None:
    assert list(mixed_words(char)) == []
    is_mark = unicodedata.category(unicodedata.normalize("NFD", char)[0]) in {"Mn", "Me"}
    assert any(mark_faults(char)) <= is_mark
