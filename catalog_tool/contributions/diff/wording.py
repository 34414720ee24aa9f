"""Describes changes in plain words.

A phrase consists of our words and of strangers' text, which each writer makes inert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from catalog_tool.contributions.diff.changes import (
    AlphabetPosition,
    Difference,
    Fate,
    FieldChange,
    Kind,
    NameDifference,
    PageDifference,
    PartnerDifference,
    ProseChanged,
    TextDifference,
    Unreadable,
    WordsChanged,
)
from catalog_tool.linter.reporters.document import Foreign, Inline
from catalog_tool.model.changes import GroupChanged, ListChanged, OrderChanged, ValueChanged

MOST_NAMED = 12
"""Most added names of one list that are shown; the rest is counted. Removed names are all shown."""

LONGEST_VALUE = 10_000
"""Most characters of a value; no valid value is longer, so what is judged is never cut."""

_VALUES = {
    "contact": "contact link",
    "website": "website link",
    "applications_url": "link to all applications",
    "tested_on": "test date",
    "tested_by": "test method",
}
_LISTS = {
    "applications": ("application", "applications"),
    "links": ("link", "links"),
    "former_names": ("former name", "former names"),
    "products": ("product", "products"),
    "description_links": ("link in the description", "links in the description"),
    "applications_note_links": ("link in the note", "links in the note"),
    "text_links": ("link in the text", "links in the text"),
    "aliases": ("other name", "other names"),
}
_OF_SEVERAL = {Fate.APPEARS: "appear", Fate.MOVES: "move", Fate.VANISHES: "vanish"}
_PROSE = {"applications_note": "note before the applications"}
_PAGES = {
    "introduction": "the home page",
    "integration-options": "the home page",
    "how-to-add": "contribute/",
    "guidelines": "contribute/",
    "terms": "terms/",
}
"""Where readers see each text of the catalog's owner."""


def summary(difference: Difference) -> str:
    """Return the number of changes for readers, in one sentence."""
    if not difference.is_seen:
        return _nothing(difference.unreadable)
    kinds = Counter(found.kind for found in difference.partners)
    partners = [f"{kinds[kind]:,} {kind}" for kind in Kind if kinds[kind]]
    fates = Counter(found.fate for found in difference.pages)
    pages = [f"{fates[fate]:,} {_verb(fate, fates[fate])}" for fate in Fate if fates[fate]]
    names = [f"{len(difference.names):,} changed"] if difference.names else []
    texts = [f"{len(difference.texts):,} changed"] if difference.texts else []
    counted = (("partners", partners), ("texts", texts), ("pages", pages), ("names", names))
    said = "; ".join(f"{noun}: {', '.join(parts)}" for noun, parts in counted if parts)
    return f"{said[0].upper()}{said[1:]}."


def _nothing(unreadable: Iterable[Unreadable]) -> str:
    if any(found.errors_after for found in unreadable):
        return "Nothing changes for readers until the files below are fixed."
    return "The changes can't be compared." if unreadable else "Nothing changes for readers."


def _verb(fate: Fate, number: int) -> str:
    if fate is Fate.TITLE_CHANGES:
        return "with a new title"
    return fate if number == 1 else _OF_SEVERAL[fate]


def partner_phrases(found: PartnerDifference) -> Iterator[Inline]:
    """Yield the phrases about a partner that follow its name."""
    if found.place:
        yield _place(found.place)
    if found.old_path:
        yield "file renamed (", Foreign(found.old_path), " → ", Foreign(found.path), ")"
    yield from chain.from_iterable(_fact(fact, found.kind) for fact in found.facts)


def name_phrases(found: NameDifference) -> Iterator[Inline]:
    """Yield the phrases about a name in the vocabulary."""
    yield (f"{found.kind} {found.what}",)
    yield from chain.from_iterable(_fact(fact, found.kind) for fact in found.facts)


def text_phrases(found: TextDifference) -> Iterator[Inline]:
    """Yield the phrases about a text of the catalog's owner that follow its file."""
    if page := _PAGES.get(found.path.rpartition("/")[2].removesuffix(".md")):
        yield (f"shown on {page}",)
    yield from chain.from_iterable(_fact(fact, found.kind) for fact in found.facts)


