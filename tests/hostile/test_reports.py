"""Reports of a check: on a terminal, in a log of GitHub Actions, for other programs."""

import json
import unicodedata
from xml.etree import ElementTree as ET

import pytest

from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.model.diagnostic import Diagnostic, Fix
from catalog_tool.model.edits import Edit
from tests.hostile.corpus import PAYLOADS
from tests.linter.reporters.samples import diagnostic

every_payload = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())

# Categories of Unicode that a terminal obeys or hides.
ACTING = frozenset(["Cc", "Cf", "Co", "Cn", "Zl", "Zp"])


def hostile(payload: str) -> Diagnostic:
    """Return a diagnostic that says a payload wherever it has room for text."""
    return diagnostic(
        f"name: {payload}",
        (7, 9),
        path=f"partners/{payload}.yaml",
        message=payload,
        hint=payload,
        fix=Fix(payload, (Edit(6, 8, payload),)),
    )


def report(name: str, payload: str) -> str:
    found = hostile(payload)
    return reporter(name)([found], Summary.of([found], 1))


@every_payload
def test_a_terminal_shows_escapes_and_obeys_nothing(payload: str) -> None:
    text = report("text", payload)
    acting = {char for char in text if unicodedata.category(char) in ACTING}
    assert acting <= {"\n", "\x1b"}
    # The reporter's own colours are the only escapes, each a complete one.
    assert text.count("\x1b") == text.count("\x1b[")
    assert "\x1b[31mred" not in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []
    assert "##[" not in text


@every_payload
def test_a_log_of_actions_has_one_command(payload: str) -> None:
    command, sentence, *rest = report("github", payload).split("\n")
    assert command.startswith("::error file=")
    assert not sentence.startswith("::")
    assert rest == [""]
    assert "##[" not in command


@every_payload
def test_json_is_one_value_and_holds_no_command(payload: str) -> None:
    text = report("json", payload)
    (found,) = json.loads(text)["diagnostics"]
    assert found["message"] == payload
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []


@every_payload
def test_junit_is_xml(payload: str) -> None:
    (suite,) = ET.fromstring(report("junit", payload))  # noqa: S314 - what we wrote ourselves
    (case,) = suite
    assert [child.tag for child in case] == ["failure"]


@every_payload
def test_sarif_is_one_run_with_one_result(payload: str) -> None:
    (run,) = json.loads(report("sarif", payload))["runs"]
    assert len(run["results"]) == 1
