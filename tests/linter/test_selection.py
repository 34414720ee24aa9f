"""Admins grade rules and set their parameters in ``mkdocs.yml``, unless they are mandatory."""

from pathlib import Path

import pytest

from catalog_tool.linter.draft import check_draft
from catalog_tool.linter.rules.rule import Mandatory, Rule, all_rules
from catalog_tool.linter.selection import (
    configured_rules,
    rules_for_publishing,
    select_rules,
    word_limit,
)
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from tests.checking import check_files, ordered_entry, written
from tests.linter.rules.examples import files_of, is_pull_request

GRADES = ("error", "warning", "info", "ignore")
FIXED = {
    "rule-crashed": Mandatory.COMPLETE,
    "unreadable-file": Mandatory.READING,
    "not-utf-8": Mandatory.READING,
    "too-large": Mandatory.READING,
    "yaml-syntax": Mandatory.READING,
    "yaml-feature": Mandatory.READING,
    "duplicate-key": Mandatory.READING,
    "hidden-character": Mandatory.INERT,
    "invalid-file-name": Mandatory.FORMAT,
    "missing-key": Mandatory.FORMAT,
    "unknown-key": Mandatory.FORMAT,
    "wrong-shape": Mandatory.FORMAT,
    "invalid-value": Mandatory.FORMAT,
    "empty-value": Mandatory.FORMAT,
    "malformed-link": Mandatory.LINKS,
    "insecure-link": Mandatory.LINKS,
    "missing-contact": Mandatory.FORMAT,
    "no-applications": Mandatory.FORMAT,
    "refused-markup": Mandatory.INERT,
    "misleading-link": Mandatory.LINKS,
    "stacked-marks": Mandatory.INERT,
    "unusable-name": Mandatory.INERT,
    "concealed-link": Mandatory.LINKS,
    "vocabulary-consistency": Mandatory.FORMAT,
    "conflicting-fields": Mandatory.FORMAT,
    "reserved-id": Mandatory.FORMAT,
    "broken-record": Mandatory.FORMAT,
    "broken-exception": Mandatory.INERT,
    "unsafe-target": Mandatory.LINKS,
    "merge-conflict": Mandatory.COMPLETE,
    "executable-file": Mandatory.INERT,
    "invalid-logo": Mandatory.INERT,
}
GRADED = """
    too-many-words unsorted-applications duplicate-application placeholder-text unbroken-run
    bare-link run-together curly-quotes line-ends trailing-blanks unnormalized-text key-order
    stray-punctuation mixed-alphabets styled-name styled-text claimed-approval claimed-endorsement
    implausible-date repeated-value due-for-renewal imitated-host
    misnamed-file duplicate-partner duplicate-website application-spelling gallery-application
    imitated-name named-partner missing-record unfinished-category edited-catalog stale-schema
    dead-link moved-link lost-name unjudged-link
    mixed-change changed-generated-file not-a-maintainer terms-not-accepted too-many-changes
    leftover-file missing-alias unused-key trailing-comment capital-letters not-an-application
    link-instead-of-text
    garbled-text tracking-parameter broken-link unmarked-list
    byte-order-mark unportable-yaml host-in-name
    overdue-exception unneeded-exception
""".split()
PARAMETERS = {"too-many-words": {"limit": (500, 1_500)}, "unbroken-run": {"limit": (60, 200)}}

checked_alone = [
    rule
    for rule in all_rules().values()
    if rule.name in GRADED
    and (rule.check_entry or rule.check_catalog)
    and not is_pull_request(rule.explanation.bad)
]


def name_of(rule: Rule) -> str:
    return rule.name


def settings(**rules: object) -> Settings:
    return Settings(
        root=Path(), rules={name.replace("_", "-"): grade for name, grade in rules.items()}
    )


def configuration(rules: str) -> str:
    return f"plugins:\n  - catalog:\n      rules: {rules}\n"


def test_each_rule_is_mandatory_for_a_reason_or_can_be_graded() -> None:
    assert {name: rule.mandatory for name, rule in all_rules().items() if rule.mandatory} == FIXED
    assert {name for name, rule in all_rules().items() if not rule.mandatory} == set(GRADED)
    assert {rule.severity for rule in all_rules().values() if rule.mandatory} == {"error"}


