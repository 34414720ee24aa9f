"""What changed in the statements of an entry, field by field, without its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog_tool.model.catalog import Entry
from catalog_tool.model.partner import DraftPartner, Partner
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Vocabulary

_ADDRESSES = ("contact", "website", "applications_url")
NOTHING = Entry("", DraftPartner(), Source(""))
"""The empty entry that a new entry is compared with."""


@dataclass(frozen=True, slots=True)
class ValueChanged:
    """One value changed; ``""`` means no value."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ListChanged:
    """Elements were added to a list or removed from it."""

    field: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """Elements that both lists have changed their order."""

    field: str


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """Applications changed their group; ``""`` means no group.

    Attributes:
        before: the old group.
        after: the new group.
        names: the applications; empty if the whole group was renamed.
    """

    before: str
    after: str
    names: tuple[str, ...]


StatedChange = ValueChanged | ListChanged | OrderChanged | GroupChanged


def stated_changes(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[StatedChange]:
    """Yield what changed in the names, lists, addresses, and own fields of an entry.

    Args:
        before: the entry as it was, or :data:`NOTHING`.
        after: the entry as it is then.
        vocabulary: the new vocabulary; another spelling of an application is not a change.
    """
    if before is not NOTHING:
        yield from value_changed("name", before.title, after.title)
    yield from _applications(before, after, vocabulary)
    yield from values_changed(_ADDRESSES, before, after)
    yield from _links(before, after)
    for key in ("former_names", "products"):
        old, new = getattr(before.partner, key), getattr(after.partner, key)
        yield from _list(key, old, new)
    yield from values_changed(("summary",), before, after)
    yield from value_changed("logo", _logo(before), _logo(after))
    yield from _own_fields(before.partner, after.partner)


def _own_fields(before: Partner, after: Partner) -> Iterator[StatedChange]:
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
) -> Iterator[StatedChange]:
    """Yield what was added to a list and removed from it, if anything was."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    added = tuple(each for each in new if each not in old)
    removed = tuple(each for each in old if each not in new)
    if added or removed:
        yield ListChanged(key, added, removed)


def value_changed(key: str, before: str | None, after: str | None) -> Iterator[ValueChanged]:
    """Yield the change of a value, if it changed; ``None`` means no value."""
    if (before or "") != (after or ""):
        yield ValueChanged(key, before or "", after or "")


def _list(key: str, before: Sequence[str], after: Sequence[str]) -> Iterator[StatedChange]:
    """Yield the changes of a list whose order readers see."""
    yield from added_and_removed(key, before, after)
    in_both = {*before} & {*after}
    if [each for each in before if each in in_both] != [each for each in after if each in in_both]:
        yield OrderChanged(key)


def values_changed(keys: Iterable[str], before: Entry, after: Entry) -> Iterator[ValueChanged]:
    """Yield the values that changed."""
    for key in keys:
        yield from value_changed(key, getattr(before.partner, key), getattr(after.partner, key))


def _applications(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[StatedChange]:
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
) -> Iterator[StatedChange]:
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


def _links(before: Entry, after: Entry) -> Iterator[StatedChange]:
    old = [f"{link.label}: {link.url}" for link in before.partner.links]
    new = [f"{link.label}: {link.url}" for link in after.partner.links]
    yield from _list("links", old, new)
