"""``contact:, sales@contoso.com``, ``>applications:``: a sign that slipped in beside a key."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 11

_KEY = re.compile(r"(?P<before>[^\w\s#-]?)(?P<key>[a-z_]+):(?P<after>[^\w\s]?)(?=\s|\Z)")
_LINK_KEY = re.compile(r"\s+(?:- )?(?P<before>)(?P<key>label|url):(?P<after>[^\w\s])(?=\s|\Z)")
_BLOCK_MARKS = frozenset("|>")


def find(line: Line) -> Mistake | None:
    """Recognise one sign that touches a known key, before it or after its colon."""
    match = _KEY.match(line.content) or _LINK_KEY.match(line.content)
    if not match or match["key"] not in entry_keys() | {"label", "url"}:
        return None
    side = "before" if match["before"] else "after"
    sign, value = match[side], line.content[match.end() :]
    is_of_value = side == "after" and (sign in _BLOCK_MARKS or value.endswith(sign or "\n"))
    if not sign or is_of_value:
        return None
    start, end = line.start + match.start(side), line.start + match.end(side)
    return Mistake(
        f"The sign {sign} stands {side} {match['key'] + ':'!r}, so that YAML sees no key.",
        f"Delete it: {match['key']}:{value[:60]}",
        (start, end),
        (ReplaceText(start, end, ""),),
        "delete the sign",
        safe=False,
    )
