"""Writes blocks of a page as Markdown that entries allow, and reports everything else."""

from __future__ import annotations

import re

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.findings import PartnerFindings, Text
from catalog_tool.importers.markdown.nodes import LISTS, blocks_in, line_of, lines_of, rows_of
from catalog_tool.importers.result import Lines
from catalog_tool.text.markup.inline import write_code
from catalog_tool.text.markup.page import inline_of

ANY_TAG = re.compile(r"<[^<>]*>")
_SOURCE = re.compile(r"(?:src|href)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_COMMENT = "<!--"
_IMAGE_LEFT = "Entries can't contain images."
TAG_LEFT = "Entries can't contain HTML. The text inside was kept."
_COMMENT_LEFT = "A comment, which readers don't see."


def add_description(block: SyntaxTreeNode, findings: PartnerFindings) -> None:
    """Add a block to the description, and place its lines."""
    text = _written(block, findings)
    if text.strip():
        findings.description.append(Text(lines_of(block), text))
    findings.place("description", lines_of(block))


def on_one_line(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.replace("\\\n", " ").split())


def report_unwritten(block: SyntaxTreeNode, findings: PartnerFindings) -> None:
    """Report images and HTML in the text of a block, which entries don't allow."""
    for node in block.walk():
        for token in inline_of(node):
            for inner in (token, *(token.children or ())):
                _report(inner, lines_of(node), findings)


def _report(token: Token, lines: Lines, findings: PartnerFindings) -> None:
    tag = token.content
    if token.type == "image":
        findings.report_unplaced(lines, f"{tag} ({token.attrs['src']})".strip(), _IMAGE_LEFT)
    elif token.type != "html_inline":
        return
    elif tag.startswith(_COMMENT):
        findings.report_change(lines, tag, _COMMENT_LEFT)
    elif source := _SOURCE.search(tag):
        findings.report_unplaced(lines, f"{tag} ({source.group(1)})", _IMAGE_LEFT)
    else:
        findings.report_change(lines, tag, TAG_LEFT)


def _written(block: SyntaxTreeNode, findings: PartnerFindings) -> str:
    if block.type == "paragraph":
        return line_of(block).written
    if block.type == "heading":
        return _bold(block, findings)
    if block.type in LISTS:
        return _list(block, findings)
    if block.type == "table":
        return _table(block, findings)
    return _opaque(block, findings)


def _bold(heading: SyntaxTreeNode, findings: PartnerFindings) -> str:
    line = line_of(heading)
    reason = "A heading inside the description was changed to bold text."
    findings.report_change(line.lines, heading.children[0].content, reason)
    return f"**{line.text.strip('* ')}**" if line.text else ""


def _list(block: SyntaxTreeNode, findings: PartnerFindings) -> str:
    elements = [list(blocks_in(element)) for element in block.children]
    is_loose = any(
        each.type == "paragraph" and not each.hidden for blocks in elements for each in blocks
    )
    space = "\n\n" if is_loose else "\n"
    texts = []
    for element, blocks in zip(block.children, elements, strict=True):
        marker = f"{element.info}{element.markup} "
        text = space.join(filter(None, (_written(each, findings) for each in blocks)))
        texts.append(re.sub(r"\n(?=[^\n])", "\n" + " " * len(marker), f"{marker}{text}"))
    return space.join(texts)


def _table(table: SyntaxTreeNode, findings: PartnerFindings) -> str:
    rows = [[cell.written for cell in row] for row in rows_of(table)]
    reason = "The table was changed to a list with one line per row."
    findings.report_change(lines_of(table), " | ".join(rows[0]), reason)
    texts = (" – ".join(filter(None, row)) for row in rows)
    return "\n".join(f"- {text}" for text in texts if text)


def _opaque(block: SyntaxTreeNode, findings: PartnerFindings) -> str:
    """Report a block that entries don't allow; only the text of code is kept."""
    lines = lines_of(block)
    text = findings.document.excerpt(lines)
    if block.type in {"fence", "code_block"}:
        findings.report_change(lines, text, "The code block was changed to inline code.")
        code = filter(None, map(str.strip, block.content.splitlines()))
        return "\n".join(f"- {write_code(line)}" for line in code)
    if block.type == "hr":
        findings.report_change(lines, text, "A horizontal line, which entries don't have.")
    elif text.lstrip().startswith(_COMMENT):
        findings.report_change(lines, text, _COMMENT_LEFT)
    elif not ANY_TAG.sub("", text).strip() and not _SOURCE.search(text):
        findings.report_change(lines, text, TAG_LEFT)
    else:
        findings.report_unplaced(lines, text, "Entries can't contain HTML.")
    return ""
