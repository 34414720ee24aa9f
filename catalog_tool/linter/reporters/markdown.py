"""For a step summary or a comment on a pull request: Markdown as GitHub shows it.

A verdict, a table of all problems, then each with its source line, its hint and its fix. What
strangers wrote is text and nothing else: it calls nobody, refers to nothing and closes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from click import unstyle

from catalog_tool.linter.reporters import Summary
from catalog_tool.linter.reporters.text import excerpt
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.text.github_markdown import LONGEST_TEXT, fenced, shortened, shown
from catalog_tool.text.terminal import visible

MAX_CHARACTERS = 65_536
"""Most characters of a report. Source: the limit of a comment on GitHub."""
PULL_REQUESTS = "CAT5"
"""Start of the codes of the rules about pull requests."""
_RESERVED = 500  # for the head of the table and the count of what is left out
_LONGEST_BLOCK = 2_000

_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "i"}
_TABLE_HEAD = "| | place | rule | problem |\n|---|---|---|---|\n"


@dataclass(frozen=True, slots=True)
class _Section:
    """One diagnostic: its row of the table, and what stands below the table."""

    row: str
    detail: str


def report(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    """Return the report, at most 65,536 characters; problems that do not fit are counted."""
    verdict = f"**{_verdict(diagnostics, summary)}** {summary.sentence()}\n"
    if not diagnostics:
        return verdict
    return f"{verdict}\n{listing(diagnostics, MAX_CHARACTERS - len(verdict) - 1)}"


def listing(diagnostics: Sequence[Diagnostic], most: int) -> str:
    """Return a table of problems, then each with all that is known of it.

    Args:
        diagnostics: at least one, worst first.
        most: characters that it may have; problems that do not fit are counted.
    """
    sections = list(_that_fit(diagnostics, most - _RESERVED))
    table = _TABLE_HEAD + "".join(section.row for section in sections)
    left_out = _left_out(diagnostics[len(sections) :])
    details = (section.detail for section in sections)
    return "\n".join([table, *left_out, *details])


def _verdict(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    severities = {diagnostic.severity for diagnostic in diagnostics}
    if any(map(summary.fails, severities)):
        return "❌ The check has failed."
    return f"{'⚠️' if Severity.WARNING in severities else '✅'} The check has passed."


def _that_fit(diagnostics: Sequence[Diagnostic], room: int) -> Iterator[_Section]:
    def fits(section: _Section) -> bool:
        nonlocal room
        room -= len(section.row) + len(section.detail) + 1
        return room >= 0

    return takewhile(fits, map(_section, diagnostics))


def _left_out(rest: Sequence[Diagnostic]) -> Iterator[str]:
    if rest:
        sentence = Summary.of(rest, 0).sentence().partition(";")[0].rstrip(".")
        yield f"Left out here for their length: {sentence}. `catalog check` shows all.\n"


def _section(diagnostic: Diagnostic) -> _Section:
    place = shown(_place(diagnostic))
    rule = f"{diagnostic.code} {diagnostic.name}"
    message = shown(diagnostic.message)
    mark = f"{_MARKS[diagnostic.severity]} {diagnostic.severity}"
    row = f"| {mark} | {place} | {rule} | {message} |\n"
    return _Section(row, "\n\n".join(_details(diagnostic, rule, message)) + "\n")


def _details(diagnostic: Diagnostic, rule: str, message: str) -> Iterator[str]:
    yield f"{_MARKS[diagnostic.severity]} **{rule}:** {message}"
    yield fenced("text", "\n".join([visible(_place(diagnostic)), *_shown_excerpt(diagnostic)]))
    if diagnostic.hint:
        first, *rest = diagnostic.hint.splitlines()
        yield f"Hint: {shown(first)}"
        if rest:
            yield fenced("yaml", shortened("\n".join(map(visible, rest)), _LONGEST_BLOCK))
    if diagnostic.fix:
        yield from _remedy(diagnostic.fix)


def _place(diagnostic: Diagnostic) -> str:
    if not diagnostic.path:
        return "the pull request" if diagnostic.code.startswith(PULL_REQUESTS) else "the catalog"
    return shortened(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}", LONGEST_TEXT)


def _shown_excerpt(diagnostic: Diagnostic) -> list[str]:
    return [unstyle(line) for line in excerpt(diagnostic)] if diagnostic.excerpt else []


def _remedy(fix: Fix) -> Iterator[str]:
    lines = _suggested(fix)
    how = "`catalog check --fix` does it" if fix.safe else "if you agree: `--fix --unsafe-fixes`"
    where = f", {lines}" if lines else ""
    yield f"Fix: {shown(fix.title)} ({how}{where})"
    if lines and fix.suggestion:
        yield fenced("suggestion", fix.suggestion.text.replace("\r\n", "\n"))


def _suggested(fix: Fix) -> str:
    """Return which lines a suggestion replaces; empty if there is none that says all it does."""
    suggestion = fix.suggestion
    if suggestion is None:
        return ""
    # Not splitlines(): what it takes for a line end, as U+0085, is hidden all the same.
    written = suggestion.text.replace("\r\n", "\n").split("\n")
    if any(visible(line) != line for line in written):
        return ""
    first, last = suggestion.first_line, suggestion.last_line
    return f"in place of line {first}" if first == last else f"in place of lines {first} to {last}"
