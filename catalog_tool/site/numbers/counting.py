"""What the plots of a catalog say: its growth, its categories, and the age of its tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from catalog_tool.model.freshness import months_later
from catalog_tool.model.history import Count, History
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.site.numbers.plot import Bar, Plot, draw_bars, draw_columns, draw_lines
from catalog_tool.site.pages.grouping import by_category

CATEGORIES_DRAWN = 8
_LONG = 13  # from so many ends of months, only those of quarters are drawn
_YEAR = 12  # months
_AGES = (3, 6, 12, 18)  # months up to which a test belongs to a column


def growth(publication: Publication, words: Messages) -> Plot | None:
    """Return the number of partners and applications over time; ``None`` for a single day."""
    history = publication.history
    if not history:
        return None
    now = _now(publication, history)
    counts = [*(each for each in _points(history.counts) if each.day < now.day), now]
    if len(counts) == 1:
        return None
    heads = (words.gettext("Day"), words.gettext("%(Partners)s"), words.gettext("%(Applications)s"))
    rows = tuple(
        (words.day(each.day), words.number(each.partners), words.number(each.applications))
        for each in counts
    )
    title = _growth_title(history.counts, now, words)
    ends = (
        words.ngettext("%(num)s %(partner)s", "%(num)s %(partners)s", now.partners),
        words.ngettext("%(num)s %(application)s", "%(num)s %(applications)s", now.applications),
    )
    lines = ([each.partners for each in counts], [each.applications for each in counts])
    times = [(dt.date.fromisoformat(each.day), words.month(each.day)) for each in counts]
    label = f"{title}: {words.every(ends)}"
    drawing = draw_lines(label, times, lines, ends, words.number)
    measure = words.gettext("%(Partners)s and %(applications)s over time")
    return Plot(title, measure, drawing, heads, rows)


def _points(counts: Sequence[Count]) -> Sequence[Count]:
    """Return the points to draw: the ends of months, or of quarters if there are many."""
    if len(counts) < _LONG:
        return counts
    return [each for each in counts if each.day[5:7] in {"03", "06", "09", "12"}]


def _now(publication: Publication, history: History) -> Count:
    """Return the size of the catalog now, which it has had since the last day that is known."""
    counted = [each.day for each in history.counts[-1:]]
    changed = [each.day for each in history.news[:1]]
    last, catalog = max([history.since, *counted, *changed]), publication.catalog
    return Count(last, len(catalog.entries), len(catalog.applications))


def _growth_title(counts: Sequence[Count], now: Count, words: Messages) -> str:
    """Return how much the catalog grew in a year, or since its history begins."""
    before = counts[max(0, len(counts) - _YEAR)]
    more = now.partners - before.partners
    since = words.month(before.day)
    if not more:
        return words.gettext("As many %(partners)s as in %(month)s", month=since)
    if more > 0:
        return words.ngettext(
            "%(num)s more %(partner)s than in %(month)s",
            "%(num)s more %(partners)s than in %(month)s",
            more,
            month=since,
        )
    return words.ngettext(
        "%(num)s %(partner)s fewer than in %(month)s",
        "%(num)s %(partners)s fewer than in %(month)s",
        -more,
        month=since,
    )


def categories(publication: Publication, words: Messages) -> Plot | None:
    """Return the number of partners in each category; ``None`` without a category."""
    listings = by_category(publication.catalog).values()
    bars = [
        Bar(each.category.name, len(each.partners), words.number(len(each.partners)))
        for each in sorted(listings, key=lambda each: -len(each.partners))
    ]
    if not bars:
        return None
    most = [bar.name for bar in bars if bar.value == bars[0].value]
    title = words.ngettext("%(num)s category", "%(num)s categories", len(bars))
    if len(most) == 1 and len(bars) > 1:
        title = words.gettext("%(category)s has the most %(partners)s", category=most[0])
    return Plot(
        title,
        words.gettext("%(Partners)s per category; one %(partner)s can be in several"),
        draw_bars(title, bars[:CATEGORIES_DRAWN]),
        (words.gettext("Category"), words.gettext("%(Partners)s")),
        tuple((bar.name, bar.shown) for bar in bars),
    )


def ages(publication: Publication, words: Messages, day: dt.date) -> Plot | None:
    """Return the number of partners by the age of their last test; ``None`` if none states one."""
    entries = publication.catalog.entries
    if not any(entry.partner.tested_on for entry in entries):
        return None
    columns = [_age(entry.partner.tested_on, day) for entry in entries]
    bars = [
        Bar(name, columns.count(at), words.number(columns.count(at)), style)
        for at, (name, style) in enumerate(_columns(words, publication.settings.freshness.due))
    ]
    title = words.gettext(
        "%(num)s of %(all)s tested in the last 12 months",
        num=words.number(tested_lately(publication, day)),
        all=words.number(len(entries)),
    )
    return Plot(
        title,
        words.gettext("%(Partners)s by months since their last stated test"),
        draw_columns(title, bars),
        (words.gettext("Months"), words.gettext("%(Partners)s")),
        tuple((bar.name, bar.shown) for bar in bars),
    )


def tested_lately(publication: Publication, day: dt.date) -> int:
    """Return the number of partners that state a test in the last twelve months."""
    since = str(months_later(day, -_YEAR))
    return sum((entry.partner.tested_on or "") >= since for entry in publication.catalog.entries)


def _age(tested_on: str | None, day: dt.date) -> int:
    """Return the number of the column that a test belongs to; the last one if none is stated."""
    if not tested_on:
        return len(_AGES) + 1
    return sum(tested_on < str(months_later(day, -months)) for months in _AGES)


def _columns(words: Messages, due: int) -> Iterator[tuple[str, str]]:
    """Yield the name of each column, and its style."""
    first = 0
    for last in _AGES:
        yield f"{first}\N{EN DASH}{last}", "due" if first >= due else ""
        first = last + 1
    yield f"{first}+", "due" if first >= due else ""
    yield words.gettext("not stated"), "none"
