"""What is new, in the words of the site: for the page and for the feeds.

Names come from entries as they were on a day, so they may be older than what the check accepts now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog_tool.model.catalog import Entry
from catalog_tool.model.changes import ListChanged, ValueChanged
from catalog_tool.model.history import News, PartnerNews
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.text.characters import escape_hidden

NAMED = 8
"""Most names in a sentence."""
ADDED_APART = 12
"""Most partners that are told one by one if they were added on the same day."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One piece of news.

    Attributes:
        day: its day, such as ``2026-05-04``.
        kind: what is new.
        id: the id of the partner's page; ``""`` if it is about several partners.
        title: the partner's name, or how many there are.
        address: the page to read more, relative to the root of the site.
        sentences: what changed, as plain text.
        entry: the partner's entry, if it is in the catalog.
        count: the number of partners that it is about.
        unlisted: the applications that the partner no longer lists.
    """

    day: str
    kind: News
    id: str
    title: str
    address: str
    sentences: tuple[str, ...]
    entry: Entry | None = None
    count: int = 1
    unlisted: frozenset[str] = frozenset()


def news_items(publication: Publication, *, since: str = "") -> Iterator[NewsItem]:
    """Yield what is new, the last first; nothing if the history isn't known.

    Args:
        publication: what is published.
        since: the first day, such as ``2026-05-04``; as far back as is known if empty.
    """
    history, words = publication.history, publication.words
    news = (each for each in (history.news if history else ()) if each.day >= since)
    for (day, kind), same in groupby(news, key=lambda each: (each.day, each.kind)):
        alike = tuple(same)
        if kind is News.ADDED and len(alike) > ADDED_APART:
            title = words.ngettext("%(num)s %(partner)s", "%(num)s %(partners)s", len(alike))
            yield NewsItem(day, kind, "", title, "catalog/", (), count=len(alike))
        else:
            items = (news_item(each, publication, words) for each in alike)
            yield from (item for item in items if item.sentences or kind is not News.CHANGED)


def kind_names(words: Messages) -> Mapping[News, str]:
    """Return what readers call each kind of news."""
    return {
        News.ADDED: words.gettext("New"),
        News.LEFT: words.gettext("Left"),
        News.RENAMED: words.gettext("Renamed"),
        News.CHANGED: words.gettext("Changed"),
        News.TESTED: words.gettext("Tested"),
    }


def news_item(news: PartnerNews, publication: Publication, words: Messages) -> NewsItem:
    """Return one piece of news of one partner."""
    catalog = publication.catalog
    entry = catalog.by_id.get(news.id)
    name = entry.title if entry else catalog.former.former[news.id].name
    said = tuple(_sentences(news, entry, publication, words))
    address = f"partners/{news.id}/"
    unlisted = frozenset(
        name
        for change in news.changes
        if isinstance(change, ListChanged) and change.field == "applications"
        for name in change.removed
    )
    return NewsItem(news.day, news.kind, news.id, name, address, said, entry, unlisted=unlisted)


def _sentences(
    news: PartnerNews, entry: Entry | None, publication: Publication, words: Messages
) -> Iterator[str]:
    if news.kind is News.ADDED and entry and entry.summary:
        yield entry.summary
    if news.kind is News.LEFT:
        yield words.gettext("No longer listed.")
        if reason := publication.catalog.former.former[news.id].reason:
            yield reason
        return
    if news.kind is News.RENAMED:
        former = escape_hidden(news.former_name)
        yield words.gettext("Was %(name)s. Old links still work.", name=former)
    yield from _changes(news.changes, publication, words)


def _changes(
    changes: Iterable[ValueChanged | ListChanged], publication: Publication, words: Messages
) -> Iterator[str]:
    fields, whole = publication.catalog.fields, _whole(words)
    for change in changes:
        if field := fields.get(change.field):
            yield from _own_field(change, field.label, words)
        elif change.field == "applications" and isinstance(change, ListChanged):
            yield from _applications(change, words)
        elif change.field == "tested_on" and isinstance(change, ValueChanged):
            yield _test(change, words)
        elif change.field == "logo" and isinstance(change, ValueChanged):
            yield words.gettext("New logo.") if change.after else words.gettext("Removed its logo.")
        elif sentence := whole.get(change.field):
            yield sentence


def _whole(words: Messages) -> Mapping[str, str]:
    """Return what to say of the fields whose values say nothing by themselves."""
    return {
        "contact": words.gettext("New contact."),
        "website": words.gettext("New website."),
        "applications_url": words.gettext("Changed the link to its full list."),
        "links": words.gettext("Changed its links."),
        "products": words.gettext("Changed its products."),
        "summary": words.gettext("Changed its summary."),
        "description": words.gettext("Changed its description."),
    }


def _applications(change: ListChanged, words: Messages) -> Iterator[str]:
    if change.added:
        yield words.gettext("Now lists %(names)s.", names=_some(change.added, words))
    if change.removed:
        yield words.gettext("No longer lists %(names)s.", names=_some(change.removed, words))


def _test(change: ValueChanged, words: Messages) -> str:
    if not change.after:
        return words.gettext("No longer states a test date.")
    return words.gettext("Tested in %(month)s.", month=words.month(change.after))


def _own_field(change: ValueChanged | ListChanged, label: str, words: Messages) -> Iterator[str]:
    """Yield what a partner states now, or no longer states, in a field of this catalog."""
    now, before = (
        (change.added, change.removed)
        if isinstance(change, ListChanged)
        else ((change.after,), (change.before,))
    )
    if stated := _some(now, words):
        yield words.gettext("Now states %(label)s: %(values)s.", label=label, values=stated)
    elif gone := _some(before, words):
        yield words.gettext("No longer states %(label)s: %(values)s.", label=label, values=gone)


def _some(names: Sequence[str], words: Messages) -> str:
    names = [escape_hidden(name) for name in names if name]
    shown = names[:NAMED]
    if rest := len(names) - len(shown):
        shown.append(words.gettext("%(num)s more", num=words.number(rest)))
    return words.every(shown) if shown else ""
