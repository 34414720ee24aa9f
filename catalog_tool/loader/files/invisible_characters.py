"""Problems of files that contain invisible characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit
from catalog_tool.text.characters import describe_character, hidden_characters, visible_replacement

_MARK = "\ufeff"
MOST_HIDDEN = 2_000
"""Most hidden characters of one file that are reported by kind; a pasted text can have one for each
of its spaces."""

MOST_KINDS = 20
"""Most kinds of hidden characters that are reported for one file; the next check shows the rest."""


def hidden_problems(text: str) -> Iterator[Problem]:
    """Yield one problem for each kind of hidden character in the text of a file, with a fix."""
    places: dict[str, list[int]] = {}
    for offset in hidden_characters(text):
        if text[offset] in places or len(places) < MOST_KINDS:
            places.setdefault(text[offset], []).append(offset)
    if places.get(_MARK) == [0]:
        del places[_MARK]
        yield _byte_order_mark()
    for char, offsets in places.items():
        times = f", {len(offsets)} times, first here" if len(offsets) > 1 else ""
        what = f"{describe_character(char)}{times}"
        message = f"The text contains an invisible character: {what}."
        yield Problem(
            (),
            message,
            "Delete it, or replace it with a regular space.",
            _cleaning(char, offsets),
            span=(offsets[0], offsets[0] + 1),
            rule="hidden-character",
        )


def is_full_of_hidden(text: str) -> bool:
    """Return whether a text contains more than ``MOST_HIDDEN`` hidden characters."""
    return next(islice(hidden_characters(text), MOST_HIDDEN, None), None) is not None


def too_many_hidden(text: str) -> Problem:
    """Return the only problem of a text that is full of hidden characters."""
    first = next(hidden_characters(text))
    message = f"The text contains more than {MOST_HIDDEN:,} invisible characters."
    hint = "Paste the text as plain text into a new file."
    return Problem((), message, hint, span=(first, first + 1), rule="hidden-character")


def _byte_order_mark() -> Problem:
    message = (
        "The file begins with an invisible UTF-8 byte order mark, which Windows Notepad adds. "
        "Some programs read it as part of the first key."
    )
    hint = "Save the file as 'UTF-8', not as 'UTF-8 with BOM'."
    fix = ProposedFix("delete the byte order mark", (Edit(0, 1, ""),))
    return Problem((), message, hint, fix, span=(0, 1), rule="byte-order-mark")


def _cleaning(char: str, offsets: list[int]) -> ProposedFix:
    seen = visible_replacement(char)
    changes = tuple(Edit(at, at + 1, seen) for at in offsets)
    title = _CLEANING_TITLES[seen]
    return ProposedFix(title, changes, safe=seen == " ")


_CLEANING_TITLES = {
    "": "delete the invisible characters",
    " ": "use regular spaces",
    "\n": "use regular line breaks",
    "•": "use regular bullets",
}
