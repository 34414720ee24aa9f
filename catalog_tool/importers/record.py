"""Makes an entry of the objects about one partner. Values stay as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.entry import read_prose
from catalog_tool.importers.names import split
from catalog_tool.importers.result import ImportedPartner, ImportMessage, Lines, Placement
from catalog_tool.importers.sites import SITE, Site, is_picture, links_in
from catalog_tool.importers.titles import NOTHING, OF_A_CATALOG, PERSON, in_language
from catalog_tool.importers.values import all_of, as_markdown, is_empty, said, value_in
from catalog_tool.importers.words import LISTS, says_only_partners
from catalog_tool.model.identifiers import is_identifier, is_identifier_of
from catalog_tool.model.logo import is_logo_name
from catalog_tool.model.messages import SOURCE_LANGUAGE
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.values import SUMMARY_MAX_LENGTH
from catalog_tool.text.urls.owners import host_in, is_like

_ADDRESS = re.compile(r"(?:(?:https?:)?//|mailto:)?[\w.+-]+[.@][\w-]+", re.IGNORECASE)
_AFTER_LABEL = re.compile(r"[\s_-]+ur[il]\Z", re.IGNORECASE)
_UNTITLED = re.compile(r"column \d+|[\W\d_]+")
_IDENTIFIERS = frozenset({"id", "partner_id", "slug"})
_NO_LOGO = (
    "Save the picture in the folder 'logos' beside the entries, under the name of the entry with"
    " .svg or .png. Then write that name under 'logo'."
)
_ONE_VALUE = "An entry can have only one value here."
_ONE_NAME = "Of an application, an entry has only the name and the group."
_APPLICATION = frozenset({"group", "name"})
_NO_ADDRESS = {
    "contact": "This is neither an email address nor a web address.",
    "website": "This isn't a web address.",
}
_NO_PERSON = "The name of a person, for which an entry has no field."


@dataclass
class Record:
    """An object of the text, with the key of an entry that each of its titles means."""

    lines: Lines
    values: dict[str, Plain]
    keys: dict[str, str]
    choices: Choices
    guessed: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its name; empty if it has none."""
        named = [v for k, v in self.values.items() if self.keys[k] == "name" and not is_empty(v)]
        names = [value for value in named if isinstance(value, str)]
        return next((name for name in names if not is_identifier(name)), "".join(names[:1]))

    @property
    def name_title(self) -> str:
        """The title of its name."""
        return next(k for k, v in self.values.items() if self.keys[k] == "name" and v == self.name)

    @property
    def is_of_a_catalog(self) -> bool:
        """Whether a catalog has published it."""
        return not OF_A_CATALOG.isdisjoint(self.values)

    @property
    def is_telling(self) -> bool:
        """Whether it says more than its name, such as its pages on other sites."""
        addresses = map(self.told, ("website", "contact"))
        pages = [k for k, key in self.keys.items() if key == "links" != self.choices.guess_key(k)]
        told = [*map(_ADDRESS.match, addresses), self.told("applications"), *pages]
        return bool(self.name) and not says_only_partners(self.name) and any(told)

    def told(self, key: str) -> str:
        """Return the first value for a key of the entry, or ``""``."""
        return next((str(v) for k, v in self.values.items() if self.keys[k] == key and v), "")

    def has_id(self, title: str) -> bool:
        """Return whether the value of a title is its id, such as a name for programs."""
        key, value = self.keys[title], str(self.values[title])
        if key == "name":
            return value != self.name and is_identifier(value)
        is_id = not key and title in _IDENTIFIERS
        return is_id and (self.is_of_a_catalog or is_identifier_of(value, self.name))

    def prefer_best(self) -> None:
        """Put the best of several names and of several websites first; the rest are other facts.

        A website is on another site, and rather in the domain that has the partner's name.
        """
        for key in ("name", "website"):
            told = {k: v for k, v in self.values.items() if self.keys[k] == key and v}
            if not told:
                continue
            weights = {title: self._weight(key, title) for title in told}
            best = max(told, key=weights.__getitem__)
            self.values = {best: told[best], **self.values}
            rivals = sum(weight[0] for weight in weights.values())
            if rivals > 1 or self.choices.guess_key(best) != key:
                self.guessed.add(key)

    def _weight(self, key: str, title: str) -> tuple[int, ...]:
        """Return how well a value suits a key; the first says whether it can be the value."""
        value = str(self.values[title])
        language = self.choices.words.language if self.choices.words else SOURCE_LANGUAGE
        readable = {language: 2, "": 1}.get(in_language(title)[1], 0)
        if key == "name":
            return not is_identifier(value), title.lower() != "title", readable
        is_site = host_in(value) is not None
        return is_site, is_site and is_like(value, self.name), readable, title.lower() == key

    def guess(self, key: str, title: str) -> None:
        """Take the value of a title for a key of the entry."""
        self.keys[title] = key
        self.guessed.add(key)

    def take(self, site: Site) -> None:
        """Take a web address as the website, even if it is in a list of links."""
        title, value = site.title, self.values[site.title]
        if not isinstance(value, str):
            others = tuple(link for link in links_in(title, value) if link["url"] != site.address)
            title = "website"
            self.values = {**self.values, site.title: others, title: site.address}
        self.guess("website", title)


