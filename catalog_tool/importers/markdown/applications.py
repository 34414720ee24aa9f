"""Reads the part of an entry that lists applications, in all the ways that people list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.facts import read_fact
from catalog_tool.importers.markdown.findings import (
    ApplicationName,
    PartnerFindings,
    Text,
)
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.names import NameList, is_remark, is_sentence, read_names
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    below_head,
    element_lines,
    head_of,
    line_of,
    lines_in,
    read_lines,
    rows_of,
)
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.markdown.prose import add_description, on_one_line
from catalog_tool.importers.markdown.tables import table_columns
from catalog_tool.importers.markdown.words import Part, part_of
from catalog_tool.text.ordering import same_key

_WHOLE_LIST = re.compile(
    r"\d\s?\+|\b(?:more|full|complete|entire|all|catalog(?:ue)?|list(?:ed|ing)?s?|others?|see|found)\b",
    re.IGNORECASE,
)
_BESIDE_NAME = " .;,:-–—"


def read_applications(section: PageSection, findings: PartnerFindings, group: str = "") -> None:
    """Read a section that lists applications; its subsections are groups."""
    for block in section.blocks:
        _read_block(block, findings, group)
    for child in section.sections:
        if child.heading:
            heading = line_of(child.heading)
            findings.place("applications", heading.lines)
            with _group_title(heading, findings) as title:
                read_applications(child, findings, _inside(group, title))


def read_application_line(line: Line, findings: PartnerFindings, group: str = "") -> None:
    """Read a line of names, or a remark about the applications."""
    read = read_names(line.text, findings.vocabulary)
    if not read.names:
        _add_remark(line, findings)
        return
    _add_names(read, line, findings, group)
    findings.addresses += line.addresses


def _read_block(block: SyntaxTreeNode, findings: PartnerFindings, group: str) -> None:
    if block.type in LISTS:
        heads = list(map(head_of, block.children))
        is_grouped = any(_lists_names(head, findings) for head in heads if head)
        for element in block.children:
            _read_element(element, findings, group, is_grouped=is_grouped)
    elif block.type == "paragraph":
        _read_paragraph(block, findings, group)
    elif block.type == "table":
        _read_table(block, findings, group)
    elif block.type == "heading":
        _add_remark(line_of(block), findings)
    else:
        add_description(block, findings)


def _read_paragraph(block: SyntaxTreeNode, findings: PartnerFindings, group: str) -> None:
    lines = read_lines(block)
    if all(_names_after_label(line, findings).names for line in lines):
        for line in lines:
            _read_line(line, findings, group, is_grouped=True)
    elif len(lines) > 1 and not any(map(_is_prose, lines)):
        for line in lines:
            _read_line(line, findings, group, is_grouped=False)
    elif lines:
        read_application_line(line_of(block), findings, group)


def _is_prose(line: Line) -> bool:
    return is_remark(line.text) or line.text.endswith((",", ".", ":"))


def _read_element(
    element: SyntaxTreeNode, findings: PartnerFindings, group: str, *, is_grouped: bool
) -> None:
    """Read a list element; a list below it is a group."""
    below = below_head(element)
    if not any(block.type in LISTS for block in below):
        for line in element_lines(element):
            _read_line(line, findings, group, is_grouped=is_grouped)
        for block in below:
            add_description(block, findings)
        return
    with _group_title(head_of(element), findings) as title:
        for block in below:
            if block.type in LISTS:
                _read_block(block, findings, _inside(group, title))
            else:
                add_description(block, findings)


def _inside(group: str, title: str) -> str:
    """Return the name of a group inside another."""
    return ": ".join(filter(None, (group, title)))


@contextmanager
def _group_title(heading: Line | None, findings: PartnerFindings) -> Iterator[str]:
    """Provide the name of the group under a heading, and report an empty group."""
    if heading is None:
        yield ""
        return
    title = heading.text.rstrip(_BESIDE_NAME)
    findings.addresses += [each for each in heading.addresses if each.text]
    if part_of(title, findings.name_words) is Part.APPLICATIONS:
        title = ""
    if is_remark(title):
        _add_remark(heading, findings)
        title = ""
    count = len(findings.applications)
    yield title
    if title and len(findings.applications) == count:
        findings.report_unplaced(heading.lines, title, "This heading has no applications.")
    elif title:
        findings.place("applications", heading.lines)


def _read_line(line: Line, findings: PartnerFindings, group: str, *, is_grouped: bool) -> None:
    """Read one list element or one line."""
    names = _names_after_label(line, findings)
    if is_grouped and names.names:
        remarks = tuple(f"{line.label}: {remark}" for remark in names.remarks)
        _add_names(NameList(names.names, remarks), line, findings, _inside(group, line.label))
        findings.addresses += [each for each in line.addresses if each.text]
    elif line.addresses and not line.rest and line.label:
        _read_linked_name(line, findings, group)
    elif (name := _leading_name(line)) and findings.vocabulary.canonical(line.text) is None:
        findings.applications.append(ApplicationName(line.lines, name, group))
        findings.description.append(Text(line.lines, f"- {line.written}"))
        findings.place("description", line.lines)
        findings.addresses += [each for each in line.addresses if each.text == name]
    elif is_remark(line.text) or not _is_one_name(line.text, findings):
        read_application_line(line, findings, group)
    else:
        findings.applications.append(
            ApplicationName(line.lines, line.text.strip(_BESIDE_NAME), group)
        )
        findings.addresses += [each for each in line.addresses if each.text]


def _read_linked_name(line: Line, findings: PartnerFindings, group: str) -> None:
    """Read a name with its page, or the words before the address of the complete list."""
    part = part_of(line.label, findings.name_words)
    if part is Part.APPLICATIONS:
        read_fact(line, findings)
    elif part or is_remark(line.text) or (line.has_mark and _WHOLE_LIST.search(line.label)):
        _add_remark(line, findings)
    else:
        findings.applications.append(ApplicationName(line.lines, line.label, group))
        findings.addresses += [replace(each, text=line.label) for each in line.addresses]


def _leading_name(line: Line) -> str:
    """Return the name that a line starts with and then explains, or ``""``."""
    name = (line.lead or line.label).strip(_BESIDE_NAME)
    explains = line.text.removeprefix(name).strip(_BESIDE_NAME)
    if not name or not explains or is_remark(name):
        return ""
    is_explained = line.has_mark and (is_sentence(explains) or explains[0].islower())
    return name if line.lead or is_explained else ""


def _is_one_name(text: str, findings: PartnerFindings) -> bool:
    is_known = findings.vocabulary.canonical(text) is not None
    return is_known or len(read_names(text, findings.vocabulary).names) < 2  # noqa: PLR2004 - one


def _lists_names(head: Line, findings: PartnerFindings) -> bool:
    """Return whether an element is a group with its names: ``Databases: Oracle, MySQL``."""
    names = _names_after_label(head, findings)
    return len(names.names) > 1 or bool(names.remarks)


def _names_after_label(line: Line, findings: PartnerFindings) -> NameList:
    if not line.has_mark or not line.label or not line.rest or is_remark(line.label):
        return NameList()
    return read_names(line.after, findings.vocabulary)


def _read_table(table: SyntaxTreeNode, findings: PartnerFindings, group: str) -> None:
    findings.place("applications", rows_of(table)[0][0].lines)
    for cell in table_columns(table):
        if not cell.name.tokens:
            reason = "This row doesn't name an application."
            findings.report_unplaced(cell.name.lines, cell.explanation, reason)
            continue
        if cell.explanation:
            text = f"- {cell.name.written} – {cell.explanation}"
            findings.description.append(Text(cell.name.lines, text))
            findings.place("description", cell.name.lines)
        for line in lines_in(cell.name.tokens, cell.name.lines):
            _read_line(line, findings, _inside(group, cell.group), is_grouped=False)


def _add_names(read: NameList, line: Line, findings: PartnerFindings, group: str) -> None:
    findings.applications += [ApplicationName(line.lines, name, group) for name in read.names]
    findings.notes += [Text(line.lines, remark) for remark in read.remarks]
    if read.remarks:
        findings.place("applications_note", line.lines)


def _add_remark(line: Line, findings: PartnerFindings) -> None:
    """Add a remark about the applications to the note, with its addresses."""
    findings.notes.append(Text(line.lines, on_one_line(line.written)))
    findings.place("applications_note", line.lines)
    is_list = part_of(line.label) is Part.APPLICATIONS or _WHOLE_LIST.search(line.text)
    part = Part.APPLICATIONS if is_list else None
    for address in line.addresses:
        label = address.text or line.label
        is_in_text = part is not None or same_key(label) == same_key(address.target)
        findings.addresses.append(
            replace(address, text=label, part=part, is_in_text=is_in_text, is_labeled=True)
        )
