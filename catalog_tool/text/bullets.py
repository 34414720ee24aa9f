"""Bullets and numbers that people paste in front of lines from word processors."""

from __future__ import annotations

import re

# Some word processors use letters of a symbol font, from U+F020 on.
_SIGNS = "•·▪◦‣●○■–—\uf020-\uf0ff"
BULLET = re.compile(rf"\A(?:[-*+{_SIGNS}]\s+|o\t\s*)")
"""A bullet at the beginning of a line."""
HEADING = re.compile(rf"\A(?!{BULLET.pattern[2:]})(?P<group>.*\S)\s*:\Z")
"""A line that names a group, above the names of its members."""
MARK = re.compile(rf"{BULLET.pattern}|\A\d{{1,3}}[.)]\s+")
"""A bullet or a number at the beginning of a line."""
PASTED_BULLETS = re.compile(rf"^[ \t]*[{_SIGNS}][ \t\xa0]+", re.MULTILINE)
"""Bullets of word processors in a text of several lines."""
