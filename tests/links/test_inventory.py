"""Every link is found once, with all its locations."""

from catalog_tool.links.inventory import links_of
from catalog_tool.loader.load import load_catalog
from tests.checking import PARTNER, VOCABULARY, entry_text, written

ENTRY = """\
website: https://www.contoso.com/
contact: https://www.contoso.com/contact#form
description: |
  See [the guide](https://docs.contoso.com/guide) and [this](https://docs.contoso.com/guide#two),
  `https://code.contoso.com/` and [nothing](http://insecure.contoso.com/).
applications:
  - IBM RACF
applications_note: Three of [200](https://www.contoso.com/all).
applications_url: https://www.contoso.com/all
links:
  - label: SDK
    url: https://sdk.contoso.com/
"""
GALLERY = """\
categories:
  mainframe:
    name: Mainframe
    description: Large systems
applications:
  IBM RACF:
    category: mainframe
    gallery: https://www.fabrikam.com/gallery/racf
"""


def test_every_link_is_found_once_with_its_locations() -> None:
    with written({PARTNER: entry_text(ENTRY), VOCABULARY: GALLERY}) as settings:
        links = links_of(load_catalog(settings).catalog)
    assert {link.address: [place.where for place in link.places] for link in links} == {
        "https://docs.contoso.com/guide": [("description",)],
        "https://sdk.contoso.com/": [("links", 0, "url")],
        "https://www.contoso.com/": [("website",)],
        "https://www.contoso.com/all": [("applications_url",), ("applications_note",)],
        "https://www.contoso.com/contact": [("contact",)],
        "https://www.fabrikam.com/gallery/racf": [("applications", "IBM RACF", "gallery")],
    }
    names = {link.host: link.names for link in links}
    assert names["www.contoso.com"] == {"Contoso"}
    assert names["www.fabrikam.com"] == frozenset()


def test_an_email_address_is_not_a_link() -> None:
    with written({PARTNER: entry_text("contact: sales@contoso.com")}) as settings:
        links = links_of(load_catalog(settings).catalog)
    assert [link.address for link in links] == ["https://www.contoso.com/identity"]


def test_a_broken_entry_still_has_its_links() -> None:
    with written({PARTNER: entry_text("name: ''\ncontact: http://contoso.com")}) as settings:
        links = links_of(load_catalog(settings).catalog)
    assert [link.address for link in links] == ["https://www.contoso.com/identity"]
