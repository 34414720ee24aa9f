"""Addresses of the site's pages, and how a partner's own addresses are followed."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from catalog_tool.model.catalog import Entry, ListedApplication
from catalog_tool.model.settings import Settings

COMPARE = "compare/"
"""Address of the page that compares partners."""


def partner_address(entry: Entry) -> str:
    """Return the address of an entry's page."""
    return f"partners/{entry.id}/"


def application_address(application: ListedApplication) -> str:
    """Return the address of an application's page."""
    return f"applications/{application.slug}/"


def compare_address(entries: Iterable[Entry]) -> str:
    """Return where partners are compared; an id needs no escaping in an address."""
    return f"{COMPARE}?partners={','.join(entry.id for entry in entries)}"


def published_address(address: str, settings: Settings) -> str:
    """Return a page's address for files that are read away from the site.

    Args:
        address: the page's address below the root of the site.
        settings: the catalog.

    Returns:
        The address with that of the site before it, if the catalog states where its site is.
    """
    return f"{settings.site_url.rstrip('/')}/{address}" if settings.site_url else address


def root_from(address: str) -> str:
    """Return what leads from a page back to the root of the site.

    Pages are addressed by folder (``partners/aquera/``), so that an address outlives whatever
    builds the site. Links are relative, so that the site works below any base path: a link is
    the way to the root, then the address of its target.

    Args:
        address: the page that the link stands on; ``""`` is the home page.

    >>> root_from("partners/aquera/")
    '../../'
    """
    return "../" * address.count("/")


def contact_target(contact: str) -> str:
    """Return what a contact button leads to: a web page, or a new message."""
    is_email = "@" in contact and "/" not in contact
    return f"mailto:{contact}" if is_email else contact


def request_url(repository: str, application: str) -> str:
    """Return where a customer asks for an integration: a new issue with its text begun.

    Args:
        repository: address of the repository on GitHub, or ``""``.
        application: the application that the customer wants to be connected.

    Returns:
        An address without a character that HTML or Markdown would act on; ``""`` without a
        repository.
    """
    if not repository:
        return ""
    asked = {
        "title": f"Request: an integration with {application}",
        "body": f"We would like to connect {application}.\n\nWhat we need it to do: ",
    }
    return f"{repository.rstrip('/')}/issues/new?{urlencode(asked)}"
