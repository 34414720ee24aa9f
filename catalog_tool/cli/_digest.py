"""The digest: what waits, what is due, what is broken, and what is new, and who can help."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog_tool.cli import _renewals
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import diagnostic_object
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.freshness import RenewalsDue
from catalog_tool.model.history import PartnerNews
from catalog_tool.model.queue import TITLE_MAX_LENGTH, Queue, WaitingPull, WaitsFor
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
MOST_CALLED = 20
"""Most maintainers that are mentioned, so that a digest doesn't notify a crowd."""

_MOST_REASONS = 3
_LONGEST_NAME = 100
_WHOM = {
    WaitsFor.ADMIN: "an admin",
    WaitsFor.MAINTAINER: "a maintainer",
    WaitsFor.AUTHOR: "its author",
    WaitsFor.REVIEW: "the check",
}


@dataclass(frozen=True, slots=True)
class Digest:
    """What happened in a month, and what is left to do.

    Attributes:
        catalog: the entries.
        github: address of the repository on GitHub; empty if there is none.
        since: the first day of what is new.
        due: the attestations that are due for renewal.
        queue: the pull requests that wait; ``None`` if they aren't known.
        links: problems with links; ``None`` if they aren't known.
        new: the entries that were added; ``None`` if they aren't known.
    """

    catalog: Catalog
    github: str
    since: dt.date
    due: RenewalsDue
    queue: Queue | None
    links: tuple[Diagnostic, ...] | None
    new: tuple[PartnerNews, ...] | None


def document(digest: Digest) -> doc.Document:
    """Return the digest for people. As a page, it is empty if there is nothing to say."""
    calls = tuple(doc.Item((doc.Mention(who), ": ", *why)) for who, why in _calls(digest))
    waiting = tuple(_waiting(pull, digest.github) for pull in _pulls(digest))
    new = tuple(_new(each, digest.catalog) for each in digest.new or ())
    return doc.Document(
        (
            doc.Section(("These maintainers can help",), (doc.List(calls, MOST_CALLED),)),
            doc.Section(
                ("Waiting pull requests",),
                (doc.Table(("pull request", "author", "open since", "waits for"), waiting),),
            ),
            doc.Section(("Tests",), _renewals.document(digest.due).blocks if _due(digest) else ()),
            doc.Section(("Links",), (doc.Findings(digest.links or (), "catalog links"),)),
            doc.Section((f"New since {digest.since}",), (doc.List(new),)),
        ),
        (doc.PageOnly("**What waits, what is due, and what is new.** "), _sentence(digest)),
        is_quiet=not (waiting or new or digest.links or _due(digest)),
    )


def facts(digest: Digest) -> dict[str, Any]:
    """Return the digest for programs. ``null`` is what isn't known."""
    return {
        "version": FORMAT_VERSION,
        "today": str(digest.due.day),
        "queue": digest.queue and digest.queue.model_dump(mode="json"),
        "freshness": _renewals.facts(digest.due),
        "links": None if digest.links is None else [*map(diagnostic_object, digest.links)],
        "new": None if digest.new is None else [{"id": n.id, "day": n.day} for n in digest.new],
        "calls": [login for login, _ in _calls(digest)][:MOST_CALLED],
    }


def _sentence(digest: Digest) -> str:
    """Return the numbers in plain words."""
    queue = digest.queue if digest.github else None
    numbers = {
        "waiting pull request": len(queue.pulls) + queue.more if queue else None,
        "due test": len(_due(digest)),
        "link problem": None if digest.links is None else len(digest.links),
        "new partner": None if digest.new is None else len(digest.new),
    }
    known = (quantity(number, what) for what, number in numbers.items() if number is not None)
    unknown = {
        "`catalog queue` didn't run.": digest.github and digest.queue is None,
        "`catalog links` didn't run.": digest.links is None,
        "New entries are unknown, because the Git history is missing.": digest.new is None,
    }
    return " ".join([f"{', '.join(known)}.", *(said for said, is_so in unknown.items() if is_so)])


def _pulls(digest: Digest) -> tuple[WaitingPull, ...]:
    return digest.queue.pulls if digest.queue and digest.github else ()


def _due(digest: Digest) -> tuple[Entry, ...]:
    """Return the entries whose partners should test again, or say when they did."""
    return tuple(entry for entry, _ in (*digest.due.renewals, *digest.due.undated))


def _calls(digest: Digest) -> list[tuple[str, doc.Inline]]:
    """Return the maintainers who can do something, and what: what others wait for comes first."""
    reasons: Mapping[str, dict[doc.Inline, None]] = defaultdict(dict)
    for login, reason in _reasons(digest):
        reasons[login][reason] = None
    return [(login, _joined([*why])) for login, why in reasons.items()]


def _reasons(digest: Digest) -> Iterator[tuple[str, doc.Inline]]:
    # Only maintainers named by the main branch are mentioned.
    known = {who.lower() for entry in digest.catalog.entries for who in entry.partner.maintainers}
    for pull in _pulls(digest):
        if WaitsFor.MAINTAINER in pull.waits_for:
            reason: doc.Inline = ("review ", _link(pull, digest.github))
            yield from ((who, reason) for who in pull.reviewers if who.lower() in known)
    by_path = {entry.source.path: entry for entry in digest.catalog.entries}
    broken = (by_path[found.path] for found in digest.links or () if found.path in by_path)
    for what, entries in (("fix a link of ", broken), ("test ", _due(digest))):
        for entry in entries:
            reason = (what, doc.Foreign(entry.title, _LONGEST_NAME))
            yield from ((login, reason) for login in entry.partner.maintainers)


def _joined(reasons: Sequence[doc.Inline]) -> doc.Inline:
    spans = [span for reason in reasons[:_MOST_REASONS] for span in ("; ", *reason)][1:]
    rest = len(reasons) - _MOST_REASONS
    return (*spans, f"; and {rest:,} more") if rest > 0 else tuple(spans)


def _waiting(pull: WaitingPull, github: str) -> tuple[doc.Inline, ...]:
    whom = " and ".join(_WHOM[each] for each in pull.waits_for)
    title = doc.Foreign(pull.title, TITLE_MAX_LENGTH)
    name = (_link(pull, github), " ", title)
    return (name, (doc.Foreign(pull.author),), (str(pull.since),), (whom,))


def _link(pull: WaitingPull, github: str) -> doc.Link:
    return doc.Link(f"#{pull.number}", f"{github}/pull/{pull.number}")


def _new(news: PartnerNews, catalog: Catalog) -> doc.Item:
    entry = catalog.by_id.get(news.id)
    name = entry.title if entry else catalog.former.former[news.id].name
    return doc.Item((doc.Foreign(name, _LONGEST_NAME), f", on {news.day}"))
