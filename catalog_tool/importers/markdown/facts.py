"""Reads labeled lines: ``Company website: https://…``, ``Email: …``, ``Regions: …``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog_tool.importers.address import Address
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.line import Line
from catalog_tool.importers.words import NO_PLACE, says_nothing, words_of
from catalog_tool.text.ordering import same_key

_LONGEST_LABEL = 6
"""Most words in the label of an address; more words are a sentence."""
_PLACES = frozenset({"website", "contact", "applications", "applications_url"})
_LINK = frozenset({"link", "links"})
_ADDRESSES = _PLACES - {"applications"} | {"links", ""}
_NO_VALUES = _ADDRESSES | {"applications", "description"}


def labels_only_an_address(line: Line) -> bool:
    """Return whether a line has an address, and no words but a label."""
    return bool(line.addresses) and not line.rest and len(line.label.split()) <= _LONGEST_LABEL


def is_fact(line: Line, findings: PartnerFindings) -> bool:
    """Return whether a line names a key and has a value for it."""
    key = findings.key_of(line.label)
    if key == "contact" and line.has_mark and any(each.is_email for each in line.addresses):
        return len(line.rest.split()) <= _LONGEST_LABEL
    if key in _ADDRESSES:
        return bool(key) and labels_only_an_address(line)
    return line.has_mark and bool(line.after)


def read_fact(line: Line, findings: PartnerFindings, key: str = "") -> None:
    """Read one line with a label, and report what an entry has no field for.

    Args:
        line: the line.
        findings: collects the facts.
        key: the key of a line without a known label.
    """
    meant = findings.key_of(line.label)
    if meant not in _NO_VALUES and line.has_mark:
        field = findings.labels.fields.get(meant)
        is_address = field and field.type in {"url", "email"} and line.addresses
        told = line.addresses[0].target if is_address else line.after
        findings.add(meant, line.lines, told)
    elif key not in _NO_VALUES and not line.addresses:
        findings.add(key, line.lines, line.text)
    elif not line.addresses and line.text:
        findings.report_unplaced(line.lines, line.text, NO_PLACE)
    elif len(line.label.split()) + len(line.rest.split()) > 2 * _LONGEST_LABEL:
        findings.add("description", line.lines, line.written)
        findings.addresses += [replace(each, key=key, is_in_text=True) for each in line.addresses]
    else:
        findings.addresses += _found(line, key, findings)


def _found(line: Line, key: str, findings: PartnerFindings) -> Iterator[Address]:
    """Yield the addresses of a line, each with its words."""
    meant = findings.key_of(line.label)
    # The page next to an email address can be the website or a contact page.
    has_email = meant == "contact" and any(each.is_email for each in line.addresses)
    for address in line.addresses:
        beside = (line.rest, address.text if address.text != line.label else "")
        told = tuple(dict.fromkeys(filter(None, beside)))
        if meant not in _PLACES:
            label = ": ".join(filter(None, (line.label, *told)))
            is_bare = says_nothing(label, findings.name_words)
            # The column or label "Links" can have the website, but "Documentation" can't.
            other = meant if _LINK.isdisjoint(words_of(line.label)) else ""
            yield replace(address, key=(key or other) if is_bare else "", text=label)
            continue
        for words in told:
            is_said = says_nothing(words, findings.name_words)
            if not is_said and same_key(words) not in same_key(address.target):
                findings.report_unplaced(line.lines, words, f"Text next to {address.target}.")
        is_labeled = address.is_email or not has_email
        yield replace(address, key=meant, text=line.label, is_labeled=is_labeled)
