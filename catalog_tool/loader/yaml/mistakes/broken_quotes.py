"""Quotes that do not match: opened and never closed, closed too early, or inside others."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 30

_WHOLE = re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?\Z|\"(?:[^\"\\]|\\.)*\"\s*(?:#.*)?\Z")
_KNOWN_CODES = (
    r"[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|U000(?!0[Dd][89A-Fa-f])[0-9A-Fa-f]{5}|U0010[0-9A-Fa-f]{4}"
)
# One after the other, so that the second of two backslashes begins no code.
_CODE = re.compile(rf"\\(?:(?P<known>{_KNOWN_CODES})|.)")
_HALF = re.compile(r"\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2}")
_SINGLE_BACKSLASH = re.compile(r"(?<!\\)\\(?![\\\"])")


def find(line: Line) -> Mistake | None:
    """Recognise a value that begins with a quote which does not pair up, or with a bad escape."""
    if line.value is None or line.value[1][0] not in "'\"":
        return None
    start, value = line.value
    if _WHOLE.match(value):
        return _bad_escape(start, value)
    quote = value[0]
    inner = value[1:-1] if len(value) > 1 and value.endswith(quote) else value
    is_unclosed = quote not in value[1:]
    text = value[1:] if is_unclosed else inner
    written = as_scalar(text, '"' if quote == '"' and is_unclosed else "")
    problem = "is opened and never closed" if is_unclosed else "is closed before the value ends"
    return Mistake(
        f"The quote {quote} {problem}: {value[:60]}",
        f"Write {written[:80]}",
        (start, start + len(value)),
        (ReplaceText(start, start + len(value), written),),
        "close the quote" if is_unclosed else "put quotes around the whole value",
    )


def _bad_escape(start: int, value: str) -> Mistake | None:
    unknown = [code for code in _CODE.finditer(value) if code["known"] is None]
    if value[0] != '"' or not unknown:
        return None
    bad = unknown[0]
    # Who does not know the codes means none of them.
    single = list(_SINGLE_BACKSLASH.finditer(value))
    is_certain = len(single) == len(unknown)
    seen = _HALF.match(value, bad.start())
    what = (
        f"{seen.group()} is half a character" if seen else f"{bad.group()} is not one of its codes"
    )
    return Mistake(
        f"In double quotes a backslash is special, and {what}.",
        "Type the character itself, or delete its code." if seen else "Write two backslashes.",
        (start + bad.start(), start + bad.end()),
        tuple(ReplaceText(start + each.start(), start + each.end(), "\\\\") for each in single),
        "write two backslashes",
        safe=is_certain and not seen,
    )
