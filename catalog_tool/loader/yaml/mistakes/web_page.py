"""A web page or another file of tags, saved under the name of an entry."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 2
IN_READABLE = True

_TAGS = re.compile(r"\s*<(?:!doctype|html|head|body|svg|\?xml)\b[^\n]*", re.IGNORECASE)
_ANY_TAG = re.compile(r"\s*<[a-z][a-z0-9-]*[ />][^\n]*", re.IGNORECASE)
_KEYS = re.compile(r"^(?:name|website|contact|description)[ \t]*[:=]", re.MULTILINE)


def find(line: Line) -> Mistake | None:
    """Recognise a file whose first line is the first line of a page."""
    match = _TAGS.match(line.text) or _ANY_TAG.match(line.text)
    if not match or (match.re is _ANY_TAG and _KEYS.search(line.text)):
        return None
    return Mistake(
        "This file is a web page or a drawing (HTML, XML or SVG), not an entry.",
        "Start from 'catalog new NAME', and copy the text of the page into it.",
        match.span(),
        (),
        "",
        safe=False,
    )
