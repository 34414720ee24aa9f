"""What every rule promises; a new rule is tested here automatically."""

import re
from collections import Counter

import pytest

from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.model.diagnostic import Severity
from tests.checking import codes
from tests.linter.rules.examples import run_example

every_rule = pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)

# Begins with a capital, a quotation, a number, an address, or a file; an address can be at the end.
SENTENCE = r"(?:[A-Z'0-9]|https://|[\w./-]+\.\w+ ).{8,300}(?:[.?…]|: https://\S+)"
JARGON = re.compile(r"\b(?:scalar|mapping|sequence|node|parser|regex|tuple|schema|slug|boolean)\b")


def test_codes_and_names_are_unique_and_in_order() -> None:
    found = [rule.code for rule in all_rules().values()]
    assert [code for code, count in Counter(found).items() if count > 1] == []
    assert found == sorted(found)
    assert [name for name, rule in all_rules().items() if name != rule.name] == []


@every_rule
def test_code_and_name_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"CAT[0-5]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.severity in Severity


@every_rule
def test_code_is_in_the_range_of_what_is_checked(rule: Rule) -> None:
    ranges = {"0": "reading", "1": "entry", "2": "catalog", "3": "publication", "5": "pull request"}
    judged = ranges.get(rule.code[3], "other")
    if rule.check_publication:
        assert judged == "publication"
    assert (judged == "pull request") is (rule.check_pull_request is not None)
    if rule.check_catalog:
        assert judged in {"reading", "catalog"}
    if rule.check_entry:
        assert judged in {"entry", "catalog"}


@every_rule
def test_rule_has_at_most_one_check(rule: Rule) -> None:
    checks = [rule.check_entry, rule.check_catalog, rule.check_publication, rule.check_pull_request]
    assert sum(check is not None for check in checks) <= 1


@every_rule
def test_explanation_reads_well(rule: Rule) -> None:
    explanation = rule.explanation
    assert re.fullmatch(r"[A-Z][^\n]{10,90}\.", explanation.summary)
    assert len(explanation.what) > 60
    assert len(explanation.why) > 60
    assert explanation.bad != explanation.good
    prose = f"{explanation.summary} {explanation.what} {explanation.why}"
    assert JARGON.findall(prose.lower()) == []


@every_rule
def test_bad_example_yields_this_rule_and_no_other(rule: Rule) -> None:
    assert set(codes(run_example(rule.explanation.bad))) == {rule.code}


@every_rule
def test_good_example_yields_nothing(rule: Rule) -> None:
    assert run_example(rule.explanation.good) == []


@every_rule
def test_messages_are_sentences_for_people(rule: Rule) -> None:
    for diagnostic in run_example(rule.explanation.bad):
        assert re.fullmatch(SENTENCE, diagnostic.message)
        without_paths = re.sub(r"\S+/\S+", "", diagnostic.message)
        assert JARGON.findall(without_paths.lower()) == []
        assert not diagnostic.hint or diagnostic.hint[0].isupper()
