"""Applying fixes to the partner files, or showing what they would change."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.cli._records import with_records
from catalog_tool.cli._renaming import renamed_files
from catalog_tool.cli._writing import told_if_not_written
from catalog_tool.diagnostic import Diagnostic
from catalog_tool.file_gate import read_text, wide_text
from catalog_tool.fixer import fixed_text
from catalog_tool.pipeline import Report
from catalog_tool.terminal import visible
from catalog_tool.writer import replace_text
from catalog_tool.yaml_gate import ENTRY_LIMITS, VOCABULARY_LIMITS

ROUNDS = 20
"""Most times that fixes are applied and the result is checked again: a fix can allow another."""


Judge = Callable[[Mapping[str, str]], Report]
"""Checks the files as they are now, given the new paths of renamed files by their old ones."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file before and after its fixes.

    Attributes:
        path: path relative to the root of the catalog.
        before: its text as it is.
        after: its text after the fixes.
        new_path: path that it is renamed to; ``path`` where it keeps its name.
    """

    path: str
    before: str
    after: str
    new_path: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fixing did.

    Attributes:
        report: what remains.
        changed: the files whose text was changed, by their paths before.
        renamed: the new path of each file that was renamed, by its path before.
    """

    report: Report
    changed: tuple[str, ...]
    renamed: Mapping[str, str]


def fixed_files(report: Report, *, unsafe: bool = False) -> Iterator[FixedFile]:
    """Yield each file that the fixes of a report change, without writing anything.

    Args:
        report: what a check found.
        unsafe: also apply fixes that need judgement.
    """
    settings = report.publication.settings
    of_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        of_file[diagnostic.path].append(diagnostic)
    new_paths = renamed_files(report)
    for path in sorted({*of_file, settings.former_path} if new_paths else of_file):
        before, after = _texts(settings.root / path, of_file[path], unsafe=unsafe)
        if path == settings.former_path:
            after = with_records(after, report, new_paths)
        new_path = new_paths.get(path, path)
        if after != before or new_path != path:
            yield FixedFile(path, before, after, new_path)


def apply_fixes(judge: Judge, *, unsafe: bool = False) -> Outcome:
    """Apply fixes until none is left.

    Args:
        judge: checks the files as they are now.
        unsafe: also apply fixes that need judgement.

    Raises:
        CannotRun: a file is no plain file any more.
        OSError: a file cannot be written.
    """
    changed: set[str] = set()
    renamed: dict[str, str] = {}
    report = judge({})
    for _ in range(ROUNDS):
        fixed = list(fixed_files(report, unsafe=unsafe))
        if not fixed:
            break
        first_names = {new: old for old, new in renamed.items()}
        for file in fixed:
            original = first_names.get(file.path, file.path)
            _write(report.publication.settings.root, file)
            if file.after != file.before:
                changed.add(original)
            if file.new_path != file.path:
                renamed[original] = file.new_path
        report = judge(renamed)
    return Outcome(report, tuple(sorted(changed)), renamed)


def _texts(path: Path, diagnostics: list[Diagnostic], *, unsafe: bool) -> tuple[str, str]:
    """Return the text of a file before and after the fixes."""
    if any(diagnostic.name == "not-utf-8" for diagnostic in diagnostics):
        text = wide_text(path, ENTRY_LIMITS.max_bytes)
        return ("", text) if text else ("", "")
    before, unreadable = read_text(path, VOCABULARY_LIMITS.max_bytes)
    return before, before if unreadable else fixed_text(before, diagnostics, unsafe=unsafe)


def _write(root: Path, file: FixedFile) -> None:
    with told_if_not_written(file.path):
        if file.after != file.before:
            replace_text(root / file.path, file.after, "catalog check")
        if file.new_path != file.path:
            (root / file.path).rename(root / file.new_path)


def diff_lines(file: FixedFile) -> Iterator[str]:
    """Yield a unified diff of one file, harmless on a terminal and in a log."""
    if file.new_path != file.path:
        # Without this line Git does not read the two below it.
        yield visible(f"diff --git a/{file.path} b/{file.new_path}")
        yield visible(f"rename from {file.path}")
        yield visible(f"rename to {file.new_path}")
    names = (f"a/{file.path}\n", f"b/{file.new_path}\n")
    before, after = _ended_lines(file.before), _ended_lines(file.after)
    for line in difflib.unified_diff(before, after, *names, lineterm="\n"):
        yield visible(line.rstrip("\n"))
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _ended_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its line end, the last as it is."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
