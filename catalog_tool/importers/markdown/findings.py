"""What a page says about one partner: facts with their lines, before they become an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from markdown_it.token import Token

from catalog_tool.importers.address import Address
from catalog_tool.importers.markdown.blocks import Block
from catalog_tool.importers.markdown.page import MarkdownPage
from catalog_tool.importers.result import ImportMessage, Lines, Placement
from catalog_tool.importers.words import Labels, words_of
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup.inline import write_code

ANY_TAG = re.compile(r"<[^<>]*>")
TAG_LEFT = "Entries can't contain HTML. The text inside was kept."
_SOURCE = re.compile(r"(?:src|href)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_COMMENT = "<!--"
_IMAGE_LEFT = "Entries can't contain images."
_COMMENT_LEFT = "A comment, which readers don't see."


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the entry: Markdown, a name, or a value, which may be only a guess.

    ``group`` is the heading above the name of an application.
    """

    lines: Lines
    text: str
    is_guess: bool = False
    group: str = ""


@dataclass(slots=True)
class PartnerFindings:
    """The facts about one partner, collected while its section is read.

    Attributes:
        page: the page.
        vocabulary: canonical names of applications.
        labels: what labels mean in the catalog that the page is for.
        name: name of the partner.
        name_words: the words of its name, which add no meaning to a label.
        texts: what the page says, by the key of the entry.
    """

    page: MarkdownPage
    vocabulary: Vocabulary
    labels: Labels
    name: str
    texts: defaultdict[str, list[Text]] = field(default_factory=lambda: defaultdict(list))
    addresses: list[Address] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    changes: list[ImportMessage] = field(default_factory=list)
    unplaced: list[ImportMessage] = field(default_factory=list)
    name_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.name_words = frozenset(words_of(self.name))

    def key_of(self, label: str) -> str:
        """Return the key that a heading or label means, or ``""``."""
        return self.labels.key_of(label, self.name_words)

    def place(self, key: str, lines: Lines, *, is_guess: bool = False) -> None:
        """Record that lines are under a key."""
        self.placements.append(Placement(key, lines, is_guess))

    def add(self, key: str, lines: Lines, text: str, *, is_guess: bool = False) -> None:
        """Add a text under a key."""
        self.texts[key].append(Text(lines, text, is_guess))

    def add_application(self, lines: Lines, name: str, group: str) -> None:
        """Add the name of an application."""
        self.texts["applications"].append(Text(lines, name, group=group))

    def add_block(self, block: Block) -> None:
        """Add a block to the description, as Markdown that entries allow."""
        self.add("description", block.lines, self._written(block))

    def report_change(self, lines: Lines, text: str, reason: str) -> None:
        """Record what is different in the entry."""
        self.changes.append(ImportMessage(lines, text, reason))

    def report_unplaced(self, lines: Lines, text: str, reason: str) -> None:
        """Record a fact that an entry has no field for."""
        self.unplaced.append(ImportMessage(lines, text, reason))

    def report_unwritten(self, block: Block) -> None:
        """Report images and HTML in the text of a block, which entries don't allow."""
        for token in block.tokens:
            for inner in (token, *(token.children or ())):
                self._report_token(inner, block.lines)

    def _report_token(self, token: Token, lines: Lines) -> None:
        tag = token.content
        if token.type == "image":
            self.report_unplaced(lines, f"{tag} ({token.attrs['src']})".strip(), _IMAGE_LEFT)
        elif token.type != "html_inline":
            return
        elif tag.startswith(_COMMENT):
            self.report_change(lines, tag, _COMMENT_LEFT)
        elif source := _SOURCE.search(tag):
            self.report_unplaced(lines, f"{tag} ({source.group(1)})", _IMAGE_LEFT)
        else:
            self.report_change(lines, tag, TAG_LEFT)

    def _written(self, block: Block) -> str:
        if block.is_text:
            return block.line.written
        if block.is_list:
            return self._list(block)
        if block.kind == "heading":
            reason = "A heading inside the description was changed to bold text."
            self.report_change(block.lines, block.source, reason)
            return f"**{block.line.text.strip('* ')}**" if block.line.text else ""
        if block.kind == "table":
            rows = [[cell.written for cell in row] for row in block.rows]
            reason = "The table was changed to a list with one line per row."
            self.report_change(block.lines, " | ".join(rows[0]), reason)
            return "\n".join(f"- {' – '.join(filter(None, row))}" for row in rows if any(row))
        return self._opaque(block)

    def _list(self, block: Block) -> str:
        is_loose = any(inner.mark == "loose" for each in block.children for inner in each.children)
        space = "\n\n" if is_loose else "\n"
        texts = []
        for each in block.children:
            text = space.join(filter(None, map(self._written, each.children)))
            texts.append(re.sub(r"\n(?=[^\n])", "\n" + " " * len(each.mark), f"{each.mark}{text}"))
        return space.join(texts)

    def _opaque(self, block: Block) -> str:
        """Report a block that entries don't allow; only the text of code is kept."""
        text = self.page.excerpt(block.lines)
        if block.kind in {"fence", "code_block"}:
            self.report_change(block.lines, text, "The code block was changed to inline code.")
            code = filter(None, map(str.strip, block.source.splitlines()))
            return "\n".join(f"- {write_code(line)}" for line in code)
        if block.kind == "hr":
            self.report_change(block.lines, text, "A horizontal line, which entries don't have.")
        elif text.lstrip().startswith(_COMMENT):
            self.report_change(block.lines, text, _COMMENT_LEFT)
        elif not ANY_TAG.sub("", text).strip() and not _SOURCE.search(text):
            self.report_change(block.lines, text, TAG_LEFT)
        else:
            self.report_unplaced(block.lines, text, "Entries can't contain HTML.")
        return ""


def on_one_line(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.replace("\\\n", " ").split())
