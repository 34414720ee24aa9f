"""What stands in for the logo of a partner that has none: initials on a tile of one color."""

from __future__ import annotations

import hashlib

from catalog_tool.text.characters.letters import is_letter_or_digit
from catalog_tool.text.ordering import fold

TILES = 6
"""The number of tiles in the style sheet; none of them stands out."""


def initials(name: str) -> str:
    """Return the first letters or digits of the first two words of a name."""
    firsts = (next(filter(is_letter_or_digit, word), "") for word in name.split())
    return "".join([first for first in firsts if first][:2]).upper()


def tile(name: str) -> int:
    """Return the number of the tile for a name, from 1, which is always the same."""
    return hashlib.sha256(fold(name).encode()).digest()[0] % TILES + 1
