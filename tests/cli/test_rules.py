"""``catalog rules`` and ``catalog explain``: what is checked, and why."""

import json
import re

import pytest

from catalog_tool.linter.rules.rule import Rule, all_rules
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
    keys = {"code", "name", "severity", "summary", "mandatory", "exceptions", "parameters"}
    assert all(rule.keys() == keys for rule in listed["rules"])
    by_name = {rule["name"]: rule for rule in listed["rules"]}
    assert by_name["too-many-words"]["parameters"]["limit"] == {
        "value": 500,
        "default": 500,
        "minimum": 1,
        "maximum": 1_500,
        "meaning": "most words of an entry",
    }
    assert by_name["too-many-words"]["mandatory"] is None
    assert by_name["yaml-feature"]["mandatory"] == "it keeps strangers' files safe to read"


def test_in_a_catalog_rules_have_its_severities_and_numbers(catalog: Catalog) -> None:
    rules = "{too-many-words: {limit: 300}, bare-link: error, curly-quotes: off}"
    settings = f"plugins:\n  - catalog:\n      rules: {rules}\n"
    (catalog.root / "mkdocs.yml").write_text(settings)
    listed = {
        rule["name"]: rule
        for rule in json.loads(catalog.run("rules", "--format", "json").stdout)["rules"]
    }
    assert listed["bare-link"]["severity"] == "error"
    assert listed["curly-quotes"]["severity"] == "ignore"
    assert listed["too-many-words"]["summary"] == "The entry has more than 300 words."
    assert listed["too-many-words"]["parameters"]["limit"]["value"] == 300
    shown = catalog.run("rules").stdout
    assert re.search(r"^CAT113  bare-link +error  ", shown, re.MULTILINE)
    assert re.search(r"^CAT115  curly-quotes +ignore ", shown, re.MULTILINE)
    assert catalog.run("explain", "CAT113").stdout.startswith("CAT113 bare-link (error)\n")
    ignored = catalog.run("explain", "curly-quotes").stdout
    assert ignored.startswith("CAT115 curly-quotes (ignored in this catalog)\n")
    assert "more than 300 words" in catalog.run("explain", "too-many-words").stdout


@pytest.mark.parametrize(
    ("rule", "sentences"),
    [
        (
            "too-many-words",
            [
                "Admins can set its severity in mkdocs.yml to error, warning, info, or ignore.",
                (
                    "They can set limit, the most words of an entry, to a number from 1 to 1,500 "
                    "(500 by default)."
                ),
            ],
        ),
        (
            "hidden-character",
            [
                (
                    "This rule can't be graded or switched off: it keeps what strangers write "
                    "harmless wherever it is shown."
                )
            ],
        ),
    ],
)
def test_explain_says_what_admins_can_choose(
    catalog: Catalog, rule: str, sentences: list[str]
) -> None:
    (catalog.root / "mkdocs.yml").unlink()
    explained = catalog.run("explain", rule).stdout
    _, _, choices = explained.partition("For admins\n\n")
    assert [line.strip() for line in choices.splitlines()][: len(sentences)] == sentences


@pytest.mark.parametrize("command", ["check", "publish", "build", "render", "serve"])
def test_every_command_that_checks_grades_rules_alike(catalog: Catalog, command: str) -> None:
    settings = "plugins:\n  - catalog:\n      rules: {too-many-words: {limit: 5}}\n"
    (catalog.root / "mkdocs.yml").write_text(settings)
    (catalog.root / "docs").mkdir(exist_ok=True)
    result = catalog.run(command)
    assert result.exit_code == 1
    assert "more than the 5 allowed" in result.output


@pytest.mark.parametrize("command", ["check", "publish", "build", "rules", "links"])
def test_invalid_rules_in_the_settings_stop_a_command(catalog: Catalog, command: str) -> None:
    settings = "plugins:\n  - catalog:\n      rules: {curly-quote: ignore}\n"
    (catalog.root / "mkdocs.yml").write_text(settings)
    result = catalog.run(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: mkdocs.yml:3:15: There is no rule 'curly-quote'.")
    assert "Hint: " in result.stderr
    assert "Usage" not in result.stderr


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


def test_a_rule_that_only_warns_says_so(catalog: Catalog) -> None:
    assert "\nWarns about\n" in catalog.run("explain", "bare-link").stdout
    assert "\nRefused\n" in catalog.run("explain", "insecure-link").stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_explanation_shows_python(rule: Rule, catalog: Catalog) -> None:
    shown = catalog.run("explain", rule.name).stdout
    assert not re.search(r"\b(?:def|import|return|lambda) |\bfor \w+ in .*:$", shown, re.MULTILINE)
