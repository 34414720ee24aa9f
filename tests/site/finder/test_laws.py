"""Rules for every query: no fuzzy answer first, correct counts, limits."""

import random

import pytest

from catalog_tool.model.catalog import Catalog
from catalog_tool.site.finder import Facet, Finder, FinderAnswer, Match, facet_values, find
from tests.sampling import sample
from tests.site.finder.catalogs import catalog_named, finder_of
from tests.site.finder.test_words import MOST_CHARACTERS, slipped

Chosen = dict[Facet, list[str]]


def mistyped(name: str, generator: random.Random) -> str:
    """Return a query that somebody could type to find a name."""
    typed = name[: generator.randint(1, len(name))] if generator.random() < 0.3 else name
    for _ in range(generator.choice([0, 0, 1, 1, 2])):
        typed = slipped(typed, generator) or "x"
    words = typed.split()
    if generator.random() < 0.2:
        generator.shuffle(words)
    asked = generator.choice(["", "", "", "who connects our ", "the ", "rest ", f"{name} "])
    return asked + " ".join(words)


def several(names: list[str], generator: random.Random) -> str:
    """Return a query of several names, or of their words."""
    chosen = generator.sample(names, generator.randint(2, 3))
    return " ".join(generator.choice([name, *name.split()]) for name in chosen)


def some_queries(catalog: Catalog, count: int, seed: int) -> list[tuple[str, Chosen]]:
    generator = random.Random(seed)  # noqa: S311 - the same queries in each run
    known = catalog.vocabulary.applications
    facets = facet_values(catalog)
    names = sorted(
        {
            *(application.name for application in catalog.applications),
            *(entry.title for entry in catalog.entries),
            *known,
            *(alias for application in known.values() for alias in application.aliases),
            *facets["category"].values(),
        }
    )
    asked = []
    for _ in range(count):
        chosen = {
            facet: generator.sample([*values, "none"], generator.randint(1, 2))
            for facet, values in facets.items()
            if generator.random() < 0.25
        }
        one = mistyped(generator.choice(names), generator)
        query = several(names, generator) if generator.random() < 0.3 else one
        asked.append((query, chosen))
    return asked


@pytest.fixture(scope="module", params=["own", "many"])
def name(request: pytest.FixtureRequest) -> str:
    named: str = request.param
    return named


@pytest.fixture(scope="module")
def catalog(name: str) -> Catalog:
    return catalog_named(name).catalog


@pytest.fixture(scope="module")
def finder(name: str) -> Finder:
    return finder_of(name)


@pytest.fixture(scope="module")
def answers(catalog: Catalog, finder: Finder) -> list[tuple[FinderAnswer, Chosen]]:
    asked = sample(some_queries(catalog, 300, seed=8), 3)
    return [(finder.find(query, chosen), chosen) for query, chosen in asked]


def count(answer: FinderAnswer) -> int:
    """Return the number of partners in an answer."""
    listing = {id_ for each in answer.applications for id_ in each.partners}
    mentioned = {each.id for each in answer.mentioned if each.id}
    return len(listing | mentioned | {each.id for each in answer.partners})


def test_no_typo_comes_before_an_exact_match(
    answers: list[tuple[FinderAnswer, Chosen]],
) -> None:
    for answer, _ in answers:
        for found in (answer.applications, answer.partners):
            typos = [each.match is Match.TYPO for each in found]
            assert typos == sorted(typos), answer.query


def test_nothing_is_found_twice(answers: list[tuple[FinderAnswer, Chosen]]) -> None:
    for answer, _ in answers:
        listing = {id_ for each in answer.applications for id_ in each.partners}
        assert listing.isdisjoint(each.id for each in answer.may_connect)
        assert len({each.name for each in answer.applications}) == len(answer.applications)
        assert len({each.id for each in answer.partners}) == len(answer.partners)


def test_a_count_equals_the_results_with_only_that_value(
    finder: Finder, answers: list[tuple[FinderAnswer, Chosen]]
) -> None:
    for answer, chosen in answers:
        for facet, values in answer.facets.items():
            for value in values:
                narrowed = finder.find(answer.query, {**chosen, facet: [value.id]})
                assert value.count == count(narrowed)


def test_removing_a_filter_gives_the_stated_count(
    finder: Finder, answers: list[tuple[FinderAnswer, Chosen]]
) -> None:
    loosened = [(answer, chosen) for answer, chosen in answers if answer.loosened]
    assert loosened
    for answer, chosen in loosened:
        assert not answer.is_found
        for each in answer.loosened:
            wider = {} if each.facet == "all" else {**chosen, each.facet: []}
            assert each.count == count(finder.find(answer.query, wider))


def test_every_name_and_alias_finds_its_own(catalog: Catalog, finder: Finder) -> None:
    for application in catalog.applications:
        aliases = application.known.aliases if application.known else ()
        for name in (application.name, application.name.upper(), *aliases):
            best = finder.find(name).applications[0]
            assert best.name == application.name, name
            assert best.match in {Match.EXACT, Match.ALIAS}
    for entry in catalog.entries:
        best_partner = finder.find(entry.title).partners[0]
        assert (best_partner.id, best_partner.match) == (entry.id, Match.EXACT)


def test_a_query_is_read_up_to_its_limit(finder: Finder) -> None:
    answer = finder.find("x" * 1_000_000 + " epic")
    assert len(answer.query) == MOST_CHARACTERS
    assert not answer.is_found
    everything = finder.find("").applications
    assert finder.find(" " * MOST_CHARACTERS + "epic").applications == everything
    assert finder.find("epic " * 1_000).applications[0].name == "Epic"


def test_a_query_without_words_finds_everything() -> None:
    finder, catalog = finder_of("many"), catalog_named("many").catalog
    for query in ("", "  ", "???", "who", "who connects our"):
        answer = finder.find(query)
        names = [application.name for application in catalog.applications]
        assert [each.name for each in answer.applications] == names
        assert [each.id for each in answer.partners] == [entry.id for entry in catalog.entries]
        assert {each.match for each in answer.applications} == {Match.ALL}
        assert answer.may_connect == ()


def test_questions_are_read_in_the_language_of_the_catalog() -> None:
    own = catalog_named("own")
    german = own.settings.model_copy(update={"language": "de"})
    question = "Wer verwaltet RACF?"
    in_german = find(own.catalog, question, settings=german).applications[0]
    assert (in_german.name, in_german.match) == ("IBM RACF", Match.ALIAS)
    assert find(own.catalog, question).applications[0].match is Match.MENTIONED
