"""Hosts that forward to an address which they do not show.

The list names public services that anybody can use, by their current main domains; a service that
is not on it is for the reviewer to notice. Forwarders that one company keeps for its own pages,
such as ``aka.ms``, are on it too: their targets change without a pull request. So are the addresses
that mail programs, search pages and social networks put in the place of a link: people copy them
without noticing, and they lead wherever their query says.
"""

from __future__ import annotations

_SHORTENERS = frozenset(
    "adf.ly aka.ms amzn.to anonym.to bit.ly bitly.com bl.ink buff.ly cutt.ly db.tt dlvr.it geni.us "
    "git.io goo.gl goo.su href.li hubs.ly ibm.co is.gd j.mp lnkd.in mcaf.ee ow.ly qr.ae rb.gy "
    "rebrand.ly s.id short.io shorturl.at sl.ink slack-redir.net snip.ly soo.gd t.co t.ly tiny.cc "
    "tiny.one tinyurl.com tr.im translate.goog trib.al u.to urldefense.com v.gd vu.fr w.wiki wp.me "
    "x.co".split()
)
# Hosts of which only these paths forward; a dot in front stands for any host below.
_FORWARDING_PATHS = (
    ("bing.com", "/ck/"),
    ("google.com", "/url?"),
    ("l.facebook.com", "/l.php"),
    ("l.instagram.com", "/"),
    ("linkedin.com", "/redir"),
    ("linkedin.com", "/safety/go"),
    ("out.reddit.com", "/"),
    (".safelinks.protection.outlook.com", "/"),
    ("urldefense.proofpoint.com", "/"),
    ("youtube.com", "/redirect"),
)


def forwarders() -> tuple[str, ...]:
    """Return all services for a page to know: a host, or a host and the path that forwards."""
    return (*sorted(_SHORTENERS), *(f"{host}{path}" for host, path in _FORWARDING_PATHS))


def forwarder_of(host: str, rest: str = "") -> str:
    """Return the service that forwards an address, or ``""`` if none does that we know of.

    Args:
        host: the host of the address.
        rest: what follows the host.

    >>> forwarder_of("www.Bit.ly"), forwarder_of("orbit.ly")
    ('bit.ly', '')
    >>> forwarder_of("www.google.com", "/url?q=https://contoso.com")
    'google.com'
    """
    name = host.lower().removeprefix("www.")
    service = ".".join(name.split(".")[-2:])
    if service in _SHORTENERS:
        return service
    for forwarder, path in _FORWARDING_PATHS:
        is_host = name.endswith(forwarder) if forwarder[0] == "." else name == forwarder
        if is_host and rest.lower().startswith(path):
            return forwarder.removeprefix(".")
    return ""
