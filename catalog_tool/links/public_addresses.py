"""Decides which IP addresses may be contacted: only those on the public internet.

A host name from a stranger can resolve to any address: this machine, another machine in its
network, or the service that hands out its credentials.
Sources: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890), of 2026; RFC 4291 and
RFC 6052 for addresses that contain another address; the documentation of cloud providers.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Our own table, because ``ipaddress.is_global`` differs between releases of Python.
_SPECIAL_IPV4: Mapping[IPv4Network, str] = {
    IPv4Network(network): use
    for network, use in {
        "0.0.0.0/8": "unspecified",
        "10.0.0.0/8": "private",
        "100.64.0.0/10": "shared within a provider's network",
        "127.0.0.0/8": "loopback",
        # The Azure service that hands out the secrets of a machine; its address is public.
        "168.63.129.16/32": "metadata of a cloud",
        "169.254.0.0/16": "link-local",
        "172.16.0.0/12": "private",
        "192.0.0.0/24": "reserved for protocols",
        "192.0.2.0/24": "reserved for documentation",
        "192.31.196.0/24": "reserved for name servers",
        "192.52.193.0/24": "reserved for relays",
        "192.88.99.0/24": "reserved for relays",
        "192.168.0.0/16": "private",
        "192.175.48.0/24": "reserved for name servers",
        "198.18.0.0/15": "reserved for benchmarks",
        "198.51.100.0/24": "reserved for documentation",
        "203.0.113.0/24": "reserved for documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
    }.items()
}
# Everything else is special or unassigned: the forms that contain an IPv4 address (mapped,
# compatible, translated, NAT64), loopback, link-local, multicast, private, site-local.
_PUBLIC_IPV6 = IPv6Network("2000::/3")
_SPECIAL_IPV6: Mapping[IPv6Network, str] = {
    IPv6Network(network): use
    for network, use in {
        # Its first part is Teredo, which contains an IPv4 address.
        "2001::/23": "reserved for protocols",
        "2001:db8::/32": "reserved for documentation",
        "2002::/16": "an IPv4 address in 6to4",
        "2620:4f:8000::/48": "reserved for name servers",
        "3fff::/20": "reserved for documentation",
    }.items()
}


def special_use(address: str) -> str:
    """Return the special purpose of an IP address that is not on the public internet.

    Args:
        address: an address from a resolver, such as ``192.0.2.1`` or ``fe80::1%eth0``.

    Returns:
        A few words; ``""`` if the address may be contacted.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "not an address"
    return _of_ipv4(parsed) if isinstance(parsed, IPv4Address) else _of_ipv6(parsed)


def _of_ipv4(address: IPv4Address) -> str:
    return next((use for network, use in _SPECIAL_IPV4.items() if address in network), "")


def _of_ipv6(address: IPv6Address) -> str:
    if address.scope_id is not None:
        return "limited to one network"
    if address not in _PUBLIC_IPV6:
        return "not on the public internet"
    return next((use for network, use in _SPECIAL_IPV6.items() if address in network), "")
