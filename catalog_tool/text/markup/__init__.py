"""The only Markdown grammar of the catalog: parses text to tokens and writes tokens in other forms.

Partner text is parsed once, here, and never by another Markdown engine. If two grammars disagreed,
text that is inert in one could be active in the other.
"""

from catalog_tool.text.markup.grammar import (
    Construct,
    Markup,
    parse_line,
    parse_markup,
    parse_prose,
)
from catalog_tool.text.markup.html import inert, to_html
from catalog_tool.text.markup.plain import to_plain, to_words

__all__ = [
    "Construct",
    "Markup",
    "inert",
    "parse_line",
    "parse_markup",
    "parse_prose",
    "to_html",
    "to_plain",
    "to_words",
]
