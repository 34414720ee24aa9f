"""The script's characters, words, slips, and edits."""

import random
import re
import sys
import unicodedata
from itertools import chain

import pytest
from rapidfuzz.distance import OSA

from catalog_tool.text.ordering import latin, separate_words, slug
from tests.sampling import sample
from tests.site.finder.engine import in_javascript

MOST_CHARACTERS = 200

# Characters from here on are for private use, without case or decomposition. A few are enough.
PRIVATE_PLANES = 0xF0000

# Thai and Lao, Burmese, leading consonants of Hangul, Khmer, radicals, kana, ideographs.
DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u115f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
PARTS = re.compile(f"[0-9]+|[{DENSE}]|[^0-9{DENSE}]+")


def name_words(name: str) -> list[str]:
    """Return the words of a name, with separate digits and characters of scripts without spaces."""
    return [part for word in separate_words(latin(name)).split() for part in PARTS.findall(word)]


def query_words(query: str) -> list[str]:
    return separate_words(latin(query[:MOST_CHARACTERS])).split()


# Hangul and most ideographs: two thirds of all characters, which differ least.
ALIKE = (
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xAC00, 0xD7A4),
    range(0x20000, 0x33000),
)


def characters() -> list[str]:
    """Return every character of Python, between two letters, and three times by itself."""
    points = (*range(PRIVATE_PLANES + 0x100), *range(sys.maxunicode - 0x100, sys.maxunicode))
    alike = frozenset(chain.from_iterable(ALIKE))
    known = [*sample([*sorted(alike)], 16), *(each for each in points if each not in alike)]
    return [
        f"a{char}b {char * 3}"
        for char in map(chr, known)
        if unicodedata.category(char) not in {"Cn", "Cs"}
    ]


def test_all_of_unicode_folds_as_in_python_and_splits() -> None:
    texts = characters()
    call = "(text) => [catalogNames.latin(text), catalogFinder.nameWords(text)]"
    answers = in_javascript(call, texts)
    ours = ([latin(text), name_words(text)] for text in texts)
    both = zip(texts, ours, answers, strict=True)
    assert [(text, our, their) for text, our, their in both if our != their] == []


NAMES = [
    *("IBM i (AS/400)", "Zürich", "Ørsted", "株式会社", "  ", "-a-", "🦄", "İstanbul"),
    *("x" * 80, f"{'x' * 63} y"),
]


def test_names_have_the_slugs_of_their_pages() -> None:
    assert in_javascript("catalogNames.slug", NAMES) == [slug(name) for name in NAMES]


def test_a_query_has_only_its_first_characters() -> None:
    longest = ["a b " * 40, "é" * 300, "\U0001f984" * 199 + "x y", "𠀀" * 250]
    typed = [*NAMES, *longest]
    assert in_javascript("catalogFinder.queryWords", typed) == [query_words(text) for text in typed]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Frontier chris21 (AS/400)", ["frontier", "chris", "21", "as", "400"]),
        ("Straße & Söhne", ["strasse", "sohne"]),
        ("東京Gate 2", ["東", "京", "gate", "2"]),
        ("⁂ !", []),
    ],
)
def test_a_name_has_words(name: str, words: list[str]) -> None:
    assert in_javascript("catalogFinder.nameWords", [name]) == [words]


def slipped(word: str, generator: random.Random) -> str:
    """Return a word with one letter missing, added, changed, or swapped."""
    at = generator.randrange(len(word))
    letter = generator.choice("abcdxyz019")
    return generator.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
    )


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    generator = random.Random(11)  # noqa: S311 - the same pairs in each run
    words = ["racf", "topsecret", "chris21", "as400", "aaaa", "abab", "peoplesoft", "db2"]
    found = []
    for _ in range(3_000):
        word = generator.choice(words)
        typed = word
        for _ in range(generator.randint(0, 3)):
            typed = slipped(typed, generator) or "x"
        if typed != word:
            found.append((typed, word))
    return found


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def test_a_slip_is_one_edit_that_touches_no_digit(pairs: list[tuple[str, str]]) -> None:
    are_slips = in_javascript("(pair) => catalogFinder.isSlip(...pair)", pairs)
    assert set(are_slips) == {True, False}
    for (typed, word), is_slip in zip(pairs, are_slips, strict=True):
        if is_slip:
            assert OSA.distance(typed, word) == 1, (typed, word)
            assert digits(typed) == digits(word), (typed, word)
        elif not (digits(typed) or digits(word)):
            assert OSA.distance(typed, word) > 1, (typed, word)


def test_a_slip_in_a_beginning_is_found(pairs: list[tuple[str, str]]) -> None:
    call = "([typed, word]) => catalogFinder.isSlipInBeginning(typed, word)"
    are_begun = in_javascript(call, pairs)
    assert set(are_begun) == {True, False}
    for (typed, word), is_begun in zip(pairs, are_begun, strict=True):
        beginnings = (word[:end] for end in range(len(word) + 1))
        nearest = min(OSA.distance(typed, beginning) for beginning in beginnings)
        if is_begun:
            assert typed[0] == word[0], (typed, word)
            assert nearest <= 1, (typed, word)


def test_edits_are_counted_up_to_a_limit(pairs: list[tuple[str, str]]) -> None:
    call = "([typed, word]) => catalogFinder.withinEdits(typed, word, 2) ?? null"
    distances = [OSA.distance(typed, word) for typed, word in pairs]
    expected = [distance if distance <= 2 else None for distance in distances]
    assert in_javascript(call, pairs) == expected
