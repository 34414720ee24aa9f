"""Six or more words in a row are in capital letters.

Abbreviations in capital letters, such as *IBM MQ* or *SAP ECC*, are fine.

Why:
    People read words in capital letters slowly, and feel shouted at. Customers compare several
    partners, and facts convince them.

Bad:
    description: |
      It connects mainframes. THE ONLY GATEWAY THAT YOU WILL EVER NEED!

Good:
    description: |
      It connects IBM MQ, SAP ECC, HP ALM, and IBM i.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import unicodedata2 as unicodedata

from catalog_tool.linter.rules._texts import markdown_texts
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.phrases import shorten

CODE = "CAT140"
SEVERITY = Severity.WARNING

_LONGEST_QUOTE = 60
_FEWEST = 6
_SHORTEST = 2 * _FEWEST - 1
_WORD = re.compile(r"\S+")
_NOT_SMALL = re.compile(f"[^a-z]{{{_SHORTEST},}}")
# Each byte as a small letter or not, to look for the shortest run in the bytes of a text.
_SIZES = bytes(ord("a" if chr(byte).islower() else "A") for byte in range(256))
_SHORTEST_RUN = b"A" * _SHORTEST
# What can surround a word of a sentence. A comma isn't part of it, because it separates names.
_AROUND = "*_!?.()'\""


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Point at the first words in capital letters of each text."""
    for where, text in markdown_texts(entry):
        if shouted := _shouted(text):
            yield Problem(
                where,
                f"{shorten(shouted, _LONGEST_QUOTE)!r} is in capital letters.",
                "Write them in small letters, as in any other sentence.",
                quote=shouted,
            )


def _shouted(text: str) -> str:
    """Return the first run of six or more words in capital letters, or ``""``."""
    # A run has no lowercase ASCII letter. Counting the words between those is far faster than
    # looking up the category of each letter, and nearly no text has that many characters between.
    if _SHORTEST_RUN not in text.encode("ascii", "replace").translate(_SIZES):
        return ""
    if not any(len(gap.split()) >= _FEWEST for gap in _NOT_SMALL.findall(text)):
        return ""
    for line in text.split("\n"):
        for is_loud, words in groupby(_WORD.finditer(line), _is_in_capitals):
            run = [*words] if is_loud else []
            if len(run) >= _FEWEST:
                return line[run[0].start() : run[-1].end()]
    return ""


def _is_in_capitals(word: re.Match[str]) -> bool:
    letters = word.group().strip(_AROUND)
    return {*map(unicodedata.category, letters)} == {"Lu"}
