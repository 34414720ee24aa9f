"""Applying fixes to the partner files, in memory, until nothing changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalog_tool.linter.edits import apply_edits, overlap
from catalog_tool.linter.renames import renamed_files, with_records
from catalog_tool.linter.report import Report
from catalog_tool.loader.files.read import read_text, wide_text
from catalog_tool.loader.files.tree import ChangedTree, FileTree
from catalog_tool.loader.limits import VOCABULARY_LIMITS
from catalog_tool.model.diagnostic import Diagnostic, Edit

ROUNDS_WITHOUT_GAIN = 20
"""Most rounds of fixes that leave no fewer problems: a fix can make others visible."""

Judge = Callable[[ChangedTree], Report]
"""Checks the files of a tree."""

Findings = Sequence[Diagnostic]
"""What a check finds in one file."""

_State = TypeVar("_State")
_Found = TypeVar("_Found")


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
class Fixes:
    """What all fixes together make of a catalog.

    Attributes:
        before: what is found now.
        after: what remains.
        files: the files that change.
    """

    before: Report
    after: Report
    files: tuple[FixedFile, ...]


def fixed_text(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> str:
    """Return the text of one file after the fixes of its diagnostics.

    Fixes that would touch what an earlier one touched are left for the next round.

    Args:
        text: the file as it is.
        diagnostics: diagnostics of this file.
        unsafe: also apply fixes that need judgement.
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


def fix(judge: Judge, files: ChangedTree, *, unsafe: bool = False) -> Fixes:
    """Return what the fixes make of a catalog once no fix is left; nothing is written.

    Args:
        judge: checks the files of a tree.
        files: the files as they are.
        unsafe: also apply fixes that need judgement.
    """
    every = [
        *_rounds(
            files,
            judge,
            lambda tree, report: _changed(tree, report, unsafe=unsafe),
            lambda report: _number(report.diagnostics),
        )
    ]
    tree, after = every[-1]
    return Fixes(every[0][1], after, tuple(_fixed_files(tree)))


def fix_text(
    text: str, judge: Callable[[str], Findings], *, unsafe: bool = False
) -> tuple[str, Findings]:
    """Return the text of one file once no fix is left, and what is then still found in it.

    Args:
        text: the file as it is.
        judge: checks a text in its place.
        unsafe: also apply fixes that need judgement.
    """
    *_, last = rounds_of_fixes(text, judge, unsafe=unsafe)
    return last


def rounds_of_fixes(
    text: str, judge: Callable[[str], Findings], *, unsafe: bool = False
) -> Iterator[tuple[str, Findings]]:
    """Yield the text of one file, and what is found in it, before and after each round of fixes.

    Arguments are those of :func:`fix_text`.
    """
    return _rounds(text, judge, lambda now, found: fixed_text(now, found, unsafe=unsafe), _number)


def _rounds(
    state: _State,
    judge: Callable[[_State], _Found],
    change: Callable[[_State, _Found], _State],
    number: Callable[[_Found], int],
) -> Iterator[tuple[_State, _Found]]:
    """Yield each state with what is found in it, until a round of fixes changes nothing."""
    found = judge(state)
    yield state, found
    fewest, patience = number(found), ROUNDS_WITHOUT_GAIN
    while patience and (changed := change(state, found)) != state:
        state, found = changed, judge(changed)
        yield state, found
        patience = ROUNDS_WITHOUT_GAIN if number(found) < fewest else patience - 1
        fewest = min(fewest, number(found))


def _number(diagnostics: Findings) -> int:
    return sum(diagnostic.count for diagnostic in diagnostics)


def _changed(tree: ChangedTree, report: Report, *, unsafe: bool) -> ChangedTree:
    """Return the tree after one round of fixes."""
    of_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        of_file[diagnostic.path].append(diagnostic)
    texts, renamed = dict(tree.texts), dict(tree.renamed)
    for path, diagnostics in of_file.items():
        text, is_recoded = text_of(path, tree)
        fixed = fixed_text(text, diagnostics, unsafe=unsafe)
        if fixed != text or (is_recoded and any(each.name == "not-utf-8" for each in diagnostics)):
            texts[tree.path_before(path)] = fixed
    if new_paths := renamed_files(report, tree):
        former = report.publication.settings.former_path
        text = texts.get(former, text_of(former, tree)[0])
        if (recorded := with_records(text, report, new_paths, tree)) != text:
            texts[former] = recorded
        renamed |= {tree.path_before(path): new for path, new in new_paths.items()}
    return ChangedTree(tree.base, texts, renamed)


def _fixed_files(tree: ChangedTree) -> Iterator[FixedFile]:
    for path in sorted({*tree.texts, *tree.renamed}):
        before, is_recoded = text_of(path, tree.base)
        after = tree.texts.get(path, before)
        new_path, is_new = tree.renamed.get(path, path), not tree.base.mode(path)
        yield FixedFile(path, before, after, new_path, is_recoded, is_new)


def text_of(path: str, tree: FileTree) -> tuple[str, bool]:
    """Return the text of a file, and whether it is saved in another encoding than UTF-8."""
    text, unreadable = read_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    if not unreadable:
        return text, False
    recoded = wide_text(path, VOCABULARY_LIMITS.max_bytes, tree)
    return recoded or "", bool(recoded)
