"""How one text is written in YAML: plain where that reads back the same, quoted otherwise."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?! |$)|(?<! )#)*\Z")


def as_scalar(text: str, style: str = "") -> str:
    """Return ``text`` as a one-line YAML scalar that reads back to exactly the same text.

    Args:
        text: any text.
        style: the quote mark to keep where there was one: ``'``, ``"`` or ``""``.
    """
    is_one_line = text.isprintable()
    if not style and is_one_line and _PLAIN.match(text) and text == text.strip():
        return text
    if style == '"' or not is_one_line:
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"
