"""Checks that the Markdown catalog has each partner under one heading.

Readers on GitHub must see the same partners as readers of the site. The catalog in the repository
can be older than the entries until ``catalog publish`` runs. If it is, the check renders a new
one, which takes longer than the rest of the audit.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.model.published_entries import published_entries
from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.exports import repository_text


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield how the partners of the Markdown catalog differ from the entries."""
    publication, path = site.publication, site.publication.settings.published
    present = publication.on_disk.get(path)
    if present is not None and not any(catalog_faults(publication, present)):
        return
    text = repository_text(publication, path)
    if text is not None:
        yield from catalog_faults(publication, text)


def catalog_faults(publication: Publication, text: str) -> Iterator[Fault]:
    """Yield how the partners of a Markdown catalog differ from the entries.

    Args:
        publication: what it should show.
        text: the Markdown catalog.
    """
    path, entries = publication.settings.published, publication.catalog.entries
    found = list(published_entries(text, publication.words))
    ids, titles = [entry.id for entry in entries], [entry.title for entry in entries]
    yield from differences(path, "partners", ids, [each.id for each in found])
    yield from differences(path, "headings", titles, [each.name for each in found])
