"""Diagnostics on a page: a table of all, then each with its source line, its hint, and its fix."""

from __future__ import annotations

from collections.abc import Iterator

from click import unstyle

from catalog_tool.linter.reporters.document import Findings
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.linter.reporters.text import excerpt
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.text.github_markdown import LONGEST_TEXT, code_block, shown
from catalog_tool.text.phrases import shorten
from catalog_tool.text.terminal import visible

BREAK = "\n\n"
RESERVED = 200
"""Characters reserved for the count of what doesn't fit."""

_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "i"}
_PULL_REQUESTS = "CAT5"  # start of the codes of the rules about pull requests
_HEAD = "| | place | rule | problem |\n|---|---|---|---|\n"
_LONGEST_EXAMPLE = 2_000


def write_findings(block: Findings, room: int) -> str:
    """Return a table of diagnostics, then each one in detail."""
    if not block.diagnostics:
        return ""
    rows, details = [], []
    room -= len(_HEAD) + RESERVED
    for diagnostic in block.diagnostics:
        row, detail = _finding(diagnostic)
        room -= len(row) + len(detail) + len(BREAK)
        if room < 0:
            break
        rows.append(row)
        details.append(detail)
    rest = block.diagnostics[len(rows) :]
    hidden = Summary.of(rest, 0).problems
    more = [f"Not shown: {hidden}. Run `{block.command}` to see all."] if rest else []
    return BREAK.join([_HEAD + "\n".join(rows), *more, *details])


def _finding(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return the row of a diagnostic, and its details for below the table."""
    mark, message = _MARKS[diagnostic.severity], shown(diagnostic.message)
    rule = f"{diagnostic.code} {diagnostic.name}"
    place = shown(_place(diagnostic))
    row = f"| {mark} {diagnostic.severity} | {place} | {rule} | {message} |"
    return row, BREAK.join([f"{mark} **{rule}:** {message}", *_details(diagnostic)])


def _details(diagnostic: Diagnostic) -> Iterator[str]:
    source = map(unstyle, excerpt(diagnostic)) if diagnostic.excerpt else ()
    yield code_block("text", "\n".join([visible(_place(diagnostic)), *source]))
    if diagnostic.hint:
        first, *rest = diagnostic.hint.splitlines()
        yield f"Hint: {shown(first)}"
        if rest:
            yield code_block("yaml", shorten("\n".join(map(visible, rest)), _LONGEST_EXAMPLE))
    if diagnostic.fix:
        yield from _write_fix(diagnostic.fix)


def _place(diagnostic: Diagnostic) -> str:
    if not diagnostic.path:
        return "the pull request" if diagnostic.code.startswith(_PULL_REQUESTS) else "the catalog"
    return shorten(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}", LONGEST_TEXT)


def _write_fix(fix: Fix) -> Iterator[str]:
    lines = _lines_to_replace(fix)
    yield f"Fix: {shown(fix.title)} ({fix.how}{f', {lines}' if lines else ''})"
    if lines and fix.suggestion:
        yield code_block("suggestion", fix.suggestion.text.replace("\r\n", "\n"))


def _lines_to_replace(fix: Fix) -> str:
    """Return which lines a suggestion replaces; empty if none shows everything that it does."""
    suggestion = fix.suggestion
    if suggestion is None:
        return ""
    # Not splitlines(): it takes U+0085 as a line ending, but that is an invisible character.
    written = suggestion.text.replace("\r\n", "\n").split("\n")
    if any(visible(line) != line for line in written):
        return ""
    first, last = suggestion.first_line, suggestion.last_line
    return f"in place of line {first}" if first == last else f"in place of lines {first} to {last}"
