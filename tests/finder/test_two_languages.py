"""Python and JavaScript answer alike: characters, words, slips and whole answers."""

import json
import random
import sys
import unicodedata
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from bench.synthetic import Size, write_catalog
from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.finder import Facets, FinderIndex, find, finder_index
from catalog_tool.site.finder.slips import is_slip, is_slip_in_beginning, within_edits
from catalog_tool.site.finder.words import name_words, query_words
from catalog_tool.text.ordering import latin, slug
from tests.finder.catalogs import catalog_named
from tests.finder.engine import answers_in_javascript, in_javascript

Asked = list[tuple[str, dict[str, list[str]]]]

# From here on all is for private use, and has no case, accent or decomposition: some stand for all.
PRIVATE_PLANES = 0xF0000


def characters() -> list[str]:
    """Return every character that Python knows, between two letters, and thrice by itself."""
    known = map(
        chr, (*range(PRIVATE_PLANES + 0x100), *range(sys.maxunicode - 0x100, sys.maxunicode))
    )
    return [
        f"a{char}b {char * 3}" for char in known if unicodedata.category(char) not in {"Cn", "Cs"}
    ]


def test_all_of_unicode_folds_and_splits_alike() -> None:
    texts = characters()
    call = "(text) => [catalogNames.latin(text), catalogFinder.nameWords(text)]"
    answers = in_javascript(call, texts)
    ours = ([latin(text), list(name_words(text))] for text in texts)
    both = zip(texts, ours, answers, strict=True)
    assert [(text, our, their) for text, our, their in both if our != their] == []


NAMES = [
    *("IBM i (AS/400)", "Zürich", "Ørsted", "株式会社", "  ", "-a-", "🦄", "İstanbul"),
    *("x" * 80, f"{'x' * 63} y"),
]


def test_names_have_the_same_slugs_and_words() -> None:
    assert in_javascript("catalogNames.slug", NAMES) == [slug(name) for name in NAMES]
    longest = ["a b " * 40, "é" * 300, "\U0001f984" * 199 + "x y", "𠀀" * 250]
    typed = [*NAMES, *longest]
    assert in_javascript("catalogFinder.queryWords", typed) == [list(query_words(t)) for t in typed]


def slipped(word: str, generator: random.Random) -> str:
    """Return a word with one letter missing, added, changed or swapped."""
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
        found.append((typed, word))
    return found


def test_a_slip_is_one_edit_that_touches_no_digit(pairs: list[tuple[str, str]]) -> None:
    for typed, word in pairs:
        if typed == word:
            continue
        digits = [[char for char in text if char.isdigit()] for text in (typed, word)]
        if is_slip(typed, word):
            assert OSA.distance(typed, word) == 1, (typed, word)
            assert digits[0] == digits[1], (typed, word)
        elif digits == [[], []]:
            assert OSA.distance(typed, word) > 1, (typed, word)


def test_slips_and_edits_are_the_same(pairs: list[tuple[str, str]]) -> None:
    call = """([typed, word]) => [
        catalogFinder.isSlip(typed, word),
        catalogFinder.isSlipInBeginning(typed, word),
        catalogFinder.withinEdits(typed, word, 2) ?? null,
    ]"""
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    ours = [
        [is_slip(*pair), is_slip_in_beginning(*pair), within_edits(*pair, 2)] for pair in differing
    ]
    assert in_javascript(call, differing) == ours


def mistyped(name: str, generator: random.Random) -> str:
    """Return what somebody could type who wants a name."""
    typed = name[: generator.randint(1, len(name))] if generator.random() < 0.3 else name
    for _ in range(generator.choice([0, 0, 1, 1, 2])):
        typed = slipped(typed, generator) or "x"
    words = typed.split()
    if generator.random() < 0.2:
        generator.shuffle(words)
    asked = generator.choice(["", "", "", "who connects our ", "the ", "rest ", f"{name} "])
    return asked + " ".join(words)


def several(names: list[str], generator: random.Random) -> str:
    """Return some names in one query, or words of them."""
    chosen = generator.sample(names, generator.randint(2, 3))
    return " ".join(generator.choice([name, *name.split()]) for name in chosen)


def some_queries(index: FinderIndex, count: int, seed: int) -> Asked:
    generator = random.Random(seed)  # noqa: S311 - the same queries in each run
    aliases = [alias for each in (*index.applications, *index.unlisted) for alias in each.aliases]
    names = [*(owner.name for owner in index.owners), *aliases, *index.categories.values()]
    values = {facet: [*known, "none"] for facet, known in index.facets.names.items()}
    asked: Asked = []
    for _ in range(count):
        chosen: dict[str, list[str]] = {
            facet: generator.sample(known, min(len(known), generator.randint(1, 2)))
            for facet, known in values.items()
            if generator.random() < 0.25
        }
        one = mistyped(generator.choice(names), generator)
        query = several(names, generator) if generator.random() < 0.3 else one
        asked.append((query, chosen))
    return asked


def differences(publication: Publication, asked: Asked) -> list[str]:
    index = finder_index(publication.catalog)
    theirs = answers_in_javascript(publication, asked)
    return [
        f"{query!r} {chosen}"
        for (query, chosen), their in zip(asked, theirs, strict=True)
        if json.loads(json.dumps(find(index, query, facets_of(chosen)).as_json())) != their
    ]


def facets_of(chosen: dict[str, list[str]]) -> Facets:
    return Facets(**{facet: frozenset(ids) for facet, ids in chosen.items()})


@pytest.mark.parametrize("name", ["own", "many"])
def test_real_catalogs_are_answered_alike(name: str) -> None:
    index = finder_index(catalog_named(name).catalog)
    assert differences(catalog_named(name), some_queries(index, 400, seed=5)) == []


def test_a_large_catalog_is_answered_alike(tmp_path: Path) -> None:
    write_catalog(tmp_path, Size(150, 120))
    publication = check(load_settings(tmp_path / "mkdocs.yml"), rules={}).publication
    index = finder_index(publication.catalog)
    assert differences(publication, some_queries(index, 400, seed=6)) == []
