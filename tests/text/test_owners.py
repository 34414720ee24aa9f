"""What tells the owner of an address, and which targets of links are none."""

import pytest

from catalog_tool.text.urls.owners import host_in, owner_of


@pytest.mark.parametrize(
    ("target", "owner"),
    [
        ("https://www.contoso.co.uk/x", "contoso.co.uk"),
        ("www.contoso.com", "contoso.com"),
        ("contoso.com", "contoso.com"),
        ("contoso.io/en", "contoso.io"),
        ("github.com/Contoso/bridge", "github.com/contoso"),
        ("sales@contoso.com", "contoso.com"),
    ],
)
def test_an_address_has_an_owner(target: str, owner: str) -> None:
    assert owner_of(target) == owner
    assert "@" in target or host_in(target)


@pytest.mark.parametrize(
    "target",
    ["./contoso.md", "contoso.md", "next.js", "setup.py", "v1.2/page", "a/b.html", "LICENSE"],
)
def test_a_page_of_the_same_site_has_no_host(target: str) -> None:
    assert host_in(target) is None
