"""Facts about names: those of vendors and applications, of other partners, and unknown ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.contributions.review.facts.fact import (
    Fact,
    FactKind,
    ProposedEntry,
    entry_link,
    listed,
)
from catalog_tool.contributions.review.facts.similar import SimilarNames
from catalog_tool.linter.reporters.document import Foreign
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.name_finder import NameFinder
from catalog_tool.text.ordering import same_key
from catalog_tool.text.phrases import quantity

# Words that companies add to their names: SAP SE is SAP.
_OF_COMPANIES = frozenset(
    "ab ag as asa bv co company corp corporation gmbh group holding holdings inc incorporated kg "
    "kk limited llc llp lp ltd nv oy plc pte pty sa sarl sas se spa srl".split()
)

_KINDS_OF_NAMES = {"former_names": "The former name ", "products": "The product name "}


def name_facts(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield whose names a partner's name is or looks like, and applications nobody knows."""
    before = proposal.before.catalog
    names = {name: entry for entry in before.entries for name in (_bare(entry.title), entry.title)}
    partners = SimilarNames(names)
    applications = before.vocabulary.applications.values()
    vendors = NameFinder((known.vendor, known.vendor) for known in applications if known.vendor)
    for each in proposed:
        if each.has_changed("name") and each.entry.partner.name:
            yield from _known(each, before.vocabulary, vendors)
            other = partners.find(each.entry.title) or partners.find(_bare(each.entry.title))
            if other and other != each.before and not _is_same(each, other.title):
                words = ("The name looks like that of ", entry_link(other, proposal.settings), ".")
                yield each.fact(FactKind.SIMILAR_NAME, *words, needs_admin=True)
        yield from _other_names(each, partners, proposal)
        yield from _unknown(each, proposal.after.catalog)


def _known(each: ProposedEntry, vocabulary: Vocabulary, vendors: NameFinder[str]) -> Iterator[Fact]:
    name = each.entry.partner.name
    bare = _bare(name)
    if vocabulary.knows(bare):
        words = ("The vocabulary has a vendor or an application of this name: ", Foreign(bare))
    elif imitated := vocabulary.find_imitated(bare):
        words = ("The name looks like a name in the vocabulary: ", Foreign(imitated))
    elif named := next(vendors.find(name), None):
        words = ("The name contains the name of a vendor: ", Foreign(named[1]))
    else:
        return
    yield each.fact(FactKind.KNOWN_NAME, *words, ".", needs_admin=True)


def _bare(name: str) -> str:
    """Return the name of a company without its legal form, such as *Ltd*."""
    words = (word for word in name.split() if same_key(word) not in _OF_COMPANIES)
    return " ".join(words).rstrip(",")


def _other_names(
    each: ProposedEntry, partners: SimilarNames[Entry], proposal: Proposal
) -> Iterator[Fact]:
    """Yield whose names the new former names and products of a partner are or look like."""
    before = {name for _, name in each.before.partner.other_names()} if each.before else set()
    for (key, *_), name in each.entry.partner.other_names():
        if name in before:
            continue
        words = (_KINDS_OF_NAMES[str(key)], Foreign(name))
        other = partners.find(name)
        if other and other.id != each.entry.id and other != each.before:
            link = entry_link(other, proposal.settings)
            yield each.fact(
                FactKind.SIMILAR_NAME, *words, " looks like that of ", link, ".", needs_admin=True
            )
        elif proposal.before.catalog.vocabulary.knows(name):
            yield each.fact(FactKind.KNOWN_NAME, *words, " is in the vocabulary.", needs_admin=True)


def _is_same(each: ProposedEntry, name: str) -> bool:
    """Whether the rule duplicate-partner already reports the name."""
    return same_key(each.entry.title) == same_key(name)


def _unknown(each: ProposedEntry, catalog: Catalog) -> Iterator[Fact]:
    listed_before = (
        {name for _, name in each.before.partner.listed_applications()} if each.before else set()
    )
    unknown = [
        name
        for _, name in each.entry.partner.listed_applications()
        if name and name not in listed_before and not catalog.vocabulary.canonical(name)
    ]
    if unknown:
        number = quantity(len(unknown), "application")
        verb = "isn't" if len(unknown) == 1 else "aren't"
        words = (f"{number} {verb} in the vocabulary: ", *listed(unknown), ".")
        yield each.fact(FactKind.UNKNOWN_APPLICATIONS, *words)
