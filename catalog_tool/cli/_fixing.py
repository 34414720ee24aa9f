"""Applying fixes to the partner files, or showing what they would change."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.diagnostic import Diagnostic
from catalog_tool.file_gate import read_text
from catalog_tool.fixer import fixed_text
from catalog_tool.pipeline import Report
from catalog_tool.terminal import visible
from catalog_tool.writer import WriteRefusedError, replace_text
from catalog_tool.yaml_gate import VOCABULARY_LIMITS

ROUNDS = 10
"""Most times that fixes are applied and the result is checked again: a fix can allow another."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file before and after its fixes; ``path`` is relative to the root of the catalog."""

    path: str
    before: str
    after: str


def fixed_files(report: Report) -> Iterator[FixedFile]:
    """Yield each file that the safe fixes of a report change, without writing anything."""
    root = report.publication.settings.root
    of_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        if diagnostic.fix and diagnostic.fix.safe:
            of_file[diagnostic.path].append(diagnostic)
    for path, diagnostics in sorted(of_file.items()):
        before, unreadable = read_text(root / path, VOCABULARY_LIMITS.max_bytes)
        after = fixed_text(before, diagnostics)
        if unreadable is None and after != before:
            yield FixedFile(path, before, after)


def apply_fixes(check: Callable[[], Report]) -> tuple[Report, list[str]]:
    """Apply safe fixes until none is left.

    Args:
        check: checks the files as they are now.

    Returns:
        The report of what remains, and the paths of the files that were changed.

    Raises:
        CannotRun: a file is no plain file any more.
        OSError: a file cannot be written.
    """
    changed: set[str] = set()
    report = check()
    for _ in range(ROUNDS):
        fixed = list(fixed_files(report))
        if not fixed:
            break
        for file in fixed:
            _write(report.publication.settings.root / file.path, file.after)
            changed.add(file.path)
        report = check()
    return report, sorted(changed)


def _write(path: Path, text: str) -> None:
    try:
        replace_text(path, text)
    except WriteRefusedError as error:
        raise CannotRun(str(error)) from error


def diff_lines(file: FixedFile) -> Iterator[str]:
    """Yield a unified diff of one file, harmless on a terminal and in a log."""
    lines = difflib.unified_diff(
        file.before.split("\n"),
        file.after.split("\n"),
        f"a/{file.path}",
        f"b/{file.path}",
        lineterm="",
    )
    yield from map(visible, lines)
