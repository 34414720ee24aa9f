"""No address inside a private network passes, in any notation."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.links.public_addresses import special_use

# The rows of IANA's registries of special-purpose addresses, and the two multicast ranges.
SPECIAL = """
    0.0.0.0/8 0.0.0.0/32 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
    192.0.0.0/24 192.0.0.0/29 192.0.0.8/32 192.0.0.9/32 192.0.0.10/32 192.0.0.170/31 192.0.2.0/24
    192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15
    198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32 224.0.0.0/4
    ::1/128 ::/128 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23
    2001::/32 2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:2::/48 2001:3::/32 2001:4:112::/48
    2001:10::/28 2001:20::/28 2001:30::/28 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20
    5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
    ::/96 ::ffff:0:0:0/96
""".split()
METADATA = """
    169.254.169.254 169.254.170.2 fd00:ec2::254 100.100.100.200 192.0.0.192 168.63.129.16
    fe80::a9fe:a9fe
""".split()
PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
    169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0
    198.17.255.255 198.20.0.0 223.255.255.255 93.184.215.14
    2001:200::1 2001:4860:4860::8888 2003::1 2606:2800:21f:cb07::1 2a00:1450::1
""".split()
NO_ADDRESSES = [
    "",
    "localhost",
    "1.2.3",
    "0x7f.1",
    "127.1",
    "2130706433",
    "1.2.3.4/32",
    "::1::",
    " 1.1.1.1",
]

ipv4 = st.integers(0, 2**32 - 1).map(IPv4Address)


def carried_in(address: IPv4Address) -> Iterator[IPv6Address]:
    """Yield each form of IPv6 address that contains this IPv4 address."""
    number = int(address)
    for prefix in ("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::"):
        yield IPv6Address(int(IPv6Address(prefix)) | number)
    yield IPv6Address((0x2002 << 112) | (number << 80) | 1)
    yield IPv6Address((0x20010000 << 96) | (number << 64))
    yield IPv6Address((0x20010000 << 96) | (number ^ 0xFFFFFFFF))


@pytest.mark.parametrize("network", SPECIAL)
def test_no_end_of_a_special_range_passes(network: str) -> None:
    first, last = ends(network)
    assert special_use(str(first))
    assert special_use(str(last))


@pytest.mark.parametrize("network", SPECIAL)
@given(st.data())
def test_nothing_in_a_special_range_passes(network: str, data: st.DataObject) -> None:
    first, last = ends(network)
    number = data.draw(st.integers(int(first), int(last)))
    assert special_use(str(type(first)(number)))


@given(ipv4)
def test_no_address_that_contains_another_passes(address: IPv4Address) -> None:
    for carrier in carried_in(address):
        assert special_use(str(carrier)), carrier
        assert special_use(carrier.exploded), carrier


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_nothing_passes_that_the_standard_library_calls_special(address: IPv6Address) -> None:
    if not special_use(str(address)):
        assert address.is_global
        assert not address.is_multicast


@given(ipv4)
def test_an_ipv4_address_that_passes_is_global(address: IPv4Address) -> None:
    if not special_use(str(address)):
        assert address.is_global
        assert not address.is_multicast


@pytest.mark.parametrize("address", METADATA)
def test_no_service_for_credentials_passes(address: str) -> None:
    assert special_use(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_passes(address: str) -> None:
    assert special_use(address) == ""


@pytest.mark.parametrize("text", [*NO_ADDRESSES, "fe80::1%eth0", "2606:2800::1%1"])
def test_an_invalid_address_does_not_pass(text: str) -> None:
    assert special_use(text)


def ends(network: str) -> tuple[IPv4Address, IPv4Address] | tuple[IPv6Address, IPv6Address]:
    """Return the first and the last address of a range."""
    if isinstance(ip_address(network.partition("/")[0]), IPv4Address):
        four = IPv4Network(network)
        return four[0], four[-1]
    six = IPv6Network(network)
    return six[0], six[-1]
