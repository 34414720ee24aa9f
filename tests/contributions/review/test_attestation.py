"""Which boxes of a description count: those that GitHub shows as checked, with unchanged text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.model.attestation import (
    LONGEST_DESCRIPTION,
    TEMPLATE_FILE,
    BoxState,
    Statement,
    box_states,
    statements,
    template,
)
from catalog_tool.model.settings import Settings
from tests.documents import REPOSITORY
from tests.site.exporters.catalogs import own_publication

SETTINGS = Settings(root=Path(), repository="https://github.com/contoso/catalog")
STATEMENT = Statement("I agree to the [terms](https://contoso.com/terms) of it.")
WORDS = STATEMENT.markdown

ANSWERS = {
    "ticked": (f"- [x] {WORDS}", BoxState.YES),
    "ticked with a capital": (f"- [X] {WORDS}", BoxState.YES),
    "ticked with another marker": (f"* [x] {WORDS}", BoxState.YES),
    "ticked with a number": (f"1. [x] {WORDS}", BoxState.YES),
    "ticked with the line ends of browsers": (f"Hi.\r\n\r\n- [x] {WORDS}\r\n", BoxState.YES),
    "ticked twice": (f"- [x] {WORDS}\n- [x] {WORDS}", BoxState.YES),
    "ticked in a fold": (f"<details>\n\n- [x] {WORDS}\n\n</details>", BoxState.YES),
    "with more blanks": (f"- [x]   {WORDS.replace(' ', '  ')}", BoxState.YES),
    "not ticked": (f"- [ ] {WORDS}", BoxState.UNTICKED),
    "both": (f"- [x] {WORDS}\n- [ ] {WORDS}", BoxState.BOTH),
    "nothing": ("", BoxState.MISSING),
    "no box": (f"- {WORDS}", BoxState.MISSING),
    "no list": (f"[x] {WORDS}", BoxState.MISSING),
    "no blank after the box": (f"- [x]{WORDS}", BoxState.MISSING),
    "another mark in the box": (f"- [y] {WORDS}", BoxState.MISSING),
    "a Cyrillic letter in the box": (f"- [х] {WORDS}", BoxState.MISSING),
    "a picture of a box": (f"- ☑ {WORDS}", BoxState.MISSING),
    "other words": (f"- [x] {WORDS.replace('agree', 'do not agree')}", BoxState.MISSING),
    "words added": (f"- [x] {WORDS} Or not.", BoxState.MISSING),
    "words added on another line": (f"- [x] {WORDS}\n  Or not.", BoxState.MISSING),
    "words struck through": (f"- [x] ~~{WORDS}~~", BoxState.MISSING),
    "another link": (f"- [x] {WORDS.replace('contoso.com', 'example.com')}", BoxState.MISSING),
    "a letter that only looks like it": (f"- [x] {WORDS.replace('I', 'І')}", BoxState.MISSING),
    "a character that is not seen": (f"- [x] {WORDS}\u200b", BoxState.MISSING),
    "in a comment": (f"<!--\n- [x] {WORDS}\n-->", BoxState.MISSING),
    "in a comment without an end": (f"<!--\n\n- [x] {WORDS}", BoxState.MISSING),
    "in a block of code": (f"```\n- [x] {WORDS}\n```", BoxState.MISSING),
    "indented as code": (f"    - [x] {WORDS}", BoxState.MISSING),
    "in a quotation": (f"> - [x] {WORDS}", BoxState.MISSING),
    "in another list": (f"- Boxes:\n  - [x] {WORDS}", BoxState.MISSING),
    "after other words of its element": (f"- No:\n\n  [x] {WORDS}", BoxState.MISSING),
    "where x is the name of a link": (f"- [x] {WORDS}\n\n[x]: https://a.com", BoxState.MISSING),
    "as a heading": (f"- # [x] {WORDS}", BoxState.MISSING),
    "after too many words": (f"{'.' * LONGEST_DESCRIPTION}\n- [x] {WORDS}", BoxState.MISSING),
}


@pytest.mark.parametrize(("description", "answer"), ANSWERS.values(), ids=ANSWERS)
def test_answer(description: str, answer: BoxState) -> None:
    assert box_states([STATEMENT], description) == {STATEMENT: answer}


@given(st.text("->*[]xX `<!#\n\r\t\\(1.)&", max_size=60))
def test_no_surrounding_text_makes_other_words_a_statement(text: str) -> None:
    answered = box_states([STATEMENT], f"{text}[x] I agree.{text}")
    assert answered == {STATEMENT: BoxState.MISSING}


def test_the_template_has_every_box_and_none_is_checked() -> None:
    asked = statements(SETTINGS)
    assert box_states(asked, template(SETTINGS)) == dict.fromkeys(asked, BoxState.UNTICKED)


def test_the_template_with_all_boxes_checked_is_accepted() -> None:
    asked = statements(SETTINGS)
    described = template(SETTINGS).replace("[ ]", "[x]").replace("\n", "\r\n")
    assert box_states(asked, described) == dict.fromkeys(asked, BoxState.YES)


def test_the_boxes_of_this_repository_are_the_expected_ones() -> None:
    settings = own_publication().settings
    committed = (REPOSITORY / TEMPLATE_FILE).read_text(encoding="utf-8")
    assert set(box_states(statements(settings), committed).values()) == {BoxState.UNTICKED}
