"""YAML with several documents, which the parser of entries refuses, as one list."""

from __future__ import annotations

import re

_START = re.compile(r"^---(?=\s|\Z)", re.MULTILINE)
_END = re.compile(r"^\.{3}[ \t]*$", re.MULTILINE)
_LINE_START = re.compile(r"(?<=\n)(?=[^\n])")
_COMMENT = re.compile(r"\s*(?:#|\Z)")


def documents_as_list(text: str) -> str:
    """Return YAML with several documents as a list of them, on the same lines."""
    documents = _START.split(_END.sub("", text))
    told = [not all(map(_COMMENT.match, each.split("\n"))) for each in documents]
    if sum(told) <= 1:
        return "".join(documents)
    pairs = zip(documents, told, strict=True)
    return "".join(
        f"- {_LINE_START.sub('  ', each)}" if is_told else each for each, is_told in pairs
    )
