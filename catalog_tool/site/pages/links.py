"""Addresses inside the site, and how a partner's own addresses are followed."""

from __future__ import annotations

from urllib.parse import urlencode


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
