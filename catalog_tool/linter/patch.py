"""What fixes would change, as a patch where every character of it may be shown as it is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.linter.fix import FixedFile
from catalog_tool.text.terminal import visible


@dataclass(frozen=True, slots=True)
class Patch:
    """What changes in some files.

    Attributes:
        lines: a unified diff, harmless on a terminal and in a log, without line ends.
        is_exact: whether ``git apply`` makes the same change of it; not if characters that nobody
            can see are shown as escapes, or a file is saved in another encoding.
    """

    lines: tuple[str, ...]
    is_exact: bool


def patch_of(files: Iterable[FixedFile]) -> Patch:
    """Return what changes in some files."""
    files = tuple(files)
    written = [line for file in files for line in _lines(file)]
    shown = tuple(map(_shown, written))
    is_exact = shown == tuple(written) and not any(file.is_recoded for file in files)
    return Patch(shown, is_exact)


def _lines(file: FixedFile) -> Iterator[str]:
    if file.is_renamed or file.is_new:
        # Git reads the lines about names and modes only below this one.
        yield f"diff --git a/{file.path} b/{file.new_path}"
    if file.is_renamed:
        yield f"rename from {file.path}"
        yield f"rename to {file.new_path}"
    if file.is_new:
        yield "new file mode 100644"
    names = ("/dev/null" if file.is_new else _name(f"a/{file.path}"), _name(f"b/{file.new_path}"))
    before, after = _ended_lines(file.before), _ended_lines(file.after)
    for line in difflib.unified_diff(before, after, *names, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _name(path: str) -> str:
    # Git reads a name with a space up to a tab.
    return f"{path}\t" if " " in path else path


def _shown(line: str) -> str:
    """Return a line as it may be shown; tabs stay, which a patch needs as they are."""
    return "\t".join(map(visible, line.split("\t")))


def _ended_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its line end, the last as it is."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
