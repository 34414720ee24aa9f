"""Replaces the drawings in the HTML of a page by pictures, which a link can have as its name."""

from __future__ import annotations

import re

_DRAWING = re.compile(r"(<svg\b|</svg>)", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<>\n]{1,300})</title>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

Span = tuple[int, int]
"""Lines of the page, from 0, without the end."""


def with_pictures(text: str) -> tuple[list[str], list[Span]]:
    """Return the lines of a page with each ``<svg>`` as a picture, and where each line is from.

    The paths of a drawing are longer than any other tag, and are on many lines.
    """
    pieces: list[tuple[str, str]] = []
    start = -1
    for piece in _DRAWING.split(text):
        pieces.append((piece, piece))
        if piece.lower() == "<svg":
            start = len(pieces) - 1
        elif piece.lower() == "</svg>" and start >= 0:
            drawing = "".join(source for source, _ in pieces[start:])
            if not _BLANK_LINE.search(drawing):
                pieces[start:] = [(drawing, _picture(drawing))]
            start = -1
    spans: list[Span] = []
    first = number = 0
    for source, written in pieces:
        for _ in range(source.count("\n")):
            number += 1
            if source == written:
                spans.append((first, number))
                first = number
    return "".join(written for _, written in pieces).split("\n"), [*spans, (first, number + 1)]


def _picture(drawing: str) -> str:
    title = _TITLE.search(drawing)
    alt = title.group(1).strip().replace('"', "") if title else ""
    return f'<img src="svg" alt="{alt}">'
