"""The registered domain of a host: the part of its name that one organization owns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalog_tool.text.urls.address import host_of

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def registrable_domain(host: str) -> str:
    """Return the registrable domain of a host according to the Public Suffix List.

    In this list, domains in which customers register names, such as ``github.io``, are suffixes
    too.

    >>> registrable_domain("www.contoso.co.uk")
    'contoso.co.uk'

    Returns:
        The domain; the host itself if it is a suffix.
    """
    return _list().privatesuffix(host) or host


def is_domain(host: str) -> bool:
    """Return whether a host is in a domain that can be registered.

    >>> is_domain("www.contoso.co.uk"), is_domain("node.js"), is_domain("co.uk")
    (True, False, False)
    """
    return _list().privatesuffix(host, accept_unknown=False) is not None


def domain_of(address: str) -> str:
    """Return the registrable domain of a web address or an email address, or ``""``.

    >>> domain_of("https://www.contoso.com/contact"), domain_of("sales@mail.contoso.com")
    ('contoso.com', 'contoso.com')
    """
    host = host_of(address) or address.rpartition("@")[2].lower()
    return registrable_domain(host) if host else ""


@cache
def _list() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - a third of a megabyte

    # The list comes with the package; nothing is downloaded.
    return PublicSuffixList()
