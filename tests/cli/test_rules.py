"""``catalog rules`` and ``catalog explain``: what is checked, and why."""

import json

import pytest

from catalog_tool.linter.rules import Rule, all_rules
from tests.cli.conftest import Catalog

RULES = list(all_rules().values())


def test_every_rule_is_listed_in_one_line(catalog: Catalog) -> None:
    lines = catalog.run("rules").stdout.splitlines()
    assert [line.split()[:3] for line in lines] == [
        [rule.code, rule.name, rule.severity.value] for rule in RULES
    ]
    assert len({line.index(line.split()[2]) for line in lines}) == 1


def test_every_rule_is_listed_for_programs(catalog: Catalog) -> None:
    listed = json.loads(catalog.run("rules", "--format", "json").stdout)
    assert listed["version"] == 1
    assert [rule["code"] for rule in listed["rules"]] == [rule.code for rule in RULES]
    assert all(rule.keys() == {"code", "name", "severity", "summary"} for rule in listed["rules"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained_by_code_and_by_name(catalog: Catalog, rule: Rule) -> None:
    explained = catalog.run("explain", rule.name)
    assert explained.exit_code == 0
    assert explained.stdout.startswith(f"{rule.code} {rule.name} ({rule.severity})\n")
    assert catalog.run("explain", rule.code.lower()).stdout == explained.stdout
    for line in rule.explanation.refused.splitlines():
        assert line in explained.stdout
    assert "``" not in explained.stdout


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("missing-contct", "Did you mean CAT104 missing-contact?"),
        ("?", "`catalog rules` lists them."),
    ],
)
def test_an_unknown_rule_is_refused(catalog: Catalog, typed: str, advice: str) -> None:
    result = catalog.run("explain", typed)
    assert result.exit_code == 2
    assert advice in result.stderr
