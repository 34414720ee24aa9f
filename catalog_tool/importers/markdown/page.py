"""Prepares a page for reading: its lines, its blocks, and the changes to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from textwrap import dedent

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.blocks import Block, read_blocks
from catalog_tool.importers.result import ImportMessage, Lines
from catalog_tool.text.characters import describe_character, hidden_characters, visible_replacement
from catalog_tool.text.markup.components import write_components
from catalog_tool.text.markup.page import parse_page
from catalog_tool.text.markup.tokens import text_token
from catalog_tool.text.phrases import quantity

_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?=(?:#.*\n)*[\w.-]+:)(?:.*\n)*?(?:---|\.\.\.)|\+\+\+\n(?:.*\n)*?\+\+\+)"
    r"[ \t]*(?:\n|\Z)"
)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?([^\"'\n]+)", re.MULTILINE)
_INDENTED_LIST = re.compile(r"[*+-] +[A-Za-z][\w -]{0,30}: ")
_CODE_LEFT = "Code of a site generator, which readers don't see."
_USED = "The address of a reference link. It was moved into the link."
_UNUSED = "The address of a reference link that the text doesn't use."


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A page without invisible characters; its lines are numbered as in the file.

    Attributes:
        lines: its lines, without line breaks.
        blocks: its blocks.
        changes: what was changed in it.
        left_out: the text before the page itself.
        columns: the titles of all columns of its tables, as they are written.
        title: the title in its front matter, or ``""``.
    """

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    changes: tuple[ImportMessage, ...]
    left_out: tuple[ImportMessage, ...]
    columns: tuple[str, ...]
    title: str = ""

    def excerpt(self, lines: Lines) -> str:
        """Return the text of a range of lines."""
        return "\n".join(self.lines[lines.first - 1 : lines.last])


def prepare(text: str, choices: Choices) -> MarkdownPage:
    """Return a text as a page.

    Front matter is set aside, invisible characters are replaced by what they look like, link
    definitions are removed, and columns get the titles that were chosen.
    """
    left_out = []
    title = None
    if front := _FRONT_MATTER.match(text):
        matter = front.group().rstrip("\n")
        title = _TITLE.search(matter)
        length = matter.count("\n") + 1
        left_out.append(ImportMessage(Lines(1, length), matter, "Front matter of the page."))
        text = "\n" * length + text[front.end() :]
    text, changes = _visible(text)
    text, code = write_components(text)
    changes += [ImportMessage(Lines(number, number), each, _CODE_LEFT) for number, each in code]
    page = read_page(text, choices)
    return replace(
        page,
        changes=(*changes, *page.changes),
        left_out=tuple(left_out),
        title=title[1] if title else "",
    )


def read_page(text: str, choices: Choices) -> MarkdownPage:
    """Return a text as a page, without link definitions, but with no other changes."""
    lines = text.split("\n")
    page = parse_page(text, lambda done, _: choices.progress(done, 3 * len(lines)))
    for token in page.tokens:
        if token.type == "code_block" and _INDENTED_LIST.match(token.content) and token.map:
            start, end = token.map
            lines[start:end] = dedent("\n".join(lines[start:end])).split("\n")
    if lines != text.split("\n"):
        page = parse_page("\n".join(lines))
    definitions = []
    for definition in page.definitions:
        where = Lines(definition.start + 1, definition.end)
        written = "\n".join(lines[definition.start : definition.end]).strip()
        reason = _USED if definition.is_used else _UNUSED
        definitions.append(ImportMessage(where, written, reason))
        lines[definition.start : definition.end] = [""] * (definition.end - definition.start)
    blocks = read_blocks(page.tokens)
    tables = [block for block in blocks if block.kind == "table"]
    titles = dict.fromkeys(cell.text for table in tables for cell in table.rows[0] if cell.text)
    return MarkdownPage(
        tuple(lines),
        tuple(_with_titles(each, choices) if each.kind == "table" else each for each in blocks),
        tuple(definitions),
        (),
        tuple(titles),
    )


def _with_titles(table: Block, choices: Choices) -> Block:
    """Give columns the titles that were chosen, and move the one with names to the front."""
    header, *rows = table.children
    choices.refuse_rivals([cell.line.text for cell in header.children])
    keys = [choices.key_of(cell.line.text) for cell in header.children]
    titles = ("Partner" if key == "name" else key.replace("_", " ") for key in keys)
    cells = tuple(
        replace(cell, tokens=(text_token(title),)) if title else cell
        for cell, title in zip(header.children, titles, strict=True)
    )
    order = sorted(range(len(keys)), key=lambda n: keys[n] != "name")
    ordered = (
        replace(row, children=tuple(row.children[n] for n in order if n < len(row.children)))
        for row in (replace(header, children=cells), *rows)
    )
    return replace(table, children=tuple(ordered))


def _visible(text: str) -> tuple[str, list[ImportMessage]]:
    """Replace invisible characters, without changing the number of lines."""
    kinds: dict[str, list[int]] = {}
    characters = list(text)
    for offset in hidden_characters(text):
        char = text[offset]
        kinds.setdefault(char, []).append(offset)
        characters[offset] = " " if visible_replacement(char) else ""
    changes = []
    for char, offsets in kinds.items():
        first, last = (text.count("\n", 0, offset) + 1 for offset in (offsets[0], offsets[-1]))
        reason = "Invisible characters were removed or replaced by a space."
        name = f"{describe_character(char)}, {quantity(len(offsets), 'time')}"
        changes.append(ImportMessage(Lines(first, last), name, reason))
    return "".join(characters), changes
