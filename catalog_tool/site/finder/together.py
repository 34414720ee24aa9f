"""Queries that name several things, none of which has all the words: ``idmworks racf``.

An application with one of its partners, an application with a partner that does not list it, and a
list of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.site.finder.grading import LONGEST_SPLIT
from catalog_tool.site.finder.index import FinderIndex
from catalog_tool.site.finder.matching import Found, Match, Matching
from catalog_tool.site.finder.query import Attempt
from catalog_tool.site.finder.texts import Grade, Source

# Sets of words that some partner has in its name: more are not tried.
_MOST_SETS = 8
# Partners that begin with the same words: more are no name of one.
_MOST_NAMESAKES = 3
_WHOLE_MATCHES = {
    Source.NAME: Match.EXACT,
    Source.ALIAS: Match.ALIAS,
    Source.VENDOR: Match.VENDOR,
    Source.CATEGORY: Match.CATEGORY,
}

Words = tuple[int, ...]


def found_together(index: FinderIndex, attempt: Attempt, matching: Matching) -> list[Found]:
    """Return what a query names, where nothing has all of its words; best first.

    Args:
        index: the catalog.
        attempt: a reading of the query.
        matching: what that reading found of each word.
    """
    named = _named_partners(index, attempt, matching)
    return (
        _listed_by(index, attempt, matching, named)
        or _not_listed_by(index, attempt, matching, named)
        or _list_of_names(index, attempt)
    )


def _named_partners(
    index: FinderIndex, attempt: Attempt, matching: Matching
) -> list[tuple[Words, list[int]]]:
    """Return sets of words with the partners that have them in their names: most words first.

    Those that have them only with a typo are left out where others have them without.
    """
    first = index.first_partner
    words_of: dict[int, list[int]] = {}
    for at in attempt.required:
        for owner in matching.in_owners[at]:
            if owner >= first:
                words_of.setdefault(owner - first, []).append(at)
    sets: dict[Words, list[int]] = {}
    for partner, words in sorted(words_of.items()):
        if len(words) < len(attempt.required):
            sets.setdefault(tuple(words), []).append(partner)
    most = sorted(sets, key=lambda words: (-len(words), words))[:_MOST_SETS]
    return [(words, _best_named(first, matching, words, sets[words])) for words in most]


def _best_named(first: int, matching: Matching, words: Words, partners: Sequence[int]) -> list[int]:
    def worst(partner: int) -> Grade:
        return min(matching.in_owners[at][first + partner] for at in words)

    best = max(map(worst, partners))
    return [partner for partner in partners if worst(partner) == best]


def _listed_by(
    index: FinderIndex,
    attempt: Attempt,
    matching: Matching,
    named: Sequence[tuple[Words, list[int]]],
) -> list[Found]:
    """Return applications that have the words which are not of one of their partners."""
    for words, partners in named:
        found = []
        for each in _applications(index, attempt, matching, words):
            listing = index.applications[each.owner].partners
            lister = next((partner for partner in partners if partner in listing), None)
            if lister is not None:
                matched = index.partners[lister].name
                found.append(Found(each.rank, each.owner, Match.PARTNER, matched))
        if found:
            return found
    return []


def _not_listed_by(
    index: FinderIndex,
    attempt: Attempt,
    matching: Matching,
    named: Sequence[tuple[Words, list[int]]],
) -> list[Found]:
    """Return applications, and the partners that are named beside them and do not list them."""
    for words, partners in named:
        begins = "".join(attempt.query.words[at] for at in words)
        namesakes = [each for each in partners if _begins(index, each, begins)]
        applications = _applications(index, attempt, matching, words)
        if applications and 0 < len(namesakes) <= _MOST_NAMESAKES:
            only = index.owners[applications[0].owner].name if len(applications) == 1 else ""
            others = (
                Found((*applications[-1].rank, partner), owner, Match.NOT_LISTING, only)
                for partner in namesakes
                for owner in [index.first_partner + partner]
            )
            return [*applications, *others]
    return []


def _applications(
    index: FinderIndex, attempt: Attempt, matching: Matching, without: Words
) -> list[Found]:
    """Return the applications that have all words but some, and that some partner lists."""
    required = tuple(at for at in attempt.required if at not in without)
    found = matching.narrowed(required).found()
    return [each for each in found if each.owner < index.first_unlisted]


def _begins(index: FinderIndex, partner: int, words: str) -> bool:
    name = index.texts.by_owner.get(index.first_partner + partner, [None])[0]
    return name is not None and index.texts.start(name, words) is Grade.WHOLE


def _list_of_names(index: FinderIndex, attempt: Attempt) -> list[Found]:
    """Return what each part of a query is a whole name of, if all parts are: ``epic, cerner``."""
    words = [attempt.query.words[at] for at in attempt.required]
    parts: list[list[Found] | None] = [[]]
    for end in range(1, len(words) + 1):
        starts = range(max(0, end - LONGEST_SPLIT), end)
        parts.append(next(_continued(index, words, parts, starts, end), None))
    found = {each.owner: each for each in reversed(parts[-1] or [])}
    return sorted(found.values(), key=lambda each: each.rank)


def _continued(
    index: FinderIndex,
    words: Sequence[str],
    parts: Sequence[list[Found] | None],
    starts: range,
    end: int,
) -> Iterator[list[Found]]:
    for start in starts:
        before = parts[start]
        if before is not None and (named := _named(index, "".join(words[start:end]), end)):
            yield [*before, *named]


def _named(index: FinderIndex, key: str, position: int) -> list[Found]:
    """Return what has a name or another name that is written so."""
    texts = index.texts
    numbers = [number for number, _ in texts.with_word(key, whole=True)]
    whole = [texts.texts[number] for number in dict.fromkeys(numbers) if texts.keys[number] == key]
    return [
        Found((0, 0, 0, 0, position, owner), owner, _WHOLE_MATCHES[each.source], each.text)
        for each in whole
        if each.source in _WHOLE_MATCHES
        for owner in each.owners
    ]
