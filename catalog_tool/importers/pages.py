"""Reads a folder with one page per partner: the front matter of each page is one object.

What repeats with the same shape is a record, so the pages are judged together, like the rows of a
table. Lists in the front matter are facts of the partner, and never partners.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from catalog_tool.importers.address import is_named
from catalog_tool.importers.choices import Choices
from catalog_tool.importers.objects import doubts_of, records_of
from catalog_tool.importers.parsing import ParsedObject, parse_front_matter
from catalog_tool.importers.record import Record, partner_of
from catalog_tool.importers.result import Import, ImportMessage, Lines
from catalog_tool.importers.sites import LEAST, SITE, has_site
from catalog_tool.importers.titles import NOTHING
from catalog_tool.importers.values import said
from catalog_tool.importers.words import QUESTION, names_partners
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup.page import addresses_in

_ENOUGH = 3
"""The fewest pages that show what isn't about one of them."""
_SAME = "All pages say this, so it isn't in the entries."


def read(texts: Mapping[str, str], choices: Choices) -> Iterator[tuple[str, Import]]:
    """Yield each page that is about one partner, or may be, with its file.

    Other files are left to those who read lists. There must be two pages about partners at least.
    The pages of a folder are judged together, or those of several folders with one page each.

    Args:
        texts: the text of each file, whose lines end with line feeds.
        choices: what was said about the lists.
    """
    files = [file for file in texts if not choices.suited_to(file).format_name]
    numbers = Counter(PurePosixPath(file).parent for file in files)
    folders: dict[PurePosixPath, dict[str, str]] = defaultdict(dict)
    for file in files:
        parent = PurePosixPath(file).parent
        folders[parent if numbers[parent] > 1 else parent.parent][file] = texts[file]
    for folder in folders.values():
        yield from _read_folder(folder, choices)


def _read_folder(texts: Mapping[str, str], choices: Choices) -> Iterator[tuple[str, Import]]:
    found, broken = _parsed(texts, choices)
    records, keys = records_of(found, choices)
    partners = [record for record in records if record.is_telling]
    if len(partners) < LEAST:
        return
    common = set.intersection(*(set(record.values) for record in partners))
    same = _take_out_same(partners)
    for record, doubt in zip(records, doubts_of(records), strict=True):
        question = doubt or ("" if record.is_telling else QUESTION)
        if not question:
            yield record.lines.file, Import((partner_of([record]),), same, (), tuple(keys))
            same = ()
        elif doubt or common <= record.values.keys():
            message = ImportMessage(record.lines, said(record.values), question)
            yield record.lines.file, Import((), (), (message,), tuple(keys))
    for message in broken:
        yield message.lines.file, Import((), (), (message,))


def _parsed(
    texts: Mapping[str, str], choices: Choices
) -> tuple[list[ParsedObject], list[ImportMessage]]:
    """Return the front matter of each page that may be about a partner, and what is broken."""
    found: list[ParsedObject] = []
    broken: list[ImportMessage] = []
    for file, text in texts.items():
        lines = Lines(1, text.rstrip().count("\n") + 1, file)
        try:
            values = parse_front_matter(text, choices)
        except CatalogError as error:
            below = text[3:].partition(f"\n{text[:3]}")[2]
            if not any(addresses_in(below)):  # otherwise, it can be a list
                broken.append(ImportMessage(lines, text, error.message))
            continue
        if values and not any(_are_partners(*each) for each in values.items()):
            found.append((lines, _with_address(values, choices)))
    return found, broken


def _with_address(values: dict[str, Plain], choices: Choices) -> dict[str, Plain]:
    """Return front matter without any address with the one below it that has the page's name."""
    told = {choices.guess_key(title): value for title, value in values.items() if value}
    if "website" in told or has_site(values, choices):
        return values
    below = {each for each in addresses_in(str(values.get("body", ""))) if SITE.match(each)}
    named = [each for each in below if is_named(each, str(told.get("name", "")))]
    return {**values, "text link": named[0]} if len(named) == 1 else values


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
