"""``catalog.csv``: one row for each partner and application, for spreadsheets.

Columns: ``partner``, ``application`` (canonical name), ``listed_as`` (the partner's own spelling),
``group``, ``category``, ``website``, ``contact``, ``tested_on``, ``partner_id``, ``former_names``
and ``products`` (separated by semicolons), ``summary``, then ``field:<key>`` for each of the
catalog's own fields. Several values are separated by spaces, texts by semicolons. A partner that
lists no application has one row without one.

A cell that a spreadsheet would run as a formula gets an apostrophe first. An address leads to the
same place as before: an email address that looks like a formula gets ``mailto:`` first, and behind
a semicolon, only the characters of a call are percent-encoded.
Sources: RFC 4180; OWASP, CSV injection.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache

import unicodedata2 as unicodedata

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.publication import Publication

SITE_PATH = "catalog.csv"

COLUMNS = (
    "partner",
    "application",
    "listed_as",
    "group",
    "category",
    "website",
    "contact",
    "tested_on",
    "partner_id",
    "former_names",
    "products",
    "summary",
)
"""The first columns, which every catalog has."""

# Searched after normalization, because spreadsheets in East Asian locales run full-width forms.
# Programs may remove invisible characters before they look for a formula.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@\u2212]|[\t\r\n]")
# In locales with a decimal comma, a semicolon separates the cells.
_FORMULA_BEHIND = re.compile(r"(?<=;)(?=\s*[=+\-@＝＋－＠])")
_ADDRESSES = {"website", "contact", "url", "email"}
_REMEMBERED = 2**8  # cells: a partner has most of them in each of its rows
# Without these, what follows a semicolon calls no function and starts no program.
_CALL = re.compile(r"[(!|'\"]")


def export(publication: Publication) -> str:
    """Return the catalog as comma-separated values with CRLF line ends (RFC 4180)."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    kinds: dict[str, str] = {column: column for column in COLUMNS}
    for key, field in publication.catalog.fields.items():
        kinds[f"field:{key}"] = field.type
    writer.writerow(kinds)
    for entry in publication.catalog.entries:
        for row in _rows(entry, publication.catalog):
            writer.writerow(cell(kind, row.get(column, "")) for column, kind in kinds.items())
    return table.getvalue()


def _rows(entry: Entry, catalog: Catalog) -> Iterator[dict[str, str]]:
    partner = entry.partner
    common = {
        "partner": entry.title,
        "website": partner.website,
        "contact": partner.contact,
        "tested_on": partner.tested_on or "",
        "partner_id": entry.id,
        "former_names": "; ".join(catalog.former_names(entry)),
        "products": "; ".join(partner.products),
        "summary": partner.summary or "",
        **{
            f"field:{key}": ("; " if catalog.fields[key].type == "text" else " ").join(values)
            for key, values in partner.fields.items()
        },
    }
    listed = list(partner.listed_applications())
    for where, name in listed:
        application = catalog.application(name)
        yield common | {
            "application": application.name,
            "listed_as": name,
            "group": str(where[1]) if isinstance(partner.applications, dict) else "",
            "category": _category(application.known.category if application.known else "", catalog),
        }
    if not listed:
        yield common


def _category(identifier: str, catalog: Catalog) -> str:
    category = catalog.vocabulary.categories.get(identifier)
    return category.name if category else ""


@lru_cache(_REMEMBERED)
def cell(kind: str, text: str) -> str:
    """Return a text as a cell that no spreadsheet runs.

    Args:
        kind: the column, or the type of the field. Numbers stay numbers, and addresses lead to the
            same place as before.
        text: what to write.
    """
    if kind == "number":
        return text
    if kind not in _ADDRESSES:
        return _inert(text)
    if _FORMULA_BEHIND.search(text):
        return _CALL.sub(lambda char: f"%{ord(char[0]):02X}", text)
    return f"mailto:{text}" if _FORMULA.match(text) else text


def _inert(cell: str) -> str:
    inside = _FORMULA_BEHIND.sub("'", cell)
    return f"'{inside}" if _FORMULA.match(unicodedata.normalize("NFKC", cell)) else inside
