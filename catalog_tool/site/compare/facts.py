"""What the comparison shows of a partner beyond the finder's index, in files of some partners each.

The finder never needs a contact, and in a catalog of 10,000 partners all contacts weigh more than
its whole index. So a reader who compares fetches one small file for each partner that is compared,
and never more than four. A script, because a page on disk may read nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import contact_target

PARTNERS_IN_A_FILE = 128
"""About 4 KB over the wire, while 10,000 partners make no more than 79 files."""


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield ``assets/compare-facts/<n>.js`` for the partners of each stretch of the catalog."""
    entries = publication.catalog.entries
    for number, first in enumerate(range(0, len(entries), PARTNERS_IN_A_FILE)):
        facts = [_facts(entry) for entry in entries[first : first + PARTNERS_IN_A_FILE]]
        text = f"(globalThis.catalogCompareFacts ??= [])[{number}] = {_script(facts)};\n"
        yield GeneratedFile(f"assets/compare-facts/{number}.js", text)


def _facts(entry: Entry) -> list[str]:
    """Return id, contact as a link's target, website, and how and when it was tested."""
    partner = entry.partner
    return [
        entry.id,
        contact_target(partner.contact),
        partner.website,
        partner.tested_on or "",
        partner.tested_by or "",
    ]


def _script(facts: list[list[str]]) -> str:
    """Return JSON that is a literal in any script: ASCII only, and nothing that ends an element."""
    text = json.dumps(facts, separators=(",", ":"))
    return text.replace("<", "\\u003c")
