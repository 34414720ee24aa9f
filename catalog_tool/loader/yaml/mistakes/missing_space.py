"""``name:Acme``: no space after the colon, so that YAML sees no key."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 20
IN_READABLE = True

_GLUED = re.compile(r"(\s*(?:- )?)([A-Za-z_]+):(?=\S)")


def find(line: Line) -> Mistake | None:
    """Recognise a known key whose colon has no space after it; mend all such lines at once."""
    match = _match(line)
    if not match:
        return None
    glued = [(each, found) for each in all_lines(line.text) if (found := _match(each))]
    line, match = glued[0]
    return Mistake(
        f"There is no space after '{match.group(2)}:'.",
        f"Write a space after the colon: {match.group(2)}: {_rest(line, match)}",
        (line.start + match.start(2), line.start + match.end()),
        tuple(
            ReplaceText(each.start + found.end(), each.start + found.end(), " ")
            for each, found in glued
        ),
        "put a space after the colon",
    )


def _match(line: Line) -> re.Match[str] | None:
    match = _GLUED.match(line.content)
    if not match:
        return None
    known = {"label", "url"} if match.group(1) else entry_keys()
    return match if match.group(2) in known else None


def _rest(line: Line, match: re.Match[str]) -> str:
    return line.content[match.end() :][:60]
