"""``catalog.json``: all data of the catalog, for programs. Format version 2.

Top level: ``version`` (increases if a field changes its meaning or is removed), ``title``,
``summary``, ``platform``, ``quarantined`` (ids of entries that are withheld until they are fixed,
so they aren't in ``partners``), then four lists, each in the order of the catalog.

``partners``: ``id``, ``name``, ``website``, ``contact`` or ``null``; ``description`` (Markdown as
written) and ``description_text`` (plain), or ``null``; ``applications``, each with its ``name`` as
the partner spells it, the ``slug`` of the application, and the ``group`` or ``null``;
``applications_note`` (Markdown) and
``applications_url`` or ``null``; ``links``; ``former_names``; ``products``; ``summary``, ``logo``
(its address), ``tested_on``, and ``tested_by`` or ``null``; ``maintainers``; ``fields``: what it
states in the catalog's own fields, a list of values by key. An empty list means "not stated", never
"no", and so does a field that is missing.

``applications``: ``slug``, canonical ``name``, ``aliases``, ``vendor``, ``category`` (an id) and
``gallery`` or ``null``, and ``partners`` (ids).

``categories``: ``id``, ``name``, ``description``; only those with a listed application.

``fields``: the catalog's own fields: ``key``, ``label``, ``help`` or ``null``, ``type``,
``multiple``, and ``values``, each with its ``id``, ``name``, and ``description`` or ``null``.
"""

from __future__ import annotations

import json
from typing import Any

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import published_address
from catalog_tool.text.markup import to_plain

SITE_PATH = "catalog.json"

VERSION = 2
"""Version of the format."""


def export(publication: Publication) -> str:
    """Return the catalog as JSON."""
    catalog, settings = publication.catalog, publication.settings
    document = {
        "version": VERSION,
        "title": settings.title,
        "summary": settings.summary,
        "platform": settings.platform,
        "quarantined": [entry.id for entry in publication.withheld if entry.id],
        "partners": [partner_data(entry, catalog, settings) for entry in catalog.entries],
        "applications": [application_data(application) for application in catalog.applications],
        "categories": _categories(catalog),
        "fields": [field_data(key, field) for key, field in catalog.fields.items()],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def partner_data(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    """Return all data of a partner."""
    return {
        "id": entry.id,
        **entry.partner.model_dump(mode="json", include={*Partner.model_fields}),
        "former_names": catalog.former_names(entry),
        "fields": {key: list(values) for key, values in entry.partner.fields.items()},
        "logo": published_address(entry.logo.address, settings) if entry.logo else None,
        "contact": entry.partner.contact or None,
        "description": entry.partner.description or None,
        "description_text": to_plain(entry.description) or None,
        "applications": [
            {
                "name": name,
                "slug": catalog.application(name).slug,
                "group": str(where[1]) if isinstance(entry.partner.applications, dict) else None,
            }
            for where, name in entry.partner.listed_applications()
        ],
    }


def application_data(application: ListedApplication) -> dict[str, Any]:
    """Return all data of an application."""
    known = application.known
    return {
        "slug": application.slug,
        "name": application.name,
        "aliases": list(known.aliases) if known else [],
        "vendor": known.vendor if known else None,
        "category": known.category if known else None,
        "gallery": known.gallery if known else None,
        "partners": [entry.id for entry in application.entries],
    }


def field_data(key: str, field: FieldDefinition) -> dict[str, Any]:
    """Return what a field of this catalog is."""
    values = [
        {"id": value, "name": choice.name, "description": choice.description}
        for value, choice in field.values.items()
    ]
    about = {"label": field.label, "help": field.help, "type": field.type}
    return {"key": key, **about, "multiple": field.multiple, "values": values}


def _categories(catalog: Catalog) -> list[dict[str, str]]:
    listed = {each.known.category for each in catalog.applications if each.known}
    return [
        {"id": identifier, "name": category.name, "description": category.description}
        for identifier, category in catalog.vocabulary.categories.items()
        if identifier in listed
    ]
