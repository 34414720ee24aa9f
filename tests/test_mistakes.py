"""Entries as partners really send them: what the check says, and what its fixes make of them."""

import re

import pytest

from catalog_tool.model.diagnostic import Severity
from tests.mistake_corpus import CORPUS, Mistake, all_mistakes, expectation, texts_of
from tests.mistakes_page import CHAPTERS, PAGE, page

# A mistake of several lines or values has a message for each; everything else has one.
SEVERAL = {
    "application alias": 2,
    "duplicate key and a slip": 2,
    "equals signs": 2,
    "from word": 5,
    "group with dash": 2,
    "groups with commas": 2,
    "interfaces in own words": 2,
    "key alone on the last line": 2,
    "keys in capitals": 5,
    "keys in french": 3,
    "keys in german": 5,
    "keys in other words": 5,
    "keys in spanish": 5,
    "comma after every value": 5,
    "comma after value": 2,
    "list with commas at ends": 2,
    "more than ten slips": 10,
    "name taken": 2,
    "notepad": 2,
    "optional keys that say nothing": 4,
    "optional keys without value": 4,
    "placeholders left": 3,
    "quotation marks that point inward": 4,
    "semicolons at ends": 5,
    "tabs and commas": 2,
    "three slips": 5,
}
WORDS_OF_THE_PARSER = re.compile(
    r"expected <|did not find|could not find|found character|mapping values|not valid YAML"
)

every_mistake = pytest.mark.parametrize("mistake", all_mistakes(), ids=lambda each: each.path.stem)


@every_mistake
def test_mistake(mistake: Mistake) -> None:
    assert expectation(mistake) == mistake.expectation.read_text(encoding="utf-8")


@every_mistake
def test_one_mistake_is_one_message_with_advice(mistake: Mistake) -> None:
    found = mistake.diagnostics()
    assert len(found) == SEVERAL.get(mistake.name, 1)
    for each in found:
        assert each.hint
        assert not WORDS_OF_THE_PARSER.search(each.message)


@every_mistake
def test_fixes_make_nothing_worse_and_end(mistake: Mistake) -> None:
    before = mistake.diagnostics()
    for unsafe in (False, True):
        left = mistake.fixed(unsafe=unsafe).left
        assert len(left) <= len(before)
        assert not any(each.fix and (each.fix.safe or unsafe) for each in left)


def test_each_expectation_has_its_mistake() -> None:
    assert {each.expectation for each in all_mistakes()} == {*CORPUS.rglob("*.expected")}
    assert {each.path.parent.name for each in all_mistakes()} == CHAPTERS.keys()


def test_most_mistakes_have_safe_fixes() -> None:
    fixed = [each for each in all_mistakes() if not each.fixed(unsafe=False).left]
    assert len(fixed) > len(all_mistakes()) / 2


def test_a_mistake_is_a_mistake() -> None:
    for mistake in all_mistakes():
        found = mistake.diagnostics()
        worst = min((each.severity.rank for each in found), default=None)
        assert worst in {Severity.ERROR.rank, Severity.WARNING.rank}, mistake.name
        assert texts_of(mistake)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
