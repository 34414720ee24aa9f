"""An application's page: the partners that list it, its other names, and its neighbors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog_tool.model.catalog import ListedApplication
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import application_address, compare_address, partner_address
from catalog_tool.site.compare.page import MOST as MOST_COMPARED
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.generic_interfaces import GenericPartners, PossiblePartners
from catalog_tool.site.pages.grouping import LONG_FROM, CategoryListing, by_category
from catalog_tool.site.pages.mentions import SHOWN as MENTIONS_SHOWN
from catalog_tool.site.pages.mentions import Mention, Mentions
from catalog_tool.site.pages.neighborhood import Neighborhood, RelatedApplication
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner_rows import PartnerRows, partner_rows
from catalog_tool.site.pages.templating import fill
from catalog_tool.site.requests import request_link

NEIGHBORS_SHOWN = 8
_NAMED_IN_DESCRIPTION = 3


@dataclass(frozen=True, slots=True)
class ApplicationContext:
    """What an application's page shows besides the application.

    Attributes:
        listing: the category of the application, if any.
        neighbors: other applications of the category, the nearest in order.
        along: other applications that the same partners list, with the number of those partners.
        mentions: partners that don't list it but mention it.
        possible: partners that don't list it but may connect it.
    """

    listing: CategoryListing | None
    neighbors: Sequence[ListedApplication]
    along: Sequence[RelatedApplication]
    mentions: Sequence[Mention]
    possible: PossiblePartners


def pages(publication: Publication) -> Iterator[Page]:
    """Yield one page for each application that an entry lists."""
    categories = by_category(publication.catalog)
    in_category = {
        application.name: (listing, position)
        for listing in categories.values()
        for position, application in enumerate(listing.applications)
    }
    generic = GenericPartners.of(publication.catalog)
    rows = partner_rows(publication)
    neighborhood = Neighborhood(publication.catalog)
    mentions = Mentions(publication.catalog)
    for application in publication.catalog.applications:
        listing, position = in_category.get(application.name, (None, 0))
        neighbors = _neighbors(listing.applications, position) if listing else ()
        along = neighborhood.applications(application, [near.name for near in neighbors])
        possible = generic.besides(application.entries)
        mentioned = mentions.of(application)
        context = ApplicationContext(listing, neighbors, along, mentioned, possible)
        yield _page(publication, application, context, rows)


def _page(
    publication: Publication,
    application: ListedApplication,
    context: ApplicationContext,
    rows: PartnerRows,
) -> Page:
    settings = publication.settings
    words, listing = publication.words, context.listing
    return fill(
        Page(
            application_address(application),
            title=words.gettext("Who lists %(name)s?", name=application.name),
            description=_description(application, settings.platform, words),
            edit=settings.vocabulary_path if application.known else "",
            trail=_trail(listing, words),
            subject=_subject(application, words),
        ),
        "application.html",
        publication,
        along=context.along,
        application=application,
        comparison=_comparison(application),
        is_long=len(application.entries) >= LONG_FROM,
        listing=listing,
        mentions=context.mentions,
        mentions_shown=MENTIONS_SHOWN,
        most_compared=MOST_COMPARED,
        neighbors=context.neighbors,
        possible=context.possible,
        request=request_link(application.name, settings),
        rows=rows,
    )


def _comparison(application: ListedApplication) -> str:
    """Return the address that compares its partners; ``""`` if there are too few or too many."""
    is_possible = 1 < len(application.entries) <= MOST_COMPARED
    return compare_address(application.entries) if is_possible else ""


def _trail(listing: CategoryListing | None, words: Messages) -> tuple[Step, ...]:
    above = (Step(words.gettext("%(Applications)s"), "applications/"),)
    return (*above, Step(listing.category.name, listing.address)) if listing else above


def _subject(application: ListedApplication, words: Messages) -> Listing:
    return Listing(
        words.gettext("%(Partners)s that list %(name)s", name=application.name),
        tuple(Step(entry.title, partner_address(entry)) for entry in application.entries),
        thing=application.name,
        aliases=application.known.aliases if application.known else (),
    )


def _neighbors(
    applications: Sequence[ListedApplication], position: int
) -> Sequence[ListedApplication]:
    """Return the nearest applications of the same category, without the one at ``position``."""
    first = max(0, min(position - NEIGHBORS_SHOWN // 2, len(applications) - NEIGHBORS_SHOWN - 1))
    window = applications[first : first + NEIGHBORS_SHOWN + 1]
    return [near for near in window if near is not applications[position]][:NEIGHBORS_SHOWN]


def _description(application: ListedApplication, platform: str, words: Messages) -> str:
    name, known = application.name, application.known
    titles = [entry.title for entry in application.entries]
    if len(titles) <= _NAMED_IN_DESCRIPTION:
        who = words.ngettext(
            "%(names)s lists %(name)s for %(platform)s.",
            "%(names)s list %(name)s for %(platform)s.",
            len(titles),
            names=words.every(titles),
            name=name,
            platform=platform,
        )
    else:
        who = words.ngettext(
            "%(num)s %(partner)s lists %(name)s for %(platform)s.",
            "%(num)s %(partners)s list %(name)s for %(platform)s.",
            len(titles),
            name=name,
            platform=platform,
        )
    aliases = ", ".join(known.aliases) if known else ""
    others = words.gettext("Also known as %(names)s.", names=aliases) if aliases else ""
    return " ".join(filter(None, [who, words.gettext("See contacts and facts."), others]))
