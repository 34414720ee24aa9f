"""For pull requests: workflow commands that GitHub Actions shows beside the lines they are about.

Source of the grammar: GitHub's documentation of workflow commands. A step shows ten annotations
of each kind, which is why the worst come first.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog_tool.linter.reporters import Summary
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.text.terminal import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    """Return one workflow command a diagnostic, then a sentence that is none."""
    lines = [_annotation(diagnostic) for diagnostic in diagnostics]
    return "\n".join([*lines, summary.sentence(), ""])


def _annotation(diagnostic: Diagnostic) -> str:
    title = f"{diagnostic.code} {diagnostic.name}"
    properties = {**_place(diagnostic), "title": title}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_message(diagnostic)}"


def _place(diagnostic: Diagnostic) -> dict[str, str | int]:
    if not diagnostic.path:
        return {}
    lines: dict[str, str | int] = {"line": diagnostic.line, "endLine": diagnostic.end_line}
    # GitHub refuses columns for a place of several lines.
    columns = {"col": diagnostic.column, "endColumn": diagnostic.end_column}
    is_one_line = diagnostic.line == diagnostic.end_line
    return {"file": diagnostic.path} | lines | (columns if is_one_line else {})


def _message(diagnostic: Diagnostic) -> str:
    lines = [diagnostic.message, *diagnostic.hint.splitlines()]
    if diagnostic.fix:
        lines.append(f"Fix: {diagnostic.fix.title}.")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
