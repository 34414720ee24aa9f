"""The words of texts, in Python and in the script, and the sentence around them."""

import json
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.site.finder.texts import text_words
from tests.site.finder.engine import in_javascript

# What a customer types is split as what a partner wrote.
TERMS = "(text) => catalogFinder.queryWords(text).map(catalogFinder.textTerms)"
SENTENCE = """([text, ...words]) =>
    catalogFinder.bestSentence([["note", text]], words, words.slice(-1))"""


@given(
    st.lists(st.text(min_size=1, max_size=12).filter(lambda word: word.strip()), max_size=8).map(
        " ".join
    )
)
@example("AS/400, C++ and C# on .NET")
@example("東京都 Gate2")
@example("Straße Ørsted İstanbul ﬁx")
def test_every_word_of_a_text_finds_it(text: str) -> None:
    words = set(text_words(text))
    if any(unicodedata.category(char) in {"Cn", "Cs"} for char in text):
        return  # the script may know other characters
    (terms,) = in_javascript(TERMS, [text])
    assert {term for each in terms for term in each} <= words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AS/400", ["as400"]),
        ("SAP S/4HANA", ["s4hana", "4hana"]),
        ("C++, C# and .NET", ["plusplus", "sharp", "dot", "net"]),
        ("z/OS, tamper-proof, McDonald's", ["zos", "tamperproof", "mcdonalds"]),
        ("東京都", ["東京", "京都", "都"]),
        ("https://unifysolutions.net/identity/unifyconnect", ["unifyconnect"]),
    ],
)
def test_a_text_has_these_words(text: str, words: list[str]) -> None:
    assert set(words) <= set(text_words(text))


LONG = "The gateway provisions users, groups, and roles " * 10

SENTENCES: list[tuple[list[str], str, list[str]]] = [
    (["One. Two linux. Three.", "linux"], "Two linux.", ["linux"]),
    (
        ["Linux is one\nUnix servers is two", "unix", "server"],
        "Unix servers is two",
        ["Unix", "servers"],
    ),
    (["It reads databases.", "database"], "It reads databases.", ["databases"]),
    (["Programs in C++ run.", "plusplus"], "Programs in C++ run.", ["C++"]),
    (["It runs on .NET.", "dot", "net"], "It runs on .NET.", [".NET"]),
    (["For AS/400 and more", "as400"], "For AS/400 and more", ["AS/400"]),
    (["For AS400 and more", "as400"], "For AS400 and more", ["AS400"]),
    (["東京都の銀行。大阪。", "銀行"], "東京都の銀行。", ["東京都の銀行"]),
    (["Ørsted Straße", "orsted", "strasse"], "Ørsted Straße", ["Ørsted", "Straße"]),
    (["It provisions", "prov"], "It provisions", ["provisions"]),
    (["It has other words", "linux"], "", []),
]


@pytest.mark.parametrize(("asked", "sentence", "marked"), SENTENCES)
def test_the_sentence_with_the_words_is_marked(
    asked: list[str], sentence: str, marked: list[str]
) -> None:
    (found,) = in_javascript(SENTENCE, [asked])
    assert found["sentence"] == sentence
    assert [sentence[start:end] for start, end in found["marks"]] == marked


@given(st.integers(0, 300), st.sampled_from(["linux", "🦄", "東京"]), st.integers(0, 300))
def test_a_long_sentence_is_cut_around_the_words(before: int, filler: str, after: int) -> None:
    text = f"{(filler + ' ') * before}Unix {(filler + ' ') * after}".strip()
    (found,) = in_javascript(SENTENCE, [[text, "unix"]])
    sentence: str = found["sentence"]
    units = sentence.encode("utf-16-le")
    assert len(units) // 2 <= 202
    ((start, end),) = found["marks"]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Unix"
    assert sentence.strip("…") in text
    json.dumps(sentence).encode()


def test_a_long_word_is_cut_between_letters() -> None:
    (found,) = in_javascript(SENTENCE, [["Unix " + "🦄" * 300, "unix"]])
    assert re.fullmatch("Unix ?🦄*…", found["sentence"])


def test_hostile_words_have_no_meaning() -> None:
    hostile: list[Any] = ["__proto__", "constructor", "toString", "(a+)+$", "\\", "</script>"]
    (terms,) = in_javascript(TERMS, [" ".join(hostile)])
    assert terms == [["proto"], ["constructor"], ["tostring"], ["a"], ["script"]]
