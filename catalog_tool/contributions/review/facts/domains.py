"""Facts about the domains of the website and the contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from catalog_tool.contributions.review.facts.fact import (
    Fact,
    FactKind,
    ProposedEntry,
    Words,
    entry_link,
)
from catalog_tool.contributions.review.facts.similar import SimilarNames
from catalog_tool.linter.reporters.document import Foreign, Link
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Entry
from catalog_tool.model.settings import Settings
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.urls.domains import domain_of
from catalog_tool.text.urls.free_mail import is_free_mail
from catalog_tool.text.urls.international import decode_host


def domain_facts(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield whether the domains are new, used by others, changed, or similar to others."""
    known = _KnownDomains(proposal.before.catalog.entries, proposal.settings)
    for each in proposed:
        if each.has_changed("website", "contact"):
            yield from _changes(each)
            yield from _origins(each, known)
            yield from _contact(each)


@dataclass(frozen=True)
class _KnownDomains:
    """The domains of the entries in the base branch."""

    entries: tuple[Entry, ...]
    settings: Settings

    @cached_property
    def by_domain(self) -> dict[str, Entry]:
        """The first entry with each domain."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for domain in _domains(entry):
                found.setdefault(domain, entry)
        return found

    @cached_property
    def similar(self) -> SimilarNames[tuple[str, Entry]]:
        """The domains by their name, without the suffix."""
        return SimilarNames(
            {_name(domain): (domain, entry) for domain, entry in self.by_domain.items()}
        )

    def find_similar(self, domain: str) -> tuple[str, Entry] | None:
        """Return the domain, and its entry, that a new domain looks like or contains."""
        names = (_name(domain), *domain.partition(".")[0].split("-"))
        return next(filter(None, map(self.similar.find, dict.fromkeys(names))), None)


def _changes(each: ProposedEntry) -> Iterator[Fact]:
    """Yield each domain that changes, which only an admin approves."""
    if each.before is None:
        return
    old, new = each.before.partner, each.entry.partner
    website, contact = domain_of(old.website), domain_of(old.contact)
    # A contact that moves to the domain of the website stays with the company.
    pairs = {"website": (website, new.website, ()), "contact": (contact, new.contact, (website,))}
    for key, (before, address, same) in pairs.items():
        after = domain_of(address)
        if before and after and after not in {before, *same}:
            words = (f"The domain of the {key} changes: ", Foreign(before), " → ", Foreign(after))
            yield each.fact(FactKind.CHANGED_DOMAIN, *words, ".", needs_admin=True)


def _origins(each: ProposedEntry, known: _KnownDomains) -> Iterator[Fact]:
    """Yield for each domain that the entry didn't have whether others have it."""
    own = frozenset(_domains(each.before)) if each.before else frozenset[str]()
    for domain in _domains(each.entry):
        if domain in own:
            continue
        shown = _linked(domain, each.entry)
        if other := known.by_domain.get(domain):
            words: Words = (shown, " is also the domain of ", entry_link(other, known.settings))
            yield each.fact(FactKind.SHARED_DOMAIN, *words, ".")
        elif found := known.find_similar(domain):
            name, other = found
            words = (shown, " looks like ", Foreign(name), ", the domain of ")
            linked, is_other = entry_link(other, known.settings), other != each.before
            yield each.fact(FactKind.SIMILAR_DOMAIN, *words, linked, ".", needs_admin=is_other)
        else:
            yield each.fact(FactKind.NEW_DOMAIN, shown, " is new to this catalog.")


def _contact(each: ProposedEntry) -> Iterator[Fact]:
    """Yield whether website and contact belong together, and whether anybody can have the mail."""
    website, contact = domain_of(each.entry.partner.website), domain_of(each.entry.partner.contact)
    if is_free_mail(contact) and "@" in each.entry.partner.contact:
        words = ("The contact is at a free email provider: ", Foreign(contact), ".")
        yield each.fact(FactKind.FREE_MAIL, *words)
    elif website and website == contact:
        words = ("Website and contact share the domain ", Foreign(website), ".")
        yield each.fact(FactKind.CONTACT_DOMAIN, *words)
    elif website and contact:
        words = ("Website and contact are on different domains: ", Foreign(website), " and ")
        yield each.fact(FactKind.CONTACT_DOMAIN, *words, Foreign(contact), ".")


def _domains(entry: Entry) -> Iterable[str]:
    """Return the domains of an entry, each once; that of a free email provider is nobody's."""
    found = (domain_of(entry.partner.website), domain_of(entry.partner.contact))
    return dict.fromkeys(domain for domain in found if domain and not is_free_mail(domain))


def _name(domain: str) -> str:
    """Return what people read of a domain: its first label, decoded."""
    return decode_host(domain.partition(".")[0])


def _linked(domain: str, entry: Entry) -> Foreign | Link:
    """Return a domain with a link to the page on it; the preview links to the same page."""
    for address in (entry.partner.website, entry.partner.contact):
        if domain_of(address) == domain and web_address_fault(address) is None:
            return Link(Foreign(domain), address)
    return Foreign(domain)
