"""Reads a folder with one file per partner: a page with front matter, or YAML, JSON, or TOML.

What repeats with the same shape is a record, so the files are judged together, like the rows of a
table. Lists in a file are facts of the partner, and never partners.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath

from catalog_tool.importers.choices import DETECTED, Choices
from catalog_tool.importers.objects import doubts_of, records_of
from catalog_tool.importers.parsing import ParsedObject, parse_document
from catalog_tool.importers.record import Record, partner_of
from catalog_tool.importers.result import Count, Import, ImportMessage, Lines
from catalog_tool.importers.sites import (
    LEAST,
    SITE,
    Site,
    are_pages_of,
    have_different_owners,
    is_picture,
    sites_in,
)
from catalog_tool.importers.titles import NOTHING
from catalog_tool.importers.values import said
from catalog_tool.importers.words import QUESTION, is_name, names_partners
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup.page import addresses_in
from catalog_tool.text.urls.owners import host_in, is_account, is_like, is_named, owner_of

_OF_ROWS = frozenset({"csv", "tsv"})
_OTHER = "Is this a partner? It isn't like the files that are about one partner each."
_ENOUGH = 3
"""The fewest pages that show what isn't about one of them."""
_BODY = "body"
"""The title of the text below the front matter."""
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
_SAME = "All pages say this, so it isn't in the entries."


def read(texts: Mapping[str, str], choices: Choices) -> Iterator[tuple[str, Import]]:
    """Yield each file that is about one partner, or may be, with the file's name.

    Other files are left to those who read lists. There must be two files about partners at least.
    The files of a folder are judged together, and a single one with those of the folder beside it.
    Next to folders whose partners have websites, a folder without any is about something else.

    Args:
        texts: the text of each file, whose lines end with line feeds.
        choices: what was said about the lists.
    """
    found, broken = _parsed(texts, choices)
    folders = [dict(_read_folder(folder, choices)) for folder in _folders(found)]
    with_sites = [each for each in folders if any(map(_has_site, each.values()))]
    imports = dict(chain.from_iterable(each.items() for each in with_sites or folders))
    yield from imports.items()
    if not imports:
        return
    for lines, values in found:
        if lines.file not in imports and _is_of_data(lines.file):
            message = ImportMessage(lines, said(values), _OTHER)
            yield lines.file, Import((), (), (message,), records=Count(1, 0, 1))
    for message in broken:
        yield message.lines.file, Import((), (), (message,))


def _has_site(imported: Import) -> bool:
    return any("website" in partner.values for partner in imported.partners)


def _folders(found: Sequence[ParsedObject]) -> Iterable[list[ParsedObject]]:
    """Return the objects of each folder; single ones are with those of a folder beside theirs."""
    folders: dict[PurePosixPath, list[ParsedObject]] = defaultdict(list)
    for each in found:
        folders[PurePosixPath(each[0].file).parent].append(each)
    beside: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for parent, objects in folders.items():
        if len(objects) > 1:
            beside[parent.parent].append(parent)
    joined: dict[PurePosixPath, list[ParsedObject]] = defaultdict(list)
    for parent, objects in folders.items():
        keys = objects[0][1].keys()
        alike = (each for each in beside[parent.parent] if keys & folders[each][0][1].keys())
        joined[parent if len(objects) > 1 else next(alike, parent.parent)] += objects
    return joined.values()


def _read_folder(found: Sequence[ParsedObject], choices: Choices) -> Iterator[tuple[str, Import]]:
    records, _, keys = records_of(found, choices)
    known = _titles_of_sites(records)
    partners = [record for record in records if record.is_telling or _is_named_with(known, record)]
    if len(partners) < LEAST:
        return
    files = {record.lines.file for record in partners}
    titles = tuple(keys)
    common = set.intersection(*(set(record.values) for record in partners))
    same = _take_out_same(partners)
    for record, doubt in zip(records, doubts_of(records), strict=True):
        is_like_them = common <= record.values.keys()
        is_partner = record.lines.file in files or (is_like_them and any(_sites_above(record)))
        question = doubt or ("" if is_partner else QUESTION)
        if not question:
            yield record.lines.file, Import((partner_of(record),), same, (), titles, Count(1, 1, 0))
            same = ()
        elif doubt or is_like_them:
            message = ImportMessage(record.lines, said(record.values), question)
            yield record.lines.file, Import((), (), (message,), titles, Count(1, 0, 1))


