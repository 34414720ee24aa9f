"""Blocks of a page as the Markdown that entries may use; what they may not have is reported."""

from __future__ import annotations

import re

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.findings import Findings, Text
from catalog_tool.importers.markdown.nodes import LISTS, blocks_in, line_of, lines_of, rows_of
from catalog_tool.importers.result import Lines
from catalog_tool.text.markup.inline import write_code
from catalog_tool.text.markup.page import inline_of

_ANY_TAG = re.compile(r"<[^<>]*>")
_SOURCE = re.compile(r"(?:src|href)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_COMMENT = "<!--"
_IMAGE_LEFT = "Entries have no images."
_TAG_LEFT = "Entries have no HTML; the text inside stays."
_COMMENT_LEFT = "A comment, which readers do not see."


def add_description(block: SyntaxTreeNode, findings: Findings) -> None:
    """Add a block to the description, and place its lines there."""
    text = _written(block, findings)
    if text.strip():
        findings.description.append(Text(lines_of(block), text))
    findings.place("description", lines_of(block))


def on_one_line(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.replace("\\\n", " ").split())


def report_unwritten(block: SyntaxTreeNode, findings: Findings) -> None:
    """Report the images and the HTML in the text of a block, which entries do not have."""
    for node in block.walk():
        for token in inline_of(node):
            for inner in (token, *(token.children or ())):
                _report(inner, lines_of(node), findings)


def _report(token: Token, lines: Lines, findings: Findings) -> None:
    tag = token.content
    if token.type == "image":
        findings.leave(lines, f"{tag} ({token.attrs['src']})".strip(), _IMAGE_LEFT)
    elif token.type != "html_inline":
        return
    elif tag.startswith(_COMMENT):
        findings.change(lines, tag, _COMMENT_LEFT)
    elif source := _SOURCE.search(tag):
        findings.leave(lines, f"{tag} ({source.group(1)})", _IMAGE_LEFT)
    else:
        findings.change(lines, tag, _TAG_LEFT)


def _written(block: SyntaxTreeNode, findings: Findings) -> str:
    if block.type == "paragraph":
        return line_of(block).written
    if block.type == "heading":
        return _bold(block, findings)
    if block.type in LISTS:
        return _list(block, findings)
    if block.type == "table":
        return _table(block, findings)
    return _opaque(block, findings)


def _bold(heading: SyntaxTreeNode, findings: Findings) -> str:
    line = line_of(heading)
    reason = "A heading inside the description became a line in bold."
    findings.change(line.lines, heading.children[0].content, reason)
    return f"**{line.text.strip('* ')}**" if line.text else ""


def _list(block: SyntaxTreeNode, findings: Findings) -> str:
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


def _table(table: SyntaxTreeNode, findings: Findings) -> str:
    rows = [[cell.written for cell in row] for row in rows_of(table)]
    reason = "A table became a list: one line for each row."
    findings.change(lines_of(table), " | ".join(rows[0]), reason)
    texts = (" – ".join(filter(None, row)) for row in rows)
    return "\n".join(f"- {text}" for text in texts if text)


def _opaque(block: SyntaxTreeNode, findings: Findings) -> str:
    """Report a block that entries do not have; only the text of code is kept."""
    lines = lines_of(block)
    text = findings.document.excerpt(lines)
    if block.type in {"fence", "code_block"}:
        findings.change(lines, text, "A code block became inline code.")
        code = filter(None, map(str.strip, block.content.splitlines()))
        return "\n".join(f"- {write_code(line)}" for line in code)
    if block.type == "hr":
        findings.change(lines, text, "It only draws a line.")
    elif text.lstrip().startswith(_COMMENT):
        findings.change(lines, text, _COMMENT_LEFT)
    elif not _ANY_TAG.sub("", text).strip() and not _SOURCE.search(text):
        findings.change(lines, text, _TAG_LEFT)
    else:
        findings.leave(lines, text, "Entries have no HTML.")
    return ""
