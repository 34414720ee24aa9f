r"""The text holds a character that nobody can see.

Hidden are zero-width and no-break spaces, direction marks, control characters and letters without
a shape. They come along when text is copied from a web page or a word processor. They are found
however they are written: as such, as an escape such as ``"\u200b"``, or as ``&#8203;`` in the
Markdown of a description. The joiners inside an emoji are part of it and may stay.

Why:
    A hidden character makes two names look the same that are not, turns text around, or sends a
    reader to another address than the one on the screen. Where it is an accident, search no longer
    finds the word.

Bad:
    name: "Con\u200btoso"

Good:
    name: "Contoso"
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from catalog_tool.catalog import Catalog, Entry
from catalog_tool.characters import describe_character, hidden_characters
from catalog_tool.diagnostic import Problem, Severity
from catalog_tool.rules._texts import markdown_texts
from catalog_tool.source import Source

CODE = "CAT007"
SEVERITY = Severity.ERROR

_REFERENCE = re.compile(r"&#?\w+;")
_HINT = "Delete it, or type a plain space."


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Find hidden characters that are written as escapes; reading finds those that are not."""
    yield from _escaped(catalog.vocabulary_source)
    for entry in catalog.entries:
        yield from _escaped(entry.source)
        yield from _referenced(entry)


def _escaped(source: Source) -> Iterator[Problem]:
    if "\\" not in source.text:
        return
    for where, scalar, is_key in source.scalars():
        written = source.text[scalar.start : scalar.end]
        if scalar.style == '"' and "\\" in written:
            hidden = {scalar.value[at] for at in hidden_characters(scalar.value)}
            for char in sorted(hidden - set(written)):
                message = f"An escape hides a character: {describe_character(char)}."
                yield Problem(where, message, _HINT, on_key=is_key, path=source.path)


def _referenced(entry: Entry) -> Iterator[Problem]:
    for where, text in markdown_texts(entry):
        if "&" not in text:
            continue
        for reference in dict.fromkeys(_REFERENCE.findall(text)):
            hidden = [*hidden_characters(html.unescape(reference))]
            if hidden:
                char = html.unescape(reference)[hidden[0]]
                message = (
                    f"{reference!r} stands for a hidden character: {describe_character(char)}."
                )
                path = entry.source.path
                yield Problem(where, message, _HINT, quote=reference, path=path)
