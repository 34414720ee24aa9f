"""The list of categories, and a page for each with its applications and their partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import application_address, compare_address
from catalog_tool.site.compare.page import MOST as MOST_COMPARED
from catalog_tool.site.pages.breadcrumbs import Listing, Step
from catalog_tool.site.pages.catalog import MOST_ROWS, addresses_below
from catalog_tool.site.pages.grouping import (
    LONG_FROM,
    CategoryListing,
    Initial,
    by_category,
    by_initial,
)
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.partner_rows import PartnerRows, partner_rows
from catalog_tool.site.pages.templating import fill

ADDRESS = "categories/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, then one page for each category with a partner."""
    words = publication.words
    listings = by_category(publication.catalog)
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("Categories"),
            description=words.gettext(
                "The kinds of %(applications)s that %(partners)s list, with the number of each: "
                "%(title)s.",
                title=publication.settings.title,
            ),
            subject=Listing(
                words.gettext("Categories"),
                tuple(Step(each.category.name, each.address) for each in listings.values()),
            ),
        ),
        "categories.html",
        publication,
        listings=listings.values(),
    )
    rows = partner_rows(publication)
    for listing in listings.values():
        yield from _pages(publication, listing, rows)


def _pages(publication: Publication, listing: CategoryListing, rows: PartnerRows) -> Iterator[Page]:
    """Yield the page of a category, and pages for the letters of its partners if these are many."""
    partners = [entry for entry in publication.catalog.entries if entry.id in listing.partners]
    is_long = len(partners) > MOST_ROWS
    initials = by_initial(partners, lambda entry: entry.title) if is_long else []
    letters = addresses_below(listing.address, initials)
    yield _page(publication, listing, rows, partners, letters)
    for initial in initials:
        yield _letter(publication, listing, initial, letters)


def _letter(
    publication: Publication,
    listing: CategoryListing,
    initial: Initial[Entry],
    letters: Mapping[str, str],
) -> Page:
    words = publication.words
    name, letter = listing.category.name, initial.letter
    title = words.gettext("%(category)s: %(letter)s", category=name, letter=letter)
    return fill(
        Page(
            letters[letter],
            title=title,
            description=words.gettext(
                "%(Partners)s of the category %(category)s whose names begin with %(letter)s.",
                category=name,
                letter=letter,
            ),
            kind=words.gettext("Category"),
            trail=(Step(words.gettext("Categories"), ADDRESS), Step(name, listing.address)),
        ),
        "category_letter.html",
        publication,
        letter=letter,
        letters=letters,
        partners=initial.members,
        title=title,
    )


def _page(
    publication: Publication,
    listing: CategoryListing,
    rows: PartnerRows,
    partners: Sequence[Entry],
    letters: Mapping[str, str],
) -> Page:
    words = publication.words
    is_comparable = 1 < len(partners) <= MOST_COMPARED
    return fill(
        Page(
            listing.address,
            title=listing.category.name,
            description=words.gettext(
                "%(category)s: %(applications)s and the %(partners)s that list them. "
                "%(description)s",
                category=listing.category.name,
                description=listing.category.description,
            ),
            edit=publication.settings.vocabulary_path,
            kind=words.gettext("Category"),
            trail=(Step(words.gettext("Categories"), ADDRESS),),
            subject=Listing(
                listing.category.name,
                tuple(Step(each.name, application_address(each)) for each in listing.applications),
            ),
        ),
        "category.html",
        publication,
        comparison=compare_address(partners) if is_comparable else "",
        listing=listing,
        letters=letters,
        long_from=LONG_FROM,
        names=frozenset(each.name for each in listing.applications),
        partners=partners,
        rows=rows,
    )
