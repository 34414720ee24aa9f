"""What's new, month by month, in plain words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalog_tool.model.changes import ListChanged, ValueChanged
from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.history import History, News, PartnerNews
from catalog_tool.model.publication import Publication
from catalog_tool.site.news import ADDED_APART, NAMED, news_items
from catalog_tool.site.pages import new
from catalog_tool.site.pages.new import FEWEST_SHOWN
from catalog_tool.site.pages.page import Page
from tests.site.exporters.catalogs import partner, publication
from tests.site.pages.reading import Reading

DAY = dt.date(2026, 11, 30)


def with_news(*news: PartnerNews, names: tuple[str, ...] = ("Contoso",)) -> Publication:
    made = publication([partner(name=name) for name in names])
    gone = FormerPartner(name="Wingtip", removed="2026-11-02", reason="It was sold.")
    catalog = replace(made.catalog, former=FormerPartners(former={"wingtip": gone}))
    history = History("2024-11-30", news, ())
    return replace(made, catalog=catalog, history=history, day=DAY)


def page_of(catalog: Publication) -> Page:
    (page,) = new.pages(catalog)
    return page


def text_of(page: Page) -> str:
    return " ".join(Reading(page.body).text.split())


CHANGES = [
    (ListChanged("applications", ("IBM RACF",), ()), "Now lists IBM RACF."),
    (ListChanged("applications", ("A", "B", "C"), ()), "Now lists A, B, and C."),
    (ListChanged("applications", (), ("SAP ECC",)), "No longer lists SAP ECC."),
    (ListChanged("applications", ("A",), ("B",)), "Now lists A. No longer lists B."),
    (
        ListChanged("applications", tuple(f"A{n}" for n in range(NAMED + 2)), ()),
        "Now lists A0, A1, A2, A3, A4, A5, A6, A7, and 2 more.",
    ),
    (ListChanged("applications", ("a\u202eb",), ()), "Now lists a\\u202eb."),
    (ValueChanged("contact", "https://a.com/", "https://b.com/"), "New contact."),
    (ValueChanged("website", "https://a.com/", "https://b.com/"), "New website."),
    (ValueChanged("description", "a", "b"), "Changed its description."),
    (ValueChanged("tested_on", "2026-01-02", "2026-10-14"), "Tested in Oct 2026."),
    (ValueChanged("tested_on", "2026-01-02", ""), "No longer states a test date."),
    (ValueChanged("logo", "", "contoso.svg"), "New logo."),
    (ValueChanged("logo", "contoso.svg", "contoso.svg"), "New logo."),
    (ValueChanged("logo", "contoso.svg", ""), "Removed its logo."),
    (ListChanged("interfaces", ("REST",), ()), "Now states Generic interfaces: REST."),
    (ListChanged("interfaces", (), ("REST",)), "No longer states Generic interfaces: REST."),
]


@pytest.mark.parametrize(("change", "sentence"), CHANGES)
def test_a_change_is_told_in_words(change: ValueChanged | ListChanged, sentence: str) -> None:
    found = PartnerNews("2026-11-02", News.CHANGED, "p0", changes=(change,))
    (item,) = news_items(with_news(found))
    assert " ".join(item.sentences) == sentence


def test_what_has_no_words_is_no_news() -> None:
    change = ListChanged("former_names", ("A",), ())
    found = PartnerNews("2026-11-02", News.CHANGED, "p0", changes=(change,))
    assert not [*news_items(with_news(found))]


def each_kind() -> Iterator[PartnerNews]:
    yield PartnerNews("2026-11-28", News.ADDED, "p0")
    listed = (ListChanged("applications", (), ("IBM RACF",)),)
    yield PartnerNews("2026-11-02", News.LEFT, "wingtip", changes=listed)
    yield PartnerNews("2026-10-20", News.RENAMED, "p0", former_name="Tailspin")
    test = ValueChanged("tested_on", "", "2026-10-14")
    yield PartnerNews("2026-10-15", News.TESTED, "p0", changes=(test,))


def test_months_have_their_news_with_links_and_days() -> None:
    page = page_of(with_news(*each_kind()))
    text = text_of(page)
    for told in (
        "Nov 2026 1 new, 1 left",
        "Contoso New It provisions accounts. Nov 28, 2026",
        "Wingtip Left No longer listed. It was sold. Nov 2, 2026",
        "Oct 2026 1 renamed, 1 tested",
        "Contoso Renamed Was Tailspin. Old links still work. Oct 20, 2026",
        "Contoso Tested Tested in Oct 2026. Oct 15, 2026",
    ):
        assert told in text
    links = Reading(page.body).links()
    assert {"../partners/p0/", "../partners/wingtip/", "../feed.xml"} <= {*links}


@pytest.mark.parametrize(("count", "is_shown"), [(FEWEST_SHOWN - 1, True), (FEWEST_SHOWN, False)])
def test_the_last_twelve_months_are_on_the_page_and_older_news_if_these_are_few(
    count: int, *, is_shown: bool
) -> None:
    days = ["2025-12-01"] * count + ["2025-11-30"]
    text = text_of(page_of(with_news(*(PartnerNews(day, News.RENAMED, "p0") for day in days))))
    assert text.count("Dec 1, 2025") == count
    assert ("Nov 30, 2025" in text) == is_shown


def test_many_partners_of_one_day_are_told_together() -> None:
    names = tuple(f"Partner {number}" for number in range(ADDED_APART + 1))
    added = [PartnerNews("2026-11-28", News.ADDED, f"p{n}") for n in range(len(names))]
    few, many = with_news(*added[1:], names=names), with_news(*added, names=names)
    assert len([*news_items(few)]) == ADDED_APART
    (item,) = news_items(many)
    assert (item.title, item.address) == ("13 partners", "catalog/")
    assert "13 new" in text_of(page_of(many))


def test_without_the_history_the_page_says_so_and_how_to_get_it() -> None:
    page = page_of(replace(with_news(), history=None))
    assert "without the history of its entries" in text_of(page)
    assert "fetch-depth: 0" in text_of(page)
    assert "20" not in text_of(page)


def test_a_quiet_year_is_said() -> None:
    assert "Nothing has changed in the last 12 months." in text_of(page_of(with_news()))
