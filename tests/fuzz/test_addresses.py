"""Every program reads an address that may be published alike, and nobody reads another host."""

import json
import subprocess
from typing import Any
from urllib.parse import urlsplit

import idna
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_tool.text.urls.address import email_address_fault, web_address_fault
from tests.node import NODE

# Nearly right: so that many of them are accepted, and are wrong where it hurts if they must not be.
_PLAIN_LABELS = st.sampled_from("contoso www a-b xn--mnchen-3ya CONTOSO com de uk".split())
_ODD_LABELS = st.sampled_from(
    [
        *("contoso", "www", "xn--mnchen-3ya", "XN--MNCHEN-3YA", "a-b", "a--b", "-a", "a-", "a_b"),
        *("127", "0x7f", "1", "com", "co", "uk", "de", "рф", "xn--p1ai", "localhost", "a" * 63),
        *("a" * 64, "xn--", "xn--a", "xn--fiqs8s", "bücher", "１", "ⓐ", "%61", "a\u00ad", ""),
    ]
)
_HOSTS = st.lists(_PLAIN_LABELS | _PLAIN_LABELS | _ODD_LABELS, min_size=2, max_size=4).map(".".join)
_BEFORE = st.sampled_from(
    ["https://", "HTTPS://", "https:", "https:/", "https:\\\\", "https://u@", "https://u:p@", "//"]
)
_AFTER = st.sampled_from(
    [
        *("", "", "/", ".", ":443", ":8443", ":", "\\", "@b.com", "#@b.com", "?@b.com", "/@b.com"),
        *("/..", "/../..", "/%2e%2e/", "/a//b", "/\\b", "/;a=b", "?", "#", "?a=b&c", "#a?b", "/ "),
        *("\t", "/\n", "/\u202e", "/%00", "/%zz", "/'\"<>", "/{a}", "/|", "/^`", "/[a]", "/~a"),
    ]
)
ADDRESSES = st.tuples(st.just("https://") | _BEFORE, _HOSTS, _AFTER, _AFTER).map("".join)
_SAFE = st.text("abz019-._~!$'()*+,;=:@/%?#[]&", max_size=12)
PLAIN_ADDRESSES = st.tuples(_HOSTS, _SAFE).map(lambda parts: f"https://{parts[0]}/{parts[1]}")

_PARSE = """
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
const read = (text) => {
  try {
    const { protocol, username, password, hostname, port, href } = new URL(text);
    return { protocol, username, password, hostname, port, href };
  } catch {
    return null;
  }
};
process.stdout.write(JSON.stringify(texts.map(read)));
"""


def in_browsers(addresses: list[str]) -> list[Any]:
    """Return what the parser of the URL standard, which browsers have too, reads."""
    task = json.dumps(addresses).encode()
    done = subprocess.run([NODE, "-e", _PARSE], input=task, check=True, capture_output=True)
    read: list[Any] = json.loads(done.stdout)
    return read


@settings(max_examples=3)
@given(st.lists(ADDRESSES | PLAIN_ADDRESSES, min_size=100, max_size=200, unique=True))
def test_a_published_address_is_the_same_to_python_and_to_browsers(tried: list[str]) -> None:
    published = [address for address in tried if web_address_fault(address) is None]
    for address, read in zip(published, in_browsers(published), strict=True):
        host = urlsplit(address).hostname
        assert read, address
        assert (read["protocol"], read["hostname"], read["port"]) == ("https:", host, ""), address
        assert (read["username"], read["password"]) == ("", ""), address
        assert idna.encode(idna.decode(host or "")).decode() == host, address


@settings(max_examples=3)
@given(st.lists(st.tuples(_SAFE, _HOSTS), min_size=100, max_size=200))
def test_a_published_email_address_is_one_mailbox_to_browsers(tried: list[tuple[str, str]]) -> None:
    addresses = [f"{name}@{host}" for name, host in tried]
    published = [address for address in addresses if email_address_fault(address) is None]
    links = [f"mailto:{address}" for address in published]
    assert [read["href"] for read in in_browsers(links)] == links
