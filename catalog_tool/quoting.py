"""How one text is written in YAML: plain where that reads back the same, quoted otherwise."""

from __future__ import annotations

import re

from catalog_tool.characters import escaped

# Plain in a list in brackets too, so that it does not matter where the text is written.
_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}]|:(?! |\Z)|(?<! )#)*\Z")
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LAST_BYTE, _LAST_OF_FOUR_DIGITS = 0xFF, 0xFFFF


def as_scalar(text: str, style: str = "") -> str:
    """Return ``text`` as a one-line YAML scalar that reads back to exactly the same text.

    Characters that nobody can see are written as escapes.

    Args:
        text: any text.
        style: the quote mark to keep where there was one: ``'``, ``"`` or ``""``.
    """
    is_visible = escaped(text) == text
    if not style and is_visible and _PLAIN.match(text) and text == text.strip():
        return text
    if style == '"' or not is_visible:
        return '"' + "".join(map(_escaped, text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(char: str) -> str:
    if short := _SHORT_ESCAPES.get(char):
        return short
    if escaped(char) == char:
        return char
    code = ord(char)
    if code <= _LAST_BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
