"""Markdown as GitHub renders it: its parser, and its processing of the rendered text."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options

# GitHub looks for these in each text node outside code and links.
ACTS = re.compile(
    r"(?<!\w)@[a-z0-9]|#\d|\bgh-\d|:(?:[+-]1|100|1234|[0-9_+-]*[a-z][a-z0-9_+-]*):"
    r"|\b(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}\b|\$(?=\S)[^$]*(?<=\S)\$",
    re.IGNORECASE,
)


@dataclass
class Rendered(HTMLParser):
    """A page as GitHub shows it.

    Attributes:
        tags: every tag that was opened, in order.
        targets: where its links lead.
        nodes: its runs of text outside code; a comment ends one.
        text: all its text.
    """

    tags: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    nodes: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.targets += [value or "" for name, value in attrs if name == "href"]
        self.is_code |= tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.is_code &= tag != "code"

    def handle_data(self, data: str) -> None:
        self.text += data
        if not self.is_code:
            self.nodes.append(data)

    @property
    def acted_on(self) -> list[str]:
        return [node for node in self.nodes if ACTS.search(node)]


def render(markdown: str) -> Rendered:
    rendered = Rendered()
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    rendered.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options=options))
    rendered.close()
    return rendered
