"""The finder's answer as text: who connects it, how to contact them, and why it matches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from catalog_tool.cli._found_partner import contact_of, failing_in
from catalog_tool.text.phrases import join_names
from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.model.catalog import Catalog
    from catalog_tool.site.finder import (
        ApplicationAnswer,
        FinderAnswer,
        Mention,
        PartnerAnswer,
        PossiblePartner,
        Together,
    )

_REASONS = {
    "alias": "also known as {}",
    "former": "formerly {}",
    "product": "product: {}",
    "host": "website: {}",
    "close": "close match: {}",
    "vendor": "made by {}",
    "category": "listed under {}",
    "field": "states {}",
    "partner": "listed by {}",
    "not_listing": "does not list {}",
    "mentioned": "matches only “{}”",
    "typo": "similar spelling: {}",
}
_UNMET = {
    "lacking": "None of these partners states {names}.",
    "refused": "All of these partners state {names}.",
    "listed": "All of these partners list {names}.",
    "only": "Only {names} {verb} it.",
    "unmet": "None of these partners meets all of your conditions.",
    "excluded": "Partners that state {names} aren't shown. "
    "Some of the others state nothing about it.",
    "left_out": "You excluded: {names}.",
    "ignored": "Nothing was left out for {names}.",
}
"""Why no partner in an answer, or not each of them, is as the query asks, by kind."""

_MOST_NAMED = 3
"""Applications that are named beside one of their partners."""

_REASONS_OF_NAME = {"typo": " (similar spelling)", "close": " (close match)"}


def answer_lines(answer: FinderAnswer, catalog: Catalog, limit: int) -> Iterator[str]:
    """Yield the lines of an answer. Control characters from entries and the query are escaped.

    Args:
        answer: the answer to print.
        catalog: the catalog with the contacts.
        limit: the largest number of results of each kind.
    """
    if not answer.is_found:
        yield _not_found(answer)
    yield from _known(answer, catalog, limit)
    yield from _unmet(answer)
    yield from _together(answer, catalog, limit)
    mentioned, partly = (list(map(_mention, each)) for each in (answer.mentioned, answer.partly))
    parts = {
        "applications": _applications(answer, catalog, limit),
        "partners": _section("Partners", _partners(answer, catalog), limit),
        "mentioned": _section("Mentioned by", mentioned, limit),
        "partly": _section("Some of the words are listed or mentioned by", partly, limit),
    }
    yield from parts.pop(answer.leading)
    for part in parts.values():
        yield from part
    if answer.unsaid:
        yield f"Nobody mentions {join_names([f'“{visible(word)}”' for word in answer.unsaid])}."
    yield from _section("Also mentioned by", list(map(_mention, answer.also)), limit)
    yield from _section("May connect it", _generic(answer.may_connect, catalog), limit)
    yield from _similar(answer)
    yield from _section(
        "These partners show a selection here and publish a longer list elsewhere",
        [f"{visible(each.name)}: {visible(each.url)}" for each in answer.longer_lists],
        limit,
    )
    for each in answer.loosened:
        filters = "any filter" if each.facet == "all" else f"the {each.facet} filter"
        yield f"Without {filters}: {each.count:,} found."


def _not_found(answer: FinderAnswer) -> str:
    filtered = " with these filters" if answer.loosened else ""
    query = f"“{visible(answer.subject)}”"
    return (
        f"Only a part of {query} was found{filtered}."
        if answer.partly
        else f"Nobody lists {query}{filtered}."
    )


def _together(answer: FinderAnswer, catalog: Catalog, limit: int) -> Iterator[str]:
    if answer.together is None:
        return
    partners = [
        f"{contact_of(each, catalog)}{failing_in(each, answer)}"
        for each in answer.together.partners
    ]
    title = _together_title(answer.together)
    yield from _section(title, partners, limit) if partners else [f"{title}."]


def _together_title(together: Together) -> str:
    parts = (*together.applications, *together.others)
    is_mentioned = any(each.is_mentioned for each in parts)
    one, several = ("lists or mentions", "list or mention") if is_mentioned else ("lists", "list")
    if not together.others:
        names = ", ".join(visible(each.name) for each in parts)
        those = f"Partners that {several}" if together.partners else f"Nobody {one}"
        return f"{those} all of {names}"
    count = len(together.partners)
    partners = f"1 partner {one}" if count == 1 else f"{count:,} partners {several}"
    had, lacking = (
        join_names([visible(each.name) for each in every])
        for every in (together.applications, together.others)
    )
    return f"Nobody {one} all of them. {partners} {had}, without {lacking}"


def _mention(found: Mention) -> str:
    lacks = f" (without {visible(', '.join(found.missing))})" if found.missing else ""
    lacks += " (in different sentences)" if found.is_apart else ""
    lacks += " (may say the opposite)" if found.is_denied else ""
    says = f"“{visible(found.sentence)}”" if found.sentence else visible(", ".join(found.listed))
    return f"{visible(found.name)}{': ' * bool(says)}{says}{lacks}"


def _applications(answer: FinderAnswer, catalog: Catalog, limit: int) -> Iterator[str]:
    for application in answer.applications[:limit]:
        yield from _application_lines(application, answer, catalog, limit)
    yield from _left(answer.applications, limit)


def _application_lines(
    application: ApplicationAnswer, answer: FinderAnswer, catalog: Catalog, limit: int
) -> Iterator[str]:
    count = len(application.partners)
    partners = f"{count:,} partner{'s' if count > 1 else ''}"
    yield f"{visible(application.name)}: {partners}{_reason(application)}"
    for id_ in application.partners[:limit]:
        yield f"  → {contact_of(id_, catalog)}{failing_in(id_, answer)}"
    yield from _left(application.partners, limit)


def _partners(answer: FinderAnswer, catalog: Catalog) -> list[str]:
    found = []
    for each in answer.partners:
        # Beside a refused value, "states" marks those that state it.
        is_mark = answer.refused and each.match == "field"
        reason = "" if is_mark else _reason(each)
        found.append(f"{contact_of(each.id, catalog)}{reason}{failing_in(each.id, answer)}")
    return found


def _generic(partners: Sequence[PossiblePartner], catalog: Catalog) -> list[str]:
    return [
        f"{contact_of(each.id, catalog)} (through {visible(', '.join(each.reach))})"
        for each in partners
    ]


def _section(title: str, lines: Sequence[str], limit: int) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  → {line}" for line in lines[:limit])
        yield from _left(lines, limit)


def _unmet(answer: FinderAnswer) -> Iterator[str]:
    """Yield why no partner in the answer is as the query asks, before the partners."""
    for kind, sentence in _UNMET.items():
        if names := [visible(near.name) for near in answer.nearest if near.kind == kind]:
            names = [f"“{name}”" for name in names] if kind == "ignored" else names
            verb = "list" if len(names) > 1 else "lists"
            yield sentence.format(names=join_names(names), verb=verb)


def _known(answer: FinderAnswer, catalog: Catalog, limit: int) -> Iterator[str]:
    """Yield what the query names that no partner lists or states, before what is found instead."""
    for near in answer.nearest:
        if near.kind == "unlisted":
            yield f"{visible(near.name)} is known, but no partner lists it yet."
        elif near.kind == "unstated":
            yield f"{visible(near.name)} is known, but no partner states it yet."
        elif near.kind == "category":
            told = f"Its category is {visible(near.name)}."
            is_only = not (answer.is_found or answer.partly)
            others = _listing_in(near.name, catalog) if is_only else []
            yield from _section(f"{told} Partners that list others in it", others, limit)
            yield from [] if others else [told]


def _listing_in(category: str, catalog: Catalog) -> list[str]:
    """Return the partners that list an application in a category, with what they list in it."""
    ids = {id_ for id_, each in catalog.vocabulary.categories.items() if each.name == category}
    listed: dict[str, list[str]] = {}
    for application in catalog.applications:
        if application.known and application.known.category in ids:
            for entry in application.entries:
                listed.setdefault(entry.id, []).append(visible(application.name))
    return [
        f"{contact_of(each, catalog)} (lists {', '.join(names[:_MOST_NAMED])}{more})"
        for each, names in listed.items()
        for more in [", …" if len(names) > _MOST_NAMED else ""]
    ]


def _similar(answer: FinderAnswer) -> Iterator[str]:
    similar = (near for near in answer.nearest if near.address and near.kind != "category")
    if names := [visible(near.name) for near in similar]:
        yield f"Did you mean: {', '.join(names)}?"


def _left(every: Sequence[object], limit: int) -> Iterator[str]:
    if len(every) > limit:
        yield f"  and {len(every) - limit:,} more (use --limit to show them)"


def _reason(found: ApplicationAnswer | PartnerAnswer) -> str:
    reason = _REASONS.get(found.match)
    is_part = found.match == "mentioned"
    if reason is None or (found.matched == found.name and not is_part):
        return _REASONS_OF_NAME.get(found.match, "")
    return f" ({reason.format(visible(found.matched) or 'any of these')})"
