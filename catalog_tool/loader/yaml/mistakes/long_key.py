"""A colon behind a thousand letters: what stands before it would be a key."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake

RANK = 90

# YAML 1.2, section 7.4.2: a key has at most 1,024 characters.
_LONG_KEY = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[^\s:'\"][^:]{1023,}):(?=\s|\Z)")


def find(line: Line) -> Mistake | None:
    """Recognise a text with a colon that is too long for a key; its author alone knows its key."""
    match = _LONG_KEY.match(line.content)
    if not match:
        return None
    start = line.start + match.start("key")
    return Mistake(
        f"YAML takes the text before the colon for a key: {match['key'][:60]}…",
        "Put it below its key, such as 'description: |', and indent it by two spaces.",
        (start, start + 60),
        (),
        "",
        safe=False,
    )
