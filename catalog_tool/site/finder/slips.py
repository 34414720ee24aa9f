"""Whether somebody mistyped a word: one letter missing, added, changed, or swapped with the next.

Digits are never mistyped: ``R/2`` is another product than ``R/3``.
"""

from __future__ import annotations

SHORTEST_MISTYPED = 4
"""Letters of a word from which on a slip in it is looked for."""
SHORTEST_BEGINNING = 5
"""Letters that the beginning of a word needs before a slip in it is looked for."""
_AFTER_SLIP = 2
"""Letters that must follow the slip there: they show that the word goes on as it should."""


def is_slip(typed: str, word: str) -> bool:
    """Return whether two different words are one slip apart."""
    return any(rest == other for rest, other in _after_slips(typed, word))


def is_slip_in_beginning(typed: str, word: str) -> bool:
    """Return whether a word begins with what was typed, but for one slip well inside of it.

    Its first letter is typed right: ``entra`` is no beginning of *central*.
    """
    return typed[:1] == word[:1] and any(
        len(rest) >= _AFTER_SLIP and other.startswith(rest)
        for rest, other in _after_slips(typed, word)
    )


def within_edits(typed: str, word: str, most: int) -> int | None:
    """Return the number of edits between two words, or ``None`` where there are more than ``most``.

    An edit is one slip; the same letter is not edited twice (optimal string alignment).
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for names that nothing answers to

    distance = OSA.distance(typed, word, score_cutoff=most)
    return distance if distance <= most else None


def _after_slips(typed: str, word: str) -> list[tuple[str, str]]:
    """Return what follows in both words after each slip that explains their first difference."""
    at = _first_difference(typed, word)
    letter, other = typed[at : at + 1], word[at : at + 1]
    if not letter or not other:
        extra = letter or other
        return [] if extra.isdecimal() else [(typed[at + 1 :], word[at + 1 :])]
    found = []
    if not letter.isdecimal():
        found.append((typed[at + 1 :], word[at:]))
    if not other.isdecimal():
        found.append((typed[at:], word[at + 1 :]))
    if not (letter.isdecimal() or other.isdecimal()):
        found.append((typed[at + 1 :], word[at + 1 :]))
        if typed[at : at + 2] == word[at + 1 : at + 2] + word[at : at + 1]:
            found.append((typed[at + 2 :], word[at + 2 :]))
    return found


def _first_difference(typed: str, word: str) -> int:
    shorter = min(len(typed), len(word))
    return next((at for at in range(shorter) if typed[at] != word[at]), shorter)
