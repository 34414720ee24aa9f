"""The report on links, as a document and as JSON."""

from __future__ import annotations

from typing import Any

from catalog_tool.links.findings import LONGEST_ADDRESS
from catalog_tool.links.inventory import CatalogLink
from catalog_tool.links.summary import LinkSummary, words_of
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import diagnostic_object

JSON_VERSION = 1


def document(summary: LinkSummary) -> doc.Document:
    """Return the report: problems with links, and links whose state is uncertain.

    The Markdown is empty if there are no problems, so that ``catalog rolling-issue`` closes the
    issue.
    """
    rows = tuple(
        ((doc.Foreign(link.address, LONGEST_ADDRESS),), (doc.Foreign(words_of(seen)),))
        for link, seen in summary.unknown()
    )
    unknown = doc.Table(("link", "last result"), rows)
    return doc.Document(
        (
            doc.Findings(summary.diagnostics, "catalog links", weight=2),
            doc.Section(("Uncertain, will be checked again",), (unknown,)),
        ),
        (doc.PageOnly("**Some links need attention.** "), summary.sentence()),
        is_quiet=not summary.diagnostics,
    )


def facts(summary: LinkSummary) -> dict[str, Any]:
    """Return the report for programs; its diagnostics have the format of ``catalog check``."""
    return {
        "version": JSON_VERSION,
        "summary": {"links": len(summary.links)}
        | _numbers(summary)
        | {"excepted": len(summary.excepted)},
        "diagnostics": [diagnostic_object(found) for found in summary.diagnostics],
        "links": [_facts(summary, link) for link in summary.links],
    }


def _facts(summary: LinkSummary, link: CatalogLink) -> dict[str, Any]:
    seen = summary.record_of(link)
    known = seen.model_dump(mode="json", exclude={"verdict"}) if seen else {}
    places = [{"path": place.path, "where": list(place.where)} for place in link.places]
    standing = summary.status_of(link).value
    return {"address": link.address, "standing": standing, "places": places, **known}


def _numbers(summary: LinkSummary) -> dict[str, int]:
    return {standing.value: number for standing, number in summary.numbers.items()}
