"""The links as a document and as JSON."""

from __future__ import annotations

from typing import Any

from catalog_tool.links.findings import LONGEST_ADDRESS
from catalog_tool.links.inventory import Link
from catalog_tool.links.summary import Outlook, words_of
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import facts_of

JSON_VERSION = 1


def document(outlook: Outlook) -> doc.Document:
    """Return what is wrong with links, and which of them are not certain.

    A page is empty if no link needs a look: ``catalog rolling-issue`` closes its issue then.
    """
    rows = tuple(
        ((doc.Foreign(link.address, LONGEST_ADDRESS),), (doc.Foreign(words_of(seen)),))
        for link, seen in outlook.unknown()
    )
    unknown = doc.Table(("link", "last answer"), rows)
    return doc.Document(
        (
            doc.Findings(outlook.diagnostics, "catalog links", weight=2),
            doc.Section(("Not certain, to be tried again",), (unknown,)),
        ),
        (doc.PageOnly("**Some links need a look.** "), outlook.sentence()),
        is_quiet=not outlook.diagnostics,
    )


def facts(outlook: Outlook) -> dict[str, Any]:
    """Return the links for programs; the diagnostics are those of ``catalog check``."""
    return {
        "version": JSON_VERSION,
        "summary": {"links": len(outlook.links)} | _numbers(outlook),
        "diagnostics": [facts_of(found) for found in outlook.diagnostics],
        "links": [_facts(outlook, link) for link in outlook.links],
    }


def _facts(outlook: Outlook, link: Link) -> dict[str, Any]:
    seen = outlook.seen(link)
    known = seen.model_dump(mode="json", exclude={"verdict"}) if seen else {}
    places = [{"path": place.path, "where": list(place.where)} for place in link.places]
    standing = outlook.standing(link).value
    return {"address": link.address, "standing": standing, "places": places, **known}


def _numbers(outlook: Outlook) -> dict[str, int]:
    return {standing.value: number for standing, number in outlook.numbers.items()}
