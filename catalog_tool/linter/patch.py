"""What fixes would change, as a patch that is safe to show."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.linter.fix import FixedFile
from catalog_tool.text.terminal import visible


@dataclass(frozen=True, slots=True)
class Patch:
    """The changes of some files.

    Attributes:
        lines: a unified diff without line endings, harmless on a terminal and in a log.
        is_exact: whether ``git apply`` makes exactly these changes. It doesn't if invisible
            characters are shown as escapes, or if a file is saved in another encoding.
    """

    lines: tuple[str, ...]
    is_exact: bool


def make_patch(files: Iterable[FixedFile]) -> Patch:
    """Return the changes of some files as a patch."""
    files = tuple(files)
    written = [line for file in files for line in _lines(file)]
    shown = tuple(map(_make_visible, written))
    is_exact = shown == tuple(written) and not any(file.is_recoded for file in files)
    return Patch(shown, is_exact)


def _lines(file: FixedFile) -> Iterator[str]:
    if file.is_renamed or file.is_new:
        # Git reads the lines about names and modes only after this one.
        yield f"diff --git a/{file.path} b/{file.new_path}"
    if file.is_renamed:
        yield f"rename from {file.path}"
        yield f"rename to {file.new_path}"
    if file.is_new:
        yield "new file mode 100644"
    names = ("/dev/null" if file.is_new else _name(f"a/{file.path}"), _name(f"b/{file.new_path}"))
    before, after = _split_lines(file.before), _split_lines(file.after)
    for line in difflib.unified_diff(before, after, *names, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _name(path: str) -> str:
    # In a name with a space, Git reads up to a tab.
    return f"{path}\t" if " " in path else path


def _make_visible(line: str) -> str:
    """Return a line that is safe to show; tabs stay, because a patch needs them."""
    return "\t".join(map(visible, line.split("\t")))


def _split_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its line ending; the last line stays the same."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
