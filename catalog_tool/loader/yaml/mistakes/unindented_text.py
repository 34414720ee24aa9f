"""Paragraphs of a description that stand at the margin, where YAML expects keys."""

from __future__ import annotations

import re
from itertools import pairwise

from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 60

_BLOCK_MARK = re.compile(r":[ \t]*[|>][+\-]?\Z")
_INDENT = "  "
_TEXTS = {"description", "applications_note", "tested_by"}
_ADDRESSES = {"website", "contact", "applications_url"}
_LISTS = {"applications", "interfaces", "directions", "maintainers"}


def find(line: Line) -> Mistake | None:
    """Recognise text at the margin below a key; indent all of it as a block of text."""
    if line.indent or not line.content or line.key in entry_keys():
        return None
    owner = next((above for above in line.above() if above.key in entry_keys()), None)
    if owner is None:
        return None
    texts = _text_lines(owner)
    first = texts[0]
    message = f"This line stands at the margin, where only keys stand: {first.content[:60]}"
    span = (first.start, first.start + len(first.content))
    above = next(each for each in first.above() if each.content)
    if owner.key not in _TEXTS and owner.value is None and above.start != owner.start:
        space = "" if above.key == "url" else " "
        joined = (ReplaceText(above.start + len(above.content), first.start, space),)
        hint = "Put this at the end of the line above, or delete it."
        return Mistake(message, hint, span, joined, "join the lines", safe=False)
    if owner.key in _LISTS and owner.value is None:
        repair = tuple(ReplaceText(each.start, each.start, "  - ") for each in texts)
        hint = f"Write one value a line, each after '- ': - {first.content[:60]}"
        return Mistake(message, hint, span, repair, "make it a list", safe=False)
    if owner.key not in _TEXTS and owner.value is not None:
        space = "" if owner.key in _ADDRESSES else " "
        ends = [owner, *texts]
        repair = tuple(
            ReplaceText(above.start + len(above.content), each.start, space)
            for above, each in pairwise(ends)
        )
        hint = f"The value of {owner.key!r} is one line: put this at its end, or delete it."
        return Mistake(message, hint, span, repair, "make it one line", safe=False)
    return Mistake(
        message,
        f"Indent the whole text below '{owner.key}: |' by two spaces.",
        span,
        (*_opened(owner), *map(_indented, texts)),
        "indent the text",
        safe=owner.key == "description",
    )


def _opened(owner: Line) -> tuple[ReplaceText, ...]:
    """Return the change that makes the key open a block of text, if it does not yet."""
    if _BLOCK_MARK.search(owner.content):
        return ()
    if owner.value is None:
        colon = owner.start + len(owner.content)
        return (ReplaceText(colon, colon, " |"),)
    start = owner.value[0]
    return (ReplaceText(start, start, f"|\n{_INDENT}"),)


def _text_lines(owner: Line) -> list[Line]:
    lines = []
    for line in owner.below():
        if not line.indent and line.key in entry_keys():
            break
        lines.append(line)
    return [line for line in lines if line.content and not line.indent]


def _indented(line: Line) -> ReplaceText:
    return ReplaceText(line.start, line.start, _INDENT)
