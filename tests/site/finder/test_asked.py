"""What a sentence of an entry says is found, whatever form people give its words."""

import pytest

from tests.site.finder.asked import faults, questions
from tests.site.finder.catalogs import catalog_named, finder_of

SEEDS = range(3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["own", "questions", "town"])
def test_the_partner_that_says_it_is_found_and_quoted(name: str, seed: int) -> None:
    finder = finder_of(name)
    asked = list(questions(catalog_named(name), seed))
    assert len(asked) > 15
    wrong = {each.text: faults(each, finder.find(each.text)) for each in asked}
    assert {text: found for text, found in wrong.items() if found} == {}
