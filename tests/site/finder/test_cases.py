"""A table of queries and answers."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog_tool.site.finder import ApplicationAnswer, FinderAnswer, PartnerAnswer
from tests.site.finder.catalogs import finder_of

CASES: dict[str, list[dict[str, Any]]] = yaml.load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


def key(case: dict[str, Any]) -> str:
    return json.dumps([case["ask"], case.get("facets", {})], ensure_ascii=False)


@pytest.mark.parametrize(
    ("catalog", "case"),
    [
        pytest.param(catalog, case, id=f"{catalog}-{key(case)}")
        for catalog, cases in CASES.items()
        for case in cases
    ],
)
def test_a_query_has_the_answer_of_the_table(catalog: str, case: dict[str, Any]) -> None:
    answer = finder_of(catalog).find(case["ask"], case.get("facets"))
    assert actual(answer, case) == expected(case)


def test_each_query_of_a_catalog_is_in_the_table_once() -> None:
    for cases in CASES.values():
        assert len({key(case) for case in cases}) == len(cases)


def expected(case: dict[str, Any]) -> dict[str, Any]:
    always: dict[str, Any] = {"applications": [], "partners": [], "nearest": []}
    return always | {name: value for name, value in case.items() if name not in {"ask", "facets"}}


def actual(answer: FinderAnswer, case: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of an answer that a case expects."""
    found: list[ApplicationAnswer | PartnerAnswer] = [*answer.applications, *answer.partners]
    best = found[0] if found else None
    everything = {
        "applications": [each.name for each in answer.applications],
        "partners": [each.name for each in answer.partners],
        "nearest": [each.name for each in answer.nearest if each.kind != "category"],
        "categories": [each.name for each in answer.nearest if each.kind == "category"],
        "mentioned": [each.name for each in answer.mentioned],
        "partly": [each.name for each in answer.partly],
        "may_connect": [each.id for each in answer.may_connect],
        "longer_lists": [each.name for each in answer.longer_lists],
        "match": best.match if best else None,
        "matched": best.matched if best else None,
    }
    return {name: everything[name] for name in expected(case)}
