"""Reads catalogs in other formats.

A format is a module with ``read(text, vocabulary, choices)``, which returns the content of a text,
or ``None`` if it has another format. To add a format, write a module and add it to the list below.
:func:`files.read_lists` turns the content into partner files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from catalog_tool.importers import markdown, objects, pages, published_catalog
from catalog_tool.importers.choices import DETECTED, Choices
from catalog_tool.importers.coverage import normalize_line_ends, with_rest
from catalog_tool.importers.repeated import join_repeated
from catalog_tool.importers.result import Import, ImportedPartner
from catalog_tool.model.identifiers import identifier_of, is_identifier
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import ID_MAX_LENGTH
from catalog_tool.text.urls.owners import host_in

MAX_BYTES = 5 * 1024 * 1024
"""The largest text that is read: a catalog of ten thousand entries."""


IMPORTERS = (published_catalog.read, objects.read, markdown.read)
"""How to read each format, the most specific first."""
_SITES = ("website", "contact", "applications_url")


def read_catalog(text: str, vocabulary: Vocabulary, choices: Choices = DETECTED) -> Import:
    """Return the partners of a text, in the first format in which it has any.

    Args:
        text: any text; lines that are not recognized are in the result, too.
        vocabulary: canonical names of applications.
        choices: the format and the columns, if they can't be detected.

    Raises:
        CatalogError: the text doesn't have the format that was given.
    """
    text = normalize_line_ends(text)
    is_page = choices.format_name in {"", "markdown"}
    found: list[Import] = []
    for read in IMPORTERS if is_page else (objects.read,):
        if imported := read(text, vocabulary, choices):
            found.append(imported)
            if imported.partners:
                break
    imported = max(found, key=lambda each: (bool(each.partners), bool(each.columns)))
    columns = tuple(dict.fromkeys(title for each in found for title in each.columns))
    return _finished(replace(imported, columns=columns), text)


def read_pages(texts: Mapping[str, str], choices: Choices = DETECTED) -> dict[str, Import]:
    """Return what the pages of a folder say that are about one partner each, by file.

    Args:
        texts: the text of each file of the folder.
        choices: the columns, if they can't be detected.
    """
    texts = {file: normalize_line_ends(text) for file, text in texts.items()}
    return {file: _finished(each, texts[file]) for file, each in pages.read(texts, choices)}


def _finished(imported: Import, text: str) -> Import:
    partners = join_repeated(map(_with_schemes, imported.partners))
    return with_rest(replace(imported, partners=partners), text)


def _with_schemes(partner: ImportedPartner) -> ImportedPartner:
    """Return a partner whose web addresses begin with ``https://``, at least as a guess."""
    told = {key: str(partner.values.get(key, "")).removeprefix("//") for key in _SITES}
    bare = {key: site for key, site in told.items() if "://" not in site and host_in(site)}
    values = {**partner.values, **{key: f"https://{site}" for key, site in bare.items()}}
    placements = tuple(
        replace(each, is_guess=each.is_guess or each.key in bare) for each in partner.placements
    )
    return replace(partner, values=values, placements=placements)


def identifiers(partners: Iterable[ImportedPartner]) -> Iterator[str]:
    """Yield a unique id for each partner: its own, or the slug of its name."""
    taken: set[str] = set()
    for partner in partners:
        given = partner.identifier if is_identifier(partner.identifier) else ""
        wanted = given or identifier_of(partner.name) or "partner"
        numbered = (f"{wanted[: ID_MAX_LENGTH - 6]}-{number}" for number in count(2))
        identifier = next(each for each in chain([wanted], numbered) if each not in taken)
        taken.add(identifier)
        yield identifier
