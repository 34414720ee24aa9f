"""The one Markdown grammar of the catalog: text to tokens, tokens to what each reader needs.

Partner text is parsed here, once, and never by a second Markdown engine: two grammars that
disagree are how inert text becomes live.
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
