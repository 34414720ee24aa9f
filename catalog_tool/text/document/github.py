"""For the log of a workflow: each finding as a command that GitHub shows beside its line.

Source of the grammar: GitHub's documentation of workflow commands. A step shows ten annotations
of each kind, which is why the worst come first. Whatever is no finding follows as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from click import unstyle

from catalog_tool.text.document.blocks import (
    Block,
    Document,
    Finding,
    Findings,
    Fold,
    Level,
    Paragraph,
    Place,
    Section,
)
from catalog_tool.text.document.text import written
from catalog_tool.text.terminal import visible

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def write(document: Document) -> str:
    """Return one workflow command for each finding, then lines that are none."""
    commands = "".join(f"{_command(found)}\n" for found in _findings(document.blocks))
    others = [*_without_findings(document.blocks), Paragraph(document.summary)]
    return commands + unstyle(written(others))


def _findings(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Findings):
            yield from block.findings
        elif isinstance(block, Section | Fold):
            yield from _findings(block.blocks)


def _without_findings(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section | Fold):
            yield replace(block, blocks=tuple(_without_findings(block.blocks)))
        elif not isinstance(block, Findings):
            yield block


def _command(finding: Finding) -> str:
    place = _properties(finding.place) if finding.place else {}
    properties = {**place, "title": finding.rule}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{_message(finding)}"


def _properties(place: Place) -> dict[str, str | int]:
    lines: dict[str, str | int] = {"line": place.line, "endLine": place.end_line}
    # GitHub refuses columns for a place of several lines.
    columns = {"col": place.column, "endColumn": place.end_column}
    is_one_line = place.line == place.end_line
    return {"file": place.path} | lines | (columns if is_one_line else {})


def _message(finding: Finding) -> str:
    lines = [finding.message, *finding.hint.splitlines()]
    if finding.remedy:
        lines.append(f"Fix: {finding.remedy.title}.")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
