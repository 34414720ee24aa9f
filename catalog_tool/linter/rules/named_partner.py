"""An entry names another partner.

The rule looks for the names of the other partners in the description, the note, the labels of
links, and the test method. A name that is also a vendor or an application in the vocabulary
doesn't count.

Why:
    Readers compare partners themselves, and an entry that rates another one is advertising that
    nobody has checked. If two partners work together, an admin can make an exception.

Bad:
    # partners/contoso.yaml
    description: Unlike Fabrikam, this gateway connects mainframe applications.
    # partners/fabrikam.yaml
    description: This bridge connects hospital systems.

Good:
    # partners/contoso.yaml
    description: This gateway connects mainframe applications.
    # partners/fabrikam.yaml
    description: This bridge connects hospital systems.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.edits import Where
from catalog_tool.text.markup import to_plain
from catalog_tool.text.name_finder import NameFinder, words_of

CODE = "CAT214"
SEVERITY = Severity.WARNING

# Shorter names, in characters, may be any abbreviation.
_SHORTEST = 3


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each name of another partner, once for each text."""
    partners = partner_names(catalog)
    for entry in catalog.entries:
        found = {(where, other.id): written for where, written, other in named_by(entry, partners)}
        for (where, identifier), written in found.items():
            message = f"The text names another partner: {written!r} ({identifier}.yaml)."
            hint = "Say what your own product does, without a comparison."
            yield Problem(where, message, hint, quote=written, path=entry.source.path)


def partner_names(catalog: Catalog) -> NameFinder[Entry]:
    """Return the partners by their names, except names that are also in the vocabulary."""
    return NameFinder(
        (entry.partner.name, entry)
        for entry in catalog.entries
        if len(entry.partner.name) >= _SHORTEST and not catalog.vocabulary.knows(entry.partner.name)
    )


def named_by(entry: Entry, partners: NameFinder[Entry]) -> Iterator[tuple[Where, str, Entry]]:
    """Yield where an entry names another partner, the name as written, and that partner.

    A name of one word must be capitalized as a name is, because it may be a common word. An entry
    that has the name itself doesn't name another partner; its name is a duplicate.

    Args:
        entry: an entry, which needn't be in the catalog of the partners.
        partners: what :func:`partner_names` returns.
    """
    own = words_of(entry.partner.name)
    for where, text in _texts(entry):
        for written, other in partners.find(text):
            is_name = " " in written or written[0].isupper() or other.partner.name[0].islower()
            if is_name and other.id != entry.id and words_of(written) != own:
                yield where, written, other


def _texts(entry: Entry) -> Iterator[tuple[Where, str]]:
    """Yield the texts in which a partner says something about itself or others."""
    partner = entry.partner
    yield ("description",), to_plain(entry.description)
    yield ("applications_note",), to_plain(entry.note)
    for position, link in enumerate(partner.links):
        yield ("links", position, "label"), link.label
    yield ("tested_by",), partner.tested_by or ""
    yield from partner.names_and_texts()
