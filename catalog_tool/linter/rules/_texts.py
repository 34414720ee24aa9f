"""The texts of an entry that several rules check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.edits import Where
from catalog_tool.model.partner import Partner
from catalog_tool.text.markup import Markup, to_plain
from catalog_tool.text.yaml_scalar import as_scalar

DESCRIPTION: Where = ("description",)
NOTE: Where = ("applications_note",)


def markdown_texts(entry: Entry) -> Iterator[tuple[Where, str]]:
    """Yield each text that is Markdown, as written, with its place; never an empty one."""
    if entry.partner.description:
        yield DESCRIPTION, entry.partner.description
    if entry.partner.applications_note:
        yield NOTE, entry.partner.applications_note


@lru_cache(maxsize=1)  # like those below
def markups(entry: Entry) -> tuple[tuple[Where, Markup], ...]:
    """Return each text that is Markdown, parsed, with its place; never an empty one."""
    parsed = {DESCRIPTION: entry.description, NOTE: entry.note}
    return tuple((where, parsed[where]) for where, _ in markdown_texts(entry))


def exception_hint(entry: Entry, rule: str, value: str, catalog: Catalog) -> str:
    """Return what an admin writes so that a rule lets one value of an entry pass."""
    named = {"entry": entry.id, "rule": rule, "value": value, "reason": "why both are right"}
    pairs = ", ".join(f"{key}: {as_scalar(text)}" for key, text in named.items())
    return (
        f"If both are right, an admin can add this line to {catalog.exceptions_source.path}: "
        f"- {{{pairs}, review_by: YYYY-MM-DD}}"
    )


REFERENCE = re.compile(r"&#?\w+;")
"""A character reference of HTML, such as ``&#8203;``."""


@lru_cache(maxsize=1)  # like those below
def is_ascii(entry: Entry) -> bool:
    """Return whether an entry certainly publishes nothing but ASCII.

    Escapes and character references of HTML may stand for other characters, so they count as such.
    """
    text = entry.source.text
    return text.isascii() and "\\" not in text and not REFERENCE.search(text)


@lru_cache(maxsize=1)  # many rules ask for those of the same entry, one after the other
def name_texts(entry: Entry) -> tuple[tuple[Where, str], ...]:
    """Return each text that is shown as it is written, with its place; never an empty one.

    These are the names of the partner, its groups, its applications, and its products, its former
    names, the labels of links, the summary, and text in the catalog's own fields.
    """
    return tuple(_name_texts(entry.partner))


@lru_cache(maxsize=1)  # like those above
def applications(entry: Entry) -> tuple[tuple[Where, str], ...]:
    """Return each application that an entry lists, with its place; refused ones are empty."""
    return tuple(entry.partner.listed_applications())


@lru_cache(maxsize=1)  # like those above
def addresses(entry: Entry) -> tuple[tuple[Where, str], ...]:
    """Return each address that is a whole value, with its place; never a refused one."""
    return tuple(entry.partner.addresses())


def _name_texts(partner: Partner) -> Iterator[tuple[Where, str]]:
    if partner.name:
        yield ("name",), partner.name
    for where, names in partner.application_lists():
        if len(where) > 1:
            yield where, str(where[-1])
        yield from (((*where, position), name) for position, name in enumerate(names) if name)
    for position, link in enumerate(partner.links):
        if link.label:
            yield ("links", position, "label"), link.label
    yield from partner.names_and_texts()


def is_sentence(where: Where, catalog: Catalog) -> bool:
    """Whether a place of :func:`name_texts` is text that can be a sentence, not a name."""
    return where == ("summary",) or where[0] in catalog.fields


def is_group_name(where: Where) -> bool:
    """Whether a place of :func:`name_texts` is the name of a group, which is a key in the data."""
    return where[0] == "applications" and isinstance(where[-1], str)


@lru_cache(maxsize=1)  # like those above
def plain_texts(entry: Entry) -> tuple[tuple[Where, str], ...]:
    """Return every text that readers see, as plain text, with its place; never an empty one."""
    written = ((where, to_plain(markup)) for where, markup in markups(entry))
    tested_by = entry.partner.tested_by
    return (*name_texts(entry), *written, *([(("tested_by",), tested_by)] if tested_by else []))
