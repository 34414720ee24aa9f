"""What the person who imports a list says about it, if it can't be detected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path, PurePath

from catalog_tool.importers.words import CORE, KEYS, LISTS, Labels, words_of
from catalog_tool.model.error import CatalogError
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.key_names import KEY_OF_NAME, KEY_OF_WORD, UNCERTAIN_NAMES
from catalog_tool.model.messages import Messages
from catalog_tool.text.ordering import same_key

FORMATS = {
    "csv": "CSV",
    "json": "JSON",
    "markdown": "Markdown",
    "toml": "TOML",
    "tsv": "TSV",
    "yaml": "YAML",
}
"""The formats of lists, with their names for people."""

FORMAT_OF_SUFFIX = {
    **dict.fromkeys((".md", ".markdown", ".html", ".htm", ".txt"), ""),
    **dict.fromkeys((".yaml", ".yml"), "yaml"),
    ".json": "json",
    ".toml": "toml",
    ".csv": "csv",
    ".tsv": "tsv",
}
"""The format of a file by the end of its name; empty if the text decides."""

_SEVERAL = frozenset({"applications", "description", "links", *LISTS})
"""Keys for which a record can have several columns."""
_STATEMENTS = frozenset({"maintainers", "tested_by", "tested_on"})
"""Keys with which a partner states or allows something, so only a clear name means them."""
_KEY_OF_NAME = {
    name: key
    for name, key in KEY_OF_NAME.items()
    if not (key in _STATEMENTS and name in UNCERTAIN_NAMES)
}
_KEY_OF_JOINED = {name.replace("_", ""): key for name, key in _KEY_OF_NAME.items()}
# Such as the keys "fullname" and "websiteurl".
_LINK = frozenset({"link", "links"})
_IN_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Choices:
    """The format of a list, and its columns.

    Attributes:
        format_name: one of ``FORMATS``; detected if empty.
        columns: the key of an entry by the title of a column, or by the key of an object.
        progress: called with the number of steps that are done, and of all steps.
        fields: the own fields of the catalog that the list is for, by key.
        nouns: keys of an entry by what that catalog calls partners and applications.
        words: its messages, which a published catalog has as labels; English if ``None``.
    """

    format_name: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[int, int], None] = lambda _done, _total: None
    fields: Mapping[str, FieldDefinition] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    words: Messages | None = None

    @cached_property
    def labels(self) -> Labels:
        """What labels mean in the catalog."""
        return Labels(self.fields, self.nouns)

    def suited_to(self, file: str | Path) -> Choices:
        """Return the choices for a file, whose name says its format if nobody else did."""
        suffix = PurePath(file).suffix.lower()
        return replace(self, format_name=self.format_name or FORMAT_OF_SUFFIX.get(suffix, ""))

    def key_of(self, title: str) -> str:
        """Return the key that was given for a column, or ``""``."""
        keys = (key for given, key in self.columns.items() if same_key(given) == same_key(title))
        return next(keys, "")

    def guess_key(self, title: str) -> str:
        """Return the key that was given for a column, or else the one that its title means."""
        guess = self.labels.own_key_of(title.removeprefix("field:")) or _key_by_meaning(title)
        return self.key_of(title) or ("" if guess in self.columns.values() else guess)

    def can_have_lines(self, title: str) -> bool:
        """Return whether the values of a column are texts or lists, so that each line counts."""
        key = self.guess_key(title)
        return key in _SEVERAL or (key in self.fields and self.fields[key].multiple)

    def is_chosen(self, title: str) -> bool:
        """Return whether a title has a key that was given, or that the catalog defines."""
        return bool(self.key_of(title) or self.labels.own_key_of(title.removeprefix("field:")))

    def refuse_rivals(self, titles: Collection[str]) -> None:
        """Refuse several columns of one record for a key with one value.

        Raises:
            CatalogError: two columns were given for the key.
        """
        given = Counter(self.columns.values())
        for key in (each for each, count in given.items() if count > 1 and each not in _SEVERAL):
            rivals = [title for title in titles if self.key_of(title) == key]
            if rivals[1:]:
                message = f"{rivals[0]!r} and {rivals[1]!r} can't both be {key!r}."
                raise CatalogError(message, "Name only one of these columns for it.")

    def refuse_unknown_keys(self) -> None:
        """Refuse columns for keys that no entry of the catalog has.

        Raises:
            CatalogError: the key isn't known.
        """
        keys = ("name", *KEYS, "summary", *self.fields)
        for key in self.columns.values():
            if key not in keys:
                near = KEY_OF_NAME.get(key.lower()) or "".join(get_close_matches(key, keys, 1))
                hint = f"Did you mean {near!r}?" if near else f"The keys are: {', '.join(keys)}."
                raise CatalogError(f"An entry has no key {key!r} that a column can have.", hint)


@lru_cache(4096)
def _key_by_meaning(title: str) -> str:
    title = _IN_CAMEL_CASE.sub(" ", title)
    words = words_of(title)
    if len(words) > 1 and KEY_OF_WORD.get(words[0]) == "links" and words[0] not in _LINK:
        return "links"
    known = _KEY_OF_NAME.get("_".join(words)) or _KEY_OF_JOINED.get("".join(words))
    others = {_KEY_OF_NAME.get(word, "") for word in words if "/" in title} - {""}
    return known or CORE.key_of(title) or (others.pop() if len(others) == 1 else "")


DETECTED = Choices()
"""Nothing was said, so everything is detected."""
