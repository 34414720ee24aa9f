"""The text of a page, made readable: its lines, and what had to be changed to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.importers.result import Lines, Remark
from catalog_tool.text.characters import describe_character, hidden_characters, visible_replacement

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[\w.-]+:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TITLE = r"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?"""
_DEFINITION = re.compile(
    rf" {{0,3}}\[([^\[\]^\n][^\[\]\n]{{0,200}})\]:[ \t]*<?([^\s<>]+)>?{_TITLE}\s*"
)
_REFERENCE = re.compile(r"(?<![!\\\]])\[([^\[\]\n]{1,300})\](?:\[([^\[\]\n]{0,200})\]|(?![\[(:]))")
_USED = "Address of a link by reference; it stands in the link now."
_UNUSED = "Address of a link by reference that the text does not have."
_QUOTATION_MARK = re.compile(r"(?: {0,3}>[ ]?)+")


@dataclass(frozen=True, slots=True)
class Document:
    """A page without what cannot be seen; its lines are numbered as in the file.

    Attributes:
        lines: the lines, without line ends.
        changes: what was changed in it.
        left_out: what stands before the page itself.
    """

    lines: tuple[str, ...]
    changes: tuple[Remark, ...]
    left_out: tuple[Remark, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    def excerpt(self, lines: Lines) -> str:
        """Return the text of some lines."""
        return "\n".join(self.lines[lines.first - 1 : lines.last])

    def unquoted(self, lines: Lines) -> str:
        """Return the text of some lines without quotation marks and common indentation."""
        taken = self.lines[lines.first - 1 : lines.last]
        if all(_QUOTATION_MARK.match(line) for line in taken):
            taken = tuple(_QUOTATION_MARK.sub("", line, count=1) for line in taken)
        margin = min((_margin(line) for line in taken if line.strip()), default=0)
        return "\n".join(line[margin:].rstrip() for line in taken)

    def written(self, lines: Lines) -> Iterator[int]:
        """Yield the numbers of those lines that are not blank."""
        for number in range(lines.first, lines.last + 1):
            if self.lines[number - 1].strip():
                yield number


def prepare(text: str) -> Document:
    """Return a text as a document.

    Line ends become equal, front matter is set aside, hidden characters are replaced by what they
    look like, and links by reference by links with their address.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    left_out = []
    if front := _FRONT_MATTER.match(text):
        length = front.group().rstrip("\n").count("\n") + 1
        matter = front.group().rstrip("\n")
        left_out.append(Remark(Lines(1, length), matter, "Front matter of the page."))
        text = "\n" * length + text[front.end() :]
    text, changes = _visible(text)
    lines, resolved = _resolved(text.split("\n"))
    return Document(tuple(lines), (*changes, *resolved), tuple(left_out))


def _visible(text: str) -> tuple[str, list[Remark]]:
    """Replace hidden characters, without changing the number of lines."""
    kinds: dict[str, list[int]] = {}
    characters = list(text)
    for offset in hidden_characters(text):
        char = text[offset]
        kinds.setdefault(char, []).append(offset)
        characters[offset] = " " if visible_replacement(char) else ""
    changes = []
    for char, offsets in kinds.items():
        first, last = (text.count("\n", 0, offset) + 1 for offset in (offsets[0], offsets[-1]))
        reason = "A character that nobody can see became a space, or was taken out."
        name = f"{describe_character(char)}, {len(offsets)} times"
        changes.append(Remark(Lines(first, last), name, reason))
    return "".join(characters), changes


def _resolved(lines: list[str]) -> tuple[list[str], list[Remark]]:
    """Write the address of each link by reference where the link stands."""
    found = {n: match for n, line in enumerate(lines) if (match := _DEFINITION.fullmatch(line))}
    targets: dict[str, str] = {}
    for match in found.values():
        targets.setdefault(_label(match.group(1)), match.group(2))
    if not targets:
        return lines, []
    used: set[str] = set()

    def direct(match: re.Match[str]) -> str:
        label = _label(match.group(2) or match.group(1))
        used.add(label)
        return f"[{match.group(1)}]({targets[label]})" if label in targets else match.group()

    changed = ["" if n in found else _REFERENCE.sub(direct, line) for n, line in enumerate(lines)]
    remarks = []
    for number, match in found.items():
        reason = _USED if _label(match.group(1)) in used else _UNUSED
        remarks.append(Remark(Lines(number + 1, number + 1), lines[number].strip(), reason))
    return changed, remarks


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
