"""The strict grammar of web and e-mail addresses that the catalog publishes.

A browser, a parser and a reviewer must all read the same address, so only plain ASCII ``https``
addresses with an ordinary public host name pass, and they are published byte for byte.
Sources: RFC 3986 (characters), RFC 1123 (host names), RFC 6761/2606/8375 (reserved names),
RFC 5891 (international names), Unicode report 39 (names that only look like another).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from catalog_tool.text.urls.shorteners import decoded, forwarder_of

ADDRESS_MAX_LENGTH = 500
"""Longest address in characters: long ones hide their target and break pages."""

RESERVED_ENDINGS = frozenset(
    "alt arpa corp example home internal intranet invalid lan local localhost localdomain mail "
    "onion private test".split()
)
"""Last labels of hosts that are not on the public internet."""

NAMES_OF_NUMBERS = frozenset(
    "backname.io fuf.me ip6.name ipv6-literal.net lacolhost.com local-ip.co local-ip.sh local.gd "
    "localho.st localtest.me lvh.me nip.io sslip.io traefik.me vcap.me xip.io".split()
)
"""Names for any IP address, that of a reader's own network too: 10.0.0.1.nip.io is 10.0.0.1."""

SECRETS = (
    *("access_token", "api_?key", "auth_?token", "client_secret", "id_token", "j?session_?id"),
    *("jwt", "passwd", "password", "php_?sess_?id", "pwd", "secret", "sessid", "sig", "signature"),
    *("token", "x-amz-signature"),
)
"""Parameters whose values let somebody in; a link to a public page needs none of them."""

# Four numbers in a row are an address to the services that name hosts after one.
_NUMBER_IN_NAME = re.compile(r"(?:\A|[.\-])\d{1,3}(?:[.\-]\d{1,3}){3}[.\-]")
_SPACE = re.compile(r"\s")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_WEB_SCHEME = re.compile(r"(?:https?:)?/*", re.IGNORECASE)
_HTTPS = re.compile(r"https://([^/?#]*)(.*)\Z", re.DOTALL)
_REST = re.compile(r"(?:[/?#](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*)?\Z")
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\Z", re.IGNORECASE)
_TOP_LABEL = re.compile(r"(?:[a-z]{2,63}|xn--[a-z0-9\-]+)\Z", re.IGNORECASE)
_SECRET = re.compile(rf"[?&;](?P<name>{'|'.join(SECRETS)})=[^&;#]", re.IGNORECASE)
# A whole address as the value of a parameter, where servers look for the page to go on to.
_ONWARD = re.compile(r"[?#&;][^=&;]*=\s*(?:https?:)?[/\\]{2,}([^/\\?#&;]+)", re.IGNORECASE)
_FRAGMENT_DIRECTIVE = ":~:"
_OPEN_IT = "Open it, and copy the address of the page."
_LOCAL_PART = re.compile(r"[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*\Z")
_LOCAL_PART_MAX_LENGTH = 64
_HOST_MAX_LENGTH = 253
# Scripts that are written together in one word; any other mixture imitates another name.
_SCRIPTS_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
# Cyrillic and Greek letters that nobody tells from Latin ones.
_LATIN_LOOKING = frozenset("аеорсухіјѕһԁԛԝӏορνι")


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
    if control := _ENCODED_CONTROL.search(rest):
        return _malformed(f"holds a control character ({control.group()})")
    return _concealment_fault(authority, rest)


def _concealment_fault(host: str, rest: str) -> AddressFault | None:
    """Judge what a reviewer cannot see: a forwarder's target, a secret, an order."""
    if service := forwarder_of(host, rest):
        message = f"leads through {service}, which hides where it ends"
        return AddressFault("concealed-link", message, _OPEN_IT)
    if onward := _onward_host(host, rest):
        return AddressFault("concealed-link", f"carries another address, of {onward}", _OPEN_IT)
    if secret := _SECRET.search(rest):
        return _malformed(f"carries what looks like a secret ({secret['name']}=)")
    if _FRAGMENT_DIRECTIVE in rest:
        return _malformed(f"tells the browser what to mark on the page ({_FRAGMENT_DIRECTIVE})")
    return None


def _onward_host(host: str, rest: str) -> str:
    """Return the host of an address in the query or behind it, unless it is of the same name."""
    hosts = (found[1].lower() for found in _ONWARD.finditer(decoded(rest)))
    own = host.lower().removeprefix("www.")
    return next((each for each in hosts if not f".{each}".endswith(f".{own}")), "")


