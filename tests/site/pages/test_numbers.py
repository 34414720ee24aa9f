"""The catalog in numbers: true findings, plots, and tables."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.model.history import Count, History, News, PartnerNews
from catalog_tool.model.publication import Publication
from catalog_tool.site.messages import messages_of
from catalog_tool.site.numbers import page
from catalog_tool.site.numbers.counting import ages, categories, growth
from catalog_tool.site.numbers.plot import HEIGHT, WIDTH, Bar, Plot, draw_bars, draw_lines
from tests.site.exporters.catalogs import partner, publication
from tests.site.pages.reading import Reading

DAY = dt.date(2026, 11, 30)


def catalog(*tested: str, counts: Sequence[Count] = ()) -> Publication:
    partners = [
        partner(name=f"P{n}", applications=("RACF",), **({"tested_on": day} if day else {}))
        for n, day in enumerate(tested)
    ]
    test = PartnerNews("2026-11-05", News.TESTED, "p0")
    history = History("2026-01-01", (test,), tuple(counts))
    return replace(publication(partners), history=history, day=DAY)


def growth_of(made: Publication) -> Plot:
    plot = growth(made, messages_of(made.settings))
    assert plot
    return plot


def ends(*partners: int) -> list[Count]:
    """The sizes of a catalog at the ends of the last months before November 2026."""
    days = [dt.date(2026, 11, 1) - dt.timedelta(1)]
    while len(days) < len(partners):
        days.append(days[-1].replace(day=1) - dt.timedelta(1))
    pairs = zip(reversed(days), partners, strict=True)
    return [Count(str(day), number, 1) for day, number in pairs]


@pytest.mark.parametrize(
    ("counts", "now", "title"),
    [
        (ends(*[1] * 12), 3, "2 more partners than in Nov 2025"),
        (ends(*[2] * 24), 3, "1 more partner than in Nov 2025"),
        (ends(3, 3), 3, "As many partners as in Sep 2026"),
        (ends(5), 3, "2 partners fewer than in Oct 2026"),
        (ends(4), 3, "1 partner fewer than in Oct 2026"),
    ],
)
def test_growth_is_compared_with_a_year_ago_or_the_beginning(
    counts: list[Count], now: int, title: str
) -> None:
    assert growth_of(catalog(*[""] * now, counts=counts)).title == title


def test_a_long_history_is_drawn_by_quarters_and_a_short_one_by_months() -> None:
    long, short = (growth_of(catalog("", counts=ends(*[1] * n))) for n in (24, 3))
    assert [row[0] for row in long.rows[:2]] == ["Dec 31, 2024", "Mar 31, 2025"]
    assert [row[0] for row in short.rows] == [
        "Aug 31, 2026",
        "Sep 30, 2026",
        "Oct 31, 2026",
        "Nov 5, 2026",
    ]


@pytest.mark.parametrize("counts", [[], [Count("2026-11-05", 1, 1)]], ids=["none", "today"])
def test_a_single_day_has_no_line_yet(counts: list[Count]) -> None:
    made = catalog("", counts=counts)
    assert growth(made, messages_of(made.settings)) is None


def test_no_day_is_drawn_twice() -> None:
    counts = [*ends(1), Count("2026-11-05", 1, 1)]
    assert [row[0] for row in growth_of(catalog("", counts=counts)).rows] == [
        "Oct 31, 2026",
        "Nov 5, 2026",
    ]


def test_tests_are_counted_by_their_age() -> None:
    days = ("2026-11-30", "2026-08-30", "2026-08-29", "2025-11-30", "2025-11-29", "2024-01-01", "")
    made = catalog(*days)
    plot = ages(made, messages_of(made.settings), DAY)
    assert plot
    assert plot.title == "4 of 7 tested in the last 12 months"
    assert plot.rows == (
        ("0–3", "2"),
        ("4–6", "1"),
        ("7–12", "1"),
        ("13–18", "1"),
        ("19+", "1"),
        ("not stated", "1"),
    )


def test_categories_count_partners() -> None:
    made = catalog("", "")
    plot = categories(made, messages_of(made.settings))
    assert plot
    assert (plot.title, plot.rows) == ("1 category", (("=Mainframe", "2"),))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_few_partners_have_an_honest_page(number: int) -> None:
    (made,) = page.pages(catalog(*[""] * number))
    text = " ".join(Reading(made.body).text.split())
    if number:
        assert "No partner states a test yet." in text
        assert "not stated" not in text
    else:
        assert "no partners yet" in text


def test_without_the_history_the_page_draws_no_growth() -> None:
    (made,) = page.pages(replace(catalog("", ""), history=None))
    text = Reading(made.body).text
    assert "can’t say how the catalog grew" in text
    assert "over time" not in text


def test_no_partner_is_named() -> None:
    (made,) = page.pages(catalog("2026-11-30", "2024-01-01"))
    assert not {"P0", "P1"} & {*Reading(made.body).text.split()}


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=2, max_size=25))
def test_lines_stay_inside_the_drawing(values: list[tuple[int, int]]) -> None:
    lines = [[each[0] for each in values], [each[1] for each in values]]
    drawing = draw_lines("x", [str(n) for n in range(len(values))], lines, ["a", "b"], str)
    root = ET.fromstring(drawing)  # noqa: S314 - our own output
    for line in root.iter("polyline"):
        for point in line.attrib["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT
    ticks = [float(text.attrib["y"]) for text in root.iter("text") if text.text in {"a", "b"}]
    assert abs(ticks[0] - ticks[1]) >= 12


def test_names_in_a_drawing_are_text() -> None:
    drawing = draw_bars("<x>", [Bar("<b>&{{ x }}", 3, "3")])
    root = ET.fromstring(drawing)  # noqa: S314 - our own output
    assert [text.text for text in root.iter("text")] == ["<b>&{{ x }}", "3"]
