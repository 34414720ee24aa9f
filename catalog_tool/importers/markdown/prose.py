"""Writes a description that somebody wrote for another page as Markdown that entries allow."""

from __future__ import annotations

from dataclasses import replace

from catalog_tool.importers.choices import DETECTED
from catalog_tool.importers.markdown.entry import join_descriptions
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.page import read_page
from catalog_tool.importers.result import ImportedPartner
from catalog_tool.importers.words import CORE
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup import parse_markup


def with_allowed_prose(partner: ImportedPartner) -> ImportedPartner:
    """Return a partner whose description has only what entries allow; the rest is reported."""
    written = str(partner.values.get("description", ""))
    if not parse_markup(written).refused:
        return partner
    page = read_page(written, DETECTED)
    findings = PartnerFindings(page, Vocabulary(), CORE, partner.name)
    for block in page.blocks:
        findings.add_block(block)
        findings.report_unwritten(block)
    description = join_descriptions({}, findings)
    values = {key: each for key, each in partner.values.items() if key != "description"}
    return replace(
        partner,
        values={**values, "description": f"{description}\n"} if description else values,
        changes=(
            *partner.changes,
            *(replace(each, lines=partner.lines) for each in findings.changes),
        ),
        unplaced=(
            *partner.unplaced,
            *(replace(each, lines=partner.lines) for each in findings.unplaced),
        ),
    )