def _titles_of_sites(records: Sequence[Record]) -> set[str]:
    """Return the titles with web addresses of different owners, but not with their accounts.

    A page with the name and the accounts of somebody can also be about a person.
    """
    sites: dict[str, list[str]] = defaultdict(list)
    for site in (site for record in records for site in _sites_above(record)):
        if not is_account(site.address):
            sites[site.title].append(site.address)
    return {title for title, addresses in sites.items() if have_different_owners(addresses)}


def _is_named_with(titles: Collection[str], record: Record) -> bool:
    """Return whether a page has a name, not only a title, and an address under a title of these."""
    is_named = _is_of_data(record.lines.file) or any(
        record.keys[title] == "name" and is_name(title) for title in record.values
    )
    return is_named and any(site.title in titles for site in _sites_above(record))


def _sites_above(record: Record) -> Iterator[Site]:
    """Yield the web addresses in the front matter of a page."""
    sites = sites_in(record.values, record.keys)
    return (site for site in sites if site.title != _BODY and not site.labels)


def _parsed(
    texts: Mapping[str, str], choices: Choices
) -> tuple[list[ParsedObject], list[ImportMessage]]:
    """Return what each file says that may be about a partner, and front matter that is broken."""
    found: list[ParsedObject] = []
    broken: list[ImportMessage] = []
    for file, text in texts.items():
        lines = Lines(1, text.rstrip().count("\n") + 1, file)
        suited = choices.suited_to(file)
        if suited.format_name in _OF_ROWS:
            continue
        try:
            values = parse_document(text, suited)
        except CatalogError as error:
            if _is_of_data(file):
                continue
            front = text.lstrip("\n")
            below = front[3:].partition(f"\n{front[:3]}")[2]
            if not any(addresses_in(below)):  # otherwise, it can be a list
                broken.append(ImportMessage(lines, text, error.message))
            continue
        if values and not any(_are_partners(*each) for each in values.items()):
            found.append((lines, _with_address(values, choices)))
    return found, broken


def _is_of_data(file: str) -> bool:
    return bool(DETECTED.suited_to(file).format_name)


def _with_address(values: dict[str, Plain], choices: Choices) -> dict[str, Plain]:
    """Return front matter with the address of the page from its text, or from lists in it.

    It is needed if there is no website above, nor an address with the name, nor only one.
    """
    front = {title: value for title, value in values.items() if title != _BODY}
    keys = {title: choices.guess_key(title) for title in values}
    websites = [str(value) for title, value in front.items() if keys[title] == "website"]
    name = next((str(value) for title, value in front.items() if keys[title] == "name"), "")
    sites = [site.address for site in sites_in(front, keys)]
    if len(sites) == 1 or any(map(host_in, websites)) or any(is_like(each, name) for each in sites):
        return values
    body = str(values.get(_BODY, ""))
    lists = [v for k, v in front.items() if not keys[k] and not isinstance(v, str)]
    own = {"name": name}
    inside = "\n".join(said(each) for each in lists if not are_pages_of(own, each, choices))
    found = _sites_below(body, name, choices) or _named_in(inside, name)
    if len(set(map(owner_of, found))) != 1:
        return values
    return {**(front if body.strip("<>") in found else values), "text link": min(found, key=len)}


def _sites_below(body: str, name: str, choices: Choices) -> list[str]:
    """Return the addresses in a text that have a name, or a label for websites, or are the text."""
    labeled = [link[2] for link in _LINK.finditer(body) if choices.guess_key(link[1]) == "website"]
    whole = [each for each in _sites_in(body) if each == body.strip("<>")]
    return _named_in(body, name) or labeled or whole


def _named_in(text: str, name: str) -> list[str]:
    """Return the web addresses in a text whose domain has all words of a name."""
    return [each for each in _sites_in(text) if is_named(each, name)]


def _sites_in(text: str) -> Iterator[str]:
    found = filter(SITE.match, addresses_in(text))
    return (each for each in found if not is_picture("", each))


def _take_out_same(records: Sequence[Record]) -> tuple[ImportMessage, ...]:
    """Take out what all pages say in the same words, such as their layout, and report it."""
    first = records[0]
    told: list[ImportMessage] = []
    for title in [title for title, key in first.keys.items() if not key]:
        values = {said(record.values.get(title, "")) for record in records}
        if len(records) >= _ENOUGH and len(values) == 1 and values != {""}:
            told.append(ImportMessage(first.lines, f"{title}: {values.pop()}", _SAME))
            for record in records:
                record.keys[title] = NOTHING
    return tuple(told)


def _are_partners(title: str, value: Plain) -> bool:
    """Return whether a value is a list of partners, so that its page isn't about a single one."""
    is_list = isinstance(value, tuple) and any(isinstance(each, dict) for each in value)
    return is_list and names_partners(title, title)
