"""A file that is still a Markdown page: headings and bullets instead of keys."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 5

_MARKDOWN = re.compile(r"#{1,6} \S.*\n+(?:[^\n:]+\n+)*?[*+-] .+", re.MULTILINE)


def find(line: Line) -> Mistake | None:
    """Recognise a page that begins with a heading and goes on with a bulleted list."""
    if not _MARKDOWN.match(line.text) or re.search(r"^name:", line.text, re.MULTILINE):
        return None
    return Mistake(
        "This file is a Markdown page, not an entry.",
        "Turn it into an entry with 'catalog import FILE.md --into DIR', or fill in the form.",
        (0, line.text.find("\n")),
        (),
        "",
        safe=False,
    )