def page_phrase(found: PageDifference) -> Inline:
    """Return the phrase about a page."""
    renaming = (", previously ", Foreign(found.old_title)) if found.old_title else ()
    title = (" (", Foreign(found.title), *renaming, ")")
    if found.before and found.after and found.before != found.after:
        return (f"{found.fate}: ", Foreign(found.before), " → ", Foreign(found.after), *title)
    return (f"{found.fate}: ", Foreign(found.after or found.before), *title)


def unreadable_phrase(found: Unreadable) -> Inline:
    """Return why a file could not be compared."""
    if not found.errors_after:
        reason = ", because its previous version has errors"
    else:
        reason = " until it is fixed"
    return (Foreign(found.path), f" can't be compared{reason}")


def join_phrases(phrases: Iterable[Inline]) -> Inline:
    """Join phrases with commas."""
    pieces = [piece for phrase in phrases for piece in (", ", *phrase)]
    return tuple(pieces[1:])


def _place(place: AlphabetPosition) -> Inline:
    if place.after and place.before:
        return ("between ", Foreign(place.after), " and ", Foreign(place.before))
    if place.before:
        return ("first, before ", Foreign(place.before))
    return ("last, after ", Foreign(place.after)) if place.after else ("the only partner",)


def _fact(fact: FieldChange, kind: Kind) -> Iterator[Inline]:
    match fact:
        case ListChanged():
            yield from _list(fact)
        case ValueChanged():
            yield _value(fact, kind)
        case OrderChanged():
            _, plural = _LISTS.get(fact.field, ("", fact.field.replace("_", " ")))
            yield (f"{plural} reordered",)
        case GroupChanged():
            yield _group(fact)
        case ProseChanged():
            yield from _prose(fact, kind)
        case WordsChanged():
            before = f"{fact.before:,} → " if fact.before else ""
            yield (f"{before}{fact.after:,} words",)


def _prose(fact: ProseChanged, kind: Kind) -> Iterator[Inline]:
    name = _PROSE.get(fact.field, fact.field)
    if not fact.runs:
        yield (f"{name} formatted differently",)
    elif kind not in {Kind.NEW, Kind.REMOVED}:
        yield (f"{name} changed",)


def _list(fact: ListChanged) -> Iterator[Inline]:
    for sign, names in (("+", fact.added), ("−", fact.removed)):
        if names:
            noun = _nouns(fact.field)[len(names) != 1]
            most = MOST_NAMED if names == fact.added else len(names)
            rest = len(names) - most
            more = f" and {rest:,} more" if rest > 0 else ""
            yield (f"{sign}{len(names):,} {noun} (", *_names(names[:most]), f"{more})")


def _nouns(field: str) -> tuple[str, str]:
    """Return the singular and the plural for what a list has; an own field has no such words."""
    words = f"in {field.replace('_', ' ')}"
    return _LISTS.get(field, (words, words))


def _group(fact: GroupChanged) -> Inline:
    if not fact.names:
        return ("group ", _text(fact.before), " is now ", _text(fact.after))
    before = (" from group ", _text(fact.before)) if fact.before else ()
    after = (" to group ", _text(fact.after)) if fact.after else (" to no group",)
    return (*_names(fact.names), " moved", *before, *after)


def _names(names: Iterable[str]) -> Inline:
    return join_phrases((_text(name),) for name in names)


def _text(text: str) -> Foreign:
    return Foreign(text, LONGEST_VALUE)


def _value(fact: ValueChanged, kind: Kind) -> Inline:
    before, after = _text(fact.before), _text(fact.after)
    if fact.field == "tested_on" and fact.after:
        return ("tested ", before, " → ", after) if fact.before else ("tested ", after)
    name = _VALUES.get(fact.field, fact.field.replace("_", " "))
    if not fact.before and kind in {Kind.NEW, Kind.REMOVED}:
        return (f"{name}: ", after)
    if not fact.before:
        return (f"{name} added (", after, ")")
    if not fact.after:
        return (f"{name} removed (was ", before, ")")
    return (f"{name} changed (", before, " → ", after, ")")
