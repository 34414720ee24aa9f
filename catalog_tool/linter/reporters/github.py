"""For the log of a workflow: diagnostics as commands that GitHub shows next to their lines.

Source of the grammar: GitHub's documentation of workflow commands. A step shows ten annotations
of each kind, so the worst come first. Everything else follows as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from click import unstyle

from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.text import write_blocks
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.text.terminal import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(document: doc.Document) -> str:
    """Return one workflow command for each diagnostic, then the rest as text."""
    commands = "".join(f"{_annotation(found)}\n" for found in _diagnostics(document.blocks))
    others = [*_without_diagnostics(document.blocks), doc.Paragraph(document.summary)]
    return commands + unstyle(write_blocks(others))


def _diagnostics(blocks: Sequence[doc.Block]) -> Iterator[Diagnostic]:
    for block in blocks:
        if isinstance(block, doc.Findings):
            yield from block.diagnostics
        elif isinstance(block, doc.Section | doc.Fold):
            yield from _diagnostics(block.blocks)


def _without_diagnostics(blocks: Sequence[doc.Block]) -> Iterator[doc.Block]:
    for block in blocks:
        if isinstance(block, doc.Section | doc.Fold):
            yield replace(block, blocks=tuple(_without_diagnostics(block.blocks)))
        elif not isinstance(block, doc.Findings):
            yield block


def _annotation(diagnostic: Diagnostic) -> str:
    title = f"{diagnostic.code} {diagnostic.name}"
    properties = {**_place(diagnostic), "title": title}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_message(diagnostic)}"


def _place(diagnostic: Diagnostic) -> dict[str, str | int]:
    if not diagnostic.path:
        return {}
    lines: dict[str, str | int] = {"line": diagnostic.line, "endLine": diagnostic.end_line}
    # GitHub refuses columns for places with more than one line.
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
