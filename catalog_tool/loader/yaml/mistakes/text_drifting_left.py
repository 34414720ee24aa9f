"""A block of text whose later lines are indented less than its first."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText

RANK = 52

_BLOCK = re.compile(r"[^\s:#][^:]*:[ \t]*[|>][+\-]?\Z")


def find(line: Line) -> Mistake | None:
    """Recognise a line that stands left of the text it belongs to; align all such lines."""
    owner = next((above for above in line.above() if above.content and not above.indent), None)
    if not line.indent or owner is None or not _BLOCK.match(owner.content):
        return None
    block = owner.block_below()
    indent = block[0].indent
    left = [each for each in block if len(each.indent) < len(indent)]
    if not left:
        return None
    return Mistake(
        f"This line stands left of the text it belongs to: {left[0].content.strip()[:60]}",
        f"Indent all lines below '{owner.key}:' at least as far as the first, by {len(indent)}.",
        (left[0].start + len(left[0].indent), left[0].start + len(left[0].content)),
        tuple(ReplaceText(each.start, each.start + len(each.indent), indent) for each in left),
        "align the text",
    )
