"""Joins what a list says about one partner in several places, such as under two categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields, is_dataclass, replace
from itertools import chain
from typing import Any

from catalog_tool.importers.coverage import without_scheme
from catalog_tool.importers.result import Count, Import, ImportedPartner, ImportMessage, Lines
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
        Count(*map(sum, zip(*(astuple(each.records) for each in read), strict=True))),
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
    first = partners[0]
    told: dict[str, list[Plain]] = defaultdict(list)
    unplaced = [message for each in partners for message in each.unplaced]
    site = ""
    for partner in partners:
        for key, value in _with_other_site(site, partner).items():
            if key == "name" and key in told:
                continue
            if key in told and not _are_joined(key, told[key][0], value):
                unplaced.append(ImportMessage(partner.lines, f"{key}: {said(value)}", _OTHER))
            else:
                told[key].append(value)
        site = site or str(partner.values.get("website", ""))
    return replace(
        first,
        values={
            key: _join(values, is_row=key == "applications" and bool(first.identifier))
            for key, values in told.items()
        },
        placements=tuple(placed for each in partners for placed in each.placements),
        changes=tuple(message for each in partners for message in each.changes),
        unplaced=tuple(unplaced),
    )


def _with_other_site(first: str, partner: ImportedPartner) -> dict[str, Plain]:
    """Return the values of a partner; its website is a link if the first one is another page."""
    values = dict(partner.values)
    site = str(values.get("website", ""))
    if not (site and first):
        return values
    del values["website"]
    if without_scheme(site) != without_scheme(first):
        link: Plain = {"label": without_scheme(site), "url": site}
        values["links"] = (*all_of(values.get("links", ())), link)
    return values


def _are_joined(key: str, one: Plain, other: Plain) -> bool:
    """Return whether an entry can keep both values."""
    are_lists = isinstance(one, tuple) and isinstance(other, tuple)
    are_groups = isinstance(one, dict) and isinstance(other, dict)
    return one == other or key == "description" or are_lists or are_groups


def _join(values: Sequence[Plain], *, is_row: bool) -> Plain:
    """Return the values of one key as one.

    Args:
        values: only lists, only groups of lists, or only texts.
        is_row: whether each is the application in a row of an entry, where none is left out.
    """
    first = values[0]
    if len(values) == 1:
        return first
    if isinstance(first, dict):
        groups: dict[str, list[Plain]] = defaultdict(list)
        for value in values:
            for group, names in value.items() if isinstance(value, dict) else ():
                groups[group].append(names)
        return {each: _join(groups[each], is_row=is_row) for each in sorted(groups, key=sort_key)}
    if isinstance(first, tuple):
        listed = [each for value in values for each in all_of(value)]
        return tuple(listed if is_row else {str(each): each for each in listed}.values())
    texts = list(dict.fromkeys(map(str, values)))
    if len(texts) == 1:
        return first
    parts = chain.from_iterable(text.rstrip().split("\n\n") for text in texts)
    return "\n\n".join(dict.fromkeys(parts)) + "\n"
