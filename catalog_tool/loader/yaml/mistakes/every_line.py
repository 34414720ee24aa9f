"""Files in which every line has the same decoration: quoted, numbered, or in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, in_whole_file
from catalog_tool.loader.yaml.mistakes.surroundings import delete_lines, name_lines
from catalog_tool.model.edits import Edit

_FEWEST_KEYS = 2  # with fewer, it could be something else


@dataclass(frozen=True, slots=True)
class _Decoration:
    """A decoration of each line.

    Attributes:
        pattern: matches a whole line without the white space at its end. The group ``text`` is
            what the author meant, with its indentation; ``number`` counts the lines.
        message: what is wrong.
        hint: what to do about it.
        title: what the repair does.
    """

    pattern: re.Pattern[str]
    message: str
    hint: str
    title: str


_DECORATIONS = (
    _Decoration(
        re.compile(r">(?P<text>.*)"),
        "The lines start with >, like a quotation in an email.",
        "Delete the > at the start of each line.",
        "delete the > on each line",
    ),
    _Decoration(
        re.compile(r"[ \t]*(?P<number>[0-9]{1,4})(?:[.:)]|[ \t]*[|│])?(?P<text>(?:[ \t].*)?)"),
        "The lines start with their numbers.",
        "Delete the numbers.",
        "delete the line numbers",
    ),
    _Decoration(
        re.compile(r"(?P<mark>[\"'`])(?P<text>.*)(?P=mark)[,;]?"),
        "The lines are in quotation marks, so YAML doesn't see the keys.",
        "Delete the quotation marks around each line.",
        "delete the quotation marks around each line",
    ),
)


@in_whole_file
def decorated_lines(text: str) -> Mistake | None:
    """Recognize a decoration that every line of the file has; remove it."""
    lines = [line for line in all_lines(text) if line.content]
    for decoration in _DECORATIONS:
        matches = [decoration.pattern.fullmatch(line.content) for line in lines]
        places = [at for at, match in enumerate(matches) if match]
        found = [match for match in matches if match]
        # With text above and below, only a run of lines is decorated.
        is_run = bool(places) and places[-1] - places[0] == len(places) - 1
        around = [line for line, match in zip(lines, matches, strict=True) if not match]
        if is_run and _is_entry(found) and not any(line.key in ENTRY_KEYS for line in around):
            run = lines[places[0] : places[-1] + 1]
            return _mistake(decoration, run, found, around)
    return None


def _is_entry(matches: list[re.Match[str]]) -> bool:
    keys = {match["text"].partition(":")[0].strip() for match in matches}
    numbers = [int(match["number"]) for match in matches if "number" in match.groupdict()]
    return len(keys & ENTRY_KEYS) >= _FEWEST_KEYS and numbers == sorted({*numbers})


def _mistake(
    decoration: _Decoration,
    lines: list[SourceLine],
    matches: list[re.Match[str]],
    around: list[SourceLine],
) -> Mistake:
    texts = [match["text"] for match in matches]
    width = min((len(text) - len(text.lstrip()) for text in texts if text.strip()), default=0)
    changes = []
    for line, match in zip(lines, matches, strict=True):
        start, end = (line.start + at for at in match.span("text"))
        changes.append(Edit(line.start, min(start + width, end), ""))
        if end < line.start + len(line.content):
            changes.append(Edit(end, line.start + len(line.content), ""))
    message = decoration.message
    if named := name_lines(around):
        message = f"{message} This text isn't part of the entry: {named}"
    repair = tuple(sorted([*changes, *delete_lines(around)], key=lambda change: change.start))
    span = lines[0].span
    return Mistake(message, decoration.hint, span, repair, decoration.title, safe=not around)
