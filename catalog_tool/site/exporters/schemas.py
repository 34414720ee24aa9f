"""The formats of files as JSON Schema, for editors: in the repository and on the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from catalog_tool.linter.options_schema import options_schema
from catalog_tool.loader.limits import EXCEPTIONS_LIMITS
from catalog_tool.model.entry_model import Fields
from catalog_tool.model.exceptions import RuleExceptions
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.model.json_schema import schema_text, shared_schema_text
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import (
    OPTIONS_SCHEMA_FILE,
    SCHEMA_FILE,
    SHARED_SCHEMA_FILES,
    Settings,
    site_path,
)
from catalog_tool.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SchemaExporter:
    """The exporter of one schema, with the attributes that the module of an exporter has."""

    file: str
    export: Callable[[Publication], str]

    @property
    def SITE_PATH(self) -> str:  # noqa: N802 - a constant of modules
        """Path on the site."""
        return site_path(self.file)

    def repository_path(self, _settings: Settings) -> str:
        """Return the path that files and the settings of editors refer to."""
        return self.file


def _entry(publication: Publication) -> str:
    address = publication.settings.schema_address(SCHEMA_FILE)
    return schema_text(publication.catalog.entry_model, address)


def _options(publication: Publication) -> str:
    return options_schema(publication.settings)


def _shared(kind: str, publication: Publication) -> str:
    address = publication.settings.schema_address(SHARED_SCHEMA_FILES[kind])
    list_key = EXCEPTIONS_LIMITS.list_key if kind == "exceptions" else ""
    return shared_schema_text(_SHARED[kind], address, list_key)


_SHARED: dict[str, type[BaseModel]] = {
    "fields": Fields,
    "vocabulary": Vocabulary,
    "former": FormerPartners,
    "exceptions": RuleExceptions,
}
ENTRY = SchemaExporter(SCHEMA_FILE, _entry)
SCHEMAS = (
    ENTRY,
    SchemaExporter(OPTIONS_SCHEMA_FILE, _options),
    *(SchemaExporter(file, partial(_shared, kind)) for kind, file in SHARED_SCHEMA_FILES.items()),
)
"""An exporter for each schema."""
