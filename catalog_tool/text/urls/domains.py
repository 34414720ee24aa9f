"""Who registered a host: the part of its name that one organisation bought."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def registrable_domain(host: str) -> str:
    """Return the registrable domain of a host by the Public Suffix List.

    The list counts places where customers register names, such as ``github.io``, as suffixes too.

    >>> registrable_domain("www.contoso.co.uk")
    'contoso.co.uk'

    Returns:
        The domain; the host itself where it is a suffix.
    """
    return _list().privatesuffix(host) or host


@cache
def _list() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - a third of a megabyte

    # The list is the one that the package brings: nothing is downloaded.
    return PublicSuffixList()
