"""What a command says, as values that know nothing of terminals or Markdown.

Plain strings are our own words, written so that they read well as text and as Markdown (code in
backticks). Whatever a stranger wrote is a :class:`Foreign` or a field that says so: each writer
shows it and lets nothing in it act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LONGEST_TEXT = 200
"""Characters of one text that are shown unless it says otherwise: it is read, not searched."""

Level = Literal["error", "warning", "info"]


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
    """The login of somebody who is called where that is possible."""

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
    """One line of a list, and what stands indented below it."""

    spans: Inline
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Lines of one kind.

    Attributes:
        items: the lines.
        most: how many of them are shown; the others are counted.
        weight: its share of the room on a page, compared with the weights of other blocks.
    """

    items: tuple[Item, ...]
    most: int | None = None
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with as many cells as the head has; ``weight`` as for a list."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    weight: float = 1


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of a stranger in a language; ``most`` characters of them are shown."""

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
class Place:
    """A place in a file: lines and columns count from 1, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would fix a finding.

    Attributes:
        title: what applying it does, in words of a stranger too.
        how: how to apply it, in our own words.
        first_line: the first line that ``suggestion`` replaces, from 1.
        last_line: the last one.
        suggestion: what these lines say then, or ``None`` if it cannot be said in whole lines.
    """

    title: str
    how: str
    first_line: int = 0
    last_line: int = 0
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place in a file; any text in it may be a stranger's.

    Attributes:
        level: how much it matters.
        rule: code and name of the rule, in our own words.
        message: what is wrong.
        place: where, or ``None`` if it is about no file.
        subject: what it is about in that case, in our own words.
        excerpt: the source line; empty if it could not be read.
        hint: what to do about it; what follows the first line is an example in YAML.
        remedy: what would fix it.
        count: how many problems it stands for.
    """

    level: Level
    rule: str
    message: str
    place: Place | None = None
    subject: str = ""
    excerpt: str = ""
    hint: str = ""
    remedy: Remedy | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings, worst first.

    Attributes:
        findings: the findings.
        command: the command that shows all of them.
        weight: as for a list.
    """

    findings: tuple[Finding, ...]
    command: str = "catalog check"
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Preview:
    """An entry as readers will see it.

    Attributes:
        name: its id.
        markdown: finished Markdown, in which nothing of a stranger acts.
    """

    name: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Previews:
    """Previews, which only a page shows; ``weight`` as for a list."""

    previews: tuple[Preview, ...]
    weight: float = 1


Block = Paragraph | List | Table | CodeBlock | Section | Fold | Findings | Previews


@dataclass(frozen=True, slots=True)
class Document:
    """What a command says.

    Attributes:
        blocks: what it says, in order.
        summary: what it comes to: the first line of a page, the last on a terminal and in a log.
        marker: by which a comment is found again and updated; shown nowhere.
        is_quiet: whether a page has nothing to say, so that an issue which has it is closed.
    """

    blocks: tuple[Block, ...]
    summary: Inline = ()
    marker: str = ""
    is_quiet: bool = False
