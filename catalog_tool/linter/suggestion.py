"""A fix as whole lines, which a reviewer can suggest with one click and a partner can paste."""

from __future__ import annotations

from collections.abc import Sequence

from catalog_tool.linter.edits import line_start, next_line
from catalog_tool.model.diagnostic import Suggestion
from catalog_tool.model.edits import Edit, apply_edits
from catalog_tool.model.source import Source

MOST_CHARACTERS = 2_000
"""The most characters that a suggestion replaces or contains: nobody reads more."""


def make_suggestion(edits: Sequence[Edit], source: Source) -> Suggestion | None:
    """Return the lines that edits touch, after the edits; ``None`` if they are too long.

    Args:
        edits: at least one, ascending and without overlap.
        source: the file that they change.
    """
    text = source.text
    start = line_start(text, edits[0].start)
    end = _line_end(text, edits[-1].end, start)
    if edits[-1].end - start > MOST_CHARACTERS:
        return None
    after = _after(text, start, end, edits)
    if after and not after.endswith("\n"):
        # The last line ending was removed, so the next line moved up.
        end = _line_end(text, end + 1, start)
        after = _after(text, start, end, edits)
    if max(end - start, len(after)) > MOST_CHARACTERS:
        return None
    last = max(end - 1, start)
    return Suggestion(source.position(start)[0], source.position(last)[0], after)


def _line_end(text: str, offset: int, start: int) -> int:
    """Return the end of the line that contains the character before ``offset``."""
    if offset > start and text[offset - 1 : offset] == "\n":
        return offset
    return next_line(text, offset)


def _after(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    moved = [Edit(edit.start - start, edit.end - start, edit.replacement) for edit in edits]
    return apply_edits(text[start:end], moved)
