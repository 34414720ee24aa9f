"""Facts about texts: copied from another entry, and other partners that are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from catalog_tool.contributions.review.facts.fact import Fact, FactKind, ProposedEntry, entry_link
from catalog_tool.linter.rules.named_partner import named_by, partner_names
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Entry
from catalog_tool.text.markup import to_plain
from catalog_tool.text.name_finder import NameFinder, Words, without_run, words_of

SHINGLE = 5
"""Words of a text that are compared at once, as one shingle."""

COPIED_SHARE = 0.5
"""The share of its shingles that a copied text has in common with another text."""


def text_facts(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield for each new or changed text whether it is copied, and which partners it names."""
    changed = [each for each in proposed if each.has_changed("description", "applications_note")]
    if not changed:
        return
    yield from _copies(changed, proposal)
    partners = partner_names(proposal.before.catalog)
    for each in changed:
        known = _named(each.before, partners) if each.before else {}
        for identifier, other in _named(each.entry, partners).items():
            if identifier not in known and other != each.before:
                words = ("The text names another partner: ", entry_link(other, proposal.settings))
                yield each.fact(FactKind.NAMED_PARTNER, *words, ".")


def _named(entry: Entry, partners: NameFinder[Entry]) -> dict[str, Entry]:
    return {other.id: other for _, _, other in named_by(entry, partners)}


def _copies(changed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield each text that has most of its shingles in common with one other text."""
    entries: dict[str, Entry] = {}
    owners: dict[Words, str] = {}

    def own(entry: Entry, shingles: Iterable[Words]) -> None:
        # The first text owns a shingle, so the work grows with the words and not with the pairs.
        entries.setdefault(entry.id, entry)
        for shingle in shingles:
            owners.setdefault(shingle, entry.id)

    compared = {one for each in changed for one in _shingles(each.entry)}
    if not compared:
        return
    for entry in proposal.before.catalog.entries:
        own(entry, compared.intersection(_shingles(entry)))
    for each in changed:
        shingles, itself = {*_shingles(each.entry)}, each.before.id if each.before else ""
        shared = Counter(owners[one] for one in shingles if owners.get(one, itself) != itself)
        for identifier, number in shared.most_common(1):
            if number >= COPIED_SHARE * len(shingles):
                other = entry_link(entries[identifier], proposal.settings)
                words = ("The text is that of ", other, ".")
                yield each.fact(FactKind.COPIED_TEXT, *words, needs_admin=True)
        own(each.entry, shingles)


def _shingles(entry: Entry) -> Iterator[Words]:
    """Yield the runs of words of a description, without the name of its partner."""
    words = without_run(words_of(to_plain(entry.description)), words_of(entry.title))
    return zip(*(words[at:] for at in range(SHINGLE)), strict=False)
