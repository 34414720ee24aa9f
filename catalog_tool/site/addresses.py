"""Addresses of the site's pages, and link targets for a partner's own addresses."""

from __future__ import annotations

from collections.abc import Iterable

from catalog_tool.model.catalog import Entry, ListedApplication
from catalog_tool.model.settings import Settings

COMPARE = "compare/"
"""Address of the page that compares partners."""

COVERAGE = "coverage/"
"""Address of the page that answers who lists all applications of a list."""


def partner_address(entry: Entry) -> str:
    """Return the address of an entry's page."""
    return f"partners/{entry.id}/"


def application_address(application: ListedApplication) -> str:
    """Return the address of an application's page."""
    return f"applications/{application.slug}/"


def compare_address(entries: Iterable[Entry]) -> str:
    """Return the address that compares partners. An id needs no escaping in an address."""
    return f"{COMPARE}?partners={','.join(entry.id for entry in entries)}"


def published_address(address: str, settings: Settings) -> str:
    """Return a page's address for files that people read outside the site.

    Args:
        address: the page's address below the root of the site.
        settings: the catalog.

    Returns:
        The full address, if the settings have the site's address; otherwise ``address`` itself.
    """
    return f"{settings.site_url.rstrip('/')}/{address}" if settings.site_url else address


def root_from(address: str) -> str:
    """Return the relative path from a page to the root of the site.

    A page's address is a folder (``partners/contoso/``), so it doesn't depend on the engine that
    builds the site. Links are relative, so the site works below any base path: a link is the
    path to the root, then the address of its target.

    Args:
        address: the page that has the link; ``""`` is the home page.

    >>> root_from("partners/contoso/")
    '../../'
    """
    return "../" * address.count("/")


def contact_target(contact: str) -> str:
    """Return the target of a contact button: a web page, or a new email message."""
    is_email = "@" in contact and "/" not in contact
    return f"mailto:{contact}" if is_email else contact
