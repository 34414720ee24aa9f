"""Keys that YAML doesn't recognize: split, joined, decorated, or without their colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.loader.schema.key_aliases import known_name
from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, LINK_KEYS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit
from catalog_tool.model.partner import REQUIRED

_REST_OF_KEY = re.compile(r"[ \t]*(?P<rest>[a-z_]+)[ \t]*:(?=\s|\Z)")
_BARE_KEY = re.compile(r"(?P<key>[a-z_]+)(?P<mark>[ \t]*[=;：][ \t]*|[ \t]+|\Z)(?P<value>\S.*)?\Z")
_TOML_SECTION = re.compile(r"^\[[\w .-]+\][ \t]*\n", re.MULTILINE)
_DECORATED_KEY = re.compile(
    r"(?P<mark>[-*+•–—][ \t]+|\d+[.)][ \t]+|#+[ \t]+)?(?P<open>[*_`]{1,3})?"
    r"(?P<key>[^\W\d_](?:[^\W_]|[ _-])*?)(?P<close>[*_`]{1,3}[ \t]*:|[ \t]*:[*_`]{1,3}|[ \t]*:)"
    r"(?=\s|\Z)"
)
_KEY_WITH_SIGN = re.compile(r"(?P<before>[^\w\s#-]?)(?P<key>[a-z_]+):(?P<after>[^\w\s]?)(?=\s|\Z)")
_LINK_KEY_WITH_SIGN = re.compile(
    r"\s+(?:- )?(?P<before>)(?P<key>label|url):(?P<after>[^\w\s])(?=\s|\Z)"
)
_BLOCK_MARKS = frozenset("|>")
# Optional keys that sentences use as words, such as "Two products: a gateway and an agent."
_WORDS = frozenset(key for key in ENTRY_KEYS - {"name", "website", *REQUIRED} if "_" not in key)
_SEPARATORS = " \t|,;"


def split_key(line: SourceLine) -> Mistake | None:
    """Recognize a key of an entry that is split across two lines."""
    above = next(line.above(), None)
    return _join_lines(line, next(line.below(), None)) or (
        _join_lines(above, line) if above else None
    )


def _join_lines(first: SourceLine, second: SourceLine | None) -> Mistake | None:
    rest = _REST_OF_KEY.match(second.content) if second else None
    if second is None or not rest or f"{first.content}{rest['rest']}" not in first.keys:
        return None
    key = f"{first.content}{rest['rest']}"
    end = second.start + rest.start("rest")
    return Mistake(
        f"The key {key!r} is split across two lines.",
        f"Write it on one line: {key}: {second.content[rest.end() :].strip()[:60]}".rstrip(),
        first.span,
        (Edit(first.start + len(first.content), end, ""),),
        "join the lines",
    )


def joined_lines(line: SourceLine) -> Mistake | None:
    """Recognize a key inside the value of another, if no line has that key."""
    known = LINK_KEYS if line.key in LINK_KEYS else line.keys
    if line.value is None or line.key not in known:
        return None
    words = _WORDS | {key for key in line.keys - ENTRY_KEYS if "_" not in key}
    missing = known - words - {each.key for each in line.all()}
    keys = "|".join(sorted(missing, key=len, reverse=True))
    # After spaces or a separator, or after a line end that a program wrote as a backslash and an n.
    pattern = rf"(?:(?<=\\n)|(?<!\w))(?:{keys}):(?=\s|\Z)"
    starts = [match.start() + 1 for match in re.finditer(pattern, line.content[1:])]
    if not missing or not starts:
        return None
    key = line.content[starts[0] :].partition(":")[0]
    at = line.start + starts[0]
    return Mistake(
        f"Two lines have run together: {key}: is in the value of {line.key!r}.",
        f"Start a new line before {key}:",
        (at, at + len(key) + 1),
        tuple(_break_line(line, start) for start in starts),
        "start a new line",
        safe=False,
    )


def _break_line(line: SourceLine, at: int) -> Edit:
    """Return the change that starts a new line at a key, without what separates it."""
    value = line.content[:at].rstrip(_SEPARATORS).removesuffix("\\n").rstrip()
    indent = " " * line.content.index(line.key)
    return Edit(line.start + len(value), line.start + at, f"\n{indent}")


def missing_colon(line: SourceLine) -> Mistake | None:
    """Recognize a line that starts with a known key but has no colon after it.

    If another character is used instead of the colon, all such lines are repaired at once.
    """
    match = _bare_key(line)
    if not match or (match.end("key") == len(line.content) and _is_used(match["key"], line)):
        return None
    mark = match.group("mark").strip()
    lines = [each for each in line.all() if _mark(each) == mark] if mark else [line]
    first = lines[0]
    match = _bare_key(first) or match
    key, value = match.group("key"), match.group("value") or ""
    what = (
        f"{key!r} is followed by {mark} instead of a colon"
        if mark
        else (f"There is no colon after {key!r}")
    )
    sections = _TOML_SECTION.finditer(line.text) if mark == "=" else ()
    changes = [Edit(*section.span(), "") for section in sections]
    return Mistake(
        f"{what}.",
        f"Write a colon and a space: {key}: {value[:60]}".rstrip(),
        (first.start, first.start + match.end("key" if not mark else "mark")),
        (*changes, *map(_colon, lines)),
        "add a colon after the key",
    )


def _is_used(key: str, line: SourceLine) -> bool:
    return any(each.key == key for each in line.all())


def _bare_key(line: SourceLine) -> re.Match[str] | None:
    match = _BARE_KEY.match(line.content)
    return match if match and match.group("key") in line.keys else None


def _mark(line: SourceLine) -> str:
    match = _bare_key(line)
    return match.group("mark").strip() if match else ""


def _colon(line: SourceLine) -> Edit:
    match = _bare_key(line)
    start, end = match.span("mark") if match else (0, 0)
    return Edit(line.start + start, line.start + end, ": " if end < len(line.content) else ":")


def decorated_keys(line: SourceLine) -> Mistake | None:
    """Recognize known keys in bold or after bullets and numbers; repair all of them at once."""
    decorated = _find_decorated(line.text, line.keys)
    if not decorated:
        return None
    first, shown = decorated[0]
    key = _plain_key(shown, first)
    value = first.content[shown.end() :].strip()
    changes = [change for each, match in decorated for change in _plain_changes(each, match)]
    return Mistake(
        f"The key {key!r} has Markdown around it: {shown.group()}",
        f"Write only the key, at the left margin: {key}: {value[:60]}",
        (first.start, first.start + shown.end()),
        tuple(changes),
        "remove the Markdown around keys",
    )


# Called for each suspected line, with the same result for the whole file.
@lru_cache(maxsize=1)
def _find_decorated(
    text: str, keys: frozenset[str]
) -> tuple[tuple[SourceLine, re.Match[str]], ...]:
    return tuple(
        (each, match) for each in all_lines(text, keys) if (match := _match_decorated(each))
    )


def _match_decorated(line: SourceLine) -> re.Match[str] | None:
    match = _DECORATED_KEY.match(line.content)
    is_decorated = match and (match.group("mark") or match.group("open"))
    return match if match and is_decorated and _plain_key(match, line) in line.keys else None


def _plain_key(match: re.Match[str], line: SourceLine) -> str:
    key = match.group("key").strip()
    return known_name(key, line.keys) or key


def _plain_changes(line: SourceLine, match: re.Match[str]) -> Iterator[Edit]:
    yield Edit(line.start, line.start + match.end(), f"{_plain_key(match, line)}:")
    width = len(match.group("mark") or "")
    below = line.block_below()
    if not any(len(each.indent) == width and each.key in each.keys for each in below):
        return
    for each in below:
        yield Edit(each.start, each.start + min(width, len(each.indent)), "")


def stray_sign(line: SourceLine) -> Mistake | None:
    """Recognize one character right before a known key or right after its colon."""
    match = _KEY_WITH_SIGN.match(line.content) or _LINK_KEY_WITH_SIGN.match(line.content)
    if not match or match["key"] not in line.keys | LINK_KEYS:
        return None
    side = "before" if match["before"] else "after"
    sign, value = match[side], line.content[match.end() :]
    is_of_value = side == "after" and (sign in _BLOCK_MARKS or value.endswith(sign or "\n"))
    if not sign or is_of_value:
        return None
    start, end = line.start + match.start(side), line.start + match.end(side)
    return Mistake(
        f"There is a {sign} right {side} {match['key'] + ':'!r}, so YAML doesn't see the key.",
        f"Delete it: {match['key']}:{value[:60]}",
        (start, end),
        (Edit(start, end, ""),),
        "delete the character",
        safe=False,
    )
