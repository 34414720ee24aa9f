"""The target of a request, which is validated before the first request and at each redirect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import idna

from catalog_tool.text.urls.address import web_address_fault

TARGET_MAX_LENGTH = 4_096
"""The longest address that is followed, in characters: servers refuse longer ones."""

_HTTPS_PORT = 443
# Characters that browsers read differently than programs do, or ignore.
_AMBIGUOUS = re.compile(r"[\x00-\x1f\x7f\\]")
# Browsers ignore all but two slashes before a host; programs read what follows as a path.
_DOUBTFUL_START = re.compile(r"\s*(?:https:)?/{3}", re.IGNORECASE)
_UNREADABLE = "an ambiguous or overlong address"
_NO_ADDRESS = "an invalid address"
_NO_PUBLIC_NAME = "a host without a public name"
_KEPT = "!$%&'()*+,/:;=?@[]~"


class UnsafeTargetError(Exception):
    """An address is not safe for readers; the message names the target in a few words."""


@dataclass(frozen=True, slots=True)
class Target:
    """One address to open.

    Attributes:
        host: its host, in ASCII and lowercase.
        path: its path and query, in ASCII, with a slash at the start.
    """

    host: str
    path: str

    @property
    def address(self) -> str:
        """The address as one text."""
        return f"https://{self.host}{self.path}"


def target_of(address: str) -> Target:
    """Return the target of an address.

    Raises:
        UnsafeTargetError: the address is not safe for readers.
    """
    if _AMBIGUOUS.search(address) or len(address) > TARGET_MAX_LENGTH:
        raise UnsafeTargetError(_UNREADABLE)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise UnsafeTargetError(_NO_ADDRESS) from None
    if parts.scheme != "https":
        raise UnsafeTargetError(f"an address that doesn't start with https:// ({_start(address)})")
    if "@" in parts.netloc or port not in {None, _HTTPS_PORT}:
        raise UnsafeTargetError("an address with a user name or a port")
    query = f"?{parts.query}" if parts.query else ""
    path = quote(f"{parts.path or '/'}{query}", safe=_KEPT)
    target = Target(_host(parts.hostname or ""), path)
    # Checked again, because encoding makes up to twelve characters of a letter.
    if len(target.address) > TARGET_MAX_LENGTH:
        raise UnsafeTargetError(_UNREADABLE)
    return target


def redirect_target(target: Target, location: str) -> Target:
    """Return the target of a redirect.

    Args:
        target: the target that redirects.
        location: the address from the response, absolute or relative.

    Raises:
        UnsafeTargetError: the address is not safe for readers.
    """
    return target_of(join(target.address, location))


def join(base: str, address: str) -> str:
    """Return an absolute or relative address, seen from another one.

    Raises:
        UnsafeTargetError: browsers and programs could read the address differently.
    """
    # Checked first, because joining drops some of these characters.
    if _AMBIGUOUS.search(address) or _DOUBTFUL_START.match(address):
        raise UnsafeTargetError(_UNREADABLE)
    try:
        return urljoin(base, address)
    except ValueError:
        raise UnsafeTargetError(_NO_ADDRESS) from None


def _host(host: str) -> str:
    """Return a host in ASCII, if the grammar of addresses allows it."""
    name = host if host.isascii() else _encode(host)
    # A URL shortener is safe here, because its redirect is followed.
    fault = web_address_fault(f"https://{name}/")
    if fault and fault.rule != "concealed-link":
        raise UnsafeTargetError(_NO_PUBLIC_NAME)
    return name


def _encode(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        raise UnsafeTargetError(_NO_PUBLIC_NAME) from None


def _start(address: str) -> str:
    scheme, colon, _ = address.partition(":")
    return f"{scheme[:20]}{colon}"
