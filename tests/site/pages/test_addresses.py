"""Addresses inside the site."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.site.addresses import contact_target, root_from

SEGMENT = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
ADDRESS = st.lists(SEGMENT, max_size=3).map(lambda folders: "".join(f"{name}/" for name in folders))
BASE = "https://example.com/base/"


@pytest.mark.parametrize(
    ("address", "expected"), [("", ""), ("catalog/", "../"), ("partners/aquera/", "../../")]
)
def test_the_path_to_the_root_matches_the_depth_of_the_page(address: str, expected: str) -> None:
    assert root_from(address) == expected


@given(target=ADDRESS.filter(bool), page=ADDRESS)
def test_a_browser_resolves_every_link_to_its_page(target: str, page: str) -> None:
    assert urljoin(BASE + page, root_from(page) + target) == BASE + target


@pytest.mark.parametrize(
    ("contact", "target"),
    [
        ("https://www.contoso.com/contact", "https://www.contoso.com/contact"),
        ("https://www.contoso.com/@sales", "https://www.contoso.com/@sales"),
        ("sales@contoso.com", "mailto:sales@contoso.com"),
    ],
)
def test_a_contact_is_a_page_or_an_email_message(contact: str, target: str) -> None:
    assert contact_target(contact) == target
