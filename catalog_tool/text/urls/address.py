"""The strict grammar of web and email addresses that the catalog publishes.

A browser, a parser and a reviewer must all read the same address, so only plain ASCII ``https``
addresses with an ordinary public host name pass, and they are published byte for byte.
Sources: RFC 3986 (characters), RFC 1123 (host names), RFC 6761/2606/8375 (reserved names).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from catalog_tool.text.refusals import Refusal, first_refusal
from catalog_tool.text.urls.international import encode_address, international_fault
from catalog_tool.text.urls.shorteners import FORWARDING, SHORTENER, decode_escapes

ADDRESS_MAX_LENGTH = 500
"""Longest address, in characters; longer ones hide their target and break pages."""

# Last labels of hosts that aren't on the public internet.
_RESERVED_ENDINGS = (
    "alt|arpa|corp|example|home|internal|intranet|invalid|lan|local|localhost|localdomain|mail|"
    "onion|private|test"
)
# Names for any IP address, even in a reader's own network: 10.0.0.1.nip.io is 10.0.0.1.
_NAMES_OF_NUMBERS = (
    r"backname\.io|fuf\.me|ip6\.name|ipv6-literal\.net|lacolhost\.com|local-ip\.co|local-ip\.sh|"
    r"local\.gd|localho\.st|localtest\.me|lvh\.me|nip\.io|sslip\.io|traefik\.me|vcap\.me|xip\.io"
)
# Parameters whose values grant access; a link to a public page needs none of them.
_SECRETS = (
    "access_token|api_?key|auth_?token|client_secret|id_token|j?session_?id|jwt|passwd|password|"
    "php_?sess_?id|pwd|secret|sessid|sig|signature|token|x-amz-signature"
)
_HTTPS = re.compile(r"https://([^/?#]*)")
_WEB_SCHEME = re.compile(r"(?:https?:)?/*", re.IGNORECASE)
_ABOVE = r"(?:[^/?#]*\.)?"
_END = "(?![^/?#])"
_COPY_IT = "Copy the address from your browser's address bar."
_OPEN_IT = "Open the link, and copy the address of the page it leads to."
_PLAIN_EMAIL = "Write one plain email address, for example sales@contoso.com."


def _rows(
    hint: str, *rows: tuple[str, str], rule: str = "malformed-link", is_of_host: bool = False
) -> tuple[Refusal, ...]:
    """Return one refusal for each pattern and reason; the case of a host doesn't matter."""
    return tuple(
        Refusal(pattern, reason, hint, rule, ignores_case=is_of_host, shows_lower=is_of_host)
        for pattern, reason in rows
    )


def _of_characters(hint: str) -> tuple[Refusal, ...]:
    return _rows(
        hint,
        (
            rf"^[\s\S]{{{ADDRESS_MAX_LENGTH + 1}}}",
            f"is longer than {ADDRESS_MAX_LENGTH} characters",
        ),
        (r"\s", "contains a space"),
        ("[^ -~]", "contains a non-ASCII character"),
    )


def _of_host(before: str, end: str, lead: str, hint: str) -> tuple[Refusal, ...]:
    """Return the refusals of a host between two patterns; ``lead`` begins each reason."""
    label = r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?"
    no_ending = rf"[^/?#]*\.(?!(?:[a-z]{{2,}}|xn--[a-z0-9\-]+){end})"
    # Services that name hosts after IP addresses read four numbers in a row as one.
    four_numbers = r"(?:[^/?#]*[.\-])?\d{1,3}(?:[.\-]\d{1,3}){3}[.\-]"
    rows = (
        (rf"(?:[^/?#]{{254}}|(?!(?:{label}\.)*{label}{end}))", "isn't a valid host name"),
        (
            rf"{_ABOVE}(?P<found>{_RESERVED_ENDINGS}){end}",
            "ends in .{found}, which isn't on the public internet",
        ),
        (rf"[^./?#]*{end}", "is a single word, not a public host name"),
        (rf"{no_ending}(?P<found>[a-z]){end}", "ends in .{found}, which isn't a public ending"),
        (rf"{no_ending}[^./?#]*{end}", "is an IP address or ends in a number"),
        (
            rf"(?:{_ABOVE}(?:{_NAMES_OF_NUMBERS}){end}|{four_numbers})",
            "is another name for an IP address",
        ),
    )
    located = ((before + pattern, f"{lead} that {reason}") for pattern, reason in rows)
    return _rows(hint, *located, is_of_host=True)


