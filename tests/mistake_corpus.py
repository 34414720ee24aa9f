"""Entries with mistakes as partners send them, and the expected result of the check for each.

Each folder in ``tests/mistakes`` is a chapter. In it, ``NAME.yaml`` is an entry with a mistake (the
file of a partner named Contoso), and a folder ``NAME`` contains several files of a catalog.
``NAME.expected`` has the expected diagnostics and the results of ``--fix`` without and with
``--unsafe-fixes``. ``python -m tests.mistake_corpus`` rewrites these expectations, and
``python -m tests.mistakes_page`` rewrites the page. Read the diff before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog_tool.linter.report import Report
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.pipeline import check, fix, write_fixes
from tests.checking import PARTNER, VOCABULARY, Content, written

CORPUS = Path(__file__).parent / "mistakes"


@dataclass(frozen=True)
class Outcome:
    """The files of a mistake after their fixes.

    Attributes:
        files: text of each file by its path, without the vocabulary.
        left: the diagnostics that remain.
    """

    files: Mapping[str, str]
    left: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Mistake:
    """One entry with a mistake, or one catalog whose files have mistakes.

    Attributes:
        path: the file or folder of the corpus.
    """

    path: Path

    @property
    def name(self) -> str:
        """Name of the mistake, in words."""
        return self.path.stem.replace("-", " ")

    @property
    def expectation(self) -> Path:
        """The file with the expected result."""
        return self.path.with_name(f"{self.path.stem}.expected")

    @property
    def files(self) -> dict[str, bytes]:
        """The files with mistakes, by path in a catalog."""
        if self.path.is_file():
            return {PARTNER: self.path.read_bytes()}
        paths = sorted(self.path.iterdir())
        return {f"partners/{path.name}": path.read_bytes() for path in paths}

    @cache  # noqa: B019 - the corpus stays until the process ends
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of the check."""
        with written(self._catalog()) as settings:
            return _without_vocabulary(check(settings))

    @cache  # noqa: B019 - the corpus stays until the process ends
    def fixed(self, *, unsafe: bool) -> Outcome:
        """Return the result of ``--fix``.

        Args:
            unsafe: with ``--unsafe-fixes``.
        """
        with written(self._catalog()) as settings:
            fixes = fix(settings, unsafe=unsafe)
            write_fixes(fixes.files, settings.root)
            folder = settings.root / "partners"
            paths = (path for path in sorted(folder.iterdir()) if path.name[0] != "_")
            texts = {f"partners/{path.name}": _text(path) for path in paths}
        return Outcome(texts, _without_vocabulary(fixes.after))

    def _catalog(self) -> dict[str, Content]:
        vocabulary = (CORPUS / "_vocabulary.yaml").read_bytes()
        return {VOCABULARY: vocabulary, **self.files}


@cache
def all_mistakes() -> tuple[Mistake, ...]:
    """Return the corpus, chapter by chapter."""
    found = (
        path
        for chapter in sorted(CORPUS.iterdir())
        if chapter.is_dir()
        for path in sorted(chapter.iterdir())
        if path.suffix != ".expected"
    )
    return tuple(map(Mistake, found))


def expectation(mistake: Mistake) -> str:
    """Return the expected result of a mistake in the form in which it is stored."""
    lines = [line for each in mistake.diagnostics() for line in _said(each)]
    for unsafe in (False, True):
        outcome = mistake.fixed(unsafe=unsafe)
        left = len(outcome.left)
        lines.append(f"=== --fix{' --unsafe-fixes' if unsafe else ''}: {left or 'nothing'} left")
        if outcome.files == texts_of(mistake):
            lines.append("(unchanged)")
            continue
        if unsafe and outcome.files == mistake.fixed(unsafe=False).files:
            lines.append("(the same)")
            continue
        for path, text in outcome.files.items():
            lines += [f"--- {path}", text]
    return "\n".join(lines).rstrip("\n") + "\n"


def texts_of(mistake: Mistake) -> dict[str, str]:
    """Return the text of each file with a mistake; invalid bytes are replaced."""
    return {path: content.decode(errors="replace") for path, content in mistake.files.items()}


def _said(found: Diagnostic) -> Iterator[str]:
    file = "" if found.path == PARTNER else f"{found.path}:"
    place = f"{file}{found.line}:{found.column}"
    yield f"{place} {found.severity} {found.code} {found.name}: {found.message}"
    end = found.end_column - 1 if found.line == found.end_line else None
    if marked := found.excerpt[found.column - 1 : end]:
        yield f"  marked: {marked}"
    if found.hint:
        hint = found.hint.replace("\n", "\n    ")
        yield f"  hint: {hint}"
    if found.fix:
        yield f"  {'fix' if found.fix.safe else 'unsafe fix'}: {found.fix.title}"


def _without_vocabulary(report: Report) -> tuple[Diagnostic, ...]:
    return tuple(found for found in report.diagnostics if found.path != VOCABULARY)


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


if __name__ == "__main__":
    for each in all_mistakes():
        each.expectation.write_text(expectation(each), encoding="utf-8", newline="")
