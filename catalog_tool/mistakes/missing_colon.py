"""``website https://…`` or ``name = Acme``: a known key without its colon."""

from __future__ import annotations

import re

from catalog_tool.change import ReplaceText
from catalog_tool.mistakes.mistake import Line, Mistake, entry_keys

RANK = 25

_BARE_KEY = re.compile(r"(?P<key>[a-z_]+)(?P<mark> *[=;] *|[ \t]+)(?P<value>\S.*)?\Z")


def find(line: Line) -> Mistake | None:
    """Recognise a line that starts with a known key but has no colon after it."""
    match = _BARE_KEY.match(line.content)
    if not match or match.group("key") not in entry_keys():
        return None
    key, value = match.group("key"), match.group("value") or ""
    return Mistake(
        f"There is no colon after {key!r}.",
        f"Write a colon and a space: {key}: {value[:60]}".rstrip(),
        (line.start, line.start + match.end("key")),
        (ReplaceText(line.start + match.end("key"), line.start + match.end("mark"), ": "),),
        "put a colon after the key",
    )
