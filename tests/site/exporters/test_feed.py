"""The Atom feed: valid XML with the required elements, for any texts of partners."""

import datetime as dt
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.feed import export
from tests.site.exporters.catalogs import SITE, catalogs, own_publication, partner, publication

ATOM = "{http://www.w3.org/2005/Atom}"
MARKUP = re.compile(
    r"</?(?:p|ul|ol|li|em|strong|code|br)>|<ol start=\"\d+\">|<a href=\"[^\"]*\"[^>]*>|</a>"
)


def read(catalog: Publication) -> ET.Element:
    return ET.fromstring(export(catalog))  # noqa: S314 - our own output


def test_feed_and_entries_have_what_the_standard_requires() -> None:
    feed = read(own_publication())
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    identifiers = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(identifiers)) == len(identifiers) == 4
    assert all(str(identifier).startswith("urn:uuid:") for identifier in identifiers)


def test_links_lead_to_the_site() -> None:
    feed = read(publication([partner()]))
    links = [element.get("href") for element in feed.iter(f"{ATOM}link")]
    assert links == [f"{SITE}feed.xml", SITE, f"{SITE}partners/p0/"]


def test_links_are_relative_if_the_site_has_no_address() -> None:
    feed = read(publication([partner()], site_url=""))
    links = [element.get("href") for element in feed.iter(f"{ATOM}link")]
    assert links == ["feed.xml", "./", "partners/p0/"]


def test_entries_without_history_are_dated_by_the_partners_test_or_today() -> None:
    partners = [partner(name="A", tested_on="2026-05-04"), partner(name="B")]
    feed = read(replace(publication(partners), day=dt.date(2026, 5, 30)))
    dates = [element.text for element in feed.iter(f"{ATOM}updated")]
    assert dates == [f"{day}T00:00:00Z" for day in ("2026-05-30", "2026-05-04", "2026-05-30")]


def test_entries_are_dated_by_git_if_it_knows() -> None:
    tested = publication([partner(tested_on="2026-05-04")])
    feed = read(replace(tested, changed_on={"": "2026-06-01"}))
    dates = [element.text for element in feed.iter(f"{ATOM}updated")]
    assert dates == ["2026-06-01T00:00:00Z"] * 2


@given(catalogs)
def test_texts_of_partners_stay_text(catalog: Publication) -> None:
    feed = read(catalog)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        entry.title for entry in catalog.catalog.entries
    ]
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert not re.search("[<>]", MARKUP.sub("", content.text or ""))


@given(st.characters(codec="utf-8"))
def test_characters_that_xml_does_not_allow_are_replaced(char: str) -> None:
    unchecked = partner().model_copy(update={"name": f"a{char}b"})
    title = read(publication([unchecked])).findtext(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert title in {f"a{char}b", "a\N{REPLACEMENT CHARACTER}b", "a\nb"}
