"""Writes a description that somebody wrote for another page as Markdown that entries allow."""

from __future__ import annotations

from dataclasses import replace

from catalog_tool.importers.choices import DETECTED
from catalog_tool.importers.markdown.entry import join_descriptions
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.page import read_page
from catalog_tool.importers.result import ImportMessage, Lines
from catalog_tool.importers.words import CORE
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup import parse_markup


def read_prose(text: str, lines: Lines) -> tuple[str, list[ImportMessage], list[ImportMessage]]:
    """Return a description with only what entries allow, what was changed, and what has no place.

    Args:
        text: the description.
        lines: the lines of the partner, for the messages.
    """
    if not parse_markup(text).refused:
        return text, [], []
    page = read_page(text, DETECTED)
    findings = PartnerFindings(page, Vocabulary(), CORE, "")
    for block in page.blocks:
        findings.add_block(block)
        findings.report_unwritten(block)
    changes, unplaced = (
        [replace(each, lines=lines) for each in found]
        for found in (findings.changes, findings.unplaced)
    )
    return join_descriptions({}, findings), changes, unplaced
