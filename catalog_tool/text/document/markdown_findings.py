"""Findings on a page: a table of all, then each with its source line, its hint and its fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from catalog_tool.text.document.blocks import Finding, Findings, Level, Remedy
from catalog_tool.text.document.excerpt import excerpt
from catalog_tool.text.github_markdown import LONGEST_TEXT, fenced, shown
from catalog_tool.text.phrases import counted, shorten
from catalog_tool.text.terminal import visible

BREAK = "\n\n"
LEFT_OUT = "left out here for their length"
RESERVED = 200
"""Characters for the count of what does not fit."""

_MARKS: dict[Level, str] = {"error": "❌", "warning": "⚠️", "info": "i"}
_NOUNS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_HEAD = "| | place | rule | problem |\n|---|---|---|---|\n"
_LONGEST_EXAMPLE = 2_000


def write_findings(block: Findings, room: int) -> str:
    """Return a table of findings, then each with all that is known of it."""
    if not block.findings:
        return ""
    rows, details = [], []
    room -= len(_HEAD) + RESERVED
    for finding in block.findings:
        row, detail = _finding(finding)
        room -= len(row) + len(detail) + len(BREAK)
        if room < 0:
            break
        rows.append(row)
        details.append(detail)
    rest = block.findings[len(rows) :]
    more = [f"{_tally(rest)} `{block.command}` shows all."] if rest else []
    return BREAK.join([_HEAD + "\n".join(rows), *more, *details])


def _tally(rest: Sequence[Finding]) -> str:
    numbers: Counter[Level] = Counter()
    for finding in rest:
        numbers[finding.level] += finding.count
    told = ", ".join(counted(numbers[each], _NOUNS[each]) for each in _NOUNS if numbers[each])
    files = {finding.place and finding.place.path for finding in rest}
    return f"{LEFT_OUT.capitalize()}: {told} in {counted(len(files), 'file')}."


def _finding(finding: Finding) -> tuple[str, str]:
    """Return the row of a finding, and what stands below the table."""
    message = shown(finding.message)
    mark = _MARKS[finding.level]
    row = f"| {mark} {finding.level} | {shown(_place(finding))} | {finding.rule} | {message} |"
    return row, BREAK.join(_details(finding, f"{mark} **{finding.rule}:** {message}"))


def _details(finding: Finding, headline: str) -> Iterator[str]:
    yield headline
    source: list[str] = []
    if finding.excerpt:
        number, line, before, carets = excerpt(finding)
        gutter = f"{number} |"
        source = [f"  {gutter} {line}", f"  {'|'.rjust(len(gutter))} {before}{carets}"]
    yield fenced("text", "\n".join([visible(_place(finding)), *source]))
    if finding.hint:
        first, *rest = finding.hint.splitlines()
        yield f"Hint: {shown(first)}"
        if rest:
            yield fenced("yaml", shorten("\n".join(map(visible, rest)), _LONGEST_EXAMPLE))
    if finding.remedy:
        yield from _remedy(finding.remedy)


def _place(finding: Finding) -> str:
    at = finding.place
    return shorten(f"{at.path}:{at.line}:{at.column}", LONGEST_TEXT) if at else finding.subject


def _remedy(remedy: Remedy) -> Iterator[str]:
    text = (remedy.suggestion or "").replace("\r\n", "\n")
    # Not splitlines(): what it takes for a line end, as U+0085, is hidden all the same.
    is_seen = remedy.suggestion is not None and all(
        visible(line) == line for line in text.split("\n")
    )
    where = f", in place of {_lines(remedy.first_line, remedy.last_line)}" if is_seen else ""
    yield f"Fix: {shown(remedy.title)} ({remedy.how}{where})"
    if is_seen:
        yield fenced("suggestion", text)


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"
