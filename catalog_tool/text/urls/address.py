"""The strict grammar of web and e-mail addresses that the catalog publishes.

A browser, a parser and a reviewer must all read the same address, so only plain ASCII ``https``
addresses with an ordinary public host name pass, and they are published byte for byte.
Sources: RFC 3986 (characters), RFC 1123 (host names), RFC 6761/2606/8375 (reserved names).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from catalog_tool.text.refusals import Refusal, first_refusal
from catalog_tool.text.urls.international import international_fault
from catalog_tool.text.urls.shorteners import FORWARDING, SHORTENER, decode_escapes

ADDRESS_MAX_LENGTH = 500
"""Longest address in characters: long ones hide their target and break pages."""

# Last labels of hosts that are not on the public internet.
_RESERVED_ENDINGS = (
    "alt|arpa|corp|example|home|internal|intranet|invalid|lan|local|localhost|localdomain|mail|"
    "onion|private|test"
)
# Names for any IP address, that of a reader's own network too: 10.0.0.1.nip.io is 10.0.0.1.
_NAMES_OF_NUMBERS = (
    r"backname\.io|fuf\.me|ip6\.name|ipv6-literal\.net|lacolhost\.com|local-ip\.co|local-ip\.sh|"
    r"local\.gd|localho\.st|localtest\.me|lvh\.me|nip\.io|sslip\.io|traefik\.me|vcap\.me|xip\.io"
)
# Parameters whose values let somebody in; a link to a public page needs none of them.
_SECRETS = (
    "access_token|api_?key|auth_?token|client_secret|id_token|j?session_?id|jwt|passwd|password|"
    "php_?sess_?id|pwd|secret|sessid|sig|signature|token|x-amz-signature"
)
_HTTPS = re.compile(r"https://([^/?#]*)")
_WEB_SCHEME = re.compile(r"(?:https?:)?/*", re.IGNORECASE)
_ABOVE = r"(?:[^/?#]*\.)?"
_END = "(?![^/?#])"
_COPY_IT = "Copy the address from the browser's address bar."
_OPEN_IT = "Open it, and copy the address of the page."
_PLAIN_EMAIL = "Write one plain e-mail address, for example sales@contoso.com."


def _rows(
    hint: str, *rows: tuple[str, str], rule: str = "malformed-link", is_of_host: bool = False
) -> tuple[Refusal, ...]:
    """Return refusals that give the same hint.

    Args:
        hint: what to write instead.
        rows: pattern and reason of each.
        rule: the rule that explains them.
        is_of_host: whether they judge the host, in which case makes no difference.
    """
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
        ("[^ -~]", "contains a character outside plain ASCII"),
    )


def _of_host(before: str, end: str, lead: str, hint: str) -> tuple[Refusal, ...]:
    """Return what a host must not be, with its place in an address and how the reason begins."""
    label = r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?"
    no_ending = rf"[^/?#]*\.(?!(?:[a-z]{{2,}}|xn--[a-z0-9\-]+){end})"
    # Four numbers in a row are an address to the services that name hosts after one.
    four_numbers = r"(?:[^/?#]*[.\-])?\d{1,3}(?:[.\-]\d{1,3}){3}[.\-]"
    rows = (
        (rf"(?:[^/?#]{{254}}|(?!(?:{label}\.)*{label}{end}))", "is not a valid host name"),
        (
            rf"{_ABOVE}(?P<found>{_RESERVED_ENDINGS}){end}",
            "ends in .{found}, which is reserved and reaches nobody",
        ),
        (rf"[^./?#]*{end}", "is a single word, not a public host name"),
        (rf"{no_ending}(?P<found>[a-z]){end}", "ends in .{found}, which no public host name does"),
        (rf"{no_ending}[^./?#]*{end}", "is an IP address or ends in a number"),
        (rf"(?:{_ABOVE}(?:{_NAMES_OF_NUMBERS}){end}|{four_numbers})", "stands for an IP address"),
    )
    located = ((before + pattern, f"{lead} that {reason}") for pattern, reason in rows)
    return _rows(hint, *located, is_of_host=True)


_WITHOUT_SCHEME = Refusal(
    "^(?!https://)",
    "does not start with https://",
    "Write the whole address, starting with https://.",
    "insecure-link",
)
_HTTPS_HOST = (
    *_of_characters(_COPY_IT),
    *_rows(
        "Give an https address.",
        (
            r"^(?!https://)(?![Hh][Tt][Tt][Pp])(?![^:]*\.)(?P<found>[A-Za-z][A-Za-z0-9+.\-]*:)",
            "uses {found} where only https:// is published",
        ),
        rule="insecure-link",
    ),
    _WITHOUT_SCHEME,
    *_rows(
        _COPY_IT,
        ("^https://[^/?#]*@", "has a user name before the host"),
        (rf"^https://[Hh][Tt][Tt][Pp][Ss]?:{_END}", "says twice how it begins"),
        ("^https://[^/?#]*:", "names a port or an IP address; only plain host names are published"),
    ),
    *_of_host("^https://", _END, "has a host", _COPY_IT),
)
_AFTER_HOST = _rows(
    _COPY_IT,
    (
        r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%]|%(?![0-9A-Fa-f]{2})",
        "has a character after the host that an address cannot contain",
    ),
    (r"(?P<found>%(?:[01][0-9A-Fa-f]|7[Ff]))", "holds a control character ({found})"),
)
# A whole address as the value of a parameter, where servers look for the page to go on to, unless
# it is of the same name.
_ONWARD = (
    rf"^https://(?:www\.|(?!www\.))([^/?#]+){_END}.*?[?#&;][^=&;]*=\s*(?:https?:)?[/\\]{{2,}}"
    r"(?!(?:[^/\\?#&;]*\.)?\1(?![^/\\?#&;]))(?P<found>[^/\\?#&;]+)"
)
_CONCEALED = _rows(
    _OPEN_IT,
    (
        rf"^https://{_ABOVE}(?P<found>{SHORTENER}){_END}",
        "leads through {found}, which hides where it ends",
    ),
    (
        rf"^https://(?:www\.)?(?P<found>{_ABOVE}(?:{FORWARDING}))",
        "leads through {found}, which hides where it ends",
    ),
    (
        _ONWARD,
        "carries another address, of {found}",
    ),
    rule="concealed-link",
    is_of_host=True,
)
_TELLING = (
    Refusal(
        rf"[?&;](?P<found>{_SECRETS})=[^&;#]",
        "carries what looks like a secret ({found}=)",
        _COPY_IT,
        "malformed-link",
        ignores_case=True,
    ),
    *_rows(_COPY_IT, (":~:", "tells the browser what to mark on the page (:~:)")),
)

WEB_ADDRESS_REFUSALS = (*_HTTPS_HOST, *_AFTER_HOST, *_CONCEALED, *_TELLING)
"""What an address that readers can click must not be, as far as patterns say it."""

EMAIL_ADDRESS_REFUSALS = (
    *_of_characters(_PLAIN_EMAIL),
    *_rows(
        _PLAIN_EMAIL,
        (
            r"^(?!(?=[^@]{1,64}@)[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*@[^@]*\Z)",
            "is not one plain e-mail address",
        ),
    ),
    *_of_host("^[^@]*@", r"\Z", "has an e-mail domain", _PLAIN_EMAIL),
)
"""What an e-mail address must not be, as far as patterns say it."""

EMAIL_CONTACT = r"^[^/@]*@[^/]*\Z"
"""Pattern of a contact that is meant as an e-mail address; any other is a web address."""


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
    return (
        _fault(_HTTPS_HOST, address)
        or _international_fault(host_of(address), "has a host that", _COPY_IT)
        or _fault(_AFTER_HOST, address)
        or _fault(_CONCEALED, decode_escapes(address))
        or _fault(_TELLING, address)
    )


def email_address_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as an e-mail address, or ``None``."""
    host = address.rpartition("@")[2]
    return _fault(EMAIL_ADDRESS_REFUSALS, address) or _international_fault(
        host, "has an e-mail domain that", _PLAIN_EMAIL
    )


