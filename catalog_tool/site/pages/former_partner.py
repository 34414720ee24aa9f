"""The page at the old address of a partner that left or moved, so that bookmarks still work."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.former_partners import FormerPartner
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.ordering import same_key


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each record of a former partner."""
    words = publication.words
    records = publication.catalog.former
    here = _partners_here(publication)
    for identifier, record in records.former.items():
        last = records.move_chain(identifier)[-1]
        successor = here.get(last)
        # If a partner moved to one that has left since, the page names both.
        gone = records.former.get(last) if successor is None else None
        title = _title(record, successor, gone, words)
        yield fill(
            Page(
                f"partners/{identifier}/",
                title=title,
                description=words.gettext(
                    "%(title)s. This page says where the entry went.", title=title
                ),
                edit=publication.settings.former_path,
                trail=(Step(words.gettext("%(Partners)s"), "catalog/"),),
                is_indexed=False,
            ),
            "former_partner.html",
            publication,
            gone=gone,
            reasons=[each.reason for each in dict.fromkeys([record, gone]) if each and each.reason],
            record=record,
            successor=successor,
            title=title,
        )


def _partners_here(publication: Publication) -> dict[str, Step]:
    """Return the page of each partner that has one, by id. Includes withheld entries."""
    named = [(entry.id, entry.name) for entry in publication.withheld if entry.id]
    named += [(entry.id, entry.title) for entry in publication.catalog.entries]
    return {identifier: Step(name, f"partners/{identifier}/") for identifier, name in named}


def _title(
    record: FormerPartner, successor: Step | None, gone: FormerPartner | None, words: Messages
) -> str:
    now = successor.label if successor else gone.name if gone else record.name
    is_renamed = same_key(now) != same_key(record.name)
    if successor:
        if is_renamed:
            return words.gettext("%(name)s is now %(now)s", name=record.name, now=now)
        return words.gettext("%(name)s has a new address", name=now)
    if is_renamed:
        return words.gettext(
            "%(name)s became %(now)s, which is no longer listed", name=record.name, now=now
        )
    return words.gettext("%(name)s is no longer listed", name=record.name)
