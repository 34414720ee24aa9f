"""Compares one entry, as readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from catalog_tool.contributions.diff.changes import (
    FieldChange,
    GroupChanged,
    ListChanged,
    OrderChanged,
    ProseChanged,
    ValueChanged,
    WordsChanged,
)
from catalog_tool.contributions.diff.prose import changed_runs
from catalog_tool.model.catalog import Entry
from catalog_tool.model.partner import DraftPartner, Partner
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup import Markup, to_html, to_plain
from catalog_tool.text.words import count_words

_ADDRESSES = ("contact", "website", "applications_url")
_ATTESTATION = ("tested_on", "tested_by")
NOTHING = Entry("", DraftPartner(), Source(""))
"""The empty entry that a new entry is compared with."""


def entry_changes(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[FieldChange]:
    """Yield what readers will see change in an entry.

    Args:
        before: the entry as it was, or :data:`NOTHING`.
        after: the entry as it will be.
        vocabulary: the new vocabulary; another spelling of an application is not a change.
    """
    seen = tuple(_seen(before, after, vocabulary))
    yield from seen
    words = WordsChanged(_words(before), _words(after))
    # Readers don't see the count, so it accompanies other changes but isn't a change by itself.
    if seen and words.before != words.after:
        yield words
    yield from _values(_ATTESTATION, before, after)


def _seen(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[FieldChange]:
    if before is not NOTHING:
        yield from value_changed("name", before.title, after.title)
    yield from _applications(before, after, vocabulary)
    yield from _values(_ADDRESSES, before, after)
    yield from _links(before, after)
    for key in ("former_names", "products"):
        old, new = getattr(before.partner, key), getattr(after.partner, key)
        yield from _list(key, old, new)
    yield from _values(("summary",), before, after)
    yield from value_changed("logo", _logo(before), _logo(after))
    yield from _own_fields(before.partner, after.partner)
    yield from text_changes("applications_note", before.note, after.note)
    yield from text_changes("description", before.description, after.description)


def _own_fields(before: Partner, after: Partner) -> Iterator[FieldChange]:
    for key in {**before.own_fields, **after.own_fields}:
        field = after.own_fields.get(key) or before.own_fields[key]
        old, new = (
            [field.name_of(value) for value in partner.fields.get(key, ())]
            for partner in (before, after)
        )
        if field.multiple:
            yield from _list(key, old, new)
        else:
            yield from value_changed(key, "".join(old), "".join(new))


def added_and_removed(
    key: str, before: Iterable[str], after: Iterable[str]
) -> Iterator[FieldChange]:
    """Yield what was added to a list and removed from it, if anything was."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    added = tuple(each for each in new if each not in old)
    removed = tuple(each for each in old if each not in new)
    if added or removed:
        yield ListChanged(key, added, removed)


def value_changed(key: str, before: str | None, after: str | None) -> Iterator[FieldChange]:
    """Yield the change of a value, if it changed; ``None`` means no value."""
    if (before or "") != (after or ""):
        yield ValueChanged(key, before or "", after or "")


def _list(key: str, before: Sequence[str], after: Sequence[str]) -> Iterator[FieldChange]:
    """Yield the changes of a list whose order readers see."""
    yield from added_and_removed(key, before, after)
    in_both = {*before} & {*after}
    if [each for each in before if each in in_both] != [each for each in after if each in in_both]:
        yield OrderChanged(key)


def _values(keys: Iterable[str], before: Entry, after: Entry) -> Iterator[FieldChange]:
    for key in keys:
        yield from value_changed(key, getattr(before.partner, key), getattr(after.partner, key))


def _applications(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[FieldChange]:
    old, new = _groups(before, vocabulary), _groups(after, vocabulary)
    yield from added_and_removed("applications", old, new)
    moved: dict[tuple[str, str], list[str]] = {}
    for name in (name for name in new if old.get(name, new[name]) != new[name]):
        moved.setdefault((old[name], new[name]), []).append(name)
    yield from _group_changes(old, new, moved)
    is_kept = {name for name in old if old[name] == new.get(name)}
    if [name for name in old if name in is_kept] != [name for name in new if name in is_kept]:
        yield OrderChanged("applications")


def _group_changes(
    old: Mapping[str, str], new: Mapping[str, str], moved: Mapping[tuple[str, str], Sequence[str]]
) -> Iterator[FieldChange]:
    """Yield the groups with another name, and the applications that moved to another group."""
    for (group, other), names in moved.items():
        kept = {name for name, where in old.items() if where == group and name in new}
        is_taken = other in old.values() or group in new.values()
        is_renamed = group and other and {*names} == kept and not is_taken
        yield GroupChanged(group, other, () if is_renamed else tuple(names))


def _groups(entry: Entry, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the group of each application, ``""`` for none, in the order of the entry."""
    return {
        vocabulary.canonical(name) or name: str(where[-1]) if len(where) > 1 else ""
        for where, names in entry.partner.application_lists()
        for name in names
        if name
    }


def _logo(entry: Entry) -> str:
    return entry.logo.facts if entry.logo else ""


def _links(before: Entry, after: Entry) -> Iterator[FieldChange]:
    old = [f"{link.label}: {link.url}" for link in before.partner.links]
    new = [f"{link.label}: {link.url}" for link in after.partner.links]
    yield from _list("links", old, new)


def text_changes(key: str, before: Markup, after: Markup) -> Iterator[FieldChange]:
    """Yield the changed words and links of a text."""
    if before.text.strip() == after.text.strip() or _look(before) == _look(after):
        return
    runs = changed_runs(to_plain(before), to_plain(after))
    targets = tuple(added_and_removed(f"{key}_links", _targets(before), _targets(after)))
    yield from targets
    if runs or not targets:
        yield ProseChanged(key, runs)


def _look(markup: Markup) -> tuple[object, ...]:
    """Return what readers see of a text; where its lines end in the file makes no difference."""
    inline = (each for token in markup.tokens for each in token.children or ())
    return to_html(markup).split(), [each.attrs for each in inline if each.attrs]


def _targets(markup: Markup) -> Iterator[str]:
    """Yield each link of a text, because a changed target doesn't show in the words."""
    for anchor in markup.anchors:
        yield f"{anchor.text}: {anchor.target}"


def _words(entry: Entry) -> int:
    return sum(count_words(text) for _, text in entry.published_texts())
