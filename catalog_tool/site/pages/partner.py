"""A partner's page: contact and website first, then what it lists and states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import compare_address, partner_address
from catalog_tool.site.compare.page import other_category
from catalog_tool.site.exporters.badges import badge_code
from catalog_tool.site.own_fields import ShownField, shown_fields, stated_reach
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.neighborhood import Neighborhood
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.ordering import sort_key

GROUPED_FROM = 6
"""Length from which a list of applications is easier to read by category."""

_NAMED_IN_DESCRIPTION = 5


@dataclass(frozen=True, slots=True)
class ApplicationGroup:
    """Applications of one entry under the partner's heading. ``title`` may be empty."""

    title: str
    applications: tuple[ListedApplication, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each entry."""
    return entry_pages(publication, publication.catalog.entries)


def entry_pages(publication: Publication, entries: Iterable[Entry]) -> Iterator[Page]:
    """Yield the page of each of some entries."""
    words = publication.words
    catalog, other = publication.catalog, other_category(words)
    neighborhood = Neighborhood(catalog)
    for entry in entries:
        groups = application_groups(entry, catalog)
        fields = tuple(shown_fields(entry.partner, "page", words))
        yield fill(
            Page(
                partner_address(entry),
                title=entry.title,
                description=_description(entry, groups, words),
                edit=entry.source.path,
                kind=words.gettext("%(Partner)s"),
                trail=(Step(words.gettext("%(Partners)s"), "catalog/"),),
                subject=entry,
            ),
            "partner.html",
            publication,
            badge=badge_code(entry, publication),
            changed_on=publication.changed_on.get(entry.source.path, ""),
            comparison=compare_address([entry]) if len(catalog.entries) > 1 else "",
            entry=entry,
            fields=fields,
            groups=_readable(groups, catalog, other),
            listed=len(catalog.listed_names[entry.id]),
            not_stated=tuple(_not_stated(entry, fields, words)),
            related=neighborhood.partners(entry),
        )


def _not_stated(entry: Entry, fields: Iterable[ShownField], words: Messages) -> Iterator[str]:
    """Yield what customers may want to know, but the entry doesn't say."""
    yield from (field.label for field in fields if not field.values)
    if not entry.partner.tested_on:
        yield words.gettext("Test date")


def application_groups(entry: Entry, catalog: Catalog) -> list[ApplicationGroup]:
    """Return an entry's applications as its file groups them, each with all its partners."""
    return [
        ApplicationGroup(
            str(where[1]) if len(where) > 1 else "",
            tuple(catalog.application(name) for name in names),
        )
        for where, names in entry.partner.application_lists()
    ]


def _readable(
    groups: list[ApplicationGroup], catalog: Catalog, other: str
) -> list[ApplicationGroup]:
    """Return the groups, but divide a single long list without a title by category."""
    if len(groups) != 1 or groups[0].title or len(groups[0].applications) < GROUPED_FROM:
        return groups
    members: dict[str, list[ListedApplication]] = {}
    for application in groups[0].applications:
        id_ = application.known.category if application.known else ""
        category = catalog.vocabulary.categories.get(id_)
        members.setdefault(category.name if category else other, []).append(application)
    titles = sorted(members, key=lambda title: (title == other, sort_key(title)))
    return [ApplicationGroup(title, tuple(members[title])) for title in titles]


def _description(entry: Entry, groups: list[ApplicationGroup], words: Messages) -> str:
    names = [application.name for group in groups for application in group.applications]
    if names:
        what = words.gettext(
            "%(name)s lists %(names)s.", name=entry.title, names=_some(names, words)
        )
    elif reach := "; ".join(stated_reach(entry.partner)):
        what = words.gettext(
            "%(name)s states a way to connect any %(application)s: %(stated)s.",
            name=entry.title,
            stated=reach,
        )
    else:
        what = words.gettext("%(name)s is in this catalog.", name=entry.title)
    is_whole = entry.partner.contact and entry.partner.description
    seen = (
        words.gettext("See its contact, facts, and description.")
        if is_whole
        else words.gettext("See its website and facts.")
    )
    return f"{what} {seen}"


def _some(names: list[str], words: Messages) -> str:
    shown = ", ".join(names[:_NAMED_IN_DESCRIPTION])
    is_all = len(names) <= _NAMED_IN_DESCRIPTION
    return shown if is_all else words.gettext("%(names)s, and more", names=shown)
