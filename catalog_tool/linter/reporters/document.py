"""The output of a command, as values that know nothing about terminals or Markdown.

Plain strings are our own words, written so that they read well as text and as Markdown (code in
backticks). Text that a stranger wrote is a :class:`Foreign`, or is in a field that says so. Each
writer shows it and lets nothing in it act. A ``weight`` is a block's share of the space on a page,
relative to the weights of the other blocks. What doesn't fit is counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.model.diagnostic import Diagnostic

LONGEST_TEXT = 200
"""The characters of one text that are shown by default: people read it, they don't search it."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text of a stranger, on one line; at most ``most`` characters of it are shown."""

    text: str
    most: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Code:
    """A name that programs use, such as an id or a commit."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The login of a person, who is notified if the format allows it."""

    login: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of a stranger that were added or removed."""

    words: Foreign
    is_added: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address of ours, or to one that the address grammar accepts."""

    label: str | Foreign
    address: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    spans: Inline


@dataclass(frozen=True, slots=True)
class PageOnly:
    """Our own Markdown that only a page shows, such as a mark or an explanation."""

    markdown: str


Span = str | Foreign | Code | Mention | Changed | Link | Strong | PageOnly
Inline = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text; small print on a page if ``is_small``."""

    spans: Inline
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with short blocks indented below it."""

    spans: Inline
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Lines of one kind; at most ``most`` of them are shown, and the rest is counted."""

    items: tuple[Item, ...]
    most: int | None = None
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    weight: float = 1


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of a stranger, and their language; at most ``most`` characters of them are shown."""

    language: str
    text: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; nothing if the blocks are empty."""

    title: Inline
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks under a title of our own, collapsed on a page; nothing if the blocks are empty."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics, worst first. Any text may be a stranger's; ``command`` shows all of them."""

    diagnostics: tuple[Diagnostic, ...]
    command: str = "catalog check"
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Previews:
    """Entries as readers will see them; only a page shows them.

    Attributes:
        previews: id and finished, safe Markdown of as many entries as may fit.
        count: the number of all entries.
        weight: the share of the space on a page.
    """

    previews: tuple[tuple[str, str], ...]
    count: int
    weight: float = 1


Block = Paragraph | List | Table | CodeBlock | Section | Fold | Findings | Previews


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a command says.

    Attributes:
        blocks: the content, in order.
        summary: the result: the first line of a page, the last line on a terminal and in a log.
        marker: name by which a comment is found again and updated; it isn't visible.
        is_quiet: whether the Markdown is empty, so that the issue it is written to is closed.
    """

    blocks: tuple[Block, ...]
    summary: Inline = ()
    marker: str = ""
    is_quiet: bool = False
