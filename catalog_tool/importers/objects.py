"""Reads lists of objects, whose keys say what their values are: YAML, JSON, CSV, and TSV.

Front matter of a page is an object, too. Values stay as they are written. What the files of a
catalog repeat for other programs, such as the slug of an application, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.address import Address
from catalog_tool.importers.markdown.names import split
from catalog_tool.importers.markdown.words import LISTS, NO_PLACE, words_of
from catalog_tool.importers.own_fields import value_in
from catalog_tool.importers.parsing import parse_objects
from catalog_tool.importers.result import Import, ImportedPartner, ImportMessage, Lines, Placement
from catalog_tool.model.error import CatalogError
from catalog_tool.model.identifiers import is_identifier
from catalog_tool.model.key_names import LINK_KEY_OF_NAME
from catalog_tool.model.logo import is_logo_name
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.values import SUMMARY_MAX_LENGTH
from catalog_tool.model.vocabulary import Vocabulary

_ADDRESS = re.compile(r"(?:https?://|mailto:)?[\w.+-]+[.@][\w-]+", re.IGNORECASE)
_SITE = re.compile(r"https?://", re.IGNORECASE)
_PICTURE = re.compile(r"ima?ge?|icon|logo|picture|thumb", re.IGNORECASE)
_AFTER_LABEL = re.compile(r"[\s_-]+ur[il]\Z", re.IGNORECASE)
# What the files of a catalog repeat, and which of it only they have.
_REPEATED = frozenset({"category", "description_text", "group", "listed_as", "slug"})
_OF_A_CATALOG = frozenset({"description_text", "partner_id"})
_NO_LOGO = (
    "Save the picture in the folder 'logos' beside the entries, under the name of the entry with"
    " .svg or .png. Then write that name under 'logo'."
)
_LEAST = 2
"""The fewest objects that make a list, if it isn't known that the text is one."""


class _Record:
    """An object of the text, with the key of an entry that each of its titles means."""

    def __init__(self, lines: Lines, values: dict[str, Plain], choices: Choices) -> None:
        own = values.get("fields")
        if isinstance(own, dict) and choices.fields:  # as the JSON of a catalog has them
            values = {key: value for key, value in values.items() if key != "fields"} | own
        self.lines = lines
        self.values = values
        self.keys = {title: choices.guess_key(title) for title in values}
        self.is_site_guessed = False
        self.fields = choices.fields

    @property
    def name(self) -> str:
        names = [str(v) for k, v in self.values.items() if self.keys[k] == "name" and v]
        return next((name for name in names if not is_identifier(name)), "".join(names[:1]))

    @property
    def only_site(self) -> str:
        """The title of its only web address, if it doesn't mean a key; otherwise empty."""
        told = {k: v for k, v in self.values.items() if v and not _PICTURE.search(k)}
        sites = [k for k, v in told.items() if self.keys[k] == "website" or _SITE.match(str(v))]
        return sites[0] if len(sites) == 1 and not self.keys[sites[0]] else ""

    @property
    def identity(self) -> tuple[str, object]:
        return self.name, self.values.get("partner_id", self.values.get("id"))

    @property
    def is_telling(self) -> bool:
        told = {self.keys[title]: str(value) for title, value in self.values.items() if value}
        is_site = any(_ADDRESS.match(told.get(key, "")) for key in ("website", "contact"))
        return bool(self.name) and (is_site or "applications" in told)


def read(text: str, vocabulary: Vocabulary, choices: Choices) -> Import | None:  # noqa: ARG001 - names stay as written
    """Return a partner for each object with a name, and the lines outside of them.

    At least one of the objects must also have a website or the like, unless columns were named.

    Raises:
        CatalogError: the text doesn't have the format that was given.
    """
    if choices.format_name == "markdown":
        return None
    try:
        found = [_Record(*each, choices) for each in parse_objects(text, choices)]
    except CatalogError:
        if choices.format_name:
            raise
        return None
    _guess_websites([record for record in found if record.name])
    is_telling = bool(choices.columns) or any(each.is_telling for each in found)
    records = [record for record in found if record.name and is_telling]
    if not records and not choices.format_name and len(found) < _LEAST:
        return None
    partners = [_partner(list(run)) for _, run in groupby(records, key=lambda each: each.identity)]
    columns = tuple(dict.fromkeys(title for record in found for title in record.values))
    return Import(tuple(partners), (), tuple(_unread(text, records)), columns)


def _guess_websites(records: Sequence[_Record]) -> None:
    """Take the only web address of each object as its website, if they have different owners."""
    guesses = [(record, title) for record in records if (title := record.only_site)]
    owners = {Address(each.lines, str(each.values[title])).owner for each, title in guesses}
    if len(guesses) >= _LEAST and 2 * len(owners) > len(guesses):
        for record, title in guesses:
            record.keys[title] = "website"
            record.is_site_guessed = True


