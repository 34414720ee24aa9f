"""Reads the part of an entry that lists applications, in all the ways that people list them.

Each line has a group: the headings, labels, and list elements above it. What a line says is read
the same way everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from catalog_tool.importers.markdown.blocks import Block, lines_in
from catalog_tool.importers.markdown.facts import read_fact
from catalog_tool.importers.markdown.findings import PartnerFindings, on_one_line
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.markdown.outline import PageSection
from catalog_tool.importers.names import NameList, is_remark, is_sentence, read_names
from catalog_tool.importers.words import words_of
from catalog_tool.text.ordering import same_key

_WHOLE_LIST = re.compile(
    r"\d\s?\+|\b(?:more|full|complete|entire|all|catalog(?:ue)?|list(?:ed|ing)?s?|others?|see|found)\b",
    re.IGNORECASE,
)
_BESIDE_NAME = " .;,:-–—"
_NAMES = frozenset("name names product products".split())
_GROUPS = frozenset("area areas category categories group groups kind segment type types".split())


def read_applications(section: PageSection, findings: PartnerFindings, group: str = "") -> None:
    """Read a section that lists applications; its subsections are groups."""
    _read_blocks(section.blocks, findings, group)
    for child in section.sections:
        if child.heading:
            below = partial(read_applications, child, findings)
            _read_group(child.heading.line, findings, group, below)


def read_application_line(line: Line, findings: PartnerFindings, group: str = "") -> None:
    """Read a line of names, or a remark about the applications."""
    read = read_names(line.text, findings.vocabulary)
    if read.names:
        _add_names(read, line, findings, group)
        findings.addresses += line.addresses
    else:
        _add_remark(line, findings)


def _read_blocks(blocks: Iterable[Block], findings: PartnerFindings, group: str) -> None:
    for block in blocks:
        if block.is_list:
            _read_list(block, findings, group)
        elif block.is_text:
            _read_paragraph(block, findings, group)
        elif block.kind == "table":
            _read_table(block, findings, group)
        else:
            findings.add_block(block)


def _read_list(block: Block, findings: PartnerFindings, group: str) -> None:
    """Read a list; an element with a list below it is a group."""
    heads = [_names_after_label(each.head, findings) for each in block.children if each.head]
    is_grouped = any(len(names.names) > 1 or names.remarks for names in heads)
    for element in block.children:
        lists = [each for each in element.below if each.is_list]
        if lists and element.head:
            _read_group(element.head, findings, group, partial(_read_blocks, lists, findings))
        else:
            for line in element.head_lines:
                _read_line(line, findings, group, is_grouped=is_grouped)
            _read_blocks(lists, findings, group)
        for each in element.below:
            if not each.is_list:
                findings.add_block(each)


def _read_paragraph(block: Block, findings: PartnerFindings, group: str) -> None:
    lines = block.text_lines
    is_grouped = all(_names_after_label(line, findings).names for line in lines)
    if not is_grouped and any(each.text.endswith((",", ".", ":")) for each in lines):
        read_application_line(block.line, findings, group)
        return
    for line in lines:
        _read_line(line, findings, group, is_grouped=is_grouped)


def _read_table(table: Block, findings: PartnerFindings, group: str) -> None:
    """Read the names in a table of applications.

    A column contains names if its title says so. Otherwise, the title of each column is a group.
    """
    header, *rows = table.rows
    findings.place("applications", header[0].lines)
    titles = [cell.text for cell in header]
    groups = next(
        (n for n, each in enumerate(titles) if not _GROUPS.isdisjoint(words_of(each))), -1
    )
    other = None if groups < 0 else 1 - min(groups, 1)
    names = next((n for n, each in enumerate(titles) if _heads_names(each, findings)), other)
    for row in rows:
        for n in range(len(row)) if names is None else [names]:
            title = titles[n] if names is None else "" if groups < 0 else row[groups].text
            for line in lines_in(row[n]):
                _read_line(line, findings, _inside(group, title), is_grouped=False)
        beside = {n: each for n, each in enumerate(row) if each.tokens and n not in {names, groups}}
        if names is not None and row[names].tokens and beside:
            told = "; ".join(f"{titles[n]}: {each.written}" for n, each in beside.items())
            findings.add("description", row[names].lines, f"- {row[names].written} – {told}")


def _heads_names(title: str, findings: PartnerFindings) -> bool:
    words = set(words_of(title))
    return findings.key_of(title) == "applications" or (bool(words) and words <= _NAMES)


def _read_group(
    heading: Line, findings: PartnerFindings, group: str, read_below: Callable[[str], None]
) -> None:
    """Read what is below the heading of a group, which can also be a remark or only a label."""
    title = heading.text.rstrip(_BESIDE_NAME)
    findings.addresses += [each for each in heading.addresses if each.text]
    if is_remark(title):
        _add_remark(heading, findings)
        title = ""
    elif findings.key_of(title) == "applications":
        title = ""
    before = len(findings.texts["applications"])
    read_below(_inside(group, title))
    if len(findings.texts["applications"]) > before:
        findings.place("applications", heading.lines)


def _inside(group: str, title: str) -> str:
    """Return the name of a group inside another."""
    return ": ".join(filter(None, (group, title)))


def _read_line(line: Line, findings: PartnerFindings, group: str, *, is_grouped: bool) -> None:
    """Read one list element or one line."""
    names = _names_after_label(line, findings) if is_grouped else NameList()
    if names.names:
        remarks = tuple(f"{line.label}: {remark}" for remark in names.remarks)
        inner = _inside(group, line.label)
        _add_names(NameList(names.names, remarks), line, findings, inner)
        findings.addresses += [each for each in line.addresses if each.text]
    elif line.addresses and not line.rest and line.label:
        _read_linked_name(line, findings, group)
    elif name := _leading_name(line):
        findings.add_application(line.lines, name, group)
        findings.add("description", line.lines, f"- {line.written}")
        findings.addresses += [each for each in line.addresses if each.text == name]
    elif is_remark(line.text) or len(read_names(line.text, findings.vocabulary).names) > 1:
        read_application_line(line, findings, group)
    else:
        findings.add_application(line.lines, line.text.strip(_BESIDE_NAME), group)
        findings.addresses += [each for each in line.addresses if each.text]


def _read_linked_name(line: Line, findings: PartnerFindings, group: str) -> None:
    """Read a name with its page, or the words before the address of the complete list."""
    key = findings.key_of(line.label)
    if key == "applications":
        read_fact(line, findings)
    elif is_remark(line.text) or (line.has_mark and _WHOLE_LIST.search(line.label)):
        _add_remark(line, findings)
    else:
        findings.add_application(line.lines, line.label, group)
        findings.addresses += [replace(each, text=line.label) for each in line.addresses]


def _leading_name(line: Line) -> str:
    """Return the name that a line starts with and then explains, or ``""``."""
    name, rest = line.split_name() or (line, line)
    if name is rest or not rest.text:
        is_explained = is_sentence(line.after) or line.after[:1].islower()
        return line.label if line.has_mark and is_explained else ""
    return name.text


def _names_after_label(line: Line, findings: PartnerFindings) -> NameList:
    """Return the names in a group with its names: ``Databases: Oracle, MySQL``."""
    if not line.has_mark or not line.label or not line.rest or is_remark(line.label):
        return NameList()
    return read_names(line.after, findings.vocabulary)


def _add_names(read: NameList, line: Line, findings: PartnerFindings, group: str) -> None:
    for name in read.names:
        findings.add_application(line.lines, name, group)
    for remark in read.remarks:
        findings.add("applications_note", line.lines, remark)


def _add_remark(line: Line, findings: PartnerFindings) -> None:
    """Add a remark about the applications to the note, with its addresses."""
    findings.add("applications_note", line.lines, on_one_line(line.written))
    key = "applications" if _WHOLE_LIST.search(line.text) else ""
    for address in line.addresses:
        label = address.text or line.label
        is_in_text = bool(key) or same_key(label) == same_key(address.target)
        findings.addresses.append(
            replace(address, text=label, key=key, is_in_text=is_in_text, is_labeled=True)
        )
