"""Hosts that forward to an address which they do not show.

The list names public services that anybody can use, by their current main domains; a service that
is not on it is for the reviewer to notice. Forwarders that one company keeps for its own pages,
such as ``aka.ms``, are on it too: their targets change without a pull request.
"""

from __future__ import annotations

_SHORTENERS = frozenset(
    "adf.ly aka.ms amzn.to bit.ly bitly.com bl.ink buff.ly cutt.ly db.tt dlvr.it geni.us git.io "
    "goo.gl goo.su hubs.ly ibm.co is.gd j.mp lnkd.in mcaf.ee ow.ly qr.ae rb.gy rebrand.ly s.id "
    "short.io shorturl.at sl.ink snip.ly soo.gd t.co t.ly tiny.cc tiny.one tinyurl.com tr.im "
    "trib.al u.to v.gd vu.fr w.wiki wp.me x.co".split()
)


def shortener_of(host: str) -> str:
    """Return the service that a host belongs to, or ``""`` if it is no known shortener.

    >>> shortener_of("www.Bit.ly"), shortener_of("orbit.ly")
    ('bit.ly', '')
    """
    service = ".".join(host.lower().split(".")[-2:])
    return service if service in _SHORTENERS else ""
