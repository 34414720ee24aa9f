"""Files with the facts of partners that scripts show, and that the finder doesn't search.

In a catalog of 10,000 partners, the contacts alone are larger than the finder's index. So a page
loads one small file for each run of partners that it shows. The files are scripts, because a page
on disk can't read anything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import contact_target
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.site.pages.initials import initials, tile
from catalog_tool.site.pages.partner_facts import (
    card_facts,
    first_applications,
    status_of,
    without_applications,
)
from catalog_tool.text.script_json import script_json
from catalog_tool.text.urls.address import host_of
from catalog_tool.text.urls.international import decode_host

PARTNERS_IN_A_FILE = 64
"""A file is about 6 KB compressed, and 10,000 partners need only 157 files."""


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield ``assets/compare-facts/<n>.js`` for each run of partners in the catalog."""
    entries = publication.catalog.entries
    for number, first in enumerate(range(0, len(entries), PARTNERS_IN_A_FILE)):
        run = entries[first : first + PARTNERS_IN_A_FILE]
        facts = [[*_facts(entry, publication), *_row(entry, publication)] for entry in run]
        text = f"(globalThis.catalogCompareFacts ??= [])[{number}] = {script_json(facts)};\n"
        yield GeneratedFile(f"assets/compare-facts/{number}.js", text)


def _facts(entry: Entry, publication: Publication) -> list[object]:
    """Return the id, contact as a link target, website, test, own fields, summary, and logo.

    A website is its host as readers see it, and its address. An own field is its label with its
    values: the text of each, and where it links to. A logo is its address, or the initials and the
    number of the tile that stand in for it.
    """
    partner, words = entry.partner, publication.words
    return [
        entry.id,
        contact_target(partner.contact),
        [decode_host(host_of(partner.website)), partner.website],
        words.day(partner.tested_on) if partner.tested_on else "",
        partner.tested_by or "",
        [
            [field.label, [[value.text, value.target] for value in field.values]]
            for field in shown_fields(partner, "compare", words)
        ],
        entry.summary,
        entry.logo.address if entry.logo else [initials(entry.title), tile(entry.title)],
    ]


def _row(entry: Entry, publication: Publication) -> list[object]:
    """Return what only rows show: the first applications, the facts of cards, and the test.

    Without applications, it is a text instead. The test is its text, whether it is fresh, and its
    day.
    """
    status = status_of(entry, publication=publication)
    return [
        first_applications(entry, publication) or without_applications(entry, publication),
        "\N{NO-BREAK SPACE}· ".join(card_facts(entry, publication=publication)),
        [status.text, status.is_fresh, status.tested_on] if status else [],
    ]
