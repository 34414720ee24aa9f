"""Lines that label an address: ``Company website: https://…``, ``Email: …``, ``Listing: …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from markdown_it.tree import SyntaxTreeNode

from catalog_tool.importers.markdown.findings import Findings, Found, Text
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

_Piece = TypeVar("_Piece")
_LONGEST_LABEL = 6
"""Most words beside an address; more of them are a sentence."""
_LISTED = {Part.INTERFACES, Part.DIRECTIONS, Part.TESTED_ON, Part.TESTED_BY, Part.MAINTAINERS}
_TOLD_IN_WORDS = {*_LISTED, Part.APPLICATIONS, Part.DESCRIPTION}
_PLACES = {Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS}
_NO_PLACE = "Entries have no place for this."


def split_facts(block: SyntaxTreeNode, findings: Findings) -> Iterator[tuple[bool, SyntaxTreeNode]]:
    """Split a block into runs of lines that are labelled facts, and runs of text.

    A line whose label is not known counts as a fact if it is only an address beside known ones.
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
        yield is_fact, paragraph(*run)


def read_facts(block: SyntaxTreeNode, findings: Findings, part: Part | None = None) -> None:
    """Read a block whose lines label addresses.

    Args:
        block: the block.
        findings: where the facts go.
        part: what addresses are without a label that tells.
    """
    if block.type in LISTS:
        for element in block.children:
            _read_element(element, findings, part)
        return
    if block.type == "table" and not any(cell.tokens for cell in rows_of(block)[0]):
        findings.change(rows_of(block)[0][0].lines, "", "The head of a table, without words.")
    lines = read_lines(block)
    for line in lines:
        read_fact(line, findings, part)
    if not lines:
        add_description(block, findings)


def read_fact(line: Line, findings: Findings, part: Part | None = None) -> None:
    """Read one line with a label; what has no place in an entry is reported."""
    meant = part_of(line.label, findings.name_words)
    if meant in _LISTED and line.has_mark:
        findings.lists.setdefault(meant, []).append(Text(line.lines, line.after))
    elif not line.addresses and line.text:
        findings.leave(line.lines, line.text, _NO_PLACE)
    elif len(line.label.split()) + len(line.rest.split()) > 2 * _LONGEST_LABEL:
        findings.description.append(Text(line.lines, line.written))
        findings.place("description", line.lines)
        findings.addresses += [
            Found(line.lines, part, address.text, address.target, is_told=True)
            for address in line.addresses
        ]
    else:
        findings.addresses += _found(line, part, findings)


def known_part(line: Line, findings: Findings) -> Part | None:
    """Return the part of an entry that a line names and gives the value of, or ``None``."""
    part = part_of(line.label, findings.name_words)
    if part in _TOLD_IN_WORDS:
        return part if line.has_mark and line.after else None
    return part if part and _labels_only_an_address(line) else None


def is_part_of_its_own(element: SyntaxTreeNode, findings: Findings) -> bool:
    """Return whether a list element heads a list under it with the name of a part."""
    head = head_of(element)
    below = below_head(element)
    has_list = bool(below) and below[0].type in LISTS
    return has_list and head is not None and part_of(head.text, findings.name_words) is not None


def _runs(
    pieces: Sequence[_Piece], known: Sequence[bool], addresses: Sequence[bool]
) -> Iterator[tuple[bool, list[_Piece]]]:
    """Yield runs of facts and of others; an address alone is a fact if any other is known."""
    facts = [any(known) and (one or other) for one, other in zip(known, addresses, strict=True)]
    for is_fact, run in groupby(zip(facts, pieces, strict=True), key=itemgetter(0)):
        yield is_fact, [piece for _, piece in run]


def _is_known_element(element: SyntaxTreeNode, findings: Findings) -> bool:
    if len(list(blocks_in(element))) > 1:
        return is_part_of_its_own(element, findings)
    return any(known_part(line, findings) for line in element_lines(element))


def _is_address_element(element: SyntaxTreeNode) -> bool:
    head = head_of(element)
    return head is not None and not below_head(element) and _labels_only_an_address(head)


def _labels_only_an_address(line: Line) -> bool:
    return bool(line.addresses) and not line.rest and len(line.label.split()) <= _LONGEST_LABEL


def _read_element(element: SyntaxTreeNode, findings: Findings, part: Part | None) -> None:
    """Read a list element; its text is the label of what stands in a list under it."""
    head = head_of(element)
    below = below_head(element)
    if head and head.text and below and not head.addresses:
        _read_under_label(head, below, findings)
        return
    for line in element_lines(element):
        read_fact(line, findings, part)
    for block in below:
        read_facts(block, findings, part)


def _read_under_label(label: Line, below: Sequence[SyntaxTreeNode], findings: Findings) -> None:
    """Read lines that share a label: it belongs to each bare address."""
    is_used = says_nothing(label.text, findings.name_words)
    for line in (each for block in below for each in read_lines(block)):
        is_bare = bool(line.addresses) and not line.label
        is_used |= is_bare
        read_fact(line.labelled(label) if is_bare else line, findings)
    if is_used:
        findings.place("contact", label.lines)
    else:
        findings.leave(label.lines, label.written, _NO_PLACE)


def _found(line: Line, part: Part | None, findings: Findings) -> Iterator[Found]:
    """Yield the addresses of a line, each with the words that belong to it."""
    meant = part_of(line.label, findings.name_words)
    is_link = meant not in _PLACES
    # The page beside an e-mail address may be the website as well as one for contact.
    has_email = meant is Part.CONTACT and any(each.is_email for each in line.addresses)
    for address in line.addresses:
        told = _told(line, address)
        if is_link:
            label = ": ".join(filter(None, (line.label, *told)))
            is_bare = says_nothing(label, findings.name_words)
            yield Found(line.lines, part if is_bare else None, label, address.target)
            continue
        for words in told:
            if not says_nothing(words, findings.name_words):
                findings.leave(line.lines, words, f"Words beside {address.target}.")
        is_labelled = address.is_email or not has_email
        yield Found(line.lines, meant, line.label, address.target, is_labelled=is_labelled)


def _told(line: Line, address: Address) -> tuple[str, ...]:
    """Return what a line says beside its label and its addresses."""
    words = (line.rest, address.text if address.text != line.label else "")
    return tuple(dict.fromkeys(filter(None, words)))
