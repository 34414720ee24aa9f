"""Facts about the author: new here or known, and how many companies the pull request is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from catalog_tool.contributions.review.facts.fact import (
    Fact,
    FactKind,
    ProposedEntry,
    Words,
    listed,
)
from catalog_tool.linter.reporters.document import Foreign, Link
from catalog_tool.loader.pull_request.proposal import Proposal, is_among
from catalog_tool.text.ordering import same_key
from catalog_tool.text.urls.domains import domain_of

MOST_ENTRIES = 5
"""Most entries that a stranger changes without an admin asking why."""

# Source: docs.github.com/graphql, CommentAuthorAssociation.
_NEW = frozenset({"FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "MANNEQUIN", "NONE"})


def author_facts(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Iterator[Fact]:
    """Yield who the author is to the catalog, and how much of it the pull request is about."""
    if not proposed:
        return
    yield Fact(FactKind.AUTHOR, (_name(proposal), *_standing(proposed, proposal)))
    strange = [each for each in proposed if not each.is_maintained_by(proposal.author)]
    companies = {_company(each): each.entry.title for each in strange}
    if len(companies) > 1:
        words = (f"It is about {len(companies):,} companies: ", *listed(companies.values()), ".")
        yield Fact(FactKind.SEVERAL_COMPANIES, words, needs_admin=True)
    if len(strange) > MOST_ENTRIES:
        words = (f"It adds or changes {len(strange):,} entries that its author doesn't maintain.",)
        yield Fact(FactKind.MANY_ENTRIES, words, needs_admin=True)


def _name(proposal: Proposal) -> str | Foreign:
    return Foreign(proposal.author) if proposal.author else "The author"


def _standing(proposed: Sequence[ProposedEntry], proposal: Proposal) -> Words:
    if proposal.is_by_an_admin:
        return (" is an admin of this catalog.",)
    entries = proposal.before.catalog.entries
    names = [each.title for each in entries if is_among(proposal.author, each.partner.maintainers)]
    theirs = [each.entry.title for each in proposed if each.is_maintained_by(proposal.author)]
    if names:
        return (" is a maintainer of ", *listed(theirs or names), ".")
    if proposal.association in _NEW:
        said = " is new here: no earlier contribution to this repository."
    elif proposal.association:
        said = " has contributed to this repository before, but maintains no entry."
    else:
        said = " maintains no entry."
    return (said, *_history(proposal))


def _history(proposal: Proposal) -> Words:
    """Return a link to the author's commits in the folder of the entries, if it is known."""
    settings = proposal.settings
    if not (settings.github and proposal.author):
        return ()
    folder = quote(f"{settings.branch}/{settings.partners}")
    commits = f"{settings.github}/commits/{folder}"
    return (" ", Link("Earlier commits", f"{commits}?author={quote(proposal.author, safe='')}"))


def _company(proposed: ProposedEntry) -> str:
    return domain_of(proposed.entry.partner.website) or same_key(proposed.entry.title)
