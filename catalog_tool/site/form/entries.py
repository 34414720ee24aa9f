"""Files with the entries of the catalog as the form shows them, so that it can load one.

The first file has the id, the name, and the website of every partner. The others have the values
of some. The files are scripts, because a page on disk can't read anything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.text.script_json import script_json

ENTRIES_IN_A_FILE = 64


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield ``assets/form-entries/index.js``, and ``<n>.js`` for each run of entries."""
    entries = publication.catalog.entries
    index = [[entry.id, entry.partner.name, entry.partner.website] for entry in entries]
    yield _script("index", "globalThis.catalogFormData=", index)
    for number, first in enumerate(range(0, len(entries), ENTRIES_IN_A_FILE)):
        values = [
            entry.partner.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for entry in entries[first : first + ENTRIES_IN_A_FILE]
        ]
        yield _script(f"{number}", f"(globalThis.catalogFormEntries ??= [])[{number}] = ", values)


def _script(name: str, assignment: str, value: object) -> GeneratedFile:
    return GeneratedFile(f"assets/form-entries/{name}.js", f"{assignment}{script_json(value)};\n")
