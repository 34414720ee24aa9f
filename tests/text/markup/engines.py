"""Markdown as three engines render it, and browsers read it: what acts in the result."""

from collections.abc import Callable, Iterator

import cmarkgfm
import markdown  # type: ignore[import-untyped]  # ships without types
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

# What MkDocs enables, and attribute lists, which its themes recommend.
_EXTENSIONS = ["attr_list", "fenced_code", "tables", "toc"]
ENGINES: dict[str, Callable[[str], str]] = {
    "cmark": lambda text: str(
        cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    ),
    "markdown-it": MarkdownIt("js-default", {"html": True}).render,
    "Python-Markdown": lambda text: str(markdown.markdown(text, extensions=_EXTENSIONS)),
}
_TAGS = frozenset("html head body p ul ol li em strong a code br h1 h2 h3 h4".split())
_ATTRIBUTES = frozenset("href id start".split())
_SCHEMES = ("https://", "#", "partners/", "mailto:")


def active(text: str, engine: str) -> Iterator[str]:
    """Yield what a browser would act on after an engine rendered a Markdown text."""
    tree = LexborHTMLParser(ENGINES[engine](text))
    for node in tree.css("*"):
        if node.tag not in _TAGS:
            yield f"<{node.tag}>"
        for name, value in node.attributes.items():
            if name not in _ATTRIBUTES:
                yield f"{name}={value}"
            if name == "href" and not (value or "").startswith(_SCHEMES):
                yield f"{name}={value}"
