"""Where a request goes: judged before the first one, and again at each redirect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import idna

from catalog_tool.text.urls.address import web_address_fault

TARGET_MAX_LENGTH = 4_096
"""Longest address that is followed, in characters: servers refuse more."""

_HTTPS_PORT = 443
# What browsers read in another way than programs do, or not at all.
_AMBIGUOUS = re.compile(r"[\x00-\x1f\x7f\\]")
# Browsers drop all slashes but two before a host; programs take what follows for a path.
_DOUBTFUL_START = re.compile(r"\s*(?:https:)?/{3}", re.IGNORECASE)
_UNREADABLE = "an address that cannot be read in one way"
_NO_ADDRESS = "an address that is none"
_NO_PUBLIC_NAME = "a host that is not a public name"
_KEPT = "!$%&'()*+,/:;=?@[]~"


class UnsafeTargetError(Exception):
    """An address leads where no reader should be sent; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Target:
    """One address to open.

    Attributes:
        host: its host, in ASCII and lower case.
        path: what to ask the host for: path and query, ASCII, beginning with a slash.
    """

    host: str
    path: str

    @property
    def address(self) -> str:
        """The address as one text."""
        return f"https://{self.host}{self.path}"


def target_of(address: str) -> Target:
    """Return where an address leads.

    Raises:
        UnsafeTargetError: nobody should be sent there.
    """
    if _AMBIGUOUS.search(address) or len(address) > TARGET_MAX_LENGTH:
        raise UnsafeTargetError(_UNREADABLE)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise UnsafeTargetError(_NO_ADDRESS) from None
    if parts.scheme != "https":
        raise UnsafeTargetError(f"an address that does not begin with https:// ({_start(address)})")
    if "@" in parts.netloc or port not in {None, _HTTPS_PORT}:
        raise UnsafeTargetError("an address with a user name or a port")
    query = f"?{parts.query}" if parts.query else ""
    path = quote(f"{parts.path or '/'}{query}", safe=_KEPT)
    target = Target(_host(parts.hostname or ""), path)
    # Once more: a letter becomes up to twelve characters.
    if len(target.address) > TARGET_MAX_LENGTH:
        raise UnsafeTargetError(_UNREADABLE)
    return target


def redirected(target: Target, location: str) -> Target:
    """Return where a target sends whoever asks for it.

    Args:
        target: who sends.
        location: the address as it was sent, whole or relative.

    Raises:
        UnsafeTargetError: nobody should be sent there.
    """
    # Joining drops some of the characters that nobody may hide here.
    if _AMBIGUOUS.search(location) or _DOUBTFUL_START.match(location):
        raise UnsafeTargetError(_UNREADABLE)
    try:
        whole = urljoin(target.address, location)
    except ValueError:
        raise UnsafeTargetError(_NO_ADDRESS) from None
    return target_of(whole)


def _host(host: str) -> str:
    """Return a host as the one grammar of addresses lets it pass."""
    name = host if host.isascii() else _encoded(host)
    # A service that shortens addresses is no danger to one who follows it to the end.
    fault = web_address_fault(f"https://{name}/")
    if fault and fault.rule != "concealed-link":
        raise UnsafeTargetError(_NO_PUBLIC_NAME)
    return name


def _encoded(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        raise UnsafeTargetError(_NO_PUBLIC_NAME) from None


def _start(address: str) -> str:
    scheme, colon, _ = address.partition(":")
    return f"{scheme[:20]}{colon}"
