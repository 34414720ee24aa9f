"""Applying fixes to the partner files: first in memory until nothing changes, then on disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._records import with_records
from catalog_tool.cli._renaming import renamed_files
from catalog_tool.cli._writing import told_if_not_written
from catalog_tool.diagnostic import Diagnostic
from catalog_tool.file_gate import read_text, wide_text
from catalog_tool.file_tree import ChangedTree, DiskTree, FileTree
from catalog_tool.fixer import fixed_text
from catalog_tool.pipeline import Report
from catalog_tool.terminal import visible
from catalog_tool.writer import replace_text
from catalog_tool.yaml_gate import VOCABULARY_LIMITS

ROUNDS_WITHOUT_GAIN = 20
"""Most rounds of fixes that leave no fewer problems: a fix can make others visible."""

Judge = Callable[[ChangedTree], Report]
"""Checks the files of a tree."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file before and after its fixes.

    Attributes:
        path: path relative to the root of the catalog.
        before: its text as it is.
        after: its text after the fixes.
        new_path: path that it is renamed to; ``path`` where it keeps its name.
        is_recoded: whether it is saved in another encoding than UTF-8.
        is_new: whether there is no such file yet.
    """

    path: str
    before: str
    after: str
    new_path: str
    is_recoded: bool = False
    is_new: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether its bytes change."""
        return self.is_recoded or self.after != self.before

    @property
    def is_renamed(self) -> bool:
        """Whether its name changes."""
        return self.new_path != self.path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What fixing makes of a catalog.

    Attributes:
        before: what is found now.
        after: what remains.
        files: the files that change.
    """

    before: Report
    after: Report
    files: tuple[FixedFile, ...]


def mended(judge: Judge, files: ChangedTree, *, unsafe: bool = False) -> Outcome:
    """Return what the fixes make of a catalog once no fix is left; nothing is written.

    Args:
        judge: checks the files of a tree.
        files: the files as they are.
        unsafe: also apply fixes that need judgement.
    """
    tree = files
    before = after = judge(tree)
    fewest, patience = _number(before), ROUNDS_WITHOUT_GAIN
    while patience and (again := _changed(tree, after, unsafe=unsafe)) != tree:
        tree, after = again, judge(again)
        patience = ROUNDS_WITHOUT_GAIN if _number(after) < fewest else patience - 1
        fewest = min(fewest, _number(after))
    return Outcome(before, after, tuple(_fixed_files(tree)))


def write_files(files: Iterable[FixedFile], root: Path) -> None:
    """Write what :func:`mended` has found.

    Raises:
        CannotRun: a file is not as it was read, or cannot be written.
    """
    for file in files:
        with told_if_not_written(visible(file.path)):
            _write(file, root)


def _write(file: FixedFile, root: Path) -> None:
    if _text(file.path, DiskTree(root)) != (file.before, file.is_recoded):
        message = f"{visible(file.path)} has changed since it was checked."
        raise CannotRun(message, "It is as it is now. Check again.")
    if file.is_changed:
        replace_text(root / file.path, file.after, "catalog check")
    if file.is_renamed:
        (root / file.path).rename(root / file.new_path)


def _number(report: Report) -> int:
    return sum(diagnostic.stands_for for diagnostic in report.diagnostics)


def _changed(tree: ChangedTree, report: Report, *, unsafe: bool) -> ChangedTree:
    """Return the tree after one round of fixes."""
    of_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        of_file[diagnostic.path].append(diagnostic)
    texts, renamed = dict(tree.texts), dict(tree.renamed)
    for path, diagnostics in of_file.items():
        text, is_recoded = _text(path, tree)
        fixed = fixed_text(text, diagnostics, unsafe=unsafe)
        if fixed != text or (is_recoded and any(each.name == "not-utf-8" for each in diagnostics)):
            texts[tree.path_before(path)] = fixed
    if new_paths := renamed_files(report, tree):
        former = report.publication.settings.former_path
        text = texts.get(former, _text(former, tree)[0])
        if (recorded := with_records(text, report, new_paths, tree)) != text:
            texts[former] = recorded
        renamed |= {tree.path_before(path): new for path, new in new_paths.items()}
    return ChangedTree(tree.base, texts, renamed)


def _fixed_files(tree: ChangedTree) -> Iterator[FixedFile]:
    for path in sorted({*tree.texts, *tree.renamed}):
        before, is_recoded = _text(path, tree.base)
        after = tree.texts.get(path, before)
        new_path, is_new = tree.renamed.get(path, path), not tree.base.mode(path)
        yield FixedFile(path, before, after, new_path, is_recoded, is_new)


def _text(path: str, tree: FileTree) -> tuple[str, bool]:
    """Return the text of a file, and whether it is saved in another encoding than UTF-8."""
    text, unreadable = read_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    if not unreadable:
        return text, False
    recoded = wide_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    return recoded or "", bool(recoded)
