"""The badge of a partner: a picture with inert text, and the code to show it."""

from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.badges import LONGEST, badge_code, export_files
from catalog_tool.text.markup import parse_markup
from tests.hostile.corpus import PAYLOADS
from tests.site.exporters.catalogs import SITE, partner, publication

SVG = "{http://www.w3.org/2000/svg}"


def titled(title: str, name: str = "Contoso") -> Publication:
    made = publication([partner().model_copy(update={"name": name})])
    return replace(made, settings=made.settings.model_copy(update={"title": title}))


def badge_of(catalog: Publication) -> ET.Element:
    (file,) = export_files(catalog)
    assert file.path == "partners/p0/badge.svg"
    return ET.fromstring(file.text)  # noqa: S314 - our own output


def test_a_badge_says_where_the_partner_is_listed() -> None:
    badge = badge_of(titled("Integrations"))
    assert badge.findtext(f"{SVG}text") == "Listed in Integrations"
    assert badge.findtext(f"{SVG}title") == "Contoso: Listed in Integrations"
    assert badge.get("aria-label") == "Contoso: Listed in Integrations"


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_texts_in_a_badge_stay_text(payload: str) -> None:
    badge = badge_of(titled(payload, name=payload))
    assert {node.tag for node in badge.iter()} == {
        f"{SVG}{n}" for n in "svg title rect text".split()
    }
    attributes = {name for node in badge.iter() for name in node.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}


@pytest.mark.parametrize("title", ["A", "Partner-driven integrations", "W" * 200, "工资系统"])
def test_a_badge_is_as_wide_as_its_text(title: str) -> None:
    badge = badge_of(titled(title))
    text = badge.find(f"{SVG}text")
    assert text is not None
    assert int(badge.attrib["width"]) == int(text.attrib["textLength"]) + 14
    assert int(badge.attrib["width"]) < 12 * (LONGEST + 12)


class Tags(HTMLParser):
    """Collects the tags of a piece of HTML, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("title", ["Integrations", 'R&D "<x>" [a](b)', "# `x` *y*"])
def test_the_code_links_the_badge_to_the_page(title: str) -> None:
    catalog = titled(title)
    code = badge_code(catalog.catalog.entries[0], catalog)
    tags = Tags()
    tags.feed(code["HTML"])
    text, page = f"Listed in {title}", f"{SITE}partners/p0/"
    assert tags.found == [
        ("a", {"href": page}),
        ("img", {"src": f"{page}badge.svg", "alt": text, "height": "20"}),
    ]
    assert code["Markdown"].endswith(f"]({page}badge.svg)]({page})")
    alt = code["Markdown"].removeprefix("[![").removesuffix(f"]({page}badge.svg)]({page})")
    assert parse_markup(alt).text.strip()


def test_without_an_address_of_the_site_there_is_no_code() -> None:
    catalog = publication([partner()], site_url="")
    assert not badge_code(catalog.catalog.entries[0], catalog)
