"""``**name**: Contoso``, ``- name: Contoso``, ``1. name: Contoso``: keys dressed up as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.loader.schema.key_aliases import known_name
from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake, all_lines, entry_keys
from catalog_tool.model.edits import ReplaceText

RANK = 7
IN_READABLE = True

_KEY = re.compile(
    r"(?P<mark>[-*+•–—][ \t]+|\d+[.)][ \t]+|#+[ \t]+)?(?P<open>[*_`]{1,3})?"
    r"(?P<key>[^\W\d_](?:[^\W_]|[ _-])*?)(?P<close>[*_`]{1,3}[ \t]*:|[ \t]*:[*_`]{1,3}|[ \t]*:)"
    r"(?=\s|\Z)"
)


def find(line: Line) -> Mistake | None:
    """Recognise known keys in bold or behind bullets and numbers; mend all of them at once."""
    decorated = _decorated(line.text)
    if not decorated:
        return None
    first, shown = decorated[0]
    key = _plain_key(shown)
    changes = [change for each, match in decorated for change in _changes(each, match)]
    return Mistake(
        f"The key {key!r} has marks of Markdown around it: {shown.group()}",
        f"Write the key alone, at the margin: {key}: {first.content[shown.end() :].strip()[:60]}",
        (first.start, first.start + shown.end()),
        tuple(changes),
        "write the keys without marks",
    )


# Asked of each suspected line, and the answer is one for the whole file.
@lru_cache(maxsize=1)
def _decorated(text: str) -> tuple[tuple[Line, re.Match[str]], ...]:
    return tuple((each, match) for each in all_lines(text) if (match := _match(each)))


def _match(line: Line) -> re.Match[str] | None:
    match = _KEY.match(line.content)
    is_decorated = match and (match.group("mark") or match.group("open"))
    return match if match and is_decorated and _plain_key(match) in entry_keys() else None


def _plain_key(match: re.Match[str]) -> str:
    key = match.group("key").strip()
    return known_name(key, entry_keys()) or key


def _changes(line: Line, match: re.Match[str]) -> Iterator[ReplaceText]:
    yield ReplaceText(line.start, line.start + match.end(), f"{_plain_key(match)}:")
    width = len(match.group("mark") or "")
    below = list(_block_below(line))
    if not any(len(each.indent) == width and each.key in entry_keys() for each in below):
        return
    for each in below:
        yield ReplaceText(each.start, each.start + min(width, len(each.indent)), "")


def _block_below(line: Line) -> Iterator[Line]:
    for below in line.below():
        if below.content and not below.indent:
            return
        if below.content:
            yield below
