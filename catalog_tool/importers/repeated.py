"""Joins what a list says about one partner in several places, such as under two categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from typing import Any

from catalog_tool.importers.coverage import without_scheme
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines
from catalog_tool.importers.values import all_of, said
from catalog_tool.model.nodes import Plain
from catalog_tool.text.ordering import same_key, sort_key
from catalog_tool.text.urls.owners import owner_of

_OTHER = "Another place of the list gives another value for this partner."


def join_repeated(partners: Iterable[ImportedPartner]) -> tuple[ImportedPartner, ...]:
    """Return the partners, each once: those with one name are one unless their sites differ.

    Websites with one owner are the same site, and the second one is a link. What has no website is
    about the same partner as what is right above it, if that has the same name.
    Partners with different ids stay apart, because a catalog has already decided about them.
    """
    given = tuple(partners)
    owners: dict[str, set[str]] = defaultdict(set)
    for partner in given:
        owners[same_key(partner.name)] |= {_owner(partner)} - {""}
    found: dict[tuple[str, str, str], list[ImportedPartner]] = defaultdict(list)
    above = "", ""
    for partner in given:
        name = same_key(partner.name)
        only = "".join(owners[name]) if len(owners[name]) == 1 else ""
        above = name, _owner(partner) or (above[1] if above[0] == name else only)
        found[name, "" if partner.identifier else above[1], partner.identifier].append(partner)
    return tuple(map(_joined, found.values()))


def join_files(imports: Mapping[str, Import]) -> Import:
    """Return what the files of a folder say as one import, whose lines name their files."""
    read: list[Import] = [_in_file(imported, file) for file, imported in imports.items()]
    return Import(
        join_repeated(partner for each in read for partner in each.partners),
        tuple(message for each in read for message in each.changes),
        tuple(message for each in read for message in each.left_out),
        tuple(dict.fromkeys(title for each in read for title in each.columns)),
    )


def _in_file(value: Any, file: str) -> Any:  # noqa: ANN401 - any part of an import
    """Return a part of an import whose lines name their file."""
    if isinstance(value, Lines):
        return replace(value, file=file)
    if isinstance(value, tuple):
        return tuple(_in_file(each, file) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {each.name: getattr(value, each.name) for each in fields(value)}
    return replace(value, **{name: _in_file(part, file) for name, part in parts.items()})


def _owner(partner: ImportedPartner) -> str:
    return owner_of(str(partner.values.get("website", "")))


def _joined(partners: Sequence[ImportedPartner]) -> ImportedPartner:
    first, *others = partners
    values = dict(first.values)
    unplaced = [message for each in partners for message in each.unplaced]
    for other in others:
        for key, value in _with_other_site(values, other).items():
            joined: Plain | None = value
            if key in values:
                is_entry = bool(first.identifier)
                joined = _join_values(key, values[key], value, is_entry=is_entry)
            if joined is None:
                unplaced.append(ImportMessage(other.lines, f"{key}: {said(value)}", _OTHER))
            else:
                values[key] = joined
    return replace(
        first,
        values=values,
        placements=tuple(placed for each in partners for placed in each.placements),
        changes=tuple(message for each in partners for message in each.changes),
        unplaced=tuple(unplaced),
    )


def _with_other_site(one: Mapping[str, Plain], other: ImportedPartner) -> dict[str, Plain]:
    """Return the values of the other, whose website is a link if it is another page."""
    values = dict(other.values)
    site, first = (str(each.get("website", "")) for each in (values, one))
    if not (site and first):
        return values
    del values["website"]
    if without_scheme(site) != without_scheme(first):
        link: Plain = {"label": without_scheme(site), "url": site}
        values["links"] = (*all_of(values.get("links", ())), link)
    return values


def _join_values(key: str, one: Plain, other: Plain, *, is_entry: bool) -> Plain | None:
    """Return both values as one, or ``None`` if only one of them can be kept.

    The rows of an entry of a catalog have one of its applications each.
    """
    is_list = isinstance(one, tuple) and isinstance(other, tuple)
    if is_list and is_entry and key == "applications":
        return (*one, *other)
    if one == other or key == "name":
        return one
    if is_list:
        return (*one, *(each for each in other if each not in one))
    if isinstance(one, dict) and isinstance(other, dict):
        return {
            group: _join_values(key, one.get(group, ()), other.get(group, ()), is_entry=is_entry)
            or ()
            for group in sorted({**one, **other}, key=sort_key)
        }
    if key != "description":
        return None
    texts = chain.from_iterable(str(each).rstrip().split("\n\n") for each in (one, other))
    return "\n\n".join(dict.fromkeys(texts)) + "\n"
