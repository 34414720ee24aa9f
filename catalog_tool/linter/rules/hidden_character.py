r"""The text contains an invisible character.

Invisible characters are zero-width and no-break spaces, direction marks, control characters, and
letters without a shape. They often come along when you copy text from a web page or a word
processor. The rule finds them however they are written: as the character itself, as an escape such
as ``"\u200b"``, or as ``&#8203;`` in the Markdown of a description. The joiners inside an emoji are
part of it and can stay.

Why:
    An invisible character can make two different names look the same, turn text around, or send
    readers to an address other than the one on the screen. Even if it is an accident, search no
    longer finds the word.

Bad:
    name: "Con\u200btoso"

Good:
    name: "Contoso"
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from yaml.scanner import Scanner

from catalog_tool.linter.rules._texts import REFERENCE, markdown_texts
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, Where
from catalog_tool.model.source import Source
from catalog_tool.text.characters import describe_character, hidden_characters, visible_replacement

CODE = "CAT007"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT

# Escapes of YAML 1.1, section 5.7.
_ESCAPE = re.compile(
    r"\\(?:(?P<number>x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|(?P<letter>.))", re.DOTALL
)
_HINT = "Delete it, or replace it with a regular space."


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Find invisible characters that are written as escapes; the loader finds all others."""
    for source in (
        catalog.vocabulary_source,
        catalog.fields_source,
        catalog.former_source,
        catalog.exceptions_source,
    ):
        yield from _check_escapes(source)
    for entry in catalog.entries:
        yield from _check_escapes(entry.source)
        yield from _check_references(entry)


def _check_escapes(source: Source) -> Iterator[Problem]:
    if "\\" not in source.text:
        return
    for where, scalar, _ in source.scalars():
        if scalar.style == '"':
            hidden = {scalar.value[at] for at in hidden_characters(scalar.value)}
            for match in _ESCAPE.finditer(source.text, scalar.start, scalar.end) if hidden else ():
                char = _meaning(match)
                if char in hidden:
                    yield _problem(source, where, match, char)


def _meaning(match: re.Match[str]) -> str:
    letter, number = match.group("letter"), match.group("number")
    return Scanner.ESCAPE_REPLACEMENTS.get(letter, letter) if letter else chr(int(number[1:], 16))


def _problem(source: Source, where: Where, match: re.Match[str], char: str) -> Problem:
    change = Edit(*match.span(), visible_replacement(char))
    return Problem(
        where,
        f"'{match.group()}' stands for an invisible character: {describe_character(char)}.",
        _HINT,
        ProposedFix("delete the invisible character", (change,), safe=False),
        span=match.span(),
        path=source.path,
    )


def _check_references(entry: Entry) -> Iterator[Problem]:
    for where, text in markdown_texts(entry):
        if "&" not in text:
            continue
        for reference in dict.fromkeys(REFERENCE.findall(text)):
            hidden = [*hidden_characters(html.unescape(reference))]
            if hidden:
                char = html.unescape(reference)[hidden[0]]
                message = (
                    f"{reference!r} stands for an invisible character: {describe_character(char)}."
                )
                path = entry.source.path
                yield Problem(where, message, _HINT, quote=reference, path=path)