def partner_of(record: Record) -> ImportedPartner:
    """Return the partner that an object is about."""
    reader = _Reader(record.name)
    # The address of a contact is preferred to the name of a person.
    names = {k for k, v in record.values.items() if not _ADDRESS.match(str(v))}
    is_person = {k for k in names if record.keys[k] == "contact"}
    for key, value in sorted(record.values.items(), key=lambda pair: pair[0] in is_person):
        reader.read(key, value, record)
    lines = record.lines
    values, changes = reader.values(lines)
    placements = tuple(Placement(key, lines, is_guess=key in record.guessed) for key in values)
    unplaced = tuple(reader.unplaced)
    return ImportedPartner(lines, values, placements, tuple(changes), unplaced, reader.identifier)


class _Reader:
    """Collects the values of one partner."""

    def __init__(self, name: str) -> None:
        self.found: dict[str, Plain] = {"name": name}
        self.groups: dict[str, list[str]] = {}
        self.facts: dict[str, None] = {}
        self.unplaced: list[ImportMessage] = []
        self.identifier = ""

    def values(self, lines: Lines) -> tuple[dict[str, Plain], list[ImportMessage]]:
        """Return the values by the key of an entry, and what was changed in them."""
        groups = {group: tuple(names) for group, names in self.groups.items()}
        if groups:
            self.found["applications"] = groups[""] if list(groups) == [""] else dict(groups)
        summary = str(self.found.get("summary", ""))
        is_long = len(summary) > SUMMARY_MAX_LENGTH or "\n" in summary
        first = [] if "description" in self.found and not is_long else ["summary"]
        texts = [str(self.found.pop(key, "")) for key in (*first, "description")]
        prose, changes, unplaced = read_prose("\n\n".join(filter(None, texts)), lines)
        self.unplaced += unplaced
        if text := "\n\n".join(filter(None, (prose, *self.facts))):
            self.found["description"] = f"{text}\n" if self.facts or changes or unplaced else text
        return self.found, changes

    def read(self, title: str, value: Plain, record: Record) -> None:
        """Read one value of an object."""
        key = record.keys[title]
        if record.has_id(title) and self.identifier in {"", str(value)}:
            self.identifier = str(value)
        elif key == NOTHING or is_empty(value) or self.found.get(key) == value:
            return
        elif key == "applications":
            self._add_applications(value, record)
        elif key in record.choices.fields:
            self._add_listed(title, value, record)
        elif key == "links" or self._is_other_site(key, title, value):
            links = links_in(_AFTER_LABEL.sub("", title), value)
            self.found["links"] = (*all_of(self.found.get("links", ())), *links)
        elif key in LISTS:
            self._add_listed(title, value, record)
        elif key == "description":
            told = map(said, (*all_of(self.found.get(key, ())), *all_of(value)))
            self.found[key] = "\n\n".join(told)
        elif key in _NO_ADDRESS and isinstance(value, str) and not _is_address(key, value):
            text = f"{title}: {said(value)}"
            self.unplaced.append(ImportMessage(record.lines, text, _NO_ADDRESS[key]))
        elif isinstance(value, str) and key in Partner.model_fields and key not in self.found:
            self.found[key] = value.removeprefix("mailto:") if key == "contact" else value
        else:
            self._read_other(title, value, record)

    def _read_other(self, title: str, value: Plain, record: Record) -> None:
        """Keep the file name of a catalog's own logo, and other facts in the description."""
        key = record.keys[title]
        is_logo = is_picture(title, said(value))
        name = str(value).rpartition("/")[2]
        if is_logo and record.is_of_a_catalog and is_logo_name(name):
            self.found.setdefault("logo", name)
        elif is_logo or key:
            reason = _NO_LOGO if is_logo else _NO_PERSON if key == PERSON else _ONE_VALUE
            self.unplaced.append(ImportMessage(record.lines, f"{title}: {said(value)}", reason))
        else:
            text = " ".join(said(value).split())
            label = "" if _UNTITLED.fullmatch(title) else f"{title}: "
            self.facts[as_markdown(label + text)] = None

    def _is_other_site(self, key: str, title: str, value: Plain) -> bool:
        """Return whether a value is an address that isn't for another key, nor of a picture."""
        is_free = key in Partner.model_fields.keys() - LISTS and key not in self.found
        is_site = isinstance(value, str) and SITE.match(value) is not None
        return is_site and not is_free and not is_picture(title, said(value))

    def _add_listed(self, title: str, value: Plain, record: Record) -> None:
        """Add a value of an own field, or several plain texts."""
        key = record.keys[title]
        text = ",".join(said(value).split()) if key == "maintainers" else said(value)
        listed: Plain = tuple(map(said, value) if isinstance(value, tuple) else split(text))
        if key in record.choices.fields:
            listed = value_in(record.choices.fields[key], value)
        if self.found.setdefault(key, listed) != listed:
            self._read_other(title, value, record)

    def _add_applications(self, value: Plain, record: Record) -> None:
        if isinstance(value, str) and "listed_as" in record.values:
            value = {str(record.values.get("group", "")): record.values["listed_as"]}
        elif isinstance(value, str):
            value = tuple(split(value))
        groups = value if isinstance(value, dict) else {"": value}
        listed = [(group, name) for group, names in groups.items() for name in all_of(names)]
        for group, name in listed:
            told = name if isinstance(name, dict) else {"group": group, "name": name}
            text, outer = (said(told.get(key, "")) for key in ("name", "group"))
            others = {key: each for key, each in told.items() if key not in _APPLICATION}
            if others and not record.is_of_a_catalog:
                self.unplaced.append(ImportMessage(record.lines, said(others), _ONE_NAME))
            if text:
                self.groups.setdefault("" if outer == "null" else outer, []).append(text)


def _is_address(key: str, value: str) -> bool:
    is_email = key == "contact" and _ADDRESS.match(value)
    return bool(is_email or host_in(value.strip()))
