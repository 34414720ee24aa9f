"""Each recognizer of mistakes in YAML explains a mistake that no other explains the same way."""

import re
from dataclasses import replace

import pytest

from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.loader.yaml import parse_source, repair
from catalog_tool.loader.yaml.mistakes import LEAVE_YAML, RECOGNIZERS
from catalog_tool.loader.yaml.mistakes.line import all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Recognize
from catalog_tool.loader.yaml.mistakes.table import Row
from catalog_tool.model.diagnostic import Problem
from tests.mistake_corpus import all_mistakes, texts_of

EXAMPLES = [
    f"name: Contoso\n{'word ' * 300}end: of it\n",
    "name:Contoso\nwebsite:https://www.contoso.com/\n",
    "--- a\n+++ b\n@@ -0,0 +1 @@\n+Contoso\n",
    "~~~\nContoso Gateway\n~~~\n",
    *(text for each in all_mistakes() for text in texts_of(each).values()),
]


def answer(text: str) -> tuple[Problem, ...]:
    return parse_source("partners/contoso.yaml", text)[1]


ANSWERS = {text: said for text in EXAMPLES if (said := answer(text))}


def is_another_answer() -> bool:
    return any(answer(text) != said for text, said in ANSWERS.items())


def name_of(recognize: Recognize) -> str:
    return recognize.message if isinstance(recognize, Row) else recognize.__name__


@pytest.mark.parametrize("left_out", RECOGNIZERS, ids=name_of)
def test_without_a_recognizer_its_example_gets_another_message(
    left_out: Recognize, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = tuple(each for each in RECOGNIZERS if each is not left_out)
    monkeypatch.setattr(repair, "RECOGNIZERS", others)
    assert is_another_answer()


@pytest.mark.parametrize(
    "left_out", [each for each in RECOGNIZERS if each in LEAVE_YAML], ids=name_of
)
def test_a_mistake_that_leaves_valid_yaml_is_recognized_too(
    left_out: Recognize, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "LEAVE_YAML", LEAVE_YAML - {left_out})
    assert is_another_answer()


def test_each_recognizer_is_listed_once() -> None:
    assert len({*RECOGNIZERS}) == len(RECOGNIZERS)
    assert {*RECOGNIZERS} > LEAVE_YAML


@pytest.mark.parametrize(
    "row", [each for each in RECOGNIZERS if isinstance(each, Row)], ids=name_of
)
def test_the_message_of_a_row_uses_only_groups_of_its_pattern(row: Row) -> None:
    named = {*re.findall(r"\{(\w+)", row.message + row.hint)}
    assert named | {"wrong"} <= row.pattern.groupindex.keys()
    assert bool(row.replacement) <= bool(row.title)


@pytest.mark.parametrize("text", ANSWERS)
def test_a_mistake_is_inside_the_file_and_its_repair_changes_it(text: str) -> None:
    for line in all_lines(text):
        for recognize in RECOGNIZERS:
            if mistake := recognize(line):
                start, end = mistake.span
                assert 0 <= start <= end <= len(text)
                for each in mistake.repair:
                    assert text[each.start : each.end] != each.replacement


def test_the_lines_of_a_broken_file_are_found_once_for_each_repair() -> None:
    text = "name: Contoso\napplications:\n  - IBM RACF\n" + "".join(
        f"- a/b/{at}\n" for at in range(300)
    )
    before = all_lines.cache_info().misses
    limits = replace(ENTRY_LIMITS, own_keys=frozenset({"regions"}))
    _, problems = parse_source("partners/contoso.yaml", text, limits)
    assert len(problems) == repair.MAX_MISTAKES
    # With the keys of the catalog, and without them.
    assert all_lines.cache_info().misses - before <= 2 * repair.MAX_MISTAKES
