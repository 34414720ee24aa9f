"""Reads tables of applications, whose header words identify their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.nodes import lines_of, rows_of
from catalog_tool.importers.markdown.words import Part, part_of, words_of
from catalog_tool.text.markup.page import inline_of, inline_token

_TITLES = {"name": "Partner"}
_NAMES = frozenset("name names product products".split())
_GROUPS = frozenset("area areas category categories group groups kind segment type types".split())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that names applications.

    Attributes:
        name: its content.
        group: the group that the table assigns to it, or ``""``.
        explanation: the rest of its row, as Markdown.
    """

    name: Line
    group: str = ""
    explanation: str = ""


def table_columns(table: SyntaxTreeNode) -> Iterator[Cell]:
    """Yield the names in a table of applications.

    A column contains names if its heading says so. Otherwise, each column is a group, and its
    heading is the name of the group.
    """
    header, *rows = rows_of(table)
    titles = [cell.text for cell in header]
    names = next((n for n, title in enumerate(titles) if _heads_names(title)), None)
    groups = next((n for n, title in enumerate(titles) if _heads_groups(title)), None)
    if names is None and groups is not None and len(titles) > 1:
        names = 1 - min(groups, 1)
    for row in rows:
        if names is not None and names < len(row):
            yield _name_cell(row, titles, names, groups)
        else:
            yield from (
                Cell(cell, title) for title, cell in zip(titles, row, strict=False) if cell.tokens
            )


def mark_columns(blocks: Iterable[SyntaxTreeNode], choices: Choices) -> tuple[str, ...]:
    """Give columns the titles that the choices say, and move the one with names to the front.

    Returns:
        The titles of all columns, as they are written.
    """
    titles: list[str] = []
    for table in (block for block in blocks if block.type == "table"):
        rows = [row for part in table.children for row in part.children]
        written = [Line(lines_of(cell), inline_of(cell)).text for cell in rows[0].children]
        keys = [choices.key_of(title) for title in written]
        for cell, key in zip(rows[0].children, keys, strict=True):
            if key:
                title = Token("text", "", 0, content=_TITLES.get(key, key.replace("_", " ")))
                cell.children = [SyntaxTreeNode([inline_token([title], None)], create_root=False)]
        order = sorted(range(len(keys)), key=lambda n: keys[n] != "name")
        for row in rows if "name" in keys else ():
            row.children = [row.children[n] for n in order if n < len(row.children)]
        titles += filter(None, written)
    return tuple(dict.fromkeys(titles))


def _name_cell(row: list[Line], titles: list[str], names: int, groups: int | None) -> Cell:
    other = (
        f"{title}: {cell.written}" if title else cell.written
        for n, (title, cell) in enumerate(zip(titles, row, strict=False))
        if cell.tokens and n not in {names, groups}
    )
    group = row[groups].text if groups is not None and groups < len(row) else ""
    return Cell(row[names], group, "; ".join(other))


def _heads_names(title: str) -> bool:
    words = set(words_of(title))
    return part_of(title) is Part.APPLICATIONS or (bool(words) and words <= _NAMES)


def _heads_groups(title: str) -> bool:
    return not _GROUPS.isdisjoint(words_of(title))
