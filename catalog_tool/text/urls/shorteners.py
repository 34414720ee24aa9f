"""Hosts that forward to an address which they do not show.

The list names public services that anybody can use, by their current main domains; a service that
is not on it is for the reviewer to notice. Forwarders that one company keeps for its own pages,
such as ``aka.ms``, are on it too: their targets change without a pull request. So are the addresses
that mail programs, search pages and social networks put in the place of a link: people copy them
without noticing, and they lead wherever their query says.
"""

from __future__ import annotations

import re

_SHORTENERS = frozenset(
    "adf.ly aka.ms amzn.to anonym.to app.link bc.vc bit.ly bitly.com bitly.ws bl.ink buff.ly "
    "clck.ru cutt.ly db.tt dlvr.it dub.co dub.sh dwz.cn fb.me g.co geni.us git.io goo.gl goo.gle "
    "goo.su href.li hubs.ly ibm.co is.gd j.mp linkd.in lnkd.in mcaf.ee msft.it onelink.to ouo.io "
    "ow.ly page.link qr.ae qrco.de rb.gy rebrand.ly s.id shor.by short.io shorturl.asia "
    "shorturl.at shrtco.de sl.ink slack-redir.net snip.ly soo.gd t.cn t.co t.ly tiny.cc tiny.one "
    "tinyurl.com tr.im translate.goog trib.al u.to url.cn urldefense.com urldefense.us v.gd vk.cc "
    "vu.fr w.wiki wp.me x.co".split()
)
# Hosts of which, and below which, only these paths forward; one that ends in a full stop has any
# ending: google.de, google.co.uk.
_FORWARDING_PATHS = (
    ("baidu.com", "/link"),
    ("bing.com", "/ck"),
    ("clicktime.symantec.com", "/"),
    ("cudasvc.com", "/url"),
    ("doubleclick.net", "/"),
    ("duckduckgo.com", "/l"),
    ("facebook.com", "/l.php"),
    ("google.", "/amp"),
    ("google.", "/url"),
    ("googleadservices.com", "/"),
    ("l.instagram.com", "/"),
    ("linkedin.com", "/redir"),
    ("linkedin.com", "/redirect"),
    ("linkedin.com", "/safety/go"),
    ("list-manage.com", "/track"),
    ("mandrillapp.com", "/track"),
    ("mimecast.com", "/s"),
    ("out.reddit.com", "/"),
    ("safelinks.protection.outlook.com", "/"),
    ("secure-web.cisco.com", "/"),
    ("sendgrid.net", "/ls"),
    ("steamcommunity.com", "/linkfilter"),
    ("t.umblr.com", "/"),
    ("urldefense.proofpoint.com", "/"),
    ("vk.com", "/away.php"),
    ("youtube.com", "/redirect"),
)
_PARTS_OF_COUNTRY = 2
_ENCODED = re.compile("%([2-7][0-9A-Fa-f])")
_SLASHES = re.compile("/+")


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
    >>> forwarder_of("www.google.de", "/url?q=https://contoso.com")
    'google.de'
    """
    name = host.lower().removeprefix("www.")
    service = ".".join(name.split(".")[-2:])
    if service in _SHORTENERS:
        return service
    path = _SLASHES.sub("/", decoded(rest).lower())
    is_forwarded = any(
        _is_of(name, forwarder) and _begins(path, start) for forwarder, start in _FORWARDING_PATHS
    )
    return name if is_forwarded else ""


def decoded(rest: str) -> str:
    """Return what follows a host as a server reads it, written plainly; of ASCII only.

    Twice, because a server that forwards decodes what it has decoded.
    """
    once = _ENCODED.sub(_plain, rest) if "%" in rest else rest
    return _ENCODED.sub(_plain, once) if "%" in once else once


def _plain(encoded: re.Match[str]) -> str:
    return chr(int(encoded[1], 16))


def _is_of(name: str, forwarder: str) -> bool:
    """Whether a host is that of a service, or below it."""
    if not forwarder.endswith("."):
        return f".{name}".endswith(f".{forwarder}")
    _, found, ending = f".{name}".rpartition(f".{forwarder}")
    return bool(found) and ending.count(".") < _PARTS_OF_COUNTRY


def _begins(path: str, start: str) -> bool:
    """Whether a path is one that forwards: ``/url?q=`` and ``/url/`` are, ``/urls`` is not."""
    behind = path[len(start) :]
    return path.startswith(start) and (start.endswith("/") or not behind[:1].isalnum())
