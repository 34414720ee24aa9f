"""Reads catalogs that people keep by hand: a Markdown page with a section for each partner.

A page consists of lines and of the blocks in markdown-it's tree. Its sections have a heading and
blocks. The section of a partner has parts (description, contact, applications), which are
recognized by the words of their headings and by their structure. Reading a section results in
findings, which are facts with their lines. The entry is built from the findings.
"""

from __future__ import annotations

from dataclasses import replace

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.markdown.document import prepare
from catalog_tool.importers.markdown.evidence import TELLING
from catalog_tool.importers.markdown.outline import outline
from catalog_tool.importers.markdown.partner import read_partner
from catalog_tool.importers.markdown.partners import partners_in
from catalog_tool.importers.markdown.remainder import with_remainder
from catalog_tool.importers.markdown.tables import mark_columns
from catalog_tool.importers.markdown.words import names_partners
from catalog_tool.importers.result import Import
from catalog_tool.model.vocabulary import Vocabulary


def read(text: str, vocabulary: Vocabulary, choices: Choices) -> Import:
    """Return the partners of a page, and the rest of its text. Any text can be a page."""
    document = prepare(text)
    length = len(document.lines)
    choices.progress(length // 2, 2 * length)  # finding the partners takes as long as reading them
    columns = mark_columns(document.blocks, choices)
    page = outline(document.blocks)
    sections = partners_in(page)
    partners = []
    for section in sections:
        partners.append(read_partner(section, document, vocabulary))
        choices.progress(length + section.lines.last, 2 * length)
    is_announced = any(names_partners(section.title) for section in page.all_sections())
    # A partner that is alone on a page without an announcement must say two of them.
    least = 1 if is_announced or len(partners) > 1 else 2
    is_told = any(len(TELLING & partner.values.keys()) >= least for partner in partners)
    imported = with_remainder(partners if is_told else [], page, document)
    return replace(imported, columns=columns)
