"""``<<<<<<< HEAD``: two versions of a file that Git could not merge by itself."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 1

# One after the other, each from where the last ended: as one pattern it takes cubic time.
_MARKS = [re.compile(mark, re.MULTILINE) for mark in (r"^<{7} ", r"^={7}[ \t\r]*$", r"^>{7} ")]


def find(line: Line) -> Mistake | None:
    """Recognise the marks that Git leaves; which version is right only people know."""
    marks = []
    position = 0
    for mark in _MARKS:
        match = mark.search(line.text, position)
        if match is None:
            return None
        marks.append(match.start())
        position = match.end()
    return Mistake(
        "The file still holds two versions of some lines: a merge was not finished.",
        "Between <<<<<<< and ======= stands one version, between ======= and >>>>>>> the other. "
        "Keep the lines you want and delete the three marked lines.",
        (marks[0], line.text.find("\n", marks[0])),
        (),
        "",
        safe=False,
    )
