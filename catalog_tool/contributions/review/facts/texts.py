"""Facts about texts: copied from another entry, and other partners that are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from catalog_tool.contributions.review.facts.fact import (
    Fact,
    FactKind,
    ProposedEntry,
    entry_link,
)
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Entry
from catalog_tool.text.markup import to_plain
from catalog_tool.text.ordering import fold, separate_words

SHINGLE = 5
"""Words of a text that are compared at once, as one shingle."""

COPIED_SHARE = 0.5
"""The share of its shingles that a copied text has in common with another text."""

MOST_WORDS_OF_NAME = 6
"""Longer names of partners are not looked for in texts."""

SHORTEST_NAME = 3
"""Shorter names, in letters, are not looked for in texts."""

TextWords = tuple[str, ...]


def text_facts(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield for each new or changed text whether it is copied, and which partners it names."""
    changed = [each for each in proposed if each.has_changed("description", "applications_note")]
    if not changed:
        return
    yield from _copies(changed, proposal)
    partners = _by_name(proposal.before.catalog.entries)
    for each in changed:
        before = set(_named(each.before, partners)) if each.before else set()
        for name in _named(each.entry, partners):
            other = partners[name]
            if name not in before and other != each.before:
                words = ("The text names another partner: ", entry_link(other, proposal.settings))
                yield each.fact(FactKind.NAMED_PARTNER, *words, ".")


def words_of(text: str) -> TextWords:
    """Return the words of a text without case, accents, and punctuation."""
    return tuple(separate_words(fold(text)).split())


def find_sequences(words: TextWords, wanted: Collection[TextWords]) -> Iterator[TextWords]:
    """Yield each sequence of words that a text contains, once."""
    sizes = {len(each) for each in wanted if len(each) <= MOST_WORDS_OF_NAME}
    runs = (words[at : at + size] for at in range(len(words)) for size in sizes)
    yield from dict.fromkeys(run for run in runs if run in wanted)


def _copies(changed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield each text that has most of its shingles in common with one other text."""
    entries: dict[str, Entry] = {}
    owners: dict[TextWords, str] = {}

    def own(entry: Entry, shingles: Iterable[TextWords]) -> None:
        # The first text owns a shingle, so the work grows with the words and not with the pairs.
        entries.setdefault(entry.id, entry)
        for shingle in shingles:
            owners.setdefault(shingle, entry.id)

    for entry in proposal.before.catalog.entries:
        own(entry, _shingles(entry))
    for each in changed:
        shingles, itself = _shingles(each.entry), each.before.id if each.before else ""
        shared = Counter(owners[one] for one in shingles if owners.get(one, itself) != itself)
        for identifier, number in shared.most_common(1):
            if number >= COPIED_SHARE * len(shingles):
                other = entry_link(entries[identifier], proposal.settings)
                words = ("The text is that of ", other, ".")
                yield each.fact(FactKind.COPIED_TEXT, *words, needs_admin=True)
        own(each.entry, shingles)


def _shingles(entry: Entry) -> set[TextWords]:
    """Return the runs of words of a description, without the name of its partner."""
    words = _without_name(words_of(to_plain(entry.description)), words_of(entry.title))
    return {words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1)}


def _without_name(words: TextWords, name: TextWords) -> TextWords:
    """Return the words of a text without a name; a copy often differs only in that."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        if name and words[at : at + len(name)] == name:
            at += len(name)
        else:
            kept.append(words[at])
            at += 1
    return tuple(kept)


def _by_name(entries: Iterable[Entry]) -> dict[TextWords, Entry]:
    names = ((words_of(entry.title), entry) for entry in entries)
    return {words: entry for words, entry in names if len("".join(words)) >= SHORTEST_NAME}


def _named(entry: Entry, partners: Collection[TextWords]) -> Iterator[TextWords]:
    partner = entry.partner
    texts = (to_plain(entry.description), to_plain(entry.note), partner.tested_by or "")
    labels = (link.label for link in partner.links)
    words = words_of("\n".join([*texts, *labels]))
    yield from find_sequences(_without_name(words, words_of(entry.title)), partners)
