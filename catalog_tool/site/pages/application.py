"""An application's page: who connects it, and what else people call it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import ListedApplication
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import (
    application_address,
    compare_address,
    partner_address,
    request_url,
)
from catalog_tool.site.compare.page import MOST as MOST_COMPARED
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.cards import partner_cards
from catalog_tool.site.pages.generic_interfaces import GenericPartners, Reach
from catalog_tool.site.pages.grouping import CategoryListing, by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

NEIGHBOURS_SHOWN = 8
NAMED_IN_ANSWER = 3
"""Partners that the first sentence names; more of them are easier read below it."""

_NAMED_IN_DESCRIPTION = 3
SEARCH_WEIGHT = 2
"""Who searches for an application wants this page, not one that mentions the application."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an application is shown with.

    Attributes:
        listing: the category it is in, if any.
        neighbours: the nearest other applications of the category.
        reach: who may connect it besides those who list it.
    """

    listing: CategoryListing | None
    neighbours: Sequence[ListedApplication]
    reach: Reach


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each application that some entry lists."""
    categories = by_category(publication.catalog)
    in_category = {
        application.name: (listing, position)
        for listing in categories.values()
        for position, application in enumerate(listing.applications)
    }
    cards = partner_cards(publication.catalog.entries, "applications/any/", publication)
    generic = GenericPartners.of(publication.catalog)
    for application in publication.catalog.applications:
        listing, position = in_category.get(application.name, (None, 0))
        neighbours = _neighbours(listing.applications, position) if listing else ()
        reach = generic.beyond(application.entries)
        surroundings = Surroundings(listing, neighbours, reach)
        yield _page(publication, application, surroundings, cards)


def _page(
    publication: Publication,
    application: ListedApplication,
    surroundings: Surroundings,
    cards: Mapping[str, SafeHtml],
) -> Page:
    settings = publication.settings
    listing = surroundings.listing
    return fill(
        Page(
            application_address(application),
            title=f"Who connects {application.name}?",
            description=_description(application, settings.platform),
            edit=settings.vocabulary_path if application.known else "",
            trail=_trail(listing),
            subject=_subject(application),
            weight=SEARCH_WEIGHT,
        ),
        "application.html",
        publication,
        application=application,
        cards=cards,
        comparison=_comparison(application),
        listing=listing,
        most_compared=MOST_COMPARED,
        named_in_answer=NAMED_IN_ANSWER,
        neighbours=surroundings.neighbours,
        reach=surroundings.reach,
        request=request_url(settings.repository, application.name),
    )


def _comparison(application: ListedApplication) -> str:
    """Return where its partners are compared: empty if there are too few, or too many."""
    is_possible = 1 < len(application.entries) <= MOST_COMPARED
    return compare_address(application.entries) if is_possible else ""


def _trail(listing: CategoryListing | None) -> tuple[Step, ...]:
    above = (Step("Applications", "applications/"),)
    return (*above, Step(listing.category.name, listing.address)) if listing else above


def _subject(application: ListedApplication) -> Listing:
    return Listing(
        f"Partners that connect {application.name}",
        tuple(Step(entry.title, partner_address(entry)) for entry in application.entries),
        thing=application.name,
        aliases=application.known.aliases if application.known else (),
    )


def _neighbours(
    applications: Sequence[ListedApplication], position: int
) -> Sequence[ListedApplication]:
    """Return the nearest applications of the same category, without the one at ``position``."""
    first = max(0, min(position - NEIGHBOURS_SHOWN // 2, len(applications) - NEIGHBOURS_SHOWN - 1))
    window = applications[first : first + NEIGHBOURS_SHOWN + 1]
    return [near for near in window if near is not applications[position]][:NEIGHBOURS_SHOWN]


def _description(application: ListedApplication, platform: str) -> str:
    titles = [entry.title for entry in application.entries]
    count = len(titles)
    who = _spoken(titles) if count <= _NAMED_IN_DESCRIPTION else f"{count:,} partners"
    verb = "connects" if count == 1 else "connect"
    known = application.known
    aliases = f" Also known as {', '.join(known.aliases)}." if known and known.aliases else ""
    return f"{who} {verb} {application.name} to {platform}: contact and facts.{aliases}"


def _spoken(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
