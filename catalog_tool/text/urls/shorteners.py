"""Hosts that redirect to an address that they don't show.

The list has the current main domains of public services; reviewers have to notice services that
aren't on it. Short links of a single company, such as ``aka.ms``, can change their targets without
a pull request too, so they pass only in a catalog for a platform of that company. The list also has
addresses with which mail programs, search pages, and social networks replace links: people copy
them without noticing, and they lead wherever their query says.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

_PUBLIC_SERVICES = (
    "adf.ly amzn.to anonym.to app.link bc.vc bit.ly bitly.com bitly.ws bl.ink buff.ly clck.ru "
    "cutt.ly db.tt dlvr.it dub.co dub.sh dwz.cn fb.me geni.us git.io goo.gl goo.su href.li "
    "hubs.ly is.gd j.mp linkd.in lnkd.in mcaf.ee onelink.to ouo.io ow.ly page.link qr.ae "
    "qrco.de rb.gy rebrand.ly s.id shor.by short.io shorturl.asia shorturl.at shrtco.de sl.ink "
    "slack-redir.net snip.ly soo.gd t.cn t.co t.ly tiny.cc tiny.one tinyurl.com tr.im "
    "translate.goog trib.al u.to url.cn urldefense.com urldefense.us v.gd vk.cc vu.fr w.wiki "
    "wp.me x.co"
).split()
OF_COMPANIES = {
    "aka.ms": "Microsoft",
    "g.co": "Google",
    "goo.gle": "Google",
    "ibm.co": "IBM",
    "msft.it": "Microsoft",
}
"""Hosts of short links that only one company can make, with the first word of its name."""

COMPANY_HOSTS = frozenset(OF_COMPANIES)
"""The same hosts, for texts that aren't in a catalog of one platform."""

# Hosts (with their subdomains) of which only these paths redirect. A host that ends in a period
# matches any ending: google.de, google.co.uk.
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
_ANY_ENDING = r"[^./?#]+(?:\.[^./?#]+)?"
_ENCODED = re.compile("%([2-7][0-9A-Fa-f])")

SHORTENER = "|".join(
    f"{first}(?:{'|'.join(host[1:] for host in hosts)})".replace(".", r"\.")
    for first, hosts in groupby(sorted([*_PUBLIC_SERVICES, *OF_COMPANIES]), itemgetter(0))
)
"""Pattern of a host that redirects for any path: by first letters, because it is searched often."""


def _forwarding(host: str, path: str) -> str:
    name = host.replace(".", r"\.") + (_ANY_ENDING if host.endswith(".") else "")
    start = path.replace(".", r"\.").replace("/", "/+")
    # A path that continues with a letter is a different one: /urls isn't /url.
    behind = "" if path.endswith("/") else "(?![a-z0-9])"
    return f"{name}(?={start}{behind})"


FORWARDING = "|".join(_forwarding(host, path) for host, path in _FORWARDING_PATHS)
"""Pattern of a host that redirects, before a path that does."""


def decode_escapes(address: str) -> str:
    """Return an address with its ASCII escapes decoded twice.

    Servers that redirect may decode an address again after decoding it.

    >>> decode_escapes("https://www.google.de/%75rl?q=https%253A//contoso.com")
    'https://www.google.de/url?q=https://contoso.com'
    """
    once = _ENCODED.sub(_plain, address) if "%" in address else address
    return _ENCODED.sub(_plain, once) if "%" in once else once


def _plain(encoded: re.Match[str]) -> str:
    return chr(int(encoded[1], 16))
