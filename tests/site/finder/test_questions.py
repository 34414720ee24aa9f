"""Questions of customers. questions/questions.yaml explains what a row says."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check
from catalog_tool.site.finder import FinderAnswer
from tests.site.finder.catalogs import CONFIGURATIONS, catalog_named, finder_of

RIGHT_AT_FIRST_PLACE = 0.95

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    (catalog, question)
    for catalog in ("questions", "own", "town")
    for question in yaml.load(
        (Path(__file__).parent / "questions" / f"{catalog}.yaml").read_text(encoding="utf-8"),
        yaml.CSafeLoader,
    )
]


@pytest.mark.parametrize(
    ("catalog", "question"),
    [pytest.param(*each, id=f"{each[0]}-{each[1]['query']}") for each in QUESTIONS],
)
def test_a_question_is_answered_as_the_entries_say(catalog: str, question: dict[str, Any]) -> None:
    assert faults(catalog, question) == [], question["why"]


def test_of_all_questions_few_are_misplaced_and_none_is_denied_or_wrong() -> None:
    counts = Counter(fault for each in QUESTIONS for fault in faults(*each))
    assert counts["denied"] == 0
    assert counts["wrong"] == 0
    assert counts["not at first place"] <= (1 - RIGHT_AT_FIRST_PLACE) * len(QUESTIONS)


def test_each_question_is_asked_once() -> None:
    assert len({(catalog, question["query"]) for catalog, question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("catalog", ["questions", "town"])
def test_the_catalog_of_the_questions_has_no_problems(catalog: str) -> None:
    assert check(load_settings(CONFIGURATIONS[catalog])).diagnostics == ()


def faults(catalog: str, question: dict[str, Any]) -> list[str]:
    """Return what is wrong with the answer to a question, each in a word or two."""
    answer = finder_of(catalog).find(question["query"])
    found = [each.name for each in answer.applications]
    found += [each.name for each in answer.partners]
    found += [each.name for each in answer.mentioned]
    found += [each.name for each in answer.partly if question["tier"] == "partly"]
    together = answer.together.partners if answer.together else ()
    lists = [together, *(each.partners for each in answer.applications)]
    is_known = question["tier"] != "nobody"
    judgments = {
        "denied": is_known and not found,
        "wrong": (found and not is_known) or set(found) & set(question.get("not", [])),
        "not at first place": is_known and found[:1] not in [[each] for each in question["first"]],
        "tier": tier(answer) != question["tier"].replace("partly", "nobody"),
        "together": "together" in question
        and names(catalog, together) != set(question["together"]),
        "leads": "leads" in question
        and not names(catalog, next(filter(None, lists), ())[:1]) & set(question["leads"]),
        "offered": not question.get("recognized", True) and (answer.nearest or answer.may_connect),
        "hedge": "hedged" in question and question["hedged"] != is_hedged(answer),
        "told": any(told(answer, kind) != question.get(kind, told(answer, kind)) for kind in TOLD),
    }
    return [name for name, is_so in judgments.items() if is_so]


def is_hedged(answer: FinderAnswer) -> bool:
    """Return whether the first result says that only a part of the query was found."""
    applications = [each.match for each in answer.applications]
    return [*applications, *(each.match for each in answer.partners)][:1] == ["mentioned"]


TOLD = ("unsaid", "lacking", "refused", "only")


def told(answer: FinderAnswer, kind: str) -> list[str]:
    """Return the words that nobody says, or what an answer says of its partners."""
    if kind == "unsaid":
        return list(answer.unsaid)
    return [each.name for each in answer.nearest if each.kind == kind]


def tier(answer: FinderAnswer) -> str:
    """Return how strong the answer is."""
    if answer.applications or answer.partners:
        return "lists"
    return "mentions" if answer.mentioned else "nobody"


def names(catalog: str, partners: tuple[str, ...]) -> set[str]:
    """Return the names of partners by their ids."""
    entries = catalog_named(catalog).catalog.entries
    return {entry.partner.name for entry in entries if entry.id in partners}
