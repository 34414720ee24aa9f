"""Addresses inside the site, and how a partner's own addresses are followed."""

from __future__ import annotations

import posixpath


def relative_url(target: str, page: str) -> str:
    """Return the address of one page as a link on another one writes it.

    Pages are addressed by folder, so that an address outlives whatever builds the site. Links are
    relative, so that the site works below any base path.

    Args:
        target: address that is linked, such as ``partners/aquera/``; ``""`` is the home page.
        page: address of the page that the link stands on.

    >>> relative_url("applications/ibm-racf/", "partners/idmworks/")
    '../../applications/ibm-racf/'
    >>> relative_url("", "")
    './'
    """
    relative = posixpath.relpath(f"/{target}", f"/{page}")
    return relative if target and not target.endswith("/") else f"{relative}/"


def contact_target(contact: str) -> str:
    """Return what a contact button leads to: a web page, or a new message."""
    is_email = "@" in contact and "/" not in contact
    return f"mailto:{contact}" if is_email else contact
