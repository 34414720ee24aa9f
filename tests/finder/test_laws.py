"""What holds for every query: no fuzzy answer first, counts that are true, bounds."""

import random

import pytest

from catalog_tool.site.finder import Answer, Facets, FinderIndex, Match, find, finder_index
from catalog_tool.site.finder.words import MOST_CHARACTERS
from tests.finder.catalogs import catalog_named
from tests.finder.test_two_languages import facets_of, some_queries


@pytest.fixture(scope="module", params=["own", "many"])
def index(request: pytest.FixtureRequest) -> FinderIndex:
    return finder_index(catalog_named(request.param).catalog)


@pytest.fixture(scope="module")
def answers(index: FinderIndex) -> list[tuple[Answer, Facets]]:
    asked = some_queries(index, 300, seed=8)
    return [(find(index, query, facets_of(ids)), facets_of(ids)) for query, ids in asked]


def count(answer: Answer) -> int:
    return len(answer.applications) + len(answer.partners)


def test_no_typo_comes_before_what_was_typed_right(answers: list[tuple[Answer, Facets]]) -> None:
    for answer, _ in answers:
        for found in (answer.applications, answer.partners):
            typos = [each.match is Match.TYPO for each in found]
            assert typos == sorted(typos), answer.query


def test_nobody_is_found_twice(answers: list[tuple[Answer, Facets]]) -> None:
    for answer, _ in answers:
        listing = {id_ for each in answer.applications for id_ in each.partners}
        assert listing.isdisjoint(each.id for each in answer.may_connect)
        assert len({each.name for each in answer.applications}) == len(answer.applications)
        assert len({each.id for each in answer.partners}) == len(answer.partners)


def test_a_count_is_what_choosing_the_value_alone_finds(
    index: FinderIndex, answers: list[tuple[Answer, Facets]]
) -> None:
    for answer, chosen in random.Random(1).sample(answers, 60):  # noqa: S311 - the same each time
        for facet, values in answer.facets.items():
            for value in values:
                alone = {each: chosen.of(each) for each in answer.facets} | {facet: {value.id}}
                narrowed = Facets(**{each: frozenset(ids) for each, ids in alone.items()})
                assert value.count == count(find(index, answer.query, narrowed))


def test_a_loosened_choice_finds_what_it_says(
    index: FinderIndex, answers: list[tuple[Answer, Facets]]
) -> None:
    loosened = [(answer, chosen) for answer, chosen in answers if answer.loosened]
    assert loosened
    for answer, chosen in loosened:
        assert not answer.is_found
        for each in answer.loosened:
            wider = Facets() if each.facet == "all" else chosen.without(each.facet)
            assert each.count == count(find(index, answer.query, wider))


def test_every_name_and_alias_finds_its_own(index: FinderIndex) -> None:
    for application in index.applications:
        for name in (application.name, application.name.upper(), *application.aliases):
            best = find(index, name).applications[0]
            assert best.name == application.name, name
            assert best.match in {Match.EXACT, Match.ALIAS}
    for partner in index.partners:
        assert find(index, partner.name).partners[0].id == partner.id
        assert find(index, partner.name).partners[0].match is Match.EXACT


def test_a_query_is_read_to_its_bound(index: FinderIndex) -> None:
    answer = find(index, "x" * 1_000_000 + " epic")
    assert len(answer.query) == MOST_CHARACTERS
    assert not answer.is_found
    assert find(index, " " * MOST_CHARACTERS + "epic").applications == find(index, "").applications
    assert find(index, "epic " * 1_000).applications[0].name == "Epic"


def test_without_a_word_everything_is_found() -> None:
    index = finder_index(catalog_named("many").catalog)
    for query in ("", "  ", "???", "who", "who connects our"):
        answer = find(index, query)
        assert [each.name for each in answer.applications] == [a.name for a in index.applications]
        assert [each.id for each in answer.partners] == [p.id for p in index.partners]
        assert {each.match for each in answer.applications} == {Match.ALL}
        assert answer.may_connect == ()