def email_address_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as an e-mail address, or ``None``."""
    hint = "Write one plain e-mail address, for example sales@contoso.com."
    if fault := _character_fault(address):
        return replace(fault, hint=hint)
    local, _, host = address.rpartition("@")
    if len(local) > _LOCAL_PART_MAX_LENGTH or not _LOCAL_PART.match(local):
        return AddressFault("malformed-link", "is not one plain e-mail address", hint)
    if reason := _host_fault(host):
        return AddressFault("malformed-link", f"has an e-mail domain that {reason}", hint)
    return None


def contact_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as a contact, or ``None``."""
    is_email = "@" in address and "/" not in address
    return email_address_fault(address) if is_email else web_address_fault(address)


def host_of(address: str) -> str:
    """Return the host of a web address, lower case, without ``www.``; ``""`` if it has none."""
    match = _HTTPS.match(address)
    host = match.group(1).lower() if match else ""
    bare = host.removeprefix("www.")
    return bare if "." in bare else host


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
    if scheme and not _looks_like_host(address) and not scheme.group().lower().startswith("http"):
        reason = f"uses {scheme.group()} where only https:// is published"
        return _insecure(reason, "Give an https address.")
    is_path = address.startswith("/") and not address.startswith("//")
    return _insecure(
        "does not start with https://",
        "Write the whole address, starting with https://.",
        "" if is_path else _WEB_SCHEME.sub("https://", address, count=1),
    )


def _insecure(message: str, hint: str, suggestion: str = "") -> AddressFault:
    usable = bool(suggestion) and web_address_fault(suggestion) is None
    return AddressFault("insecure-link", message, hint, suggestion if usable else "")


def _looks_like_host(address: str) -> bool:
    return "." in address.partition(":")[0]


def _authority_fault(authority: str) -> AddressFault | None:
    if "@" in authority:
        return _malformed("has a user name before the host")
    if authority.lower() in {"http:", "https:"}:
        return _malformed("says twice how it begins")
    if ":" in authority:
        return _malformed("names a port or an IP address; only plain host names are published")
    if reason := _host_fault(authority):
        return _malformed(f"has a host that {reason}")
    return None


def _host_fault(host: str) -> str:
    labels = host.split(".")
    if not host or len(host) > _HOST_MAX_LENGTH or not all(map(_LABEL.match, labels)):
        return "is not a valid host name"
    if labels[-1].lower() in RESERVED_ENDINGS:
        return f"ends in .{labels[-1].lower()}, which is reserved and reaches nobody"
    if len(labels) == 1:
        return "is a single word, not a public host name"
    if not _TOP_LABEL.match(labels[-1]):
        is_number = not labels[-1].isalpha()
        return "is an IP address or ends in a number" if is_number else _no_ending(labels[-1])
    is_of_numbers = ".".join(labels[-2:]).lower() in NAMES_OF_NUMBERS
    if is_of_numbers or _NUMBER_IN_NAME.search(host):
        return "stands for an IP address"
    return _international_fault(labels)


def _no_ending(label: str) -> str:
    return f"ends in .{label}, which no public host name does"


def _international_fault(labels: list[str]) -> str:
    encoded = [label for label in labels if label[2:4] == "--"]
    if not encoded:
        return ""
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        shown = [idna.decode(label, strict=True) for label in encoded]
    except idna.IDNAError:
        return "is not a valid international (xn--) name"
    if not all(map(_is_one_script, shown)):
        return "mixes letters of several scripts"
    if labels[-1] not in encoded and any(map(_imitates_latin, shown)):
        return "is spelled in letters that only look Latin"
    return ""


def _is_one_script(label: str) -> bool:
    """Whether a name is in one script, by the first word of its letters' Unicode names."""
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in label if char.isalpha()}
    return len(scripts) <= 1 or any(map(scripts.issubset, _SCRIPTS_WRITTEN_TOGETHER))


def _imitates_latin(label: str) -> bool:
    """Whether all letters of a name look like Latin ones: ``аррӏе`` is all Cyrillic."""
    letters = {char for char in label if char.isalpha()}
    return bool(letters) and letters <= _LATIN_LOOKING


def _malformed(message: str) -> AddressFault:
    return AddressFault(
        "malformed-link", message, "Copy the address from the browser's address bar."
    )
