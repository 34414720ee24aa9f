"""For programs: one JSON object whose shape is a contract (``version`` counts its changes)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.model.diagnostic import Diagnostic, Fix

FORMAT_VERSION = 1


def report(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    """Return the report as JSON.

    Lines and columns count from 1, and offsets of edits count the characters of the file from 0.
    Ends are exclusive.
    """
    whole = {
        "version": FORMAT_VERSION,
        "summary": {
            "files": summary.files,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "fixable": summary.fixable,
            "excepted": summary.excepted,
        },
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in diagnostics],
    }
    return write(whole)


def write(content: dict[str, Any]) -> str:
    """Return an object as JSON that is safe in a log."""
    text = json.dumps(content, indent=2) + "\n"
    # GitHub's runner obeys "##[" anywhere in a log; the escape is the same JSON.
    return text.replace("##[", "#\\u0023[")


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return one diagnostic as an object of the contract."""
    return {
        "path": diagnostic.path,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "value": diagnostic.value,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [
            {"start": edit.start, "end": edit.end, "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }
