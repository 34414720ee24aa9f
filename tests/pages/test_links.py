"""Addresses inside the site."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.pages.links import contact_target, relative_url

SEGMENT = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
PATH = st.lists(SEGMENT, max_size=3).map(
    lambda folders: "/".join([*folders, "index.md"])
) | st.lists(SEGMENT.filter(lambda segment: segment != "index"), min_size=1, max_size=3).map(
    lambda segments: "/".join(segments) + ".md"
)


def address(path: str) -> str:
    """Return where a page is published on a host, by the definition of directory addresses."""
    return "https://example.com/base/" + path.removesuffix(".md").removesuffix("index").rstrip("/")


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("index.md", "index.md", "./"),
        ("catalog.md", "index.md", "catalog/"),
        ("catalog.md", "catalog.md", "./"),
        ("index.md", "catalog.md", "../"),
        ("index.md", "partners/aquera.md", "../../"),
        ("partners/aquera.md", "catalog.md", "../partners/aquera/"),
        ("partners/aquera.md", "partners/idmworks.md", "../aquera/"),
        ("applications/index.md", "applications/epic.md", "../"),
        ("applications/epic.md", "applications/index.md", "epic/"),
        ("catalog.md#partner-aquera", "index.md", "catalog/#partner-aquera"),
        ("catalog.json", "partners/aquera.md", "../../catalog.json"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(target: str, page: str, expected: str) -> None:
    assert relative_url(target, page) == expected


@given(target=PATH, page=PATH)
def test_a_browser_resolves_every_link_to_its_page(target: str, page: str) -> None:
    base = address(page).rstrip("/") + "/"
    resolved = urljoin(base, relative_url(target, page))
    assert resolved == address(target).rstrip("/") + "/"


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
