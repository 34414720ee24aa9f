"""For people: each problem with its source line, a caret, a hint and a fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from click import style

from catalog_tool.linter.reporters import Summary
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.text.terminal import visible, visible_cells, width

EXCERPT_COLUMNS = 96
"""Most columns of a source line that are shown; a longer one is cut around the caret."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_TAB = "    "
_CUT = "…"


def report(diagnostics: Sequence[Diagnostic], summary: Summary) -> str:
    """Return the report for a terminal, with its styles."""
    blocks = ["\n".join([*lines(diagnostic), "", ""]) for diagnostic in diagnostics]
    return "".join([*blocks, summary.sentence(), "\n"])


def lines(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the lines of one diagnostic, with their styles."""
    yield _headline(diagnostic)
    if diagnostic.excerpt:
        yield from excerpt(diagnostic)
    if diagnostic.hint:
        first, *rest = diagnostic.hint.splitlines()
        yield f"  {style('hint:', fg='cyan')} {visible(first)}"
        yield from (f"    {visible(line)}" for line in rest)
    if diagnostic.fix:
        yield f"  {style('fix:', fg='green')} {_remedy(diagnostic.fix)}"


def _headline(diagnostic: Diagnostic) -> str:
    place = f"{visible(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}: "
    grade = style(diagnostic.severity.value, fg=_COLOURS[diagnostic.severity], bold=True)
    rule = style(f"{diagnostic.code} {diagnostic.name}", bold=True)
    return f"{place if diagnostic.path else ''}{grade} {rule}: {visible(diagnostic.message)}"


def _remedy(fix: Fix) -> str:
    if fix.safe:
        return f"{visible(fix.title)} (`catalog check --fix` does it)"
    return f"{visible(fix.title)} (if you agree: `--fix --unsafe-fixes`)"


def excerpt(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the source line of a diagnostic and the carets below it, with their styles."""
    line = diagnostic.excerpt
    cells = [_TAB if line[at] == "\t" else cell for at, cell in enumerate(visible_cells(line))]
    start, end = _marked(diagnostic, len(cells))
    first, last = _window(cells, start, end)
    before = (_CUT if first else "") + "".join(cells[first:start])
    marked = "".join(cells[start : min(end, last)])
    after = "".join(cells[end:last]) + (_CUT if last < len(cells) else "")
    gutter = f"{diagnostic.line} |"
    carets = style("^" * max(width(marked), 1), fg=_COLOURS[diagnostic.severity], bold=True)
    yield f"  {style(gutter, dim=True)} {before}{marked}{after}"
    yield f"  {style('|'.rjust(len(gutter)), dim=True)} {' ' * width(before)}{carets}"


def _marked(diagnostic: Diagnostic, length: int) -> tuple[int, int]:
    """Return where the carets stand, as offsets in the source line, end exclusive."""
    start = min(diagnostic.column - 1, length)
    is_one_line = diagnostic.line == diagnostic.end_line
    end = min(diagnostic.end_column - 1, length) if is_one_line else length
    return start, max(start, end)


def _window(cells: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a source line that is shown: the caret, and as much as fits around."""
    first, last = start, start
    left = EXCERPT_COLUMNS
    while left > 0 and (first > 0 or last < len(cells)):
        # What is marked comes first, then both sides in turn.
        ahead = last < len(cells) and (last < end or last - end <= start - first or not first)
        cell = cells[last] if ahead else cells[first - 1]
        left -= width(cell)
        first, last = (first, last + 1) if ahead else (first - 1, last)
    return first, last
