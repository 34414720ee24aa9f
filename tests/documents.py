"""The Markdown documents of the repository, as what they promise: links, commands, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

REPOSITORY = Path(__file__).parents[1]
_BLOB = "../blob/main/"
"""How a template of GitHub links to a file: it is shown far from where it lies."""


@dataclass(frozen=True)
class Fence:
    """One block of code and the language it is in."""

    language: str
    text: str


@dataclass(frozen=True)
class Document:
    """One Markdown file."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(REPOSITORY).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def links(self) -> list[str]:
        """Targets of all links and images."""
        names = {"link_open": "href", "image": "src"}
        tokens = [token for token in self._inline_tokens() if token.type in names]
        return [str(token.attrs[names[token.type]]) for token in tokens]

    @cached_property
    def spans(self) -> list[str]:
        """Inline code."""
        return [token.content for token in self._inline_tokens() if token.type == "code_inline"]

    @cached_property
    def fences(self) -> list[Fence]:
        """Blocks of code."""
        tokens = (token for token in self._tokens if token.type == "fence")
        return [Fence(token.info, token.content) for token in tokens]

    @cached_property
    def code(self) -> list[str]:
        """Inline code, and every line of the blocks for a shell."""
        blocks = (fence.text for fence in self.fences if fence.language == "sh")
        return [*self.spans, *(line for block in blocks for line in block.splitlines())]

    @cached_property
    def anchors(self) -> set[str]:
        """What a fragment can lead to, as GitHub names it."""
        pairs = zip(self._tokens, self._tokens[1:], strict=False)
        headings = (after.content for token, after in pairs if token.type == "heading_open")
        return {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in headings}

    def resolved(self, target: str) -> Path:
        """Return the file that a relative link leads to."""
        if self.name.startswith(".github/") and target.startswith(_BLOB):
            return REPOSITORY / target.removeprefix(_BLOB)
        return self.path.parent / target

    @cached_property
    def _tokens(self) -> list[Token]:
        return MarkdownIt("commonmark").enable("table").parse(self.text)

    def _inline_tokens(self) -> Iterator[Token]:
        for token in self._tokens:
            yield from token.children or ()


def all_documents() -> list[Document]:
    """Return every Markdown document that people read in the repository."""
    patterns = ("*.md", "docs/**/*.md", ".github/**/*.md")
    return [Document(path) for pattern in patterns for path in sorted(REPOSITORY.glob(pattern))]


def document(name: str) -> Document:
    """Return one document by its path in the repository."""
    return Document(REPOSITORY / name)
