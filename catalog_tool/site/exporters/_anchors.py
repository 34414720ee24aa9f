"""Anchors of the headings on a Markdown page, as GitHub generates them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import unicodedata2 as unicodedata

_KEPT = ("L", "M", "N", "Pc")


def anchors(headings: Iterable[str]) -> Iterator[str]:
    """Yield the anchor of each heading of a page, given all headings in order.

    Letters, digits, hyphens, and underscores stay, in lower case. Spaces become hyphens, and
    everything else is removed. An anchor that is already used gets a number.
    Source: github/html-pipeline, its table-of-contents filter.
    """
    taken: dict[str, int] = {}
    for heading in headings:
        anchor = "".join(_letters(heading.lower()))
        if anchor in taken:
            yield f"{anchor}-{taken[anchor]}"
            taken[anchor] += 1
        else:
            yield anchor
            taken[anchor] = 1


def _letters(text: str) -> Iterator[str]:
    for char in text:
        if char == " ":
            yield "-"
        elif char == "-" or unicodedata.category(char).startswith(_KEPT):
            yield char
