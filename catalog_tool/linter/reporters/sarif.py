"""For code scanning: SARIF, the format in which GitHub and other hosts import results.

Sources: SARIF 2.1.0 with Errata 01 (comments give its sections), and GitHub's documentation of
what code scanning reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from catalog_tool.linter.reporters.json import write
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.model.edits import Edit
from catalog_tool.text.terminal import visible

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_ACTS_IN_MESSAGE = re.compile(r"[\[\]\\]")


def report(diagnostics: Sequence[Diagnostic], _summary: Summary) -> str:
    """Return a log of one run; diagnostics without a file are notifications of that run."""
    rules = list(all_rules().values())
    placed = [_result(diagnostic) for diagnostic in diagnostics if diagnostic.path]
    unplaced = [_notification(diagnostic) for diagnostic in diagnostics if not diagnostic.path]
    run = {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {"executionSuccessful": not unplaced, "toolExecutionNotifications": unplaced}
        ],
        "results": placed,
    }
    return write({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "name": "catalog check",
        "version": version("partner-catalog"),
        "rules": [_descriptor(rule) for rule in rules],
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    explained = rule.explanation
    full = explained.what or explained.summary
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": explained.summary},
        "fullDescription": {"text": full},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "help": {
            "text": f"{full}\n\nWhy: {explained.why}\n\nNot accepted:\n\n{explained.refused}\n"
            f"Accepted:\n\n{explained.accepted}",
            "markdown": f"{explained.summary}\n\n{explained.what}\n\n**Why:** {explained.why}\n\n"
            f"**Not accepted:**\n\n```yaml\n{explained.refused}```\n\n"
            f"**Accepted:**\n\n```yaml\n{explained.accepted}```\n",
        },
    }


def _result(diagnostic: Diagnostic) -> dict[str, Any]:
    place = {
        "artifactLocation": _location(diagnostic.path),
        "region": {
            "startLine": diagnostic.line,
            "startColumn": diagnostic.column,
            "endLine": diagnostic.end_line,
            "endColumn": diagnostic.end_column,
        },
        "contextRegion": {
            "startLine": diagnostic.line,
            "endLine": diagnostic.end_line,
            "snippet": {"text": diagnostic.excerpt},
        },
    }
    result = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(diagnostic),
        "locations": [{"physicalLocation": place}],
    }
    return result | ({"fixes": [_fix(diagnostic.fix, diagnostic.path)]} if diagnostic.fix else {})


def _notification(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "associatedRule": {"id": diagnostic.code},
        "level": _LEVELS[diagnostic.severity],
        "message": _message(diagnostic),
    }


def _message(diagnostic: Diagnostic) -> dict[str, str]:
    lines = [diagnostic.message, *diagnostic.hint.splitlines()]
    return {"text": "\n".join(map(_literally, lines))}


def _literally(text: str) -> str:
    """Return text in which nothing is a placeholder (3.11.5) or a link (3.11.6)."""
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    return _ACTS_IN_MESSAGE.sub(r"\\\g<0>", shown)


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    replacements = [_replacement(edit) for edit in fix.edits]
    change = {"artifactLocation": _location(path), "replacements": replacements}
    return {"description": {"text": _literally(fix.title)}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}


def _location(path: str) -> dict[str, str]:
    return {"uri": quote(visible(path)), "uriBaseId": _ROOT}
