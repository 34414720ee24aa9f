"""``<<<<<<< HEAD``: two versions of a file that Git could not merge by itself."""

from __future__ import annotations

import re

from catalog_tool.mistakes.mistake import Line, Mistake

RANK = 1

_CONFLICT = re.compile(r"^<{7} .*\n(?s:.*?)^={7}\s*\n(?s:.*?)^>{7} ", re.MULTILINE)


def find(line: Line) -> Mistake | None:
    """Recognise the marks that Git leaves; which version is right only people know."""
    match = _CONFLICT.search(line.text)
    if not match:
        return None
    return Mistake(
        "The file still holds two versions of some lines: a merge was not finished.",
        "Between <<<<<<< and ======= stands one version, between ======= and >>>>>>> the other. "
        "Keep the lines you want and delete the three marked lines.",
        (match.start(), line.text.find("\n", match.start())),
        (),
        "",
        safe=False,
    )
