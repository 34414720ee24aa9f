"""What a command says, as values that know nothing of terminals or Markdown.

Plain strings are our own words, written so that they read well as text and as Markdown (code in
backticks). Text that a stranger wrote is a :class:`Foreign`, or stands in a field that says so.
Each writer shows it and lets nothing in it act. A ``weight`` is the share of the room on a page
that a block asks for, compared with the weights of other blocks. What does not fit is counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.model.diagnostic import Diagnostic

LONGEST_TEXT = 200
"""Characters of one text that are shown unless it says otherwise: it is read, not searched."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text of a stranger, on one line; ``most`` characters of it are shown."""

    text: str
    most: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Code:
    """A name that programs use, such as an id or a commit."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The login of a person, who is notified if the place allows it."""

    login: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of a stranger that were added or removed."""

    words: Foreign
    is_added: bool


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    spans: Inline


@dataclass(frozen=True, slots=True)
class PageOnly:
    """Markdown of our own that only a page shows, such as a mark or an explanation."""

    markdown: str


Span = str | Foreign | Code | Mention | Changed | Strong | PageOnly
Inline = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text; small print on a page if ``is_small``."""

    spans: Inline
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, and the short blocks that stand indented below it."""

    spans: Inline
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Lines of one kind; at most ``most`` of them are shown, and the others counted."""

    items: tuple[Item, ...]
    most: int | None = None
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with as many cells as the head has."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    weight: float = 1


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines that a stranger wrote, and their language; ``most`` characters of them are shown."""

    language: str
    text: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; nothing if they have nothing to say."""

    title: Inline
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """The same, folded away on a page; its title is in our own words."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics, worst first, all of which ``command`` shows; any text may be a stranger's."""

    diagnostics: tuple[Diagnostic, ...]
    command: str = "catalog check"
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Previews:
    """Entries as readers will see them, which only a page shows.

    Attributes:
        previews: id and finished Markdown, in which nothing of a stranger acts, of as many as may
            fit.
        count: how many there are.
        weight: as above.
    """

    previews: tuple[tuple[str, str], ...]
    count: int
    weight: float = 1


Block = Paragraph | List | Table | CodeBlock | Section | Fold | Findings | Previews


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a command says.

    Attributes:
        blocks: what it says, in order.
        summary: what it comes to: the first line of a page, the last on a terminal and in a log.
        marker: name by which a comment is found again and updated; it is not visible.
        is_quiet: whether the Markdown is empty, so that the issue it is written to is closed.
    """

    blocks: tuple[Block, ...]
    summary: Inline = ()
    marker: str = ""
    is_quiet: bool = False
