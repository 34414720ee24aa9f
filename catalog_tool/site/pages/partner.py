"""A partner's page: contact and website first, then what it connects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import compare_address, partner_address
from catalog_tool.site.compare.page import OTHER_CATEGORY
from catalog_tool.site.own_fields import shown_fields
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.ordering import sort_key

GROUPED_FROM = 12
"""Length from which a list of applications is easier to read by category."""

_NAMED_IN_DESCRIPTION = 5


@dataclass(frozen=True, slots=True)
class ApplicationGroup:
    """Applications of one entry under the partner's heading. ``title`` may be empty."""

    title: str
    applications: tuple[ListedApplication, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each entry."""
    for entry in publication.catalog.entries:
        groups = application_groups(entry, publication.catalog)
        yield fill(
            Page(
                partner_address(entry),
                title=entry.title,
                description=_description(entry, groups),
                edit=entry.source.path,
                kind="Partner",
                trail=(Step("Catalog", "catalog/"),),
                subject=entry,
            ),
            "partner.html",
            publication,
            changed_on=publication.changed_on.get(entry.source.path, ""),
            comparison=compare_address([entry]) if len(publication.catalog.entries) > 1 else "",
            entry=entry,
            fields=tuple(shown_fields(entry.partner, "page")),
            groups=_readable(groups, publication.catalog),
        )


def application_groups(entry: Entry, catalog: Catalog) -> list[ApplicationGroup]:
    """Return an entry's applications as its file groups them, each with all its partners."""
    return [
        ApplicationGroup(
            str(where[1]) if len(where) > 1 else "",
            tuple(catalog.application(name) for name in names),
        )
        for where, names in entry.partner.application_lists()
    ]


def _readable(groups: list[ApplicationGroup], catalog: Catalog) -> list[ApplicationGroup]:
    """Return the groups, but divide a single long list without a title by category."""
    if len(groups) != 1 or groups[0].title or len(groups[0].applications) < GROUPED_FROM:
        return groups
    members: dict[str, list[ListedApplication]] = {}
    for application in groups[0].applications:
        id_ = application.known.category if application.known else ""
        category = catalog.vocabulary.categories.get(id_)
        members.setdefault(category.name if category else OTHER_CATEGORY, []).append(application)
    titles = sorted(members, key=lambda title: (title == OTHER_CATEGORY, sort_key(title)))
    return [ApplicationGroup(title, tuple(members[title])) for title in titles]


def _description(entry: Entry, groups: list[ApplicationGroup]) -> str:
    names = [application.name for group in groups for application in group.applications]
    fields = entry.partner.own_fields
    interfaces = _some([fields[key].name_of(value) for key, value in entry.partner.reach])
    connected = _some(names) or (f"applications through {interfaces}" if interfaces else "")
    what = f"connects {connected}" if connected else "is in this catalog"
    is_whole = entry.partner.contact and entry.partner.description
    seen = "contact, facts, and description" if is_whole else "website and facts"
    return f"{entry.title} {what}. See its {seen}."


def _some(names: list[str]) -> str:
    more = ", and more" if len(names) > _NAMED_IN_DESCRIPTION else ""
    return f"{', '.join(names[:_NAMED_IN_DESCRIPTION])}{more}"
