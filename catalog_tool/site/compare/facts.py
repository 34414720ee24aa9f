"""Files with the facts of partners that the comparison needs and the finder doesn't.

In a catalog of 10,000 partners, the contacts alone are larger than the finder's index. So a
comparison loads one small file for each compared partner, four at most. The files are scripts,
because a page on disk can't read anything else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import contact_target
from catalog_tool.site.messages import Messages, messages_of
from catalog_tool.site.own_fields import shown_fields

PARTNERS_IN_A_FILE = 128
"""A file is about 4 KB compressed, and 10,000 partners need only 79 files."""


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield ``assets/compare-facts/<n>.js`` for each run of partners in the catalog."""
    entries, words = publication.catalog.entries, messages_of(publication.settings)
    for number, first in enumerate(range(0, len(entries), PARTNERS_IN_A_FILE)):
        facts = [_facts(entry, words) for entry in entries[first : first + PARTNERS_IN_A_FILE]]
        text = f"(globalThis.catalogCompareFacts ??= [])[{number}] = {_script(facts)};\n"
        yield GeneratedFile(f"assets/compare-facts/{number}.js", text)


def _facts(entry: Entry, words: Messages) -> list[object]:
    """Return the id, the contact as a link target, the website, the test, and own fields.

    An own field is its label with its values: the text of each, and where it links to.
    """
    partner = entry.partner
    return [
        entry.id,
        contact_target(partner.contact),
        partner.website,
        words.day(partner.tested_on) if partner.tested_on else "",
        partner.tested_by or "",
        [
            [field.label, [[value.text, value.target] for value in field.values]]
            for field in shown_fields(partner, "compare", words)
        ],
    ]


def _script(facts: list[list[object]]) -> str:
    """Return JSON that is safe in any script: ASCII only, and nothing that ends an element."""
    text = json.dumps(facts, separators=(",", ":"))
    return text.replace("<", "\\u003c")
