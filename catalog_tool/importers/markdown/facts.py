"""Reads labeled addresses: ``Company website: https://…``, ``Email: …``, ``Listing: …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.findings import PartnerFindings, Text
from catalog_tool.importers.markdown.line import Address, Line
from catalog_tool.importers.markdown.nodes import (
    LISTS,
    below_head,
    blocks_in,
    element_lines,
    head_of,
    paragraph,
    part_of_list,
    read_lines,
    rows_of,
)
from catalog_tool.importers.markdown.prose import add_description
from catalog_tool.importers.markdown.words import Part, part_of, says_nothing
from catalog_tool.text.ordering import same_key

_Piece = TypeVar("_Piece")
_LONGEST_LABEL = 6
"""Most words in the label of an address; more words are a sentence."""
_LISTED = {Part.INTERFACES, Part.DIRECTIONS, Part.TESTED_ON, Part.TESTED_BY, Part.MAINTAINERS}
_LISTED |= {Part.FORMER_NAMES, Part.PRODUCTS}
_STATED_IN_WORDS = {*_LISTED, Part.APPLICATIONS, Part.DESCRIPTION}
_PLACES = {Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS}
_NO_PLACE = "An entry has no field for this."


def split_facts(
    block: SyntaxTreeNode, findings: PartnerFindings
) -> Iterator[tuple[bool, SyntaxTreeNode]]:
    """Split a block into runs of labeled facts and runs of text.

    A line with an unknown label is a fact if it has only an address and is next to known facts.
    """
    if block.type in LISTS:
        known = [_is_known_element(element, findings) for element in block.children]
        addresses = [_is_address_element(element) for element in block.children]
        for is_fact, elements in _runs(block.children, known, addresses):
            yield is_fact, part_of_list(block, elements)
        return
    lines = read_lines(block) if block.type == "paragraph" else []
    known = [known_part(line, findings) is not None for line in lines]
    if not any(known):
        yield False, block
        return
    for is_fact, run in _runs(lines, known, list(map(_labels_only_an_address, lines))):
        yield is_fact, block if len(run) == len(lines) else paragraph(*run)


def read_facts(block: SyntaxTreeNode, findings: PartnerFindings, part: Part | None = None) -> None:
    """Read a block of labeled addresses.

    Args:
        block: the block.
        findings: collects the facts.
        part: the part of addresses without a known label.
    """
    if block.type in LISTS:
        for element in block.children:
            _read_element(element, findings, part)
        return
    if block.type == "table" and not any(cell.tokens for cell in rows_of(block)[0]):
        findings.report_change(rows_of(block)[0][0].lines, "", "An empty table header.")
    lines = read_lines(block)
    for line in lines:
        read_fact(line, findings, part)
    if not lines:
        add_description(block, findings)


def read_fact(line: Line, findings: PartnerFindings, part: Part | None = None) -> None:
    """Read one line with a label, and report what an entry has no field for."""
    meant = part_of(line.label, findings.name_words)
    if meant in _LISTED and line.has_mark:
        findings.lists.setdefault(meant, []).append(Text(line.lines, line.after))
    elif part in _LISTED and not line.addresses:
        findings.lists.setdefault(part, []).append(Text(line.lines, line.text))
    elif not line.addresses and line.text:
        findings.report_unplaced(line.lines, line.text, _NO_PLACE)
    elif len(line.label.split()) + len(line.rest.split()) > 2 * _LONGEST_LABEL:
        findings.description.append(Text(line.lines, line.written))
        findings.place("description", line.lines)
        findings.addresses += [replace(each, part=part, is_in_text=True) for each in line.addresses]
    else:
        findings.addresses += _found(line, part, findings)


def known_part(line: Line, findings: PartnerFindings) -> Part | None:
    """Return the part of an entry that a line names and has a value for, or ``None``."""
    part = part_of(line.label, findings.name_words)
    if part in _STATED_IN_WORDS:
        return part if line.has_mark and line.after else None
    return part if part and _labels_only_an_address(line) else None


def is_part_of_its_own(element: SyntaxTreeNode, findings: PartnerFindings) -> bool:
    """Return whether a list element is the name of a part, with a list below it."""
    head = head_of(element)
    below = below_head(element)
    has_list = bool(below) and below[0].type in LISTS
    return has_list and head is not None and part_of(head.text, findings.name_words) is not None


def _runs(
    pieces: Sequence[_Piece], known: Sequence[bool], addresses: Sequence[bool]
) -> Iterator[tuple[bool, list[_Piece]]]:
    """Yield runs of facts and of text; an address alone is a fact if any other line is known."""
    facts = [any(known) and (one or other) for one, other in zip(known, addresses, strict=True)]
    for is_fact, run in groupby(zip(facts, pieces, strict=True), key=itemgetter(0)):
        yield is_fact, [piece for _, piece in run]


def _is_known_element(element: SyntaxTreeNode, findings: PartnerFindings) -> bool:
    if len(list(blocks_in(element))) > 1:
        return is_part_of_its_own(element, findings)
    return any(known_part(line, findings) for line in element_lines(element))


def _is_address_element(element: SyntaxTreeNode) -> bool:
    head = head_of(element)
    return head is not None and not below_head(element) and _labels_only_an_address(head)


def _labels_only_an_address(line: Line) -> bool:
    return bool(line.addresses) and not line.rest and len(line.label.split()) <= _LONGEST_LABEL


def _read_element(element: SyntaxTreeNode, findings: PartnerFindings, part: Part | None) -> None:
    for line in element_lines(element):
        read_fact(line, findings, part)
    for block in below_head(element):
        read_facts(block, findings, part)


def _found(line: Line, part: Part | None, findings: PartnerFindings) -> Iterator[Address]:
    """Yield the addresses of a line, each with its words."""
    meant = part_of(line.label, findings.name_words)
    is_link = meant not in _PLACES
    # The page next to an email address can be the website or a contact page.
    has_email = meant is Part.CONTACT and any(each.is_email for each in line.addresses)
    for address in line.addresses:
        told = _words_beside(line, address)
        if is_link:
            label = ": ".join(filter(None, (line.label, *told)))
            is_bare = says_nothing(label, findings.name_words)
            yield replace(address, part=part if is_bare else None, text=label)
            continue
        for words in told:
            is_said = says_nothing(words, findings.name_words)
            if not is_said and same_key(words) not in same_key(address.target):
                findings.report_unplaced(line.lines, words, f"Text next to {address.target}.")
        is_labeled = address.is_email or not has_email
        yield replace(address, part=meant, text=line.label, is_labeled=is_labeled)


def _words_beside(line: Line, address: Address) -> tuple[str, ...]:
    """Return the words of a line that are not its label or an address."""
    words = (line.rest, address.text if address.text != line.label else "")
    return tuple(dict.fromkeys(filter(None, words)))
