"""JSON inside a script."""

from __future__ import annotations

import json

# Characters that can end a script inside a page, or a line in older browsers.
_INERT = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script_json(value: object) -> str:
    r"""Return JSON that is inert in a script.

    >>> script_json({"name": "</script>"})
    '{"name":"\\u003c/script>"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
