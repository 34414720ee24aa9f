"""The Atom feed: valid XML with the required elements, for any texts of partners."""

import datetime as dt
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.model.changes import ListChanged
from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.history import History, News, PartnerNews
from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.feed import FEED, MOST_ENTRIES, export_files
from tests.site.exporters.catalogs import SITE, catalogs, partner, publication

ATOM = "{http://www.w3.org/2005/Atom}"
MARKUP = re.compile(
    r"</?(?:p|ul|ol|li|em|strong|code|br)>|<ol start=\"\d+\">|<a href=\"[^\"]*\"[^>]*>|</a>"
)


def new(*partners: Partner, site_url: str = SITE) -> Publication:
    """A catalog with one piece of news about each of its partners, on the first days of May."""
    made = publication(partners, site_url)
    news = [
        PartnerNews(f"2026-05-{number:02}", News.ADDED, entry.id)
        for number, entry in enumerate(made.catalog.entries, start=1)
    ]
    return replace(made, history=History("2026-05-01", tuple(reversed(news)), ()))


def feeds(catalog: Publication) -> dict[str, ET.Element]:
    return {
        file.path: ET.fromstring(file.text)  # noqa: S314 - our own output
        for file in export_files(catalog)
    }


def read(catalog: Publication) -> ET.Element:
    return feeds(catalog)[FEED]


def days(feed: ET.Element) -> list[str]:
    return [str(element.text).removesuffix("T00:00:00Z") for element in feed.iter(f"{ATOM}updated")]


def test_feed_and_entries_have_what_the_standard_requires() -> None:
    feed = read(new(partner(name="A"), partner(name="B"), partner(name="C")))
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    identifiers = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(identifiers)) == len(identifiers) == 4
    assert all(str(identifier).startswith("urn:uuid:") for identifier in identifiers)


def test_links_lead_to_the_site() -> None:
    feed = read(new(partner()))
    links = [element.get("href") for element in feed.iter(f"{ATOM}link")]
    assert links == [f"{SITE}feed.xml", SITE, f"{SITE}partners/p0/"]


def test_links_are_relative_if_the_site_has_no_address() -> None:
    feed = read(new(partner(), site_url=""))
    links = [element.get("href") for element in feed.iter(f"{ATOM}link")]
    assert links == ["feed.xml", "./", "partners/p0/"]


def test_entries_have_the_days_of_the_changes_with_the_last_first() -> None:
    feed = read(new(partner(name="A"), partner(name="B")))
    assert days(feed) == ["2026-05-02", "2026-05-02", "2026-05-01"]


def test_without_the_history_no_day_is_invented() -> None:
    unknown = replace(publication([partner()]), day=dt.date(2026, 5, 30))
    assert days(read(unknown)) == ["2026-05-30"]  # the feed itself needs one


def test_a_quiet_catalog_has_the_day_on_which_its_history_begins() -> None:
    quiet = replace(publication([]), history=History("2026-05-01", (), ()))
    assert days(read(quiet)) == ["2026-05-01"]


@pytest.mark.parametrize(("site_url", "root"), [(SITE, SITE), ("", "../../")])
def test_a_category_has_a_feed_of_its_partners(site_url: str, root: str) -> None:
    found = partner(name="A", applications=("RACF",)), partner(name="B")
    catalog = new(*found, site_url=site_url)
    feed = feeds(catalog)["categories/mainframe/feed.xml"]
    assert feed.findtext(f"{ATOM}title") == "Partners & <friends>: =Mainframe"
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == ["New: A"]
    links = [element.get("href") for element in feed.iter(f"{ATOM}link")]
    page = f"{root}categories/mainframe/"
    assert links == [f"{page}feed.xml", page, f"{root}partners/p0/"]


def test_the_feed_of_a_category_has_who_left_it() -> None:
    made = publication([partner(name="A", applications=("RACF",)), partner(name="B")])
    gone = FormerPartner(name="Wingtip", removed="2026-05-01")
    catalog = replace(made.catalog, former=FormerPartners(former={"wingtip": gone}))
    unlisted = (ListChanged("applications", (), ("IBM RACF",)),)
    news = (
        PartnerNews("2026-05-02", News.LEFT, "wingtip", changes=unlisted),
        PartnerNews("2026-05-01", News.CHANGED, "p1", changes=unlisted),
        PartnerNews("2026-05-01", News.TESTED, "p1"),
    )
    history = History("2026-05-01", news, ())
    feed = feeds(replace(made, catalog=catalog, history=history))["categories/mainframe/feed.xml"]
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == ["Left: Wingtip", "Changed: B"]


def test_a_feed_is_bounded() -> None:
    many = [partner(name=f"Partner {number}") for number in range(MOST_ENTRIES + 5)]
    made = publication(many)
    news = tuple(PartnerNews("2026-05-01", News.TESTED, entry.id) for entry in made.catalog.entries)
    feed = read(replace(made, history=History("2026-05-01", news, ())))
    assert len(feed.findall(f"{ATOM}entry")) == MOST_ENTRIES


@given(catalogs)
def test_texts_of_partners_stay_text(catalog: Publication) -> None:
    listed = catalog.catalog.entries
    news = tuple(PartnerNews("2026-05-01", News.ADDED, entry.id) for entry in listed)
    feed = read(replace(catalog, history=History("2026-05-01", news, ())))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        f"New: {entry.title}" for entry in listed
    ]
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert not re.search("[<>]", MARKUP.sub("", content.text or ""))


@given(st.characters(codec="utf-8"))
def test_characters_that_xml_does_not_allow_are_replaced(char: str) -> None:
    unchecked = partner().model_copy(update={"name": f"a{char}b"})
    title = read(new(unchecked)).findtext(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert title in {f"New: a{char}b", "New: a\N{REPLACEMENT CHARACTER}b", "New: a\nb"}
