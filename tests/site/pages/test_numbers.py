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
        assert "No partner has stated a test date yet." in text
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


def drawn_lines(values: Sequence[tuple[int, int]], *ticks: str) -> ET.Element:
    """The drawing of two values at the ends of months."""
    days = [dt.date(2020 + n // 12, n % 12 + 1, 28) for n in range(len(values))]
    lines = [each[0] for each in values], [each[1] for each in values]
    shown = ticks or [str(n) for n in range(len(values))]
    return ET.fromstring(draw_lines("x", [*zip(days, shown, strict=True)], lines, ("a", "b"), str))  # noqa: S314 - our own output


def points_of(line: ET.Element) -> list[tuple[float, float]]:
    pairs = [point.split(",") for point in line.attrib["points"].split()]
    return [(float(x), float(y)) for x, y in pairs]


TWO_VALUES = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000))


@given(st.lists(TWO_VALUES, min_size=2, max_size=25))
def test_lines_stay_inside_the_drawing_and_cross_no_text(values: list[tuple[int, int]]) -> None:
    root = drawn_lines(values)
    lines = [points_of(line) for line in root.iter("polyline")]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for line in lines for x, y in line)
    heights = [float(text.attrib["y"]) for text in root.iter("text") if text.text in {"a", "b"}]
    assert abs(heights[0] - heights[1]) >= 12
    for line in lines:
        for bottom in heights:
            assert not any(bottom - 11 < y < bottom for x, y in line if x > line[-1][0] - 90)


def test_the_text_of_the_lower_line_is_below_it() -> None:
    root = drawn_lines([(190, 240), (312, 259)])
    (upper,) = [float(text.attrib["y"]) for text in root.iter("text") if text.text == "a"]
    (lower,) = [float(text.attrib["y"]) for text in root.iter("text") if text.text == "b"]
    first, second = (points_of(line)[-1][1] for line in root.iter("polyline"))
    assert upper < first < second < lower


def test_points_are_as_far_apart_as_their_days() -> None:
    days = [dt.date(2026, 1, 1), dt.date(2026, 1, 11), dt.date(2026, 3, 2)]
    drawing = draw_lines("x", [(day, "") for day in days], ([1, 2, 3], [1, 1, 1]), ("a", "b"), str)
    (left, middle, right), _ = (
        [x for x, _ in points_of(line)]
        for line in ET.fromstring(drawing).iter("polyline")  # noqa: S314 - our own output
    )
    assert middle - left == pytest.approx((right - left) / 6, abs=0.1)


@pytest.mark.parametrize(
    ("ticks", "shown"),
    [
        (["Mar 2025", "Dec 2025", "Nov 2026"], ["Mar 2025", "Dec 2025", "Nov 2026"]),
        (["September 2025", "December 2025", "May 2026"], ["September 2025", "May 2026"]),
    ],
)
def test_a_day_in_the_middle_is_named_if_there_is_room(ticks: list[str], shown: list[str]) -> None:
    root = drawn_lines([(1, 1), (1, 1), (1, 1)], *ticks)
    assert [text.text for text in root.iter("text") if text.text in ticks] == shown


def test_names_in_a_drawing_are_text() -> None:
    drawing = draw_bars("<x>", [Bar("<b>&{{ x }}", 3, "3")])
    root = ET.fromstring(drawing)  # noqa: S314 - our own output
    assert [text.text for text in root.iter("text")] == ["<b>&{{ x }}", "3"]
