"""Diagnostics on a page: each once, with its source line, its hint, and its fix."""

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
_LONGEST_EXAMPLE = 2_000


def write_findings(block: Findings, room: int) -> str:
    """Return the first diagnostics that fit, and the number of the others."""
    written: list[str] = []
    room -= RESERVED
    for diagnostic in block.diagnostics:
        text = BREAK.join(_finding(diagnostic))
        room -= len(text) + len(BREAK)
        if room < 0:
            break
        written.append(text)
    hidden = Summary.of(block.diagnostics[len(written) :], 0).problems
    more = [f"Not shown: {hidden}. Run `{block.command}` to see all."] if hidden else []
    return BREAK.join([*written, *more])


def _finding(diagnostic: Diagnostic) -> Iterator[str]:
    rule = f"{diagnostic.code} {diagnostic.name}"
    place = f" in {shown(_place(diagnostic))}" if diagnostic.path else ""
    message = shown(diagnostic.message)
    yield f"{_MARKS[diagnostic.severity]} **{rule}**{place}: {message}"
    if diagnostic.excerpt:
        yield code_block("text", "\n".join(map(unstyle, excerpt(diagnostic))))
    if diagnostic.hint:
        first, *rest = diagnostic.hint.splitlines()
        yield f"Hint: {shown(first)}"
        if rest:
            yield code_block("yaml", shorten("\n".join(map(visible, rest)), _LONGEST_EXAMPLE))
    if diagnostic.fix:
        yield from _write_fix(diagnostic.fix)


def _place(diagnostic: Diagnostic) -> str:
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
    is_cut = suggestion.text not in code_block("", suggestion.text)
    if is_cut or any(visible(line) != line for line in written):
        return ""
    first, last = suggestion.first_line, suggestion.last_line
    return f"in place of line {first}" if first == last else f"in place of lines {first} to {last}"
