"""What a recognised slip is, and how the modules of this package are found."""

from __future__ import annotations

import importlib
import pkgutil
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from catalog_tool.model.edits import ReplaceText
from catalog_tool.model.partner import Partner

_KEY_VALUE = re.compile(r"\s*(?:- +(?=label:|url:))?[^\s:#'\"\-][^:]*? *:[ \t]+(?P<value>\S.*)")
# What stands at the margin, asked first of each line: it is cheaper than to take the line apart.
_ENTRY_KEY = re.compile(r"[a-z_]+ *:")
_KEY = re.compile(r"\s*(?:- +)?([\w ]+?) *:(?:\s|\Z)")
_LIST_VALUE = re.compile(r"\s*-[ \t]+(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A slip with its repair; it is believed only if the repaired file reads further.

    Attributes:
        message: what is wrong, in plain words, with the value seen.
        hint: what to do about it, with the text to paste.
        span: character offsets of what is wrong.
        repair: the changes that mend it.
        title: what the repair does, in a few words.
        safe: whether the repair can mean only one thing.
    """

    message: str
    hint: str
    span: tuple[int, int]
    repair: tuple[ReplaceText, ...]
    title: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file that cannot be read, in its surroundings.

    Attributes:
        text: the whole file.
        start: offset of the first character of the line.
        end: offset of the line end.
        content: the line without its line end and trailing blanks.
    """

    text: str
    start: int
    end: int
    content: str

    @classmethod
    def at(cls, text: str, start: int) -> Line:
        """Return the line of a file that begins at an offset."""
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        return cls(text, start, end, text[start:end].rstrip())

    @property
    def indent(self) -> str:
        """The blanks that the line begins with."""
        return self.content[: len(self.content) - len(self.content.lstrip())]

    @property
    def value(self) -> tuple[int, str] | None:
        """The text after ``key: `` or ``- `` with its offset in the file, or ``None``."""
        match = _KEY_VALUE.match(self.content) or _LIST_VALUE.match(self.content)
        return (self.start + match.start("value"), match.group("value")) if match else None

    @property
    def key(self) -> str:
        """The key of ``key: value``, or ``""``."""
        return _key_of(self.content)

    def block(self) -> list[Line]:
        """Return the lines below the key of the entry that this line belongs to, or stands at."""
        lines: list[Line] = []
        for line in all_lines(self.text):
            if _ENTRY_KEY.match(line.text, line.start) and line.key in entry_keys():
                if line.start > self.start:
                    break
                lines = []
            else:
                lines.append(line)
        return lines

    def above(self) -> Iterator[Line]:
        """Yield the lines above, nearest first."""
        lines = all_lines(self.text)
        yield from reversed(lines[: bisect_left(lines, self.start, key=_start)])

    def below(self) -> Iterator[Line]:
        """Yield the lines below, nearest first."""
        lines = all_lines(self.text)
        yield from lines[bisect_right(lines, self.start, key=_start) :]

    def block_below(self) -> list[Line]:
        """Return the indented lines that belong to this one, without those that are blank."""
        lines = []
        for line in self.below():
            if line.content and not line.indent:
                break
            if line.content:
                lines.append(line)
        return lines


@lru_cache(maxsize=1)
def all_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a file from the first to the last, the same objects each time."""
    ends = (found.end() for found in re.finditer("\n", text))
    return (Line.at(text, 0), *(Line.at(text, start) for start in ends if start < len(text)))


# After a repair nearly all lines are what they were, and each recogniser asks again.
@lru_cache(maxsize=1024)
def _key_of(content: str) -> str:
    match = _KEY.match(content)
    return match.group(1) if match else ""


def _start(line: Line) -> int:
    return line.start


Find = Callable[[Line], Mistake | None]


@cache
def entry_keys() -> frozenset[str]:
    """Return the keys of an entry."""
    return frozenset(Partner.model_fields)


@cache
def all_mistakes(*, in_readable: bool = False) -> tuple[Find, ...]:
    """Return the recognisers of all slips, the most specific first.

    A module defines ``RANK`` (lower is tried first) and ``find(line)``; and ``IN_READABLE``, where
    the slip can leave a file that is YAML, only not with the keys of an entry.

    Args:
        in_readable: only the slips of files that are YAML.
    """
    package = importlib.import_module(__package__)
    names = (info.name for info in pkgutil.iter_modules(package.__path__))
    modules = [
        importlib.import_module(f"{__package__}.{name}") for name in names if name != "mistake"
    ]
    if in_readable:
        modules = [module for module in modules if getattr(module, "IN_READABLE", False)]
    return tuple(module.find for module in sorted(modules, key=lambda module: module.RANK))


def repaired(text: str, repair: tuple[ReplaceText, ...]) -> str:
    """Return ``text`` with the changes of a repair made."""
    parts = []
    position = 0
    for change in _ascending(repair):
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join([*parts, text[position:]])


def offsets_before(offsets: list[int], repair: tuple[ReplaceText, ...]) -> list[int]:
    """Return where each character of a repaired text stood.

    Args:
        offsets: for each character of the text before the repair, where it stood; one more than
            the text has characters, for its end.
        repair: the changes that are made to that text.
    """
    before: list[int] = []
    position = 0
    for change in _ascending(repair):
        before += offsets[position : change.start]
        before += [offsets[change.start]] * len(change.text)
        position = change.end
    return before + offsets[position:]


def offset_before(offset: int, repair: tuple[ReplaceText, ...]) -> int:
    """Return where a character of the repaired text stood before the repair."""
    shift = 0
    for change in _ascending(repair):
        start = change.start + shift
        if offset < start:
            break
        if offset < start + len(change.text):
            return change.start
        shift += len(change.text) - (change.end - change.start)
    return offset - shift


def _ascending(repair: tuple[ReplaceText, ...]) -> list[ReplaceText]:
    return sorted(repair, key=lambda change: change.start)
