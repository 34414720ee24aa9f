"""Addresses of headings on one Markdown page, as GitHub makes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_KEPT = ("L", "M", "N", "Pc")


def anchors(headings: Iterable[str]) -> Iterator[str]:
    """Yield the address of each heading of a page, all of them given in their order.

    Letters, digits, hyphens and underscores stay, in lower case, spaces become hyphens, the rest
    goes. An address that is taken gets a number.
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
