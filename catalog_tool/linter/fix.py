"""Applies fixes to the partner files, in memory, until nothing changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalog_tool.linter.edits import overlap
from catalog_tool.linter.renames import add_records, find_renames
from catalog_tool.linter.report import Report
from catalog_tool.loader.files.read import read_text, wide_text
from catalog_tool.loader.files.tree import ChangedTree, FileTree
from catalog_tool.loader.limits import VOCABULARY_LIMITS
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.edits import Edit, apply_edits
from catalog_tool.model.error import CatalogError
from catalog_tool.text.terminal import visible

ROUNDS_WITHOUT_GAIN = 20
"""The most rounds of fixes that don't reduce the problems: a fix can make others visible."""

TreeCheck = Callable[[ChangedTree], Report]
"""Checks the files of a tree."""

_Diagnostics = Sequence[Diagnostic]
_State = TypeVar("_State")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file before and after its fixes.

    Attributes:
        path: path relative to the root of the catalog.
        before: its current text.
        after: its text after the fixes.
        new_path: path that it is renamed to; equal to ``path`` if it keeps its name.
        is_recoded: whether it is now saved in an encoding other than UTF-8.
        is_new: whether the file doesn't exist yet.
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
class Fixes:
    """The result of all fixes of a catalog.

    Attributes:
        before: the problems before the fixes.
        after: the problems that remain.
        files: the files that change.
    """

    before: Report
    after: Report
    files: tuple[FixedFile, ...]


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> str:
    """Return the text of one file after the fixes of its diagnostics.

    Fixes that would touch what an earlier one touched are left for the next round.

    Args:
        text: the current text of the file.
        diagnostics: diagnostics of this file.
        unsafe: also apply fixes that need a person's judgment.
    """
    accepted: list[Edit] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        together = sorted({*accepted, *fix.edits}, key=lambda edit: (edit.start, edit.end))
        if not overlap(together):
            accepted = together
    return apply_edits(text, accepted)


def fix(check: TreeCheck, files: ChangedTree, *, unsafe: bool = False) -> Fixes:
    """Fix a catalog in memory until no fix is left; nothing is written.

    Args:
        check: checks the files of a tree.
        files: the current files.
        unsafe: also apply fixes that need a person's judgment.
    """
    every = [
        *_rounds(
            files,
            check,
            lambda tree, report: _fix_once(tree, report, unsafe=unsafe),
            lambda report: _count(report.diagnostics),
        )
    ]
    tree, after = every[-1]
    return Fixes(every[0][1], after, tuple(list_changes(tree)))


def fix_text(
    text: str, check: Callable[[str], _Diagnostics], *, unsafe: bool = False
) -> tuple[str, _Diagnostics]:
    """Return the text of one file once no fix is left, and the problems that remain in it.

    Args:
        text: the current text of the file.
        check: checks a text as if it were in the file.
        unsafe: also apply fixes that need a person's judgment.
    """
    *_, last = rounds_of_fixes(text, check, unsafe=unsafe)
    return last


def rounds_of_fixes(
    text: str, check: Callable[[str], _Diagnostics], *, unsafe: bool = False
) -> Iterator[tuple[str, _Diagnostics]]:
    """Yield the text of one file and its problems, before and after each round of fixes.

    The arguments are those of :func:`fix_text`.
    """
    return _rounds(text, check, lambda now, found: apply_fixes(now, found, unsafe=unsafe), _count)


def _rounds(
    state: _State,
    check: Callable[[_State], _Found],
    change: Callable[[_State, _Found], _State],
    count: Callable[[_Found], int],
) -> Iterator[tuple[_State, _Found]]:
    """Yield each state with its problems, until a round of fixes changes nothing."""
    found = check(state)
    yield state, found
    fewest, patience = count(found), ROUNDS_WITHOUT_GAIN
    while patience and (changed := change(state, found)) != state:
        state, found = changed, check(changed)
        yield state, found
        patience = ROUNDS_WITHOUT_GAIN if count(found) < fewest else patience - 1
        fewest = min(fewest, count(found))


def _count(diagnostics: _Diagnostics) -> int:
    return sum(diagnostic.count for diagnostic in diagnostics)


def _fix_once(tree: ChangedTree, report: Report, *, unsafe: bool) -> ChangedTree:
    """Return the tree after one round of fixes."""
    of_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        of_file[diagnostic.path].append(diagnostic)
    texts, renamed = dict(tree.texts), dict(tree.renamed)
    for path, diagnostics in of_file.items():
        text, is_recoded = text_of(path, tree)
        fixed = apply_fixes(text, diagnostics, unsafe=unsafe)
        if fixed != text or (is_recoded and any(each.name == "not-utf-8" for each in diagnostics)):
            texts[tree.path_before(path)] = fixed
    if new_paths := find_renames(report, tree):
        former = report.publication.settings.former_path
        text = texts.get(former, text_of(former, tree)[0])
        if (recorded := add_records(text, report, new_paths, tree)) != text:
            texts[former] = recorded
        renamed |= {tree.path_before(path): new for path, new in new_paths.items()}
    return ChangedTree(tree.base, texts, renamed)


def list_changes(tree: ChangedTree) -> Iterator[FixedFile]:
    """Yield the files that a tree changes, in the order of their paths."""
    for path in sorted({*tree.texts, *tree.renamed}):
        before, is_recoded = text_of(path, tree.base)
        after = tree.texts.get(path, before)
        new_path, is_new = tree.renamed.get(path, path), not tree.base.mode(path)
        yield FixedFile(path, before, after, new_path, is_recoded, is_new)


def refuse_changed(files: Iterable[FixedFile], tree: FileTree) -> None:
    """Make sure that files are still what they were before their fixes.

    Raises:
        CatalogError: one of them isn't.
    """
    for file in files:
        if text_of(file.path, tree) != (file.before, file.is_recoded):
            message = f"{visible(file.path)} has changed since it was checked."
            raise CatalogError(message, "Nothing was written. Run the check again.")


def text_of(path: str, tree: FileTree) -> tuple[str, bool]:
    """Return the text of a file, and whether it is saved in an encoding other than UTF-8."""
    text, unreadable = read_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    if not unreadable:
        return text, False
    recoded = wide_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    return recoded or "", bool(recoded)
