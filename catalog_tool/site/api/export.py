"""The files of the API, under ``api/v1/``, and their schemas, under ``schemas/v1/``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.changes import ListChanged
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.history import PartnerNews
from catalog_tool.model.json_schema import DIALECT
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import application_address, partner_address, published_address
from catalog_tool.site.api.documents import (
    DOCUMENTS,
    VERSION,
    ApplicationDocument,
    ApplicationsDocument,
    CategoriesDocument,
    CategoryDocument,
    ChangeDocument,
    ChangesDocument,
    Document,
    FieldDocument,
    IndexDocument,
    PartnerDocument,
    PartnerReference,
    RemovalDocument,
)
from catalog_tool.site.exporters import badges, catalog_csv, catalog_json
from catalog_tool.site.exporters.catalog_json import application_data, field_data, partner_data
from catalog_tool.site.exporters.feed import FEED
from catalog_tool.site.news import news_item
from catalog_tool.site.pages.grouping import by_category

FOLDER = f"api/v{VERSION}/"
SCHEMAS = f"schemas/v{VERSION}/"
DOCUMENTATION = "api/"
"""Address of the page that explains the files."""


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield the index, one file for each partner, the lists, and the schemas."""
    settings = publication.settings
    yield _file("index", _index(publication))
    for entry in publication.catalog.entries:
        yield _file(f"partners/{entry.id}", _partner(entry, publication))
    yield _file("applications", _applications(publication.catalog, settings))
    yield _file("categories", _categories(publication.catalog, settings))
    yield _file("changes", _changes(publication))
    for name, model in DOCUMENTS.items():
        text = json.dumps(_schema(name, model, settings), ensure_ascii=False, indent=2)
        yield GeneratedFile(schema_path(name), f"{text}\n")


def schema_path(name: str) -> str:
    """Return the path of the schema of a document."""
    return f"{SCHEMAS}{name}.schema.json"


def _file(name: str, document: Document) -> GeneratedFile:
    return GeneratedFile(f"{FOLDER}{name}.json", f"{document.model_dump_json()}\n")


def _schema(name: str, model: type[Document], settings: Settings) -> dict[str, Any]:
    site = settings.site_url
    about = {"$id": published_address(schema_path(name), settings)} if site else {}
    return {"$schema": DIALECT, **about, **model.model_json_schema(mode="serialization")}


def _index(publication: Publication) -> IndexDocument:
    settings, catalog = publication.settings, publication.catalog

    def at(path: str) -> str:
        return published_address(path, settings)

    return IndexDocument(
        title=settings.title,
        summary=settings.summary,
        platform=settings.platform,
        documentation=at(DOCUMENTATION),
        applications=at(f"{FOLDER}applications.json"),
        categories=at(f"{FOLDER}categories.json"),
        changes=at(f"{FOLDER}changes.json"),
        catalog=at(catalog_json.SITE_PATH),
        csv=at(catalog_csv.SITE_PATH),
        feed=at(FEED),
        schemas={name: at(schema_path(name)) for name in DOCUMENTS},
        partners=tuple(
            PartnerReference(
                id=entry.id,
                name=entry.title,
                data=at(f"{FOLDER}partners/{entry.id}.json"),
                page=at(partner_address(entry)),
            )
            for entry in catalog.entries
        ),
        withheld=tuple(entry.id for entry in publication.withheld if entry.id),
        fields=tuple(
            FieldDocument.model_validate(field_data(key, field))
            for key, field in catalog.fields.items()
        ),
    )


def _partner(entry: Entry, publication: Publication) -> PartnerDocument:
    settings = publication.settings
    return PartnerDocument.model_validate(
        partner_data(entry, publication.catalog, settings)
        | {
            "page": published_address(partner_address(entry), settings),
            "badge": published_address(badges.address(entry), settings),
            "changed_on": publication.changed_on.get(entry.source.path),
        }
    )


def _applications(catalog: Catalog, settings: Settings) -> ApplicationsDocument:
    return ApplicationsDocument(
        applications=tuple(
            ApplicationDocument.model_validate(
                application_data(each)
                | {"page": published_address(application_address(each), settings)}
            )
            for each in catalog.applications
        )
    )


def _categories(catalog: Catalog, settings: Settings) -> CategoriesDocument:
    return CategoriesDocument(
        categories=tuple(
            CategoryDocument(
                id=each.id,
                name=each.category.name,
                description=each.category.description,
                page=published_address(each.address, settings),
                feed=published_address(f"{each.address}{FEED}", settings),
                applications=tuple(application.slug for application in each.applications),
                partners=tuple(key for key in catalog.by_id if key in each.partners),
            )
            for each in by_category(catalog).values()
        )
    )


def _changes(publication: Publication) -> ChangesDocument:
    history = publication.history
    return ChangesDocument(
        since=history.since if history else None,
        changes=tuple(_change(each, publication) for each in (history.news if history else ())),
        removals=tuple(_removals(publication)),
    )


def _change(news: PartnerNews, publication: Publication) -> ChangeDocument:
    settings = publication.settings
    item = news_item(news, publication, publication.words)
    listed = [
        each
        for each in news.changes
        if isinstance(each, ListChanged) and each.field == "applications"
    ]
    return ChangeDocument(
        day=news.day,
        kind=news.kind.value,
        partner=news.id,
        name=item.title,
        page=published_address(item.address, settings),
        former_name=news.former_name or None,
        text=" ".join(item.sentences),
        keys=tuple(dict.fromkeys(each.field for each in news.changes)),
        applications_added=tuple(name for each in listed for name in each.added),
        applications_removed=tuple(name for each in listed for name in each.removed),
    )


def _removals(publication: Publication) -> Iterator[RemovalDocument]:
    for identifier, record in publication.catalog.former.former.items():
        page = published_address(f"partners/{identifier}/", publication.settings)
        yield RemovalDocument(id=identifier, page=page, **record.model_dump())
