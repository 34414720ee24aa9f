"""Mistakes that a pattern recognizes, one row per mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog_tool.loader.yaml.mistakes.line import TEXTS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit


@dataclass(frozen=True, slots=True)
class Row:
    """A mistake that a pattern recognizes.

    Attributes:
        pattern: matches from the beginning of a line. The group ``wrong`` is shown. The group
            ``cut`` is replaced; without such a group, ``wrong`` is replaced.
        message: what is wrong; ``{group}`` is replaced by the text of that group of the pattern.
        hint: what to do about it, with groups as in the message.
        title: what the repair does; empty if only the author of the file knows the repair.
        replacement: the text that replaces what is cut.
        of_file: whether the suspected line itself may be right.
        among: the lines to try, and to repair together.
        suits: whether a match in the file of the suspected line is this mistake.
    """

    pattern: re.Pattern[str]
    message: str
    hint: str
    title: str = ""
    replacement: str = ""
    of_file: bool = False
    among: Callable[[SourceLine], Iterable[SourceLine]] = lambda line: (line,)
    suits: Callable[[re.Match[str], SourceLine], bool] = lambda _found, _line: True

    def __call__(self, line: SourceLine) -> Mistake | None:
        """Return the mistake that a suspected line shows, or ``None``."""
        if not (self.of_file or self._match(line, line.start)):
            return None
        starts = (each.start for each in self.among(line))
        matches = [found for at in starts if (found := self._match(line, at))]
        if not matches:
            return None
        first = matches[0]
        cut = "cut" if "cut" in self.pattern.groupindex else "wrong"
        changes = (Edit(*found.span(cut), self.replacement) for found in matches)
        return Mistake(
            self.message.format_map(first.groupdict()),
            self.hint.format_map(first.groupdict()),
            first.span("wrong"),
            tuple(sorted(changes, key=lambda change: change.start)) if self.title else (),
            self.title,
        )

    def _match(self, line: SourceLine, start: int) -> re.Match[str] | None:
        found = self.pattern.match(line.text, start)
        return found if found and self.suits(found, line) else None


def _first_line(line: SourceLine) -> Iterable[SourceLine]:
    return line.all()[:1]


def _lines_of_equal_indent(line: SourceLine) -> Iterable[SourceLine]:
    yield line
    yield from (each for each in (*line.above(), *line.below()) if each.indent == line.indent)


# Atomic groups, because three searches with backtracking take cubic time.
MERGE_CONFLICT = Row(
    re.compile(
        r"(?ms)\A(?>.*?^[ \t]*+(?=<{7} ))(?P<wrong>[^\n]*+)(?>.*?^[ \t]*+={7}[ \t\r]*$)"
        r"(?>.*?^[ \t]*+>{7} )"
    ),
    "The file contains two versions of some lines because a merge wasn't finished.",
    "One version is between <<<<<<< and =======, the other between ======= and >>>>>>>. "
    "Keep the lines you want, and delete the three marker lines.",
    of_file=True,
    among=_first_line,
)
WEB_PAGE = Row(
    re.compile(
        r"(?i)\A(?P<wrong>\s*<(?:(?:!doctype|html|head|body|svg|\?xml)\b|[a-z][a-z0-9-]*[ />]"
        r"(?![\s\S]*\n(?-i:name|website|contact|description)[ \t]*[:=]))[^\n]*)"
    ),
    "This file is a web page or a drawing (HTML, XML, or SVG), not an entry.",
    "Start with 'catalog new NAME', and copy the text of the page into it.",
    of_file=True,
    among=_first_line,
)
MARKDOWN_PAGE = Row(
    re.compile(r"(?m)\A(?=#)(?![\s\S]*^name:)(?P<wrong>#{1,6} \S.*)\n+(?:[^\n:]+\n+)*?[*+-] ."),
    "This file is a Markdown page, not an entry.",
    "Turn it into an entry with 'catalog import FILE.md', or fill in the form.",
    of_file=True,
    among=_first_line,
)
DIRECTIVE = Row(
    re.compile(
        r"\A(?:[ \t]*(?:#[^\n]*)?\n)*"
        r"(?P<cut>(?P<wrong>%[^\n]*)\n(?:%[^\n]*\n)*(?:---[ \t]*\n)?)"
    ),
    "A YAML directive (%) isn't allowed.",
    "Delete this line.",
    "delete the directive",
    of_file=True,
    among=_first_line,
)
DOCUMENT_END = Row(
    re.compile(r"(?P<cut>(?P<wrong>\.\.\.)[^\S\n]*(?:\n|\Z))"),
    "Three dots (...) end the entry here, but more text follows.",
    "Delete this line.",
    "delete the line",
)
NOTHING_BEFORE_COLON = Row(
    re.compile(r"(?P<wrong>:[ \t]+\S(?:.*\S)?)"),
    "There is no key before the colon: {wrong:.60}",
    "Write the key before the colon, or delete the line.",
)
# YAML 1.2, section 7.4.2: a key has at most 1,024 characters.
LONG_KEY = Row(
    re.compile(r"[^\S\n]*(?:- +)?(?P<wrong>[^\s:'\"][^:\n]{59})[^:\n]{964,}:(?=\s|\Z)"),
    "YAML reads the text before the colon as a key: {wrong}…",
    "Put the text below its key, such as 'description: |', and indent it by two spaces.",
)
MISSING_SPACE_AFTER_COLON = Row(
    re.compile(
        r"(?P<nested>[^\S\n]+(?:- )?|- )?"
        r"(?P<wrong>(?P<key>(?(nested)(?:label|url)|[a-z][a-z0-9_]*+)):)"
        r"(?P<cut>)(?P<value>\S(?:.*\S)?)"
    ),
    "There is no space after '{key}:'.",
    "Add a space after the colon: {key}: {value:.60}",
    "add a space after the colon",
    " ",
    among=SourceLine.all,
    suits=lambda found, line: bool(found["nested"]) or found["key"] in line.keys,
)
MISSING_SPACE_AFTER_DASH = Row(
    re.compile(r"[ \t]*(?P<wrong>-)(?P<cut>)(?P<value>[^\s-](?:.*\S)?)"),
    "There is no space after the dash: -{value:.59}",
    "Add a space after the dash: - {value:.60}",
    "add a space after the dash",
    " ",
    among=_lines_of_equal_indent,
)
STAR_LIST = Row(
    re.compile(r"[ \t]*(?P<cut>(?P<wrong>[*•+–—·])[ \t]+)(?P<value>\S(?:.*\S)?)"),
    "This list uses {wrong} before its values instead of a dash.",
    "Write '- {value:.60}'.",
    "write dashes",
    "- ",
    among=SourceLine.block,
)
BROKEN_JSON = Row(
    re.compile(r"\A\s*(?P<wrong>[{\[])[\s\S]{0,400}?\"[\w -]+\"\s*:"),
    "This file is JSON with a mistake in it, but an entry is YAML.",
    "Write each value as 'key: value' on its own line, without brackets and quotation marks.",
    of_file=True,
    among=_first_line,
)
GROUP_WITH_DASH = Row(
    re.compile(
        r"(?P<indent>[ \t]*)(?P<wrong>(?P<cut>-[ \t]+)(?P<name>[^\s:'\"-][^:\n]*):)"
        r"(?=\s*\n(?P=indent)[^\S\n]+- [^\S\n]*\S)"
    ),
    "The group {name!r} has a dash. Only the applications in a group have one.",
    "Write '{name}:' without the dash.",
    "remove the dashes before groups",
    of_file=True,
    among=SourceLine.all,
)
ZERO_AFTER_BLOCK_MARK = Row(
    re.compile(
        rf"[^\S\n]*(?:{'|'.join(TEXTS)}) *:[ \t]+[|>][+\-]?(?P<wrong>0)(?=[^\S\n]*(?:\n|\Z))"
    ),
    "There is a 0 after the | or > that starts a text.",
    "Delete the 0.",
    "delete the 0",
)
