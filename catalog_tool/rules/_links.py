"""Links inside Markdown, and what keeps their targets from being published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.address import AddressFault, web_address_fault
from catalog_tool.catalog import Entry
from catalog_tool.change import ReplaceText, Where
from catalog_tool.diagnostic import Problem, ProposedFix
from catalog_tool.markup import Markup
from catalog_tool.rules._texts import markups

_EMPTY_LINK = re.compile(r"\[[^\[\]]*\]\(\s*\)")
_NO_TARGET = AddressFault(
    "malformed-link",
    "is a link without an address",
    "Write the address in the round brackets, or remove both pairs of brackets.",
)
_MAIL = AddressFault(
    "insecure-link",
    "opens a mail program",
    "Give the e-mail address under 'contact'; in text, write it without < >.",
)


def faulty_links(entry: Entry, rule: str) -> Iterator[Problem]:
    """Yield a problem for each link in the Markdown of an entry that ``rule`` refuses."""
    for where, markup in markups(entry):
        for written, fault in _faults(markup):
            if fault.rule == rule:
                yield _problem(entry, where, written, fault)


def _faults(markup: Markup) -> Iterator[tuple[str, AddressFault]]:
    if "[" not in markup.text and "<" not in markup.text:
        return
    for anchor in markup.anchors:
        if fault := _fault(anchor.target, markup.text):
            yield anchor.target, fault
    if "](" in markup.text:
        yield from ((link, _NO_TARGET) for link in _empty_links(markup))


def _fault(target: str, written: str) -> AddressFault | None:
    if target.startswith("mailto:"):
        return _MAIL
    fault = web_address_fault(target)
    if fault or target in written:
        return fault
    message = "is written in another way, with escapes"
    return AddressFault("malformed-link", message, f"Write the address exactly so: {target}")


def _empty_links(markup: Markup) -> Iterator[str]:
    """Yield links without an address, which the parser leaves as text."""
    for token in markup.tokens:
        for child in token.children or ():
            if child.type == "text":
                yield from _EMPTY_LINK.findall(child.content)


def _problem(entry: Entry, where: Where, written: str, fault: AddressFault) -> Problem:
    fix = _fix(entry, where, written, fault.suggestion) if fault.suggestion else None
    return Problem(where, f"{written!r} {fault.message}.", fault.hint, fix, quote=written)


def _fix(entry: Entry, where: Where, target: str, suggestion: str) -> ProposedFix | None:
    at = dict(markups(entry))[where].text.find(target)
    span = entry.source.span(where, at, at + len(target)) if at >= 0 else None
    if span is None:
        return None
    return ProposedFix(f"write {suggestion}", (ReplaceText(*span, suggestion),), safe=False)
