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

# The parser refuses these schemes and leaves the whole link as text, so that readers see brackets.
_REFUSED_TARGET = re.compile(
    r"(?:\]\(|\]:|<)[ \t]*<?((?:javascript|vbscript|file|data):[^\s)>]*)", re.IGNORECASE
)
_COPY = "Copy the address from the browser's address bar."


def faulty_links(entry: Entry, rule: str) -> Iterator[Problem]:
    """Yield a problem for each link in the Markdown of an entry that ``rule`` refuses."""
    for where, markup in markups(entry):
        for target, fault in _faults(markup):
            if fault.rule == rule:
                yield _problem(entry, where, target, fault)


def _faults(markup: Markup) -> Iterator[tuple[str, AddressFault]]:
    for anchor in markup.anchors:
        if fault := _fault(anchor.text, anchor.target, markup.text):
            yield anchor.target, fault
    for target in _targets_left_as_text(markup):
        if fault := web_address_fault(target):
            yield target, fault


def _fault(label: str, target: str, written: str) -> AddressFault | None:
    if not target:
        hint = "Write the address in the round brackets, or remove the brackets."
        return AddressFault("malformed-link", f"is the text of a link to nowhere ({label!r})", hint)
    if target.startswith("mailto:"):
        hint = "Give the e-mail address under 'contact'; in text, write it without < >."
        return AddressFault("insecure-link", "is a link that opens a mail program", hint)
    fault = web_address_fault(target)
    if fault or target in written:
        return fault
    message = "is not the address as it is written here; it has characters that are rewritten"
    return AddressFault("malformed-link", message, f"Write the address exactly so: {target}")


def _targets_left_as_text(markup: Markup) -> Iterator[str]:
    if ":" not in markup.text:
        return
    for token in markup.tokens:
        for child in token.children or ():
            if child.type == "text":
                yield from _REFUSED_TARGET.findall(child.content)


def _problem(entry: Entry, where: Where, target: str, fault: AddressFault) -> Problem:
    return Problem(
        where,
        f"{target!r} {fault.message}." if target else f"This {fault.message}.",
        fault.hint or _COPY,
        _fix(entry, where, target, fault.suggestion),
        quote=target,
    )


def _fix(entry: Entry, where: Where, target: str, suggestion: str) -> ProposedFix | None:
    node_value = dict(markups(entry))[where].text
    at = node_value.find(target)
    span = entry.source.span(where, at, at + len(target)) if suggestion and at >= 0 else None
    if span is None:
        return None
    return ProposedFix(f"write {suggestion}", (ReplaceText(*span, suggestion),), safe=False)
