"""The only Markdown grammar of the catalog: parses text to tokens and writes tokens in other forms.

Partner text is parsed once, here, and never by another Markdown engine. If two grammars disagreed,
text that is inert in one could be active in the other.
"""

from catalog_tool.text.markup.grammar import Construct as Construct
from catalog_tool.text.markup.grammar import Markup as Markup
from catalog_tool.text.markup.grammar import parse_line as parse_line
from catalog_tool.text.markup.grammar import parse_markup as parse_markup
from catalog_tool.text.markup.grammar import parse_prose as parse_prose
from catalog_tool.text.markup.html import inert as inert
from catalog_tool.text.markup.html import to_html as to_html
from catalog_tool.text.markup.plain import to_plain as to_plain
from catalog_tool.text.markup.plain import to_words as to_words
