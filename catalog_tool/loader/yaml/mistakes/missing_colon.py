"""``website https://…``, ``name = Contoso``, ``name： Contoso``: a known key without its colon."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 6
IN_READABLE = True

_BARE_KEY = re.compile(r"(?P<key>[a-z_]+)(?P<mark>[ \t]*[=;：][ \t]*|[ \t]+)(?P<value>\S.*)?\Z")
_SECTION = re.compile(r"^\[[\w .-]+\][ \t]*\n", re.MULTILINE)


def find(line: Line) -> Mistake | None:
    """Recognise a line that starts with a known key but has no colon after it.

    Where another mark stands in its place, all such lines are mended at once.
    """
    match = _match(line)
    if not match:
        return None
    mark = match.group("mark").strip()
    lines = [each for each in all_lines(line.text) if _mark(each) == mark] if mark else [line]
    first = lines[0]
    match = _match(first) or match
    key, value = match.group("key"), match.group("value") or ""
    instead = f" but {mark}" if mark else ""
    sections = _SECTION.finditer(line.text) if mark == "=" else ()
    changes = [ReplaceText(section.start(), section.end(), "") for section in sections]
    return Mistake(
        f"There is no colon after {key!r}{instead}.",
        f"Write a colon and a space: {key}: {value[:60]}".rstrip(),
        (first.start, first.start + match.end("key" if not mark else "mark")),
        (*changes, *map(_colon, lines)),
        "put a colon after the key",
    )


def _match(line: Line) -> re.Match[str] | None:
    match = _BARE_KEY.match(line.content)
    return match if match and match.group("key") in entry_keys() else None


def _mark(line: Line) -> str:
    match = _match(line)
    return match.group("mark").strip() if match else ""


def _colon(line: Line) -> ReplaceText:
    match = _match(line)
    start, end = match.span("mark") if match else (0, 0)
    return ReplaceText(line.start + start, line.start + end, ": ")
