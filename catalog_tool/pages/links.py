"""Addresses inside the site, and how a partner's own addresses are followed."""

from __future__ import annotations

import posixpath

_SUFFIX = ".md"
_INDEX = "index"


def relative_url(target: str, page: str) -> str:
    """Return the address of one page as a link on another one writes it.

    Pages are addressed by folder (``partners/aquera/``), so that an address outlives whatever
    builds the site. Links are relative, so that the site works below any base path.

    Args:
        target: path of the page that is linked, such as ``partners/aquera.md``; a fragment
            (``#…``) is kept, and a path that is not a page is linked as it is.
        page: path of the page that the link stands on.

    >>> relative_url("applications/ibm-racf.md", "partners/idmworks.md")
    '../../applications/ibm-racf/'
    >>> relative_url("index.md", "index.md")
    './'
    """
    path, mark, fragment = target.partition("#")
    address, here = _address(path), _address(page)
    relative = posixpath.relpath(f"/{address}", f"/{here}")
    if address.endswith("/") or not address:
        relative += "/"
    return relative + mark + fragment


def contact_target(contact: str) -> str:
    """Return what a contact button leads to: a web page, or a new message."""
    is_email = "@" in contact and "/" not in contact
    return f"mailto:{contact}" if is_email else contact


def _address(path: str) -> str:
    if not path.endswith(_SUFFIX):
        return path
    folder, name = posixpath.split(path.removesuffix(_SUFFIX))
    address = folder if name == _INDEX else posixpath.join(folder, name)
    return f"{address}/" if address else ""
