"""Text of a page as the Markdown that entries may use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from catalog_tool.importers.markdown.blocks import (
    Block,
    Heading,
    List,
    Opaque,
    Paragraph,
    Row,
    Table,
)
from catalog_tool.importers.markdown.findings import Findings, Text
from catalog_tool.importers.markdown.inline import WEB_ADDRESS, bits_of, plain, without_end
from catalog_tool.importers.result import Lines
from catalog_tool.text.markup import parse_markup, to_plain

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(\s*([^()\s]{0,2000})[^()\n]{0,500}\)")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,500}?href\s*=\s*[\"']?([^\"'<>\s]+)[^<>]{0,500}>([^<>\n]{1,300})</a>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_SOURCE = re.compile(r"(?:src|href)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_HARD_BREAK = re.compile(r" {2,}\n")
_BARE = re.compile(rf"(?<![<\[\"'=\w/]){WEB_ADDRESS.pattern}", re.IGNORECASE)
_COMMENT = "<!--"
IMAGE_LEFT = "Entries have no images."
_TAG_LEFT = "Entries have no HTML; the text inside stays."
_COMMENT_LEFT = "A comment, which readers do not see."


def add_description(block: Block, findings: Findings) -> None:
    """Add a block to the description, and place its lines there."""
    text = _markdown(block, findings)
    if text.strip():
        findings.description.append(Text(block.lines, text))
    findings.place("description", block.lines)


def tidy(text: str, lines: Lines, findings: Findings) -> str:
    """Return a text without images and HTML, which are reported, and with all links as links."""
    text = _ANCHOR.sub(lambda match: f"[{match.group(2)}]({match.group(1)})", text)
    text = _without_images(text, lines, findings)
    text = _without_tags(text, lines, findings)
    return linked(_HARD_BREAK.sub("\\\\\n", text.rstrip()))


def linked(text: str) -> str:
    """Return a text in which each bare web address is a link; unless that says something else."""
    if "://" not in text:
        return text
    marked = _BARE.sub(_in_brackets(text), text)
    before, after = parse_markup(text), parse_markup(marked)
    added = marked.count("<") - text.count("<")
    is_same = to_plain(before) == to_plain(after)
    return marked if is_same and len(after.anchors) - len(before.anchors) == added else text


def on_one_line(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.replace("\\\n", " ").split())


def _in_brackets(text: str) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        address = without_end(match.group())
        if "://" not in address or text[: match.start()].endswith("]("):
            return match.group()
        return f"<{address}>{match.group()[len(address) :]}"

    return replace


def _without_images(text: str, lines: Lines, findings: Findings) -> str:
    if "![" not in text:
        return text
    for alternative, source in _IMAGE.findall(text):
        findings.leave(lines, f"{alternative} ({source})".strip(), IMAGE_LEFT)
    linked_images = re.sub(rf"\[{_IMAGE.pattern}\](?=\()", r"[\1]", text)
    return _IMAGE.sub("", linked_images)


def _without_tags(text: str, lines: Lines, findings: Findings) -> str:
    for tag in _tags(text):
        text = text.replace(tag, " " if tag.lower().startswith("<br") else "", 1)
        if tag.startswith(_COMMENT):
            findings.change(lines, tag, _COMMENT_LEFT)
        elif source := _SOURCE.search(tag):
            findings.leave(lines, f"{tag} ({source.group(1)})", IMAGE_LEFT)
        else:
            findings.change(lines, tag, _TAG_LEFT)
    return text


def _tags(text: str) -> Iterator[str]:
    if "<" not in text:
        return
    tokens = parse_markup(text).tokens
    for token in chain.from_iterable(token.children or () for token in tokens):
        if token.type == "html_inline":
            yield token.content


def _markdown(block: Block, findings: Findings) -> str:
    match block:
        case Paragraph():
            return tidy(block.text, block.lines, findings)
        case Heading():
            return _bold(block, findings)
        case List():
            return tidy(findings.document.unquoted(block.lines), block.lines, findings)
        case Table():
            return tidy(_table(block, findings), block.lines, findings)
        case Opaque():
            return _opaque(block, findings)


def _bold(heading: Heading, findings: Findings) -> str:
    text = tidy(heading.text, heading.lines, findings)
    if heading.level > len("######"):
        return text
    reason = "A heading inside the description became a line in bold."
    findings.change(heading.lines, heading.text, reason)
    return f"**{plain(bits_of(text)).strip('* ')}**" if text else ""


def _table(table: Table, findings: Findings) -> str:
    reason = "A table became a list: one line for each row."
    findings.change(table.lines, " | ".join(table.header.cells), reason)
    return "\n".join(f"- {_row(row)}" for row in (table.header, *table.rows) if any(row.cells))


def _row(row: Row) -> str:
    return " – ".join(cell for cell in row.cells if cell)


def _opaque(block: Opaque, findings: Findings) -> str:
    """Report a block that entries do not have; only the text of code is kept."""
    if block.kind == "code block":
        findings.change(block.lines, block.text, "A code block became inline code.")
        code = (line.strip().strip("`~") for line in block.text.splitlines())
        return "\n".join(f"- `` {line} ``" for line in code if line)
    if block.kind == "horizontal line":
        findings.change(block.lines, block.text, "It only draws a line.")
    elif block.text.lstrip().startswith(_COMMENT):
        findings.change(block.lines, block.text, _COMMENT_LEFT)
    elif not _ANY_TAG.sub("", block.text).strip() and not _SOURCE.search(block.text):
        findings.change(block.lines, block.text, _TAG_LEFT)
    else:
        findings.leave(block.lines, block.text, "Entries have no HTML.")
    return ""
