"""Reads lists of objects, whose keys say what their values are: YAML, JSON, CSV, and TSV.

Front matter of a page is an object, too. Values stay as they are written. What the files of a
catalog repeat for other programs, such as the slug of an application, is left out.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from catalog_tool.importers.markdown.document import normalize_line_ends
from catalog_tool.importers.markdown.names import split
from catalog_tool.importers.markdown.words import part_of, words_of
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines, Placement
from catalog_tool.loader.limits import Limits
from catalog_tool.loader.yaml.parser import parse_source
from catalog_tool.model.key_names import KEY_OF_NAME, LINK_KEY_OF_NAME
from catalog_tool.model.nodes import Mapping, Node, Plain, plain
from catalog_tool.model.nodes import Sequence as SequenceNode
from catalog_tool.model.partner import Partner
from catalog_tool.model.vocabulary import Vocabulary

_LIMITS = Limits(max_bytes=5 * 1024 * 1024, max_depth=6, max_nodes=1_000_000)
_START = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:[\[{]|---\n|- [\w\"'.-]+ *:|[\w.-]+:(?:\s|\Z))")
_COMMENT = re.compile(r"\s*(?:#|\Z)")
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_FORMULA = re.compile(r"'(?=\s*[=+\-@])")
_REPEATED = frozenset({"category", "description_text", "id", "partner_id", "slug"})
_TELLING = frozenset({"website", "contact", "applications"})
_LISTS = frozenset({"interfaces", "directions", "maintainers"})
_NO_PLACE = "An entry has no field for this."


@dataclass(frozen=True, slots=True)
class _Record:
    lines: Lines
    values: dict[str, Plain]

    @property
    def name(self) -> str:
        return str(next((v for k, v in self.values.items() if _key(k) == "name" and v), ""))

    @property
    def identity(self) -> tuple[str, object]:
        return self.name, self.values.get("partner_id", self.values.get("id"))

    @property
    def is_telling(self) -> bool:
        return not _TELLING.isdisjoint(map(_key, self.values))


def recognizes(text: str) -> bool:
    """Return whether a text is a list of objects with names, and with a website or the like."""
    return any(record.name and record.is_telling for record in _records(text))


def read(text: str, vocabulary: Vocabulary) -> Import:  # noqa: ARG001 - names stay as written
    """Return a partner for each object, and the lines outside of them."""
    records = [record for record in _records(text) if record.name]
    partners = [_partner(list(run)) for _, run in groupby(records, key=lambda each: each.identity)]
    read_lines = {n for each in records for n in range(each.lines.first, each.lines.last + 1)}
    lines = enumerate(normalize_line_ends(text).split("\n"), start=1)
    others = tuple(
        ImportMessage(Lines(number, number), line, "This line isn't part of an entry.")
        for number, line in lines
        if line.strip() and number not in read_lines
    )
    return Import(tuple(partners), (), others)


@lru_cache(maxsize=1)
def _records(text: str) -> tuple[_Record, ...]:
    text = normalize_line_ends(text)
    try:
        return tuple(_of_objects(text) if _START.match(text) else _of_rows(text))
    except csv.Error:  # such as a cell of more than 128 KiB
        return ()


def _of_objects(text: str) -> Iterator[_Record]:
    text = _SURROGATES.sub(lambda pair: _character(*pair.groups()), text)
    start = next((line for line in text.split("\n") if not _COMMENT.match(line)), "").lstrip()
    lead = "list: " if start.startswith("[") else "list:\n" if start.startswith("- ") else ""
    matter = re.match(r"---\n.*?\n---(?:\n|\Z)", text, re.DOTALL)
    body = text[matter.end() :].strip() if matter else ""
    text = matter.group().rstrip("-\n") + "\n" if matter else text
    source, problems = parse_source("", lead + text, _LIMITS)
    ends = [match.start() for match in re.finditer("\n", source.text)]
    for node in _objects(source.root) if source.root and not problems else ():
        first, last = (
            bisect_left(ends, offset) + 1 - lead.count("\n")
            for offset in (node.start, node.end - 1)
        )
        value = plain(node)
        values = value if isinstance(value, dict) else {}
        yield _Record(Lines(first, last), {"description": body, **values} if body else values)


def _character(high: str, low: str) -> str:
    return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)


def _objects(root: Mapping) -> list[Node]:
    """Return the objects of the first list of objects, or the root itself."""
    for _, value in root.pairs:
        if isinstance(value, SequenceNode) and value.children:
            found = [each for each in value.children if isinstance(each, Mapping)]
            if len(found) == len(value.children) and not root.find("name"):
                return list(found)
    return [root]


def _of_rows(text: str) -> Iterator[_Record]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    titles = next(csv.reader([head], delimiter=delimiter), [])
    if len(titles) < 2 or sum(bool(_key(title)) for title in titles) < 2:  # noqa: PLR2004
        return
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    next(reader)
    first = reader.line_num + 1
    for row in reader:
        cells = (_FORMULA.sub("", cell, count=1) for cell in row)
        pairs = zip(titles, cells, strict=False)
        yield _Record(Lines(first, reader.line_num), {k: v for k, v in pairs if v.strip()})
        first = reader.line_num + 1


def _key(title: str) -> str:
    return KEY_OF_NAME.get("_".join(words_of(title))) or part_of(title) or ""


def _partner(records: Sequence[_Record]) -> ImportedPartner:
    """Return the partner of records with one name, such as the rows for its applications."""
    reader = _Reader()
    for record in records:
        for key, value in record.values.items():
            reader.read(key, value, record)
    lines = Lines(records[0].lines.first, records[-1].lines.last)
    values = reader.values()
    placements = tuple(Placement(key, lines) for key in values)
    return ImportedPartner(lines, values, placements, (), tuple(reader.unplaced), reader.identifier)


class _Reader:
    """Collects the values of one partner."""

    def __init__(self) -> None:
        self.found: dict[str, Plain] = {}
        self.groups: dict[str, list[str]] = {}
        self.unplaced: list[ImportMessage] = []
        self.identifier = ""

    def values(self) -> dict[str, Plain]:
        """Return the values by the key of an entry."""
        groups = {group: tuple(names) for group, names in self.groups.items()}
        if groups:
            self.found["applications"] = groups[""] if list(groups) == [""] else dict(groups)
        return self.found

    def read(self, title: str, value: Plain, record: _Record) -> None:
        """Read one value of an object."""
        key = _key(title)
        if title in {"id", "partner_id"} and isinstance(value, str):
            self.identifier = value
        elif title in _REPEATED or value in ("", "null", "~", ()) or self.found.get(key) == value:
            return
        elif key == "applications":
            self._add_applications(value, record)
        elif key == "links" and isinstance(value, tuple):
            self.found[key] = tuple(map(_link, value))
        elif key in _LISTS:
            texts = value if isinstance(value, tuple) else tuple(re.split(r"[,;\s]+", str(value)))
            self.found.setdefault(key, texts)
        elif isinstance(value, str) and key in Partner.model_fields and key not in self.found:
            address = value.removeprefix("mailto:") if key == "contact" else value
            self.found[key] = address
        elif title not in {"group", "listed_as"}:
            self.unplaced.append(ImportMessage(record.lines, f"{title}: {value}", _NO_PLACE))

    def _add_applications(self, value: Plain, record: _Record) -> None:
        if isinstance(value, dict):
            for group, names in value.items():
                self._add_names(group, names)
        elif isinstance(value, str) and "listed_as" in record.values:
            self._add_names(str(record.values.get("group", "")), (record.values["listed_as"],))
        else:
            self._add_names("", tuple(split(value)) if isinstance(value, str) else value)

    def _add_names(self, group: str, names: Plain) -> None:
        for name in names if isinstance(names, tuple) else (names,):
            if isinstance(name, dict):
                inner = str(name.get("group", "null"))
                self._add_names("" if inner == "null" else inner, name.get("name", ""))
            elif name:
                self.groups.setdefault(group, []).append(str(name))


def _link(value: Plain) -> Plain:
    if not isinstance(value, dict):
        return {"label": str(value), "url": str(value)}
    return {LINK_KEY_OF_NAME.get("_".join(words_of(k)), k): text for k, text in value.items()}