_WITHOUT_SCHEME = Refusal(
    "^(?!https://)",
    "doesn't start with https://",
    "Write the full address, starting with https://.",
    "insecure-link",
)
_HTTPS_HOST = (
    *_of_characters(_COPY_IT),
    *_rows(
        "Use an https address.",
        (
            r"^(?!https://)(?![Hh][Tt][Tt][Pp])(?![^:]*\.)(?P<found>[A-Za-z][A-Za-z0-9+.\-]*:)",
            "starts with {found}, but only https:// is allowed",
        ),
        rule="insecure-link",
    ),
    _WITHOUT_SCHEME,
    *_rows(
        _COPY_IT,
        ("^https://[^/?#]*@", "has a user name before the host"),
        (rf"^https://[Hh][Tt][Tt][Pp][Ss]?:{_END}", "starts with https:// or http:// twice"),
        ("^https://[^/?#]*:", "has a port or an IP address, but only a host name is allowed"),
    ),
    *_of_host("^https://", _END, "has a host", _COPY_IT),
)
_AFTER_HOST = _rows(
    _COPY_IT,
    (
        r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%]|%(?![0-9A-Fa-f]{2})",
        "contains a character that isn't allowed in an address",
    ),
    (r"(?P<found>%(?:[01][0-9A-Fa-f]|7[Ff]))", "contains a control character ({found})"),
)
# A whole address as the value of a parameter, which servers use for redirects, unless it has the
# same host.
_ONWARD = (
    rf"^https://(?:www\.|(?!www\.))([^/?#]+){_END}.*?[?#&;][^=&;]*=\s*(?:https?:)?[/\\]{{2,}}"
    r"(?!(?:[^/\\?#&;]*\.)?\1(?![^/\\?#&;]))(?P<found>[^/\\?#&;]+)"
)
_CONCEALED = _rows(
    _OPEN_IT,
    (
        rf"^https://{_ABOVE}(?P<found>{SHORTENER}){_END}",
        "goes through {found}, which hides the page that it leads to",
    ),
    (
        rf"^https://(?:www\.)?(?P<found>{_ABOVE}(?:{FORWARDING}))",
        "goes through {found}, which hides the page that it leads to",
    ),
    (_ONWARD, "contains another address, on {found}"),
    rule="concealed-link",
    is_of_host=True,
)
_TELLING = (
    Refusal(
        rf"[?&;](?P<found>{_SECRETS})=[^&;#]",
        "contains what looks like a secret ({found}=)",
        _COPY_IT,
        "malformed-link",
        ignores_case=True,
    ),
    *_rows(_COPY_IT, (":~:", "tells the browser what to highlight on the page (:~:)")),
)

WEB_ADDRESS_REFUSALS = (*_HTTPS_HOST, *_AFTER_HOST, *_CONCEALED, *_TELLING)
"""Refusals of addresses that readers can click, as far as patterns can express them."""

_AMONG_TEXT = r"^[Mm][Aa][Ii][Ll][Tt][Oo]:|<[^<>@\s]+@[^<>@\s]+>"
_NOT_PLAIN = r"^(?!(?=[^@]{1,64}@)[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*@[^@]*\Z)"
EMAIL_ADDRESS_REFUSALS = (
    *_rows(_PLAIN_EMAIL, (_AMONG_TEXT, "contains more than the address")),
    *_of_characters(_PLAIN_EMAIL),
    *_rows(_PLAIN_EMAIL, (_NOT_PLAIN, "isn't a single plain email address")),
    *_of_host("^[^@]*@", r"\Z", "has an email domain", _PLAIN_EMAIL),
)
"""Refusals of email addresses, as far as patterns can express them."""

EMAIL_CONTACT = r"^[^/@]*@[^/]*\Z"
"""Pattern of a contact that is meant as an email address; any other contact is a web address."""


@dataclass(frozen=True, slots=True)
class AddressFault:
    """The reason why an address can't be published.

    Attributes:
        rule: name of the rule that explains it.
        message: what is wrong, starting in lowercase, without the address itself.
        hint: what to write instead.
        suggestion: the address that was probably meant, or ``""``.
    """

    rule: str
    message: str
    hint: str
    suggestion: str = ""


@lru_cache(maxsize=64)  # several rules ask about each address of one entry
def web_address_fault(
    address: str, short_links: frozenset[str] = frozenset()
) -> AddressFault | None:
    """Return why a web address can't be published, or ``None``; ``short_links`` may redirect."""
    return (
        _fault(_HTTPS_HOST, address)
        or _international_fault(host_of(address), "has a host that", _COPY_IT)
        or _fault(_AFTER_HOST, address)
        or _fault(_CONCEALED[host_of(address) in short_links :], decode_escapes(address))
        or _fault(_TELLING, address)
    )


def email_address_fault(address: str) -> AddressFault | None:
    """Return the reason why an email address can't be published, or ``None``."""
    return _fault(EMAIL_ADDRESS_REFUSALS, address) or _international_fault(
        address.rpartition("@")[2], "has an email domain that", _PLAIN_EMAIL
    )


def contact_fault(address: str) -> AddressFault | None:
    """Return the reason why an address can't be published as a contact, or ``None``."""
    is_email = re.search(EMAIL_CONTACT, address)
    return email_address_fault(address) if is_email else web_address_fault(address)


def host_of(address: str) -> str:
    """Return the host of a web address in lowercase without ``www.``, or ``""``."""
    match = _HTTPS.match(address)
    host = match.group(1).lower() if match else ""
    bare = host.removeprefix("www.")
    return bare if "." in bare else host


def _fault(refusals: Iterable[Refusal], address: str) -> AddressFault | None:
    refusal = first_refusal(refusals, address)
    if refusal is None:
        return None
    suggestion = (_with_scheme if refusal is _WITHOUT_SCHEME else _in_ascii)(address)
    return AddressFault(refusal.rule, refusal.reason_against(address), refusal.hint, suggestion)


def _in_ascii(address: str) -> str:
    encoded = encode_address(address)
    return "" if encoded == address or web_address_fault(encoded) else encoded


def _with_scheme(address: str) -> str:
    """Return an address with ``https://`` in front, or ``""`` if it is still invalid."""
    if address.startswith("/") and not address.startswith("//"):
        return ""
    completed = _WEB_SCHEME.sub("https://", address, count=1)
    return "" if web_address_fault(completed) else completed


def _international_fault(host: str, lead: str, hint: str) -> AddressFault | None:
    reason = international_fault(host)
    return AddressFault("malformed-link", f"{lead} {reason}", hint) if reason else None
