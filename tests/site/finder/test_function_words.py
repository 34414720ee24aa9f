"""Words that only ask: which there are, and that none of them hides a name."""

from __future__ import annotations

import pytest

from catalog_tool.site.finder import Finder
from catalog_tool.site.finder.function_words import FUNCTION_WORDS, languages_of, words_of
from catalog_tool.site.finder.words import light_words, words_column
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.engine import in_javascript

GERMAN = "Wir sperren Ausweise, und zwar immer dann, wenn jemand das Haus verlässt.\n"
FRENCH = "Nous fermons les badges pendant un congé, et chaque agent le voit dans son dossier.\n"
NAMES = ("Work Market", "Beyond Identity", "Before Flight", "Make", "Give", "All Hands", "Take Two")


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (GERMAN, {"de"}),
        (FRENCH, {"fr"}),
        ("We close badges once a person leaves, but only then.", {"en"}),
        ("Das Krankenhaus und die Klinik", set()),
        ("Zutrittskontrolle, RACF", set()),
    ],
)
def test_a_text_is_in_the_languages_whose_function_words_it_has(
    text: str, languages: set[str]
) -> None:
    assert languages_of([text]) == languages


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (GERMAN, "Wer kümmert sich darum, Ausweise zu sperren?"),
        (GERMAN, "Gibt es jemanden, der uns bei Ausweisen hilft?"),
        (GERMAN, "Was macht man mit Ausweisen, während man noch dort ist, und was danach?"),
        (FRENCH, "Qui travaille avec des badges ?"),
        (FRENCH, "Est-ce que quelques partenaires peuvent faire des badges, et comment ?"),
        ("We close badges.\n", "Which of them gives us badges before, after, or even during it?"),
        ("We close badges.\n", "Who could get us off our badges, and what happens then?"),
    ],
)
def test_words_that_only_ask_are_not_said_to_be_unmentioned(text: str, query: str) -> None:
    answer = Finder(publication([partner(name="Contoso", description=text)]).catalog).find(query)
    found = [*answer.mentioned, *answer.partly]
    asking = words_of(" ".join(FUNCTION_WORDS.values()))
    assert [each.id for each in found] == ["p0"]
    assert asking.isdisjoint(words_of(" ".join([*answer.unsaid, *found[0].missing])))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("question", ["{}", "who connects {}?", "{} connector"])
def test_a_name_that_begins_with_such_a_word_is_found(name: str, question: str) -> None:
    finder = Finder(publication([partner(applications=NAMES)]).catalog)
    assert finder.find(question.format(name)).applications[0].name == name


@pytest.mark.parametrize("word", "mine fast bin car font plus except sauf one deux RACF".split())
def test_words_that_mean_something_else_are_searched_for(word: str) -> None:
    light = light_words(texts=[GERMAN, FRENCH])
    assert word.lower() not in light["fillers"] | light["kinds"]


def test_a_column_of_words_is_read_back() -> None:
    sets = [{"wer", "machen", "macht", "a", "ab", "ärger", "x" * 40, "x" * 41}, {"a"}]
    columns = [words_column(each) for each in sets]
    read = in_javascript("(column) => [...catalogFinder.wordsOfColumn(column)]", columns)
    assert read == [sorted(each) for each in sets]