def test_parameters_have_a_default_and_bounds() -> None:
    found = {
        rule.name: {name: (one.default, one.most) for name, one in rule.parameters.items()}
        for rule in all_rules().values()
        if rule.parameters
    }
    assert found == PARAMETERS


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("rule", all_rules().values(), ids=name_of)
def test_a_grade_changes_one_rule_and_no_other(rule: Rule, grade: str) -> None:
    graded = Settings(root=Path(), rules={rule.name: grade})
    if rule.mandatory and grade != rule.severity:
        with pytest.raises(ConfigurationError) as refused:
            configured_rules(graded)
        assert refused.value.message.endswith(f"can't be set to '{grade}': {rule.mandatory}.")
        return
    expected = {name: each.severity.value for name, each in all_rules().items()}
    expected[rule.name] = grade
    if grade == "ignore":
        del expected[rule.name]
    assert {n: each.severity for n, each in configured_rules(graded).items()} == expected


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("rule", checked_alone, ids=name_of)
def test_what_a_rule_finds_has_the_grade_of_the_catalog(rule: Rule, grade: str) -> None:
    rules = configured_rules(Settings(root=Path(), rules={rule.name: grade}))
    found = check_files(files_of(rule.explanation.bad), rules=rules)
    severities = {each.severity for each in found if each.code == rule.code}
    assert severities == (set() if grade == "ignore" else {grade})


