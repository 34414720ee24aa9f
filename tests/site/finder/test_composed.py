"""Composed questions are answered as the entries say. oracle.py says what that means."""

from itertools import islice

import pytest

from tests.sampling import IN_CI
from tests.site.finder.catalogs import CONFIGURATIONS, catalog_named, finder_of
from tests.site.finder.oracle import Wish, faults, wishes

QUESTIONS = 600 if IN_CI else 150


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_composed_questions_are_answered_as_the_entries_say(name: str) -> None:
    catalog, finder = catalog_named(name).catalog, finder_of(name)
    asked = list(islice(wishes(catalog, seed=15), QUESTIONS))
    wrong = {wish.question: faults(catalog, wish, finder.find(wish.question)) for wish in asked}
    assert {question: why for question, why in wrong.items() if why} == {}


def test_the_oracle_sees_what_is_wrong() -> None:
    catalog, finder = catalog_named("town").catalog, finder_of("town")
    racf, lenel = Wish("RACF", frozenset({"IBM RACF"})), finder.find("Lenel OnGuard")
    assert faults(catalog, racf, finder.find("RACF")) == []
    assert faults(catalog, racf, lenel) == ["first"]
    assert faults(catalog, racf, finder.find("zzyx")) == ["denied", "first"]
