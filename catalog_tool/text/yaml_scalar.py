"""Writes a text as a YAML scalar: plain if that reads back the same, otherwise quoted.

The catalog reads every value as text, but editors don't. So a value that YAML reads as a number, a
Boolean, or null is quoted.
"""

from __future__ import annotations

import re

from catalog_tool.text.characters import has_only_shapes

# Also plain in a list in brackets, so it doesn't matter where the text is written.
_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}]|:(?! |\Z)|(?<! )#)*\Z")
# Source: YAML 1.2.2, 10.3.2, the core schema. Text that begins otherwise is quoted anyway.
_OTHER_THAN_TEXT = re.compile(
    r"(?:null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)\Z"
)
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LAST_BYTE, _LAST_OF_FOUR_DIGITS = 0xFF, 0xFFFF


def as_scalar(text: str, style: str = "") -> str:
    """Return ``text`` as a one-line YAML scalar that reads back to exactly the same text.

    Invisible characters are written as escapes.

    Args:
        text: any text.
        style: the quote mark to keep, if there was one: ``'``, ``"``, or ``""``.
    """
    is_visible = has_only_shapes(text)
    if not style and is_visible and _is_plain(text):
        return text
    if style == '"' or not is_visible:
        return '"' + "".join(map(_escape, text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    is_text = _PLAIN.match(text) and text == text.strip()
    return bool(is_text) and not _OTHER_THAN_TEXT.match(text)


def _escape(char: str) -> str:
    if short := _SHORT_ESCAPES.get(char):
        return short
    if has_only_shapes(char):
        return char
    code = ord(char)
    if code <= _LAST_BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
