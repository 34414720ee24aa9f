"""Links in Markdown, and the reasons why their targets can't be published."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.linter.rules._texts import markups
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit, Where
from catalog_tool.text.urls.address import AddressFault, web_address_fault
from catalog_tool.text.urls.international import encode_address
from catalog_tool.text.urls.shorteners import OF_COMPANIES

_NO_TARGET = AddressFault(
    "malformed-link",
    "is not the address of a link",
    "Write the address in the parentheses, or remove both pairs of brackets.",
)
_MAIL = AddressFault(
    "insecure-link",
    "opens a mail program",
    "Enter the email address under 'contact'. In text, write it without < >.",
)


def faulty_links(entry: Entry, catalog: Catalog, rule: str) -> Iterator[Problem]:
    """Yield a problem for each link in the Markdown of an entry that ``rule`` refuses."""
    for where, written, fault in _faults(entry, catalog.platform):
        if fault.rule == rule:
            yield _problem(entry, where, written, fault)


@lru_cache(maxsize=1)  # three rules ask for those of the same entry, one after the other
def _faults(entry: Entry, platform: str) -> tuple[tuple[Where, str, AddressFault], ...]:
    owner = platform.partition(" ")[0]
    short_links = frozenset(host for host, company in OF_COMPANIES.items() if company == owner)
    return tuple(
        (where, anchor.target.removeprefix("mailto:"), fault)
        for where, markup in markups(entry)
        for anchor in markup.anchors
        if (fault := _fault(anchor.target, markup.text, short_links))
    )


def _fault(target: str, written: str, short_links: frozenset[str]) -> AddressFault | None:
    if not target:
        return _NO_TARGET
    if target.startswith("mailto:"):
        return _MAIL
    fault = web_address_fault(target, short_links)
    if fault or target in written:
        return fault
    message = "is written with escapes"
    return AddressFault("malformed-link", message, f"Write it exactly like this: {target}")


def _problem(entry: Entry, where: Where, written: str, fault: AddressFault) -> Problem:
    fix = _fix(entry, where, written, fault.suggestion) if fault.suggestion else None
    return Problem(where, f"{written!r} {fault.message}.", fault.hint, fix, quote=written or "](")


def _fix(entry: Entry, where: Where, target: str, suggestion: str) -> ProposedFix | None:
    at = dict(markups(entry))[where].text.find(target)
    span = entry.source.span(where, at, at + len(target)) if at >= 0 else None
    if span is None:
        return None
    is_same = suggestion == encode_address(target)
    return ProposedFix(f"write {suggestion}", (Edit(*span, suggestion),), safe=is_same)