def contact_fault(address: str) -> AddressFault | None:
    """Return what keeps ``address`` from being published as a contact, or ``None``."""
    is_email = re.search(EMAIL_CONTACT, address)
    return email_address_fault(address) if is_email else web_address_fault(address)


def host_of(address: str) -> str:
    """Return the host of a web address, lower case, without ``www.``; ``""`` if it has none."""
    match = _HTTPS.match(address)
    host = match.group(1).lower() if match else ""
    bare = host.removeprefix("www.")
    return bare if "." in bare else host


def _fault(refusals: Iterable[Refusal], address: str) -> AddressFault | None:
    refusal = first_refusal(refusals, address)
    if refusal is None:
        return None
    suggestion = _with_scheme(address) if refusal is _WITHOUT_SCHEME else ""
    return AddressFault(refusal.rule, refusal.reason_against(address), refusal.hint, suggestion)


def _with_scheme(address: str) -> str:
    """Return an address with the scheme that it should have, or ``""`` if that is not enough."""
    if address.startswith("/") and not address.startswith("//"):
        return ""
    completed = _WEB_SCHEME.sub("https://", address, count=1)
    return "" if web_address_fault(completed) else completed


def _international_fault(host: str, lead: str, hint: str) -> AddressFault | None:
    reason = international_fault(host)
    return AddressFault("malformed-link", f"{lead} {reason}", hint) if reason else None