@pytest.mark.parametrize(
    ("written", "severity", "limit"),
    [
        ("warning", "warning", 500),
        ("{limit: 300}", "error", 300),
        ("{limit: 1, severity: info}", "info", 1),
        ("{severity: 'warning'}", "warning", 500),
        ("{}", "error", 500),
        ("ignore", None, None),
        ("off", None, None),
        ("'off'", None, None),
        ("false", None, None),
        ("no", None, None),
        ("{severity: off, limit: 300}", None, None),
    ],
)
def test_a_grade_can_be_written_in_these_ways(
    tmp_path: Path, written: str, severity: str | None, limit: int | None
) -> None:
    (tmp_path / "mkdocs.yml").write_text(configuration(f"{{too-many-words: {written}}}"))
    rule = configured_rules(load_settings(tmp_path)).get("too-many-words")
    assert (rule and rule.severity) == severity
    assert (rule and rule.parameters["limit"].number) == limit


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (
            "{curly-quote: ignore}",
            (
                "mkdocs.yml:3:15: There is no rule 'curly-quote'. "
                "Did you mean CAT115 curly-quotes? Write the name of a rule."
            ),
        ),
        (
            "{CAT115: ignore}",
            "mkdocs.yml:3:15: Rules are set by name, not as 'CAT115'. Write 'curly-quotes'.",
        ),
        (
            "{bare-link: fatal}",
            (
                "mkdocs.yml:3:15: The severity of 'bare-link' can't be 'fatal'. "
                "Write error, warning, info, or ignore."
            ),
        ),
        ("{bare-link: }", "mkdocs.yml:3:15: The severity of 'bare-link' can't be empty. Write"),
        ("{bare-link: on}", "mkdocs.yml:3:15: The severity of 'bare-link' can't be true. Write"),
        ("{bare-link: [error]}", "The severity of 'bare-link' can't be ['error']. Write"),
        ("{bare-link: {severity: [on, 3, 2026-11-29]}}", "can't be [true, 3, 2026-11-29]. Write"),
        ("{bare-link: !ENV G}", "The severity of 'bare-link' can't be the tag !ENV. Write"),
        (
            "{bare-link: error, too-many-words: {limits: 300}}",
            (
                "mkdocs.yml:3:50: The rule 'too-many-words' has no option 'limits'. "
                "Did you mean 'limit'?"
            ),
        ),
        (
            "{bare-link: {level: 3}}",
            "mkdocs.yml:3:27: The rule 'bare-link' has no option 'level'. It has: severity.",
        ),
        (
            "{too-many-words: {limit: '300'}}",
            (
                "mkdocs.yml:3:32: 'limit' of 'too-many-words' can't be '300'. "
                "Write a whole number from 1 to 1,500."
            ),
        ),
        ("{too-many-words: {limit: 0}}", "'limit' of 'too-many-words' can't be 0. Write"),
        ("{too-many-words: {limit: 1501}}", "'limit' of 'too-many-words' can't be 1501. Write"),
        ("{too-many-words: {limit: true}}", "'limit' of 'too-many-words' can't be true. Write"),
        ("{too-many-words: {severity: 2}}", "The severity of 'too-many-words' can't be 2. Write"),
        (
            "{missing-contact: ignore}",
            "pages and exports rely on it. Remove this line. The option 'required' says which keys",
        ),
        (
            "{insecure-link: off}",
            (
                "mkdocs.yml:3:15: The rule 'insecure-link' can't be set to 'ignore': it ensures "
                "that links lead where they seem to. Remove this line."
            ),
        ),
    ],
)
def test_an_invalid_option_is_explained_at_its_place(
    tmp_path: Path, rules: str, message: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(configuration(rules))
    with pytest.raises(ConfigurationError) as refused:
        configured_rules(load_settings(tmp_path))
    assert message in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize(
    ("rules", "column"), [("[curly-quotes]", 7), ("strict", 7), ("{3: ignore}", 15)]
)
def test_rules_are_keys_with_values(tmp_path: Path, rules: str, column: int) -> None:
    (tmp_path / "mkdocs.yml").write_text(configuration(rules))
    with pytest.raises(ConfigurationError, match="the option 'rules") as refused:
        load_settings(tmp_path)
    assert refused.value.message.startswith(f"mkdocs.yml:3:{column}: ")
    assert "too-many-words: {limit: 300}" in refused.value.hint


def test_a_limit_holds_for_the_check_and_its_messages() -> None:
    files = {
        "mkdocs.yml": configuration("{too-many-words: {limit: 10}}"),
        "partners/contoso.yaml": ordered_entry("description: One two three four five six seven.\n"),
        "partners/fabrikam.yaml": ordered_entry("description:" + " word" * 11 + "\n", "fabrikam"),
    }
    (found,) = check_files(files)
    assert (found.path, found.code) == ("partners/fabrikam.yaml", "CAT106")
    assert found.message.startswith("The entry has 13 words, 3 more than the 10 allowed: ")


@pytest.mark.parametrize(("limit", "reported"), [(59, True), (60, False), (200, False)])
def test_a_limit_of_characters_in_a_row(limit: int, reported: bool) -> None:  # noqa: FBT001 - a case
    files = {
        "mkdocs.yml": configuration(f"{{unbroken-run: {{limit: {limit}}}}}"),
        "partners/contoso.yaml": ordered_entry(f"description: Connects {'x' * 60} accounts.\n"),
    }
    assert [each.name for each in check_files(files)] == ["unbroken-run"] * reported


def test_a_limit_holds_for_an_entry_that_is_being_written() -> None:
    files = {"mkdocs.yml": configuration("{too-many-words: {limit: 10}}")}
    with written(files) as catalog:
        publication = check(catalog).publication
        text = ordered_entry("description: One two three four five six seven eight nine.\n")
        (found,) = check_draft(publication, "partners/contoso.yaml", text)
    assert "1 more than the 10 allowed" in found.message


def test_an_option_of_the_command_selects_what_the_catalog_ignores() -> None:
    ignoring = settings(curly_quotes="ignore", bare_link="error")
    assert "curly-quotes" not in select_rules(ignoring)
    assert "curly-quotes" not in rules_for_publishing(ignoring)
    selected = select_rules(ignoring, ["curly-quotes,bare-link"])
    assert {name: rule.severity for name, rule in selected.items()} == {
        "rule-crashed": "error",
        "bare-link": "error",
        "curly-quotes": "warning",
    }


@pytest.mark.parametrize(
    ("grade", "limit"), [({"limit": 300}, 300), ("error", 500), ("warning", None), ("ignore", None)]
)
def test_only_an_error_limits_words(grade: object, limit: int | None) -> None:
    assert word_limit(settings(too_many_words=grade)) == limit
