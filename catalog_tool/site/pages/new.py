"""What's new: who joined, what changed, what was tested, and who left, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from catalog_tool.model.freshness import months_later
from catalog_tool.model.history import News
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.model.today import today
from catalog_tool.site.exporters.feed import FEED
from catalog_tool.site.news import NewsItem, kind_names, news_items
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "new/"
MONTHS_SHOWN = 12
FEWEST_SHOWN, MOST_SHOWN = 20, 200
"""Pieces of news on the page: in a quiet year older ones, too. Programs read the rest."""


@dataclass(frozen=True, slots=True)
class Month:
    """The news of a month, with the number of each kind in words."""

    day: str
    counts: str
    items: tuple[NewsItem, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = publication.words
    since = months_later(publication.day or today(), 1 - MONTHS_SHOWN).replace(day=1)
    first = enumerate(islice(news_items(publication), MOST_SHOWN + 1))
    items = [item for at, item in first if at < FEWEST_SHOWN or item.day >= str(since)]
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("What’s new"),
            description=words.gettext(
                "Who joined %(title)s, what changed, and what was tested again.",
                title=publication.settings.title,
            ),
        ),
        "new.html",
        publication,
        feed=FEED,
        history=publication.history,
        is_cut=len(items) > MOST_SHOWN,
        kinds=kind_names(words),
        listings=by_category(publication.catalog).values(),
        months=[*_months(items[:MOST_SHOWN], words)],
    )


def _months(items: Sequence[NewsItem], words: Messages) -> Iterator[Month]:
    for month, same in groupby(items, key=lambda item: item.day[:7]):
        found = tuple(same)
        yield Month(f"{month}-01", _counts(found, words), found)


def _counts(items: Sequence[NewsItem], words: Messages) -> str:
    numbers = Counter[News]()
    for item in items:
        numbers[item.kind] += item.count
    said = {
        News.ADDED: words.ngettext("%(num)s new", "%(num)s new", numbers[News.ADDED]),
        News.RENAMED: words.ngettext("%(num)s renamed", "%(num)s renamed", numbers[News.RENAMED]),
        News.CHANGED: words.ngettext("%(num)s changed", "%(num)s changed", numbers[News.CHANGED]),
        News.TESTED: words.ngettext("%(num)s tested", "%(num)s tested", numbers[News.TESTED]),
        News.LEFT: words.ngettext("%(num)s left", "%(num)s left", numbers[News.LEFT]),
    }
    whole = [text.replace(" ", "\N{NO-BREAK SPACE}") for text in said.values()]
    return ", ".join(text for kind, text in zip(said, whole, strict=True) if numbers[kind])
