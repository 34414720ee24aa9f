"""Checks that each text of a partner has its own place and matches the file.

Each text of a partner has its own element, marked with the partner's id. If a text escaped from
its element or swallowed what follows, words or elements would be missing or left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from catalog_tool.model.catalog import Entry
from catalog_tool.site.audit.built_site import PRINT_FOLDER, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.text.markup import Markup, to_plain

_ALLOWED = {
    **{tag: frozenset[str]() for tag in "br code em li p strong ul".split()},
    "a": frozenset(["href", "rel"]),
    "ol": frozenset(["start"]),
}
_TEXTS: dict[str, Callable[[Entry], Markup]] = {
    "data-partner-text": lambda entry: entry.description,
    "data-partner-note": lambda entry: entry.note,
}


def page_faults(page: BuiltPage, site: BuiltSite) -> Iterator[Fault]:
    """Yield each text of a partner that is missing, unexpected, or changed."""
    shown = _entries_shown(page, site)
    for mark, text_of in _TEXTS.items():
        nodes = page.tree.css(f"[{mark}]")
        found = [node.attributes[mark] for node in nodes]
        expected = [entry for entry in shown if to_plain(text_of(entry))]
        if found != [entry.id for entry in expected]:
            message = f"Texts of partners are missing, unexpected, or out of order: {mark}."
            yield Fault(page.path, message)
            continue
        for entry, node in zip(expected, nodes, strict=True):
            yield from _text_faults(page, node, to_plain(text_of(entry)), entry)


def _entries_shown(page: BuiltPage, site: BuiltSite) -> tuple[Entry, ...]:
    if page.path.startswith(f"{PRINT_FOLDER}/"):
        shown = {*page.partners_in_full}
        return tuple(each for each in site.publication.catalog.entries if each.id in shown)
    entry = site.entry_of(page)
    return (entry,) if entry else ()


def _text_faults(page: BuiltPage, node: LexborNode, text: str, entry: Entry) -> Iterator[Fault]:
    if _letters(node.text()) != _letters(text):
        yield Fault(page.path, f"A text of {entry.id} differs from its file.")
    for inside in node.css("*"):
        if inside == node:
            continue
        allowed = _ALLOWED.get(inside.tag or "")
        if allowed is None or not inside.attributes.keys() <= allowed:
            yield Fault(
                page.path, f"<{inside.tag}> isn't allowed as it is in a text of {entry.id}."
            )


def _letters(text: str) -> str:
    """Return a text without white space, which differs between HTML and plain text."""
    return "".join(text.split())
