"""The home page: the finder, and what a visitor may want to see first.

A small catalog shows all its partners. A large one shows where to begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from catalog_tool.model.catalog import Entry, ListedApplication
from catalog_tool.model.history import News
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.model.today import today
from catalog_tool.site.news import NewsItem, news_items
from catalog_tool.site.numbers.counting import tested_lately
from catalog_tool.site.pages.catalog import MOST_ROWS, letter_addresses
from catalog_tool.site.pages.grouping import by_category
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill

ADDRESS = ""
EXAMPLES_SHOWN = 6
PARTNERS_SHOWN = 24
"""Most partners that the home page shows. A selection of more would be unfair."""
RECENT_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Change:
    """What was last new about a partner, or about many that joined together, in a few words."""

    news: NewsItem
    what: str


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    catalog, words = publication.catalog, publication.words
    is_small = len(catalog.entries) <= PARTNERS_SHOWN
    introduction = read_prose(publication, "introduction")
    examples = catalog.most_listed[:EXAMPLES_SHOWN]
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("Who connects our %(application)s?"),
            description=publication.settings.summary,
            edit=introduction.source if introduction else "",
        ),
        "home.html",
        publication,
        changes=[*islice(_changes(publication, words), RECENT_SHOWN)],
        examples=examples,
        examples_label=_examples_label(examples, words),
        introduction=introduction,
        is_small=is_small,
        is_sortable=1 < len(catalog.entries) <= MOST_ROWS,
        letters=letter_addresses(publication),
        listings=by_category(catalog).values(),
        options=read_prose(publication, "integration-options"),
        tested=_recently_tested(publication)[:RECENT_SHOWN],
        tested_lately=tested_lately(publication, publication.day or today()),
    )


def _examples_label(examples: Sequence[ListedApplication], words: Messages) -> str:
    """Return what the examples are. An application with one partner isn't listed the most."""
    if all(len(each.entries) > 1 for each in examples):
        return words.gettext("Most listed")
    return words.gettext("Examples")


def _changes(publication: Publication, words: Messages) -> Iterator[Change]:
    """Yield the partners that are new or changed, each once, the last first."""
    seen: set[str] = set()
    for news in news_items(publication):
        is_change = news.kind in {News.ADDED, News.RENAMED, News.CHANGED}
        is_many = not news.id  # partners that joined on one day: to pick some would be unfair
        if is_change and (is_many or (news.entry and news.id not in seen)):
            seen.add(news.id)
            yield Change(news, _in_short(news, words))


def _in_short(news: NewsItem, words: Messages) -> str:
    return words.gettext("New in the catalog.") if news.kind is News.ADDED else news.sentences[0]


def _recently_tested(publication: Publication) -> list[Entry]:
    """Return the partners whose test isn't due again, the last test first."""
    fresh = [
        entry
        for entry in publication.catalog.entries
        if entry.partner.tested_on and not publication.renewal_of(entry)
    ]
    return sorted(fresh, key=lambda entry: entry.partner.tested_on or "", reverse=True)
