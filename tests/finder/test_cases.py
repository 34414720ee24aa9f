"""One table of queries and answers, held against the finder in both of its languages."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog_tool.site.finder import Facets, find, finder_index
from tests.finder.catalogs import catalog_named
from tests.finder.engine import answers_in_javascript

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)


def key(case: dict[str, Any]) -> str:
    return json.dumps([case["ask"], case.get("facets", {})], ensure_ascii=False)


@cache
def in_python(catalog: str) -> dict[str, Any]:
    index = finder_index(catalog_named(catalog).catalog)
    answers = {}
    for case in CASES[catalog]:
        chosen = {facet: frozenset(ids) for facet, ids in case.get("facets", {}).items()}
        answers[key(case)] = find(index, case["ask"], Facets(**chosen)).as_json()
    return answers


@cache
def in_browser(catalog: str) -> dict[str, Any]:
    asked = [(case["ask"], case.get("facets", {})) for case in CASES[catalog]]
    answers = answers_in_javascript(catalog_named(catalog), asked)
    return dict(zip(map(key, CASES[catalog]), answers, strict=True))


@pytest.mark.parametrize("answers", [in_python, in_browser])
@pytest.mark.parametrize(
    ("catalog", "case"),
    [
        pytest.param(catalog, case, id=f"{catalog}-{key(case)}")
        for catalog, cases in CASES.items()
        for case in cases
    ],
)
def test_a_query_is_answered_as_the_table_says(
    answers: Callable[[str], dict[str, Any]], catalog: str, case: dict[str, Any]
) -> None:
    answer = answers(catalog)[key(case)]
    assert said(answer, case) == expected(case)


def test_each_query_of_a_catalog_is_in_the_table_once() -> None:
    for cases in CASES.values():
        assert len({key(case) for case in cases}) == len(cases)


def expected(case: dict[str, Any]) -> dict[str, Any]:
    always: dict[str, Any] = {"applications": [], "partners": [], "nearest": []}
    return always | {name: value for name, value in case.items() if name not in {"ask", "facets"}}


def said(answer: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Return what an answer says of all that a case speaks of."""
    best = (*answer["applications"], *answer["partners"], {"match": None, "matched": None})[0]
    everything = {
        "applications": [each["name"] for each in answer["applications"]],
        "partners": [each["name"] for each in answer["partners"]],
        "nearest": [each["name"] for each in answer["nearest"]],
        "may_connect": [each["id"] for each in answer["may_connect"]],
        "longer_lists": [each["name"] for each in answer["longer_lists"]],
        "match": best["match"],
        "matched": best["matched"],
    }
    return {name: everything[name] for name in expected(case)}
