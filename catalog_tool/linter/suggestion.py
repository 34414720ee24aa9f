"""A fix as whole lines: what a reviewer can propose with one click, and a partner can paste."""

from __future__ import annotations

from collections.abc import Sequence

from catalog_tool.linter.edits import apply_edits
from catalog_tool.model.diagnostic import Edit, Suggestion
from catalog_tool.model.source import Source

MOST_CHARACTERS = 2_000
"""Most characters that a suggestion replaces, or has: more than that nobody reads."""


def suggestion_of(edits: Sequence[Edit], source: Source) -> Suggestion | None:
    """Return the lines that edits touch as they are afterwards, or ``None`` if they are long.

    Args:
        edits: ascending and without overlap, at least one.
        source: the file that they are of.
    """
    text = source.text
    start = text.rfind("\n", 0, edits[0].start) + 1
    end = _line_end(text, edits[-1].end, start)
    if edits[-1].end - start > MOST_CHARACTERS:
        return None
    after = _after(text, start, end, edits)
    if after and not after.endswith("\n"):
        # The last line end was taken out: the line that follows has moved up.
        end = _line_end(text, end + 1, start)
        after = _after(text, start, end, edits)
    if max(end - start, len(after)) > MOST_CHARACTERS:
        return None
    last = max(end - 1, start)
    return Suggestion(source.position(start)[0], source.position(last)[0], after)


def _line_end(text: str, offset: int, start: int) -> int:
    """Return where the line that the character before ``offset`` stands on has ended."""
    if offset > start and text[offset - 1 : offset] == "\n":
        return offset
    return text.find("\n", offset) + 1 or len(text)


def _after(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    moved = [Edit(edit.start - start, edit.end - start, edit.replacement) for edit in edits]
    return apply_edits(text[start:end], moved)
