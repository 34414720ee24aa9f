"""Lines that label an address: ``Company website: https://…``, ``Email: …``, ``Listing: …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from catalog_tool.importers.markdown.blocks import Block, Element, List, Paragraph, Table
from catalog_tool.importers.markdown.findings import Findings, Found, Text
from catalog_tool.importers.markdown.inline import Address, Labelled, bits_of, labelled, plain
from catalog_tool.importers.markdown.lines import broken, lines_of
from catalog_tool.importers.markdown.prose import add_description, tidy
from catalog_tool.importers.markdown.words import Part, part_of, says_nothing
from catalog_tool.importers.result import Lines

_LONGEST_LABEL = 6
"""Most words beside an address; more of them are a sentence."""
_LISTED = {Part.INTERFACES, Part.DIRECTIONS, Part.TESTED_ON, Part.TESTED_BY, Part.MAINTAINERS}
_TOLD_IN_WORDS = {*_LISTED, Part.APPLICATIONS, Part.DESCRIPTION}
_PLACES = {Part.WEBSITE, Part.CONTACT, Part.APPLICATIONS}
_NO_PLACE = "Entries have no place for this."


def split_facts(block: Block, findings: Findings) -> Iterator[tuple[bool, Block]]:
    """Split a block into runs of lines that are labelled facts, and runs of text.

    A line whose label is not known counts as a fact if it is only an address beside known ones.
    """
    pieces = list(_pieces(block))
    known = [_is_known(piece, findings) for piece in pieces]
    if not any(known):
        yield False, block
        return
    facts = [
        is_known or _is_only_address(piece) for piece, is_known in zip(pieces, known, strict=True)
    ]
    for is_fact, run in groupby(zip(facts, pieces, strict=True), key=itemgetter(0)):
        yield is_fact, _joined([piece for _, piece in run])


def read_facts(block: Block, findings: Findings, part: Part | None = None) -> None:
    """Read a block whose lines label addresses.

    Args:
        block: the block.
        findings: where the facts go.
        part: what addresses are without a label that tells.
    """
    if isinstance(block, List):
        for element in block.elements:
            _read_element(element, findings, part)
        return
    if isinstance(block, Table) and not any(block.header.cells):
        findings.change(block.header.lines, "", "The head of a table, without words.")
    lines = lines_of(block)
    for where, text in lines:
        read_fact(where, text, findings, part)
    if not lines:
        add_description(block, findings)


def known_part(read: Labelled, findings: Findings) -> Part | None:
    """Return the part of an entry that a line names and gives the value of, or ``None``."""
    part = part_of(read.label, findings.name_words)
    if part in _TOLD_IN_WORDS:
        return part if read.has_mark and read.after else None
    return part if part and _labels_only_an_address(read) else None


def _pieces(block: Block) -> Iterator[Paragraph | List]:
    """Yield each line of a paragraph and each element of a list as a block of its own."""
    if isinstance(block, Paragraph):
        yield from (Paragraph(where, text) for where, text in lines_of(block))
    elif isinstance(block, List):
        yield from (List(element.lines, (element,)) for element in block.elements)


def _joined(pieces: Sequence[Paragraph | List]) -> Block:
    lines = Lines(pieces[0].lines.first, pieces[-1].lines.last)
    elements = [each for piece in pieces if isinstance(piece, List) for each in piece.elements]
    texts = [piece.text for piece in pieces if isinstance(piece, Paragraph)]
    return List(lines, tuple(elements)) if elements else Paragraph(lines, "\n".join(texts))


def _is_known(piece: Paragraph | List, findings: Findings) -> bool:
    if isinstance(piece, List) and len(piece.elements[0].blocks) > 1:
        return is_part_of_its_own(piece.elements[0], findings)
    text = piece.text if isinstance(piece, Paragraph) else piece.elements[0].text
    return any(known_part(labelled(line), findings) for line in broken(text))


def is_part_of_its_own(element: Element, findings: Findings) -> bool:
    """Return whether a list element heads a list under it with the name of a part."""
    below = element.blocks[1:]
    has_list = bool(below) and isinstance(below[0], List)
    return has_list and part_of(plain(bits_of(element.text)), findings.name_words) is not None


def _is_only_address(piece: Paragraph | List) -> bool:
    if isinstance(piece, List) and len(piece.elements[0].blocks) != 1:
        return False
    return _labels_only_an_address(_labelled(piece))


def _labelled(piece: Paragraph | List) -> Labelled:
    return labelled(piece.text if isinstance(piece, Paragraph) else piece.elements[0].text)


def _read_element(element: Element, findings: Findings, part: Part | None) -> None:
    """Read a list element; its text is the label of what stands in a list under it."""
    if not element.text:
        for block in element.blocks:
            read_facts(block, findings, part)
        return
    first, *below = element.blocks
    if not below or labelled(element.text).addresses:
        for line in broken(element.text):
            read_fact(first.lines, line, findings, part)
        for block in below:
            read_facts(block, findings, part)
        return
    _read_under_label(element.text, first.lines, below, findings)


def _read_under_label(label: str, where: Lines, below: Sequence[Block], findings: Findings) -> None:
    """Read lines that share a label: it belongs to each bare address."""
    is_used = says_nothing(plain(bits_of(label)), findings.name_words)
    for line, text in (each for block in below for each in lines_of(block)):
        own = labelled(text)
        is_bare = bool(own.addresses) and not own.label
        is_used |= is_bare
        read_fact(line, f"{label}: {text}" if is_bare else text, findings)
    if is_used:
        findings.place("contact", where)
    else:
        findings.leave(where, label, _NO_PLACE)


def read_fact(where: Lines, text: str, findings: Findings, part: Part | None = None) -> None:
    """Read one line with a label; what has no place in an entry is reported."""
    read = labelled(tidy(text, where, findings))
    meant = part_of(read.label, findings.name_words)
    if meant in _LISTED and read.has_mark:
        findings.lists.setdefault(meant, []).append(Text(where, read.after))
    elif not read.addresses and read.text:
        findings.leave(where, read.text, _NO_PLACE)
    elif _is_told_at_length(read):
        findings.description.append(Text(where, text))
        findings.place("description", where)
        for address in read.addresses:
            findings.addresses.append(
                Found(where, part, address.text, address.target, is_told=True)
            )
    else:
        findings.addresses += _found(read, where, part, findings)


def _found(read: Labelled, where: Lines, part: Part | None, findings: Findings) -> Iterator[Found]:
    """Yield the addresses of a line, each with the words that belong to it."""
    meant = part_of(read.label, findings.name_words)
    is_link = meant not in _PLACES
    # The page beside an e-mail address may be the website as well as one for contact.
    has_email = meant is Part.CONTACT and any(each.is_email for each in read.addresses)
    for address in read.addresses:
        told = _told(read, address)
        if is_link:
            label = ": ".join(filter(None, (read.label, *told)))
            is_bare = says_nothing(label, findings.name_words)
            yield Found(where, part if is_bare else None, label, address.target)
            continue
        for words in told:
            if not says_nothing(words, findings.name_words):
                findings.leave(where, words, f"Words beside {address.target}.")
        is_labelled = address.is_email or not has_email
        yield Found(where, meant, read.label, address.target, is_labelled=is_labelled)


def _told(read: Labelled, address: Address) -> tuple[str, ...]:
    """Return what a line says beside its label and its addresses."""
    words = (read.rest, address.text if address.text != read.label else "")
    return tuple(dict.fromkeys(filter(None, words)))


def _labels_only_an_address(read: Labelled) -> bool:
    return bool(read.addresses) and not read.rest and len(read.label.split()) <= _LONGEST_LABEL


def _is_told_at_length(read: Labelled) -> bool:
    return len(read.label.split()) + len(read.rest.split()) > 2 * _LONGEST_LABEL
