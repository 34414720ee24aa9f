"""``- Mainframe:`` above a list: a group of applications that was written as one of them."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines
from catalog_tool.model.edits import ReplaceText

RANK = 12
IN_READABLE = True

_GROUP = re.compile(r"(?P<indent>[ \t]*)(?P<dash>-[ \t]+)(?P<name>[^\s:'\"-][^:]*):\Z")


def find(line: Line) -> Mistake | None:
    """Recognise dashes before the names of groups; take all of them away at once."""
    groups = _groups(line.text)
    if not groups:
        return None
    first, match = groups[0]
    name = match.group("name")
    return Mistake(
        f"The group {name!r} has a dash in front; only the applications in it have one.",
        f"Write '{name}:' without the dash.",
        (first.start + match.start("dash"), first.start + match.end("name") + 1),
        tuple(
            ReplaceText(each.start + found.start("dash"), each.start + found.end("dash"), "")
            for each, found in groups
        ),
        "take the dashes of the groups away",
    )


# Asked of each suspected line, and the answer is one for the whole file.
@lru_cache(maxsize=1)
def _groups(text: str) -> tuple[tuple[Line, re.Match[str]], ...]:
    return tuple((each, match) for each in all_lines(text) if (match := _match(each)))


def _match(line: Line) -> re.Match[str] | None:
    match = _GROUP.match(line.content)
    if not match:
        return None
    below = next((each for each in line.below() if each.content), None)
    if below is None or not below.content.lstrip().startswith("- "):
        return None
    return match if len(below.indent) > len(match.group("indent")) else None
