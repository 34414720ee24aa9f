"""The part of an entry that lists applications, in all the ways people list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from catalog_tool.importers.markdown.blocks import Block, Element, List, Opaque, Paragraph, Table
from catalog_tool.importers.markdown.contacts import read_fact
from catalog_tool.importers.markdown.findings import Findings, Found, Name, Text
from catalog_tool.importers.markdown.inline import (
    Address,
    Labelled,
    Words,
    bits_of,
    labelled,
    plain,
)
from catalog_tool.importers.markdown.lines import broken, lines_of
from catalog_tool.importers.markdown.names import Names, is_remark, is_sentence, read_names
from catalog_tool.importers.markdown.outline import Section
from catalog_tool.importers.markdown.prose import add_description, on_one_line, tidy
from catalog_tool.importers.markdown.tables import table_columns
from catalog_tool.importers.markdown.words import Part, part_of
from catalog_tool.importers.result import Lines
from catalog_tool.text.ordering import same_key

_WHOLE_LIST = re.compile(
    r"\d\s?\+|\b(?:more|full|complete|entire|all|catalog(?:ue)?|list(?:ed|ing)?s?|others?|see|found)\b",
    re.IGNORECASE,
)
_BESIDE_NAME = " .;,:-–—"


def read_applications(section: Section, findings: Findings, group: str = "") -> None:
    """Read a section that lists applications; its subsections are groups of them."""
    for block in section.blocks:
        _read_block(block, findings, group)
    for child in section.sections:
        if child.heading:
            where = child.heading.lines
            findings.place("applications", where)
            with _told_group(tidy(child.heading.text, where, findings), where, findings) as title:
                read_applications(child, findings, _inside(group, title))


def read_application_line(text: str, where: Lines, findings: Findings, group: str = "") -> None:
    """Read one line of names, or a remark about the applications."""
    bits = bits_of(text)
    read = read_names(plain(bits), findings.vocabulary)
    if not read.names:
        _add_remark(text, where, findings)
        return
    _add_names(read, where, findings, group)
    _add_links([bit for bit in bits if isinstance(bit, Address)], where, findings)


def _read_block(block: Block, findings: Findings, group: str) -> None:
    if isinstance(block, List):
        is_grouped = any(_lists_names(element, findings) for element in block.elements)
        for element in block.elements:
            _read_element(element, findings, group, is_grouped=is_grouped)
    elif isinstance(block, Paragraph):
        _read_paragraph(block, findings, group)
    elif isinstance(block, Table):
        _read_table(block, findings, group)
    elif isinstance(block, Opaque):
        add_description(block, findings)


def _read_paragraph(block: Paragraph, findings: Findings, group: str) -> None:
    lines = [(where, tidy(line, where, findings)) for where, line in lines_of(block)]
    text = " ".join(line for _, line in lines).strip()
    if all(_names_after_label(labelled(line), findings).names for _, line in lines):
        for where, line in lines:
            _read_line(line, where, findings, group, is_grouped=True)
    elif len(lines) > 1 and not any(_is_talk(line) for _, line in lines):
        for where, line in lines:
            _read_line(line, where, findings, group, is_grouped=False)
    elif text:
        read_application_line(on_one_line(text), block.lines, findings, group)


def _is_talk(line: str) -> bool:
    return is_remark(plain(bits_of(line))) or line.rstrip().endswith((",", ".", ":"))


def _read_element(element: Element, findings: Findings, group: str, *, is_grouped: bool) -> None:
    """Read a list element; a list under it is a group."""
    below = element.blocks[1:] if element.text else element.blocks
    text = "<br>".join(tidy(line, element.lines, findings) for line in broken(element.text))
    first = element.blocks[0].lines if element.blocks else element.lines
    lists = [block for block in below if isinstance(block, List)]
    with _told_group(text if lists else "", first, findings) as title:
        for line in broken(text) if not lists else ():
            _read_line(line, first, findings, group, is_grouped=is_grouped)
        for block in below:
            if isinstance(block, List):
                _read_block(block, findings, _inside(group, title))
            else:
                add_description(block, findings)


def _inside(group: str, title: str) -> str:
    """Return the name of a group inside another."""
    return ": ".join(filter(None, (group, title)))


@contextmanager
def _told_group(heading: str, where: Lines, findings: Findings) -> Iterator[str]:
    """Give the name of the group that a heading means; it must not be lost if nothing is in it."""
    bits = bits_of(heading)
    title = plain(bits).rstrip(_BESIDE_NAME)
    _add_links([bit for bit in bits if isinstance(bit, Address) and bit.text], where, findings)
    if part_of(title, findings.name_words) is Part.APPLICATIONS:
        title = ""
    if is_remark(title):
        _add_remark(heading, where, findings)
        title = ""
    count = len(findings.applications)
    yield title
    if title and len(findings.applications) == count:
        findings.leave(where, title, "No application stands under this heading.")
    elif title:
        findings.place("applications", where)


def _read_line(
    text: str, where: Lines, findings: Findings, group: str, *, is_grouped: bool
) -> None:
    """Read one list element, or one line of its own."""
    read = labelled(text)
    names = _names_after_label(read, findings)
    if is_grouped and names.names:
        remarks = tuple(f"{read.label}: {remark}" for remark in names.remarks)
        _add_names(Names(names.names, remarks), where, findings, _inside(group, read.label))
        _add_links([each for each in read.addresses if each.text], where, findings)
    elif read.addresses and not read.rest and read.label:
        _read_linked_name(read, text, where, findings, group)
    elif (name := _leading_name(text, read)) and findings.vocabulary.canonical(read.text) is None:
        findings.applications.append(Name(where, name, group))
        findings.description.append(Text(where, f"- {text}"))
        findings.place("description", where)
        _add_links([each for each in read.addresses if each.text == name], where, findings)
    elif is_remark(read.text) or not _is_one_name(read.text, findings):
        read_application_line(text, where, findings, group)
    else:
        findings.applications.append(Name(where, read.text.strip(_BESIDE_NAME), group))
        _add_links([each for each in read.addresses if each.text], where, findings)


def _read_linked_name(
    read: Labelled, text: str, where: Lines, findings: Findings, group: str
) -> None:
    """Read a name with its page, or the words before the address of the whole list."""
    part = part_of(read.label, findings.name_words)
    if part is Part.APPLICATIONS:
        read_fact(where, text, findings)
    elif part or is_remark(read.text) or (read.has_mark and _WHOLE_LIST.search(read.label)):
        _add_remark(text, where, findings)
    else:
        findings.applications.append(Name(where, read.label, group))
        links = [Address(each.target, read.label) for each in read.addresses]
        _add_links(links, where, findings)


def _leading_name(text: str, read: Labelled) -> str:
    """Return the name that a line begins with and then explains, or ``""``."""
    bits = bits_of(text)
    first = bits[0] if bits else Words("")
    is_marked = isinstance(first, Address) or first.strong
    name = (first.text if is_marked and len(bits) > 1 else read.label).strip(_BESIDE_NAME)
    explains = read.text.removeprefix(name).strip(_BESIDE_NAME)
    if not name or not explains or is_remark(name):
        return ""
    is_explained = is_marked or (read.has_mark and (is_sentence(explains) or explains[0].islower()))
    return name if is_explained else ""


def _is_one_name(text: str, findings: Findings) -> bool:
    is_known = findings.vocabulary.canonical(text) is not None
    return is_known or len(read_names(text, findings.vocabulary).names) < 2  # noqa: PLR2004 - one


def _lists_names(element: Element, findings: Findings) -> bool:
    """Whether an element is a group with its names: ``Databases: Oracle, MySQL``."""
    names = _names_after_label(labelled(element.text), findings)
    return len(names.names) > 1 or bool(names.remarks)


def _names_after_label(read: Labelled, findings: Findings) -> Names:
    if not read.has_mark or not read.label or not read.rest or is_remark(read.label):
        return Names()
    return read_names(read.after, findings.vocabulary)


def _read_table(table: Table, findings: Findings, group: str) -> None:
    findings.place("applications", table.header.lines)
    for cell in table_columns(table):
        heading = _inside(group, cell.group)
        if not cell.name:
            findings.leave(cell.lines, cell.explanation, "A row that names no application.")
            continue
        if cell.explanation:
            findings.description.append(Text(cell.lines, f"- {cell.name} – {cell.explanation}"))
            findings.place("description", cell.lines)
        for line in broken(cell.name):
            text = tidy(line, cell.lines, findings)
            _read_line(text, cell.lines, findings, heading, is_grouped=False)


def _add_names(read: Names, where: Lines, findings: Findings, group: str) -> None:
    findings.applications += [Name(where, name, group) for name in read.names]
    findings.notes += [Text(where, remark) for remark in read.remarks]
    if read.remarks:
        findings.place("applications_note", where)


def _add_links(addresses: Iterable[Address], where: Lines, findings: Findings) -> None:
    findings.addresses += [Found(where, None, each.text, each.target) for each in addresses]


def _add_remark(text: str, where: Lines, findings: Findings) -> None:
    """Add what is said about the applications to the note, with the addresses in it."""
    findings.notes.append(Text(where, text))
    findings.place("applications_note", where)
    read = labelled(text)
    is_list = part_of(read.label) is Part.APPLICATIONS or _WHOLE_LIST.search(read.text)
    for address in read.addresses:
        part = Part.APPLICATIONS if is_list else None
        label = address.text or read.label
        is_told = part is not None or same_key(label) == same_key(address.target)
        found = Found(where, part, label, address.target, is_told=is_told, is_labelled=True)
        findings.addresses.append(found)
