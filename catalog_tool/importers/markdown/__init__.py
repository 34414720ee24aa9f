"""Catalogs that people keep by hand: one Markdown page with a section for each partner.

From the text up: a document is lines and the blocks of markdown-it's tree, its sections have a
heading and blocks. A section of a partner has parts (description, contact, applications), which
are known by the words of their headings and by the shape of what stands in them. What is read
becomes findings: facts with their lines. An entry is put together from the findings.
"""

from __future__ import annotations

from catalog_tool.importers.markdown.document import prepare
from catalog_tool.importers.markdown.outline import outline
from catalog_tool.importers.markdown.partner import read_partner
from catalog_tool.importers.markdown.partners import partners_in, with_remainder
from catalog_tool.importers.result import Import
from catalog_tool.model.vocabulary import Vocabulary


def recognises(text: str) -> bool:  # noqa: ARG001 - the last resort
    """Return that any text can be read."""
    return True


def read(text: str, vocabulary: Vocabulary) -> Import:
    """Return the partners of a page, and everything else that stands on it."""
    document = prepare(text)
    page = outline(document.blocks)
    sections = partners_in(page)
    partners = [read_partner(section, document, vocabulary) for section in sections]
    return with_remainder(partners, page, document)
