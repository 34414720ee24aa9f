"""Addresses inside the site."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.pages.links import contact_target, relative_url

SEGMENT = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
ADDRESS = st.lists(SEGMENT, max_size=3).map(lambda folders: "".join(f"{name}/" for name in folders))
BASE = "https://example.com/base/"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("", "", "./"),
        ("catalog/", "", "catalog/"),
        ("catalog/", "catalog/", "./"),
        ("", "catalog/", "../"),
        ("", "partners/aquera/", "../../"),
        ("partners/aquera/", "catalog/", "../partners/aquera/"),
        ("partners/aquera/", "partners/idmworks/", "../aquera/"),
        ("applications/", "applications/epic/", "../"),
        ("applications/epic/", "applications/", "epic/"),
        ("catalog.json", "partners/aquera/", "../../catalog.json"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(target: str, page: str, expected: str) -> None:
    assert relative_url(target, page) == expected


@given(target=ADDRESS, page=ADDRESS)
def test_a_browser_resolves_every_link_to_its_page(target: str, page: str) -> None:
    assert urljoin(BASE + page, relative_url(target, page)) == BASE + target


@pytest.mark.parametrize(
    ("contact", "target"),
    [
        ("https://www.contoso.com/contact", "https://www.contoso.com/contact"),
        ("https://www.contoso.com/@sales", "https://www.contoso.com/@sales"),
        ("sales@contoso.com", "mailto:sales@contoso.com"),
    ],
)
def test_a_contact_is_a_page_or_a_message(contact: str, target: str) -> None:
    assert contact_target(contact) == target
