"""Which links of a page lead to another site."""

import pytest

from catalog_tool.importers.address import Address
from catalog_tool.importers.result import Lines


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
def test_another_site_has_an_owner(target: str, owner: str) -> None:
    address = Address(Lines(1, 1), target)
    assert (address.is_outside, address.owner) == (True, owner)


@pytest.mark.parametrize(
    "target",
    ["./contoso.md", "contoso.md", "next.js", "setup.py", "v1.2/page", "a/b.html", "LICENSE"],
)
def test_a_page_of_the_same_site_is_none(target: str) -> None:
    assert not Address(Lines(1, 1), target).is_outside
