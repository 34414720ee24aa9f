"""Facts for the two questions that only a person can answer.

Is this really that company, and may this person speak for it? :mod:`author` compares the author
with the catalog, :mod:`proofs` with what the hosts of websites say. :mod:`domains` looks at the
website and the contact, :mod:`names` at names of the vocabulary and of other partners, and
:mod:`texts` at the texts of other partners. A fact proves nothing by itself. Some call for an
admin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.contributions.review.facts.author import author_facts
from catalog_tool.contributions.review.facts.domains import domain_facts
from catalog_tool.contributions.review.facts.fact import Fact as Fact
from catalog_tool.contributions.review.facts.fact import FactKind, proposed_entries
from catalog_tool.contributions.review.facts.names import name_facts
from catalog_tool.contributions.review.facts.proofs import proof_facts
from catalog_tool.contributions.review.facts.texts import text_facts
from catalog_tool.linter.approval import Approval, ApprovalKind
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.domain_proof import DomainProofs
from catalog_tool.text.phrases import quantity


def facts_of(proposal: Proposal, proofs: DomainProofs | None = None) -> tuple[Fact, ...]:
    """Return the facts about a pull request: those that call for an admin come first.

    Args:
        proposal: the pull request.
        proofs: what the hosts of its websites say, if they were asked.
    """
    proposed = tuple(proposed_entries(proposal))
    found = (
        *author_facts(proposed, proposal),
        *(proof_facts(proposed, proposal, proofs) if proofs else ()),
        *domain_facts(proposed, proposal),
        *name_facts(proposed, proposal),
        *text_facts(proposed, proposal),
    )
    by_path = sorted(found, key=lambda fact: fact.path)
    return tuple(sorted(by_path, key=lambda fact: not fact.needs_admin))


def approvals_for(facts: Iterable[Fact]) -> Iterator[Approval]:
    """Yield the approval by an admin that facts call for, if any does."""
    # For a changed domain, an admin's approval is needed already.
    marked = [
        each for each in facts if each.needs_admin and each.kind is not FactKind.CHANGED_DOMAIN
    ]
    if marked:
        # A sentence about several entries is shown once.
        number = len({each.words for each in marked})
        verb = "raises" if number == 1 else "raise"
        why = f"{quantity(number, 'fact')} below {verb} a question"
        yield Approval(ApprovalKind.FACTS, marked[0].path, "Who this is", why=why)
