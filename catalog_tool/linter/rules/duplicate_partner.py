"""Two entries have names that readers can't tell apart.

Names count as the same if they differ only in capitalization, accents, spaces, or punctuation, if
they sort the same way, or if they look alike because letters of another alphabet or digits stand in
for similar letters.

Why:
    Customers wouldn't know which partner is meant, and an entry that imitates another partner's
    name borrows its reputation.

Bad:
    # partners/unify-solutions.yaml
    name: UNIFY Solutions
    # partners/unify-solutions-2.yaml
    name: Unify-Solutions

Good:
    # partners/unify-solutions.yaml
    name: UNIFY Solutions
    # partners/unify-services.yaml
    name: UNIFY Services
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from catalog_tool.linter.rules._texts import exception_hint
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.text.characters.confusables import drawn_key, imitated_key, in_latin, is_imitation
from catalog_tool.text.ordering import same_key, sort_key

CODE = "CAT202"
SEVERITY = Severity.ERROR


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report every entry whose name another entry also has, with the path of the other file."""
    named = [entry for entry in catalog.entries if entry.partner.name]
    groups: dict[Hashable, list[Entry]] = {}
    for entry in named:
        for key in (*_keys(entry.partner.name), _glance(entry.partner.name)):
            groups.setdefault(key, []).append(entry)
    for entry in named:
        alike = [one for key in _keys(entry.partner.name) for one in groups[key]]
        alike += groups.get(_glance(entry.partner.name, is_other=True), [])
        if others := [one for one in alike if one is not entry]:
            yield _problem(entry, others, catalog)


def _keys(name: str) -> Iterator[Hashable]:
    yield "spelled", same_key(in_latin(name))
    if runs := sort_key(name)[0]:
        yield "sorted", runs
    if letters := drawn_key(name):
        yield "drawn", letters


def _glance(name: str, *, is_other: bool = False) -> Hashable:
    """Return a key for imitations, or for other names; ``is_other`` asks for the other kind."""
    return "imitated", is_imitation(name) != is_other, imitated_key(name)


def _problem(entry: Entry, others: Sequence[Entry], catalog: Catalog) -> Problem:
    name, other = entry.partner.name, others[0].partner.name
    alike = "is also the name" if name == other else f"looks the same as {other!r}, the name"
    message = f"{name!r} {alike} of the partner in {others[0].source.path}."
    hint = (
        "If it's the same partner, keep one file and put everything into it. If not, choose a "
        f"name that readers can tell apart. "
        f"{exception_hint(entry, 'duplicate-partner', name, catalog)}"
    )
    paths = tuple(dict.fromkeys(each.source.path for each in others))
    return Problem(("name",), message, hint, path=entry.source.path, others=paths)
