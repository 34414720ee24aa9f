"""A page made readable: its lines, its blocks, and what had to be changed to read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.nodes import blocks_in
from catalog_tool.importers.result import Lines, Remark
from catalog_tool.text.characters import describe_character, hidden_characters, visible_replacement
from catalog_tool.text.markup.page import parse_page

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[\w.-]+:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_USED = "Address of a link by reference; it stands in the link now."
_UNUSED = "Address of a link by reference that the text does not have."


@dataclass(frozen=True, slots=True)
class Document:
    """A page without what cannot be seen; its lines are numbered as in the file.

    Attributes:
        lines: the lines, without line ends.
        blocks: its blocks.
        changes: what was changed in it.
        left_out: what stands before the page itself.
    """

    lines: tuple[str, ...]
    blocks: tuple[SyntaxTreeNode, ...]
    changes: tuple[Remark, ...]
    left_out: tuple[Remark, ...]

    def excerpt(self, lines: Lines) -> str:
        """Return the text of some lines."""
        return "\n".join(self.lines[lines.first - 1 : lines.last])

    def written(self, lines: Lines) -> Iterator[int]:
        """Yield the numbers of those lines that are not blank."""
        for number in range(lines.first, lines.last + 1):
            if self.lines[number - 1].strip():
                yield number


def prepare(text: str) -> Document:
    """Return a text as a document.

    Line ends become equal, front matter is set aside, hidden characters are replaced by what they
    look like, and definitions of links are taken out.
    """
    text = unified(text)
    left_out = []
    if front := _FRONT_MATTER.match(text):
        length = front.group().rstrip("\n").count("\n") + 1
        matter = front.group().rstrip("\n")
        left_out.append(Remark(Lines(1, length), matter, "Front matter of the page."))
        text = "\n" * length + text[front.end() :]
    text, changes = _visible(text)
    return read_document(text, changes, left_out)


def unified(text: str) -> str:
    """Return a text in which each line ends in the same way."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_document(
    text: str, changes: Iterable[Remark] = (), left_out: Iterable[Remark] = ()
) -> Document:
    """Return a text with equal line ends as a document, as it is."""
    page = parse_page(text)
    lines = text.split("\n")
    definitions = []
    for definition in page.definitions:
        where = Lines(definition.start + 1, definition.end)
        written = "\n".join(lines[definition.start : definition.end]).strip()
        reason = _USED if definition.is_used else _UNUSED
        definitions.append(Remark(where, written, reason))
        lines[definition.start : definition.end] = [""] * (definition.end - definition.start)
    blocks = tuple(blocks_in(page.root))
    return Document(tuple(lines), blocks, (*changes, *definitions), tuple(left_out))


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
