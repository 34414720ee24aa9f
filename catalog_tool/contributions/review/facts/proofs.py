"""Facts about proofs of a domain, which a job without permissions read from the partners' hosts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from catalog_tool.contributions.review.facts.fact import Fact, FactKind, ProposedEntry
from catalog_tool.linter.reporters.document import Foreign, Link
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.pull_request.proposal import Proposal, is_among
from catalog_tool.model.domain_proof import (
    PROOF_PATH,
    DomainProof,
    DomainProofs,
    proof_host,
    repository_name,
)
from catalog_tool.model.error import CatalogError
from catalog_tool.model.today import today
from catalog_tool.text.urls.address import web_address_fault

MOST_BYTES = 64 * 1024
"""The largest file of proofs that is read: ten hosts with fifty logins each."""

LONGEST_AGE = dt.timedelta(days=30)
"""Older proofs are not shown; the hosts may say something else by now."""


def read_proofs(path: Path) -> DomainProofs:
    """Return the proofs in a file, which is not trusted.

    Raises:
        CatalogError: the file contains something else.
    """
    text, problem = read_text(path, MOST_BYTES)
    if not problem:
        try:
            return DomainProofs.model_validate_json(text)
        except ValidationError:
            pass
    hint = "Write it with 'catalog links --proofs BASE HEAD --format json'."
    raise CatalogError(f"{path} has no proofs of domains that can be read.", hint)


def proof_facts(
    proposed: Sequence[ProposedEntry], proposal: Proposal, proofs: DomainProofs
) -> Iterator[Fact]:
    """Yield whether the host of each new website names the author; this decides nothing."""
    if proofs.repository != repository_name(proposal.settings):
        return
    by_host = {proof.host: proof for proof in proofs.proofs if _is_recent(proof)}
    for each in proposed:
        website = each.entry.partner.website
        # The hosts come from the entries and not from the file.
        is_asked = each.has_changed("website") and web_address_fault(website) is None
        if is_asked and (proof := by_host.get(proof_host(website))):
            yield each.fact(FactKind.PROOF, *_words(proof, proposal.author))


def _words(proof: DomainProof, author: str) -> Iterator[str | Foreign | Link]:
    yield Link(Foreign(proof.host), f"https://{proof.host}{PROOF_PATH}")
    if is_among(author, proof.logins):
        yield " names "
        yield Foreign(author)
        yield f" for this repository, read on {proof.read_on}."
        return
    yield " doesn't name "
    yield Foreign(author or "the author")
    yield " for this repository"
    if proof.reason:
        yield ": "
        yield Foreign(proof.reason)
    yield f", read on {proof.read_on}."


def _is_recent(proof: DomainProof) -> bool:
    return dt.timedelta() <= today() - proof.read_on <= LONGEST_AGE
