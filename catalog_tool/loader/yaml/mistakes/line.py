"""One line of a file that isn't valid YAML, and the lines around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from catalog_tool.model.edits import Edit
from catalog_tool.model.partner import Partner

ENTRY_KEYS = frozenset(Partner.model_fields)
LINK_KEYS = frozenset({"label", "url"})
# Keys by the kind of their value.
LISTS = frozenset({"applications", "former_names", "products", "maintainers"})
TEXTS = frozenset({"description", "applications_note", "summary", "tested_by"})
ADDRESSES = frozenset({"website", "contact", "applications_url"})

_KEY_VALUE = re.compile(r"\s*(?:- +(?=label:|url:))?[^\s:#'\"\-][^:]*? *:[ \t]+(?P<value>\S.*)")
# Tried first on each line, because it is faster than parsing the line.
_ENTRY_KEY = re.compile(r"[a-z_]+ *:")
# Possessive, because a line of blanks would take cubic time.
_KEY = re.compile(r"\s*+(?:- ++)?(\w++(?: ++\w++)*+) *+:(?:\s|\Z)")
_LIST_VALUE = re.compile(r"\s*-[ \t]+(?P<value>\S.*)")


class SourceLine(NamedTuple):
    """One line of a file that can't be parsed, with access to the lines around it.

    Attributes:
        text: the whole file.
        start: offset of the first character of the line.
        end: offset of the line end.
        content: the line without its line end and trailing white space.
        keys: the keys of an entry: the core keys, and the catalog's own fields.
    """

    text: str
    start: int
    end: int
    content: str
    keys: frozenset[str] = ENTRY_KEYS

    @classmethod
    def at(cls, text: str, start: int, keys: frozenset[str] = ENTRY_KEYS) -> SourceLine:
        """Return the line of a file that starts at an offset."""
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        return cls(text, start, end, text[start:end].rstrip(), keys)

    @property
    def indent(self) -> str:
        """The white space at the beginning of the line."""
        return self.content[: len(self.content) - len(self.content.lstrip())]

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the text of the line, without the white space around it."""
        return self.start + len(self.indent), self.start + len(self.content)

    @property
    def value(self) -> tuple[int, str] | None:
        """The text after ``key: `` or ``- `` with its offset in the file, or ``None``."""
        match = _KEY_VALUE.match(self.content) or _LIST_VALUE.match(self.content)
        return (self.start + match.start("value"), match.group("value")) if match else None

    @property
    def key(self) -> str:
        """The key of ``key: value``, or ``""``."""
        return _key_of(self.content)

    @property
    def has_dash(self) -> bool:
        """Whether the line begins with the dash of a list."""
        return self.content.lstrip().startswith("- ")

    def reindent(self, indent: str) -> Edit:
        """Return the change that gives the line this indentation."""
        return Edit(self.start, self.start + len(self.indent), indent)

    def delete(self) -> Edit:
        """Return the change that deletes the line with its line end."""
        return Edit(self.start, min(self.end + 1, len(self.text)), "")

    def all(self) -> tuple[SourceLine, ...]:
        """Return all lines of the file."""
        return all_lines(self.text, self.keys)

    def block(self) -> list[SourceLine]:
        """Return the lines below the key that this line belongs to or contains."""
        lines: list[SourceLine] = []
        for line in self.all():
            if _ENTRY_KEY.match(line.text, line.start) and line.key in self.keys:
                if line.start > self.start:
                    break
                lines = []
            else:
                lines.append(line)
        return lines

    def above(self) -> Iterator[SourceLine]:
        """Yield the lines above, nearest first."""
        lines = self.all()
        yield from reversed(lines[: bisect_left(lines, self.start, key=_start)])

    def below(self) -> Iterator[SourceLine]:
        """Yield the lines below, nearest first."""
        lines = self.all()
        yield from lines[bisect_right(lines, self.start, key=_start) :]

    def nearest_above(self) -> SourceLine | None:
        """Return the nearest line above that isn't blank, or ``None``."""
        return next((line for line in self.above() if line.content), None)

    def block_below(self) -> list[SourceLine]:
        """Return the indented lines that belong to this one, without blank lines."""
        lines = []
        for line in self.below():
            if line.content and not line.indent:
                break
            if line.content:
                lines.append(line)
        return lines


@lru_cache(maxsize=2)  # some recognizers don't know the catalog's own keys
def all_lines(text: str, keys: frozenset[str] = ENTRY_KEYS) -> tuple[SourceLine, ...]:
    """Return the lines of a file from the first to the last, the same objects each time."""
    ends = (found.end() for found in re.finditer("\n", text))
    return (
        SourceLine.at(text, 0, keys),
        *(SourceLine.at(text, start, keys) for start in ends if start < len(text)),
    )


# After a repair, nearly all lines are unchanged, and each recognizer asks for their keys again.
@lru_cache(maxsize=1024)
def _key_of(content: str) -> str:
    match = _KEY.match(content)
    return match.group(1) if match else ""


def _start(line: SourceLine) -> int:
    return line.start
