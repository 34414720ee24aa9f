"""``logos/<id>.svg`` or ``logos/<id>.png``: the logos of the partners, as they were judged."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield the logo of each entry that has one."""
    for entry in publication.catalog.entries:
        if entry.logo:
            yield GeneratedFile(entry.logo.address, "", picture=entry.logo.content)
