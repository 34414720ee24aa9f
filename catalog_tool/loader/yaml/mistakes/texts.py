"""Texts of several lines: without the ``|`` that starts them, or indented wrongly."""

from __future__ import annotations

import re
from itertools import pairwise

from catalog_tool.loader.yaml.mistakes.line import ADDRESSES, LISTS, TEXTS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit
from catalog_tool.text.phrases import quantity

_MARK_AND_TEXT = re.compile(r"(?P<mark>[|>][+\-]?)[ \t]*(?P<text>[^\s#\d].*)")
_OPEN_DESCRIPTION = re.compile(r"description:[ \t]*(?P<text>[^\s|>'\"].*)?\Z")
_BLOCK = re.compile(r"[^\s:#][^:]*:[ \t]*[|>][+\-]?\Z")
_BLOCK_MARK = re.compile(r":[ \t]*[|>][+\-]?\Z")
_INDENT = "  "


def text_after_block_mark(line: SourceLine) -> Mistake | None:
    """Recognize text on the same line as the ``|`` or ``>`` that starts it."""
    if line.value is None or line.key not in TEXTS:
        return None
    start, value = line.value
    match = _MARK_AND_TEXT.match(value)
    if not match:
        return None
    below = next(line.below(), None)
    deeper = below is not None and len(below.indent) > len(line.indent)
    indent = below.indent if deeper and below else line.indent + _INDENT
    return Mistake(
        f"After {match.group('mark')}, the text must start on the next line.",
        "Put the text below, indented by two spaces.",
        (start + match.start("text"), start + match.end("text")),
        (Edit(start + match.end("mark"), start + match.start("text"), f"\n{indent}"),),
        "start the text on the next line",
    )


def text_without_bar(line: SourceLine) -> Mistake | None:
    """Recognize a description of several lines that doesn't start with ``|``; add it."""
    nearest = (each for each in (line, *line.above()) if each.content and not each.indent)
    owner = next(nearest, None)
    match = _OPEN_DESCRIPTION.match(owner.content) if owner else None
    if owner is None or not match:
        return None
    block = owner.block_below()
    if not block or any(each.key in each.keys for each in block):
        return None
    indent = min((each.indent for each in block), key=len)
    colon = owner.start + len("description:")
    end = owner.start + len(owner.content)
    text = match.group("text")
    opened = f" |\n{indent}{text}" if text else " |"
    return Mistake(
        "A description of several lines needs a | after its key, or YAML looks for keys in it.",
        "Write 'description: |', and put the text below it, indented by two spaces.",
        (owner.start, end),
        (Edit(colon, end, opened),),
        "write description: | before the text",
    )


def text_drifting_left(line: SourceLine) -> Mistake | None:
    """Recognize a line that is indented less than the text it belongs to; align all such lines."""
    owner = next((above for above in line.above() if above.content and not above.indent), None)
    if not line.indent or owner is None or not _BLOCK.match(owner.content):
        return None
    block = owner.block_below()
    indent = block[0].indent
    left = [each for each in block if len(each.indent) < len(indent)]
    if not left:
        return None
    return Mistake(
        f"This line is indented less than the text it belongs to: {left[0].content.strip()[:60]}",
        f"Indent all lines below '{owner.key}:' by at least {quantity(len(indent), 'space')}.",
        left[0].span,
        tuple(each.reindent(indent) for each in left),
        "align the text",
    )


def unindented_text(line: SourceLine) -> Mistake | None:
    """Recognize text at the margin below a key; make it part of the value of that key."""
    if line.indent or not line.content or line.key in line.keys:
        return None
    owner = next((above for above in line.above() if above.key in above.keys), None)
    if owner is None:
        return None
    texts = _text_lines(owner)
    first = texts[0]
    message = f"Only keys can start at the left margin, but this is text: {first.content[:60]}"
    above = next(each for each in first.above() if each.content)
    if owner.key not in TEXTS and owner.value is None and above.start != owner.start:
        title, start, written = "make it a comment", first.start, "# "
        if above.key == "url":
            title, start, written = "join the lines", above.start + len(above.content), ""
        hint = "Put this at the end of the line above, or delete it."
        change = (Edit(start, first.start, written),)
        return Mistake(message, hint, first.span, change, title, safe=False)
    if owner.key in LISTS and owner.value is None:
        repair = tuple(Edit(each.start, each.start, "  - ") for each in texts)
        hint = f"Write one value per line, each after '- ': - {first.content[:60]}"
        return Mistake(message, hint, first.span, repair, "make it a list", safe=False)
    if owner.key not in TEXTS and owner.value is not None:
        space = "" if owner.key in ADDRESSES else " "
        repair = tuple(
            Edit(above.start + len(above.content), each.start, space)
            for above, each in pairwise([owner, *texts])
        )
        hint = f"The value of {owner.key!r} must be on one line. Add this to its end, or delete it."
        return Mistake(message, hint, first.span, repair, "make it one line", safe=False)
    return Mistake(
        message,
        f"Indent all of the text below '{owner.key}: |' by two spaces.",
        first.span,
        (*_open_block(owner), *(each.reindent(_INDENT) for each in texts)),
        "indent the text",
        safe=owner.key == "description",
    )


def _open_block(owner: SourceLine) -> tuple[Edit, ...]:
    """Return the change that makes the key start a block of text, if it doesn't yet."""
    if _BLOCK_MARK.search(owner.content):
        return ()
    if owner.value is None:
        colon = owner.start + len(owner.content)
        return (Edit(colon, colon, " |"),)
    start = owner.value[0]
    return (Edit(start, start, f"|\n{_INDENT}"),)


def _text_lines(owner: SourceLine) -> list[SourceLine]:
    lines = []
    for line in owner.below():
        if not line.indent and line.key in line.keys:
            break
        lines.append(line)
    return [line for line in lines if line.content and not line.indent]
