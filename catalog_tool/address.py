"""The strict grammar of web and e-mail addresses that the catalog publishes.

A browser, a parser and a reviewer must all read the same address, so only plain ASCII ``https``
addresses with an ordinary public host name pass, and they are published byte for byte.
Sources: RFC 3986 (characters), RFC 1123 (host names), RFC 6761/2606/8375 (reserved names).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ADDRESS_MAX_LENGTH = 500
"""Longest address in characters: long ones hide their target and break pages."""

_RESERVED_ENDINGS = frozenset(
    "alt arpa corp example home internal intranet invalid lan local localhost localdomain mail "
    "onion private test".split()
)
_SPACE = re.compile(r"\s")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_HTTPS = re.compile(r"https://([^/?#]*)(.*)\Z", re.DOTALL)
_REST = re.compile(r"(?:[/?#](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*)?\Z")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\Z", re.IGNORECASE)
_TOP_LABEL = re.compile(r"(?:[a-z]{2,63}|xn--[a-z0-9\-]+)\Z", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*\Z")
_LOCAL_PART_MAX_LENGTH = 64
_HOST_MAX_LENGTH = 253


@dataclass(frozen=True, slots=True)
class AddressFault:
    """Why an address cannot be published.

    Attributes:
        rule: name of the rule that explains it.
        message: what is wrong, starting in lower case, without the address itself.
        hint: what to write instead.
        suggestion: the address as it probably should be, or ``""``.
    """

    rule: str
    message: str
    hint: str
    suggestion: str = ""


def web_address_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as a link, or ``None`` if nothing does."""
    if fault := _character_fault(address):
        return fault
    match = _HTTPS.match(address)
    if not match:
        return _scheme_fault(address)
    authority, rest = match.groups()
    if fault := _authority_fault(authority):
        return fault
    if not _REST.match(rest):
        return _malformed("has a character after the host that an address cannot contain")
    return None


def email_address_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as an e-mail address, or ``None``."""
    if fault := _character_fault(address):
        return fault
    local, _, host = address.rpartition("@")
    hint = "Write one plain e-mail address, for example sales@contoso.com."
    if len(local) > _LOCAL_PART_MAX_LENGTH or not _LOCAL_PART.match(local):
        return AddressFault("malformed-link", "is not one plain e-mail address", hint)
    if fault := _host_fault(host):
        return AddressFault("malformed-link", f"has an e-mail domain that {fault}", hint)
    return None


def host_of(address: str) -> str:
    """Return the host of a web address, lower case, without ``www.``; ``""`` if it has none."""
    match = _HTTPS.match(address)
    return match.group(1).lower().removeprefix("www.") if match else ""


def _character_fault(address: str) -> AddressFault | None:
    if len(address) > ADDRESS_MAX_LENGTH:
        return _malformed(f"is longer than {ADDRESS_MAX_LENGTH} characters")
    if _SPACE.search(address):
        return _malformed("contains a space")
    if not address.isascii() or not address.isprintable():
        return _malformed("contains a character outside plain ASCII")
    return None


def _scheme_fault(address: str) -> AddressFault:
    scheme = _SCHEME.match(address)
    if address[:7].lower() == "http://" or address[:8].lower() == "https://":
        secure = "https://" + address.split("://", 1)[1]
        return _insecure("does not start with https://", "Use the https address.", secure)
    if scheme and not _looks_like_host(address):
        reason = f"uses {scheme.group(1)}: where only https:// is published"
        return _insecure(reason, "Give an https address.")
    return _insecure(
        "does not start with https://",
        "Write the whole address, starting with https://.",
        f"https://{address.lstrip('/')}",
    )


def _insecure(message: str, hint: str, suggestion: str = "") -> AddressFault:
    usable = bool(suggestion) and web_address_fault(suggestion) is None
    return AddressFault("insecure-link", message, hint, suggestion if usable else "")


def _looks_like_host(address: str) -> bool:
    return "." in address.partition(":")[0]


def _authority_fault(authority: str) -> AddressFault | None:
    if "@" in authority:
        return _malformed("has a user name before the host")
    if ":" in authority:
        return _malformed("names a port or an IP address; only plain host names are published")
    if reason := _host_fault(authority):
        return _malformed(f"has a host that {reason}")
    return None


def _host_fault(host: str) -> str:
    labels = host.split(".")
    if not host or len(host) > _HOST_MAX_LENGTH or not all(map(_LABEL.match, labels)):
        return "is not a valid host name"
    if labels[-1].lower() in _RESERVED_ENDINGS:
        return f"ends in .{labels[-1].lower()}, which is reserved and reaches nobody"
    if len(labels) == 1:
        return "is a single word, not a public host name"
    if not _TOP_LABEL.match(labels[-1]):
        return "is an IP address or ends in a number"
    return _international_fault(labels)


def _international_fault(labels: list[str]) -> str:
    encoded = [label for label in labels if label[2:4] == "--"]
    if not encoded:
        return ""
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        for label in encoded:
            idna.decode(label, strict=True)
    except idna.IDNAError:
        return "is not a valid international (xn--) name"
    return ""


def _malformed(message: str) -> AddressFault:
    return AddressFault(
        "malformed-link", message, "Copy the address from the browser's address bar."
    )