def _unread(text: str, records: Iterable[_Record]) -> Iterator[ImportMessage]:
    """Yield each run of lines outside of the records."""
    read_lines = {n for each in records for n in each.lines.numbers}
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for is_read, run in groupby(lines, key=lambda each: each[0] in read_lines):
        numbers, texts = zip(*run, strict=True)
        if not is_read:
            where = Lines(numbers[0], numbers[-1])
            yield ImportMessage(where, "\n".join(texts), "This isn't part of an entry.")


def _partner(records: Sequence[_Record]) -> ImportedPartner:
    """Return the partner of records with one name, such as the rows for its applications."""
    reader = _Reader()
    for record in records:
        # The address of a contact is preferred to the name of a person.
        names = {k for k, v in record.values.items() if not _ADDRESS.match(str(v))}
        is_person = {k for k in names if record.keys[k] == "contact"}
        for key, value in sorted(record.values.items(), key=lambda pair: pair[0] in is_person):
            reader.read(key, value, record)
    lines = Lines(records[0].lines.first, records[-1].lines.last)
    values = reader.values()
    is_guessed = any(each.is_site_guessed for each in records)
    placements = tuple(
        Placement(key, lines, is_guess=is_guessed and key == "website") for key in values
    )
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
        summary = str(self.found.get("summary", ""))
        if "description" not in self.found or len(summary) > SUMMARY_MAX_LENGTH or "\n" in summary:
            texts = (self.found.pop("summary", ""), self.found.pop("description", ""))
            if text := "\n\n".join(str(each) for each in texts if each):
                self.found["description"] = text
        return self.found

    def read(self, title: str, value: Plain, record: _Record) -> None:
        """Read one value of an object."""
        key = record.keys[title]
        is_catalog = not _OF_A_CATALOG.isdisjoint(record.values)
        is_repeated = is_catalog and not key and title in _REPEATED
        is_other_name = key == "name" and value != record.name and is_identifier(str(value))
        if is_other_name or (title in {"id", "partner_id"} and not key):
            self.identifier = str(value)
        elif is_repeated or value in ("", "null", "~", ()) or self.found.get(key) == value:
            return
        elif key == "applications":
            self._add_applications(value, record)
        elif key in record.fields:
            self.found.setdefault(key, value_in(record.fields[key], value))
        elif key == "links" or self._is_other_site(key, title, value):
            links = _links(_AFTER_LABEL.sub("", title), value)
            self.found["links"] = (*_all(self.found.get("links", ())), *links)
        elif key in LISTS:
            text = ",".join(str(value).split()) if key == "maintainers" else str(value)
            self.found.setdefault(key, value if isinstance(value, tuple) else tuple(split(text)))
        elif key == "description" and isinstance(value, str) and key in self.found:
            self.found[key] = f"{self.found[key]}\n\n{value}"
        elif isinstance(value, str) and key in Partner.model_fields and key not in self.found:
            address = value.removeprefix("mailto:") if key == "contact" else value
            self.found[key] = address
        else:
            self._read_other(title, value, record)

    def _read_other(self, title: str, value: Plain, record: _Record) -> None:
        """Keep the file name of a logo; only a catalog has the addresses of its own logos."""
        is_picture = _PICTURE.search(title) is not None
        name = str(value).rpartition("/")[2]
        is_own = not _SITE.match(str(value)) or not _OF_A_CATALOG.isdisjoint(record.values)
        if is_picture and is_own and is_logo_name(name):
            self.found.setdefault("logo", name)
            return
        reason = _NO_LOGO if is_picture else NO_PLACE
        self.unplaced.append(ImportMessage(record.lines, f"{title}: {value}", reason))

    def _is_other_site(self, key: str, title: str, value: Plain) -> bool:
        """Return whether a value is an address that isn't for another key, nor of a picture."""
        is_free = key in Partner.model_fields.keys() - LISTS and key not in self.found
        is_site = isinstance(value, str) and _SITE.match(value) is not None
        return is_site and not is_free and not _PICTURE.search(title)

    def _add_applications(self, value: Plain, record: _Record) -> None:
        if isinstance(value, str) and "listed_as" in record.values:
            value = {str(record.values.get("group", "")): (record.values["listed_as"],)}
        elif isinstance(value, str):
            value = tuple(split(value))
        groups = value if isinstance(value, dict) else {"": value}
        listed = [(group, name) for group, names in groups.items() for name in _all(names)]
        for outer, name in listed:
            if isinstance(name, dict):  # as the JSON of a catalog has them
                given = str(name.get("group", "null"))
                group, text = "" if given == "null" else given, str(name.get("name", ""))
            else:
                group, text = outer, str(name)
            if text:
                self.groups.setdefault(group, []).append(text)


def _all(value: Plain) -> tuple[Plain, ...]:
    return value if isinstance(value, tuple) else (value,)


def _links(title: str, value: Plain) -> tuple[Plain, ...]:
    return tuple(
        _link(each)
        if isinstance(each, dict)
        else {"label": str(each) if isinstance(value, tuple) else title, "url": each}
        for each in _all(value)
    )


def _link(value: Mapping[str, Plain]) -> dict[str, Plain]:
    return {LINK_KEY_OF_NAME.get("_".join(words_of(k)), k): text for k, text in value.items()}
