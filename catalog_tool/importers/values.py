"""What the values of objects say, whatever their shape."""

from __future__ import annotations

from catalog_tool.model.nodes import Plain
from catalog_tool.text.markup.blocks import SEPARATOR, blocks_of
from catalog_tool.text.markup.grammar import parse_markup
from catalog_tool.text.markup.markdown import line_to_markdown


def is_empty(value: Plain) -> bool:
    """Return whether a value says nothing."""
    return value in ("null", "~", (), {}) or (isinstance(value, str) and not value.strip())


def all_of(value: Plain) -> tuple[Plain, ...]:
    """Return the values of a list, or the only value."""
    return value if isinstance(value, tuple) else (value,)


def said(value: Plain) -> str:
    """Return the words of a value."""
    if isinstance(value, dict):
        return "; ".join(f"{title}: {said(each)}" for title, each in value.items())
    return ", ".join(map(said, value)) if isinstance(value, tuple) else value


def as_markdown(text: str) -> str:
    """Return plain text as Markdown for an entry, which can't have comments."""
    return without_separators(line_to_markdown(text))


def without_separators(markdown: str) -> str:
    """Return partner text without the comments that keep it inert on GitHub."""
    if SEPARATOR not in markdown:
        return markdown
    bare = markdown.replace(SEPARATOR, "")
    is_same = blocks_of(parse_markup(bare)) == blocks_of(parse_markup(markdown))
    return bare if is_same else markdown
