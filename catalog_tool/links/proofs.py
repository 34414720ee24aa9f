"""Asks the hosts of a pull request's websites for the proof of their domain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from catalog_tool.links.page import page_text
from catalog_tool.links.visit import Opener, VisitResult, status_text
from catalog_tool.linter.reporters import document as doc
from catalog_tool.loader.pull_request.proposal import Proposal, PullRequest
from catalog_tool.loader.pull_request.read import read_proposal
from catalog_tool.model.domain_proof import (
    MOST_BYTES,
    MOST_HOSTS,
    PROOF_PATH,
    DomainProof,
    DomainProofs,
    logins_in,
    proof_host,
    repository_name,
)
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings
from catalog_tool.model.today import today
from catalog_tool.text.urls.address import web_address_fault

_OK = 200


def fetch_proofs(settings: Settings, base: str, head: str, opener: Opener) -> DomainProofs:
    """Ask the host of each website that a pull request adds or changes, at most ten hosts.

    Args:
        settings: the catalog, with its repository.
        base: a name of the commit that the pull request is merged into.
        head: a name of its own last commit.
        opener: opens one link.

    Raises:
        CatalogError: the settings name no repository.
        GitError: Git doesn't have one of the commits, or can't merge them.
    """
    repository = repository_name(settings)
    if not repository:
        hint = f"Set `repository` in {settings.configuration}."
        raise CatalogError("A proof names the repository of the catalog, which is unknown.", hint)
    proposal = read_proposal(settings, PullRequest(base, head, ""), lambda *_: "")
    hosts = islice(dict.fromkeys(_hosts(proposal)), MOST_HOSTS)
    proofs = tuple(_ask(host, repository, opener) for host in hosts)
    return DomainProofs(repository=repository, proofs=proofs)


def proofs_document(proofs: DomainProofs) -> doc.Document:
    """Return the proofs as a list, one line for each host."""
    items = tuple(doc.Item(_sentence(each, proofs.repository)) for each in proofs.proofs)
    nothing = () if items else ("No website was added or changed.",)
    return doc.Document((doc.List(items),), nothing)


def proofs_object(proofs: DomainProofs) -> dict[str, Any]:
    """Return the proofs for programs; ``catalog comment --proofs`` reads them."""
    return proofs.model_dump(mode="json")


def _hosts(proposal: Proposal) -> Iterator[str]:
    for change in proposal.partner_changes:
        entry = proposal.after.catalog.by_id.get(change.identifier)
        if entry and entry.partner.website and not web_address_fault(entry.partner.website):
            yield proof_host(entry.partner.website)


def _ask(host: str, repository: str, opener: Opener) -> DomainProof:
    reason = ""
    logins: tuple[str, ...] = ()
    response = opener.read_once(f"https://{host}{PROOF_PATH}")
    if isinstance(response, VisitResult):
        reason = response.reason
    elif response.status != _OK:
        reason = status_text(response.status)
    elif not response.headers.get("content-type", "").lower().startswith("text/plain"):
        reason = "it isn't plain text"
    elif len(response.body) > MOST_BYTES:
        reason = f"it is larger than {MOST_BYTES // 1024} KiB"
    else:
        logins = logins_in(page_text(response) or "", repository)
    return DomainProof(host=host, read_on=today(), logins=logins, reason=reason[:200])


def _sentence(proof: DomainProof, repository: str) -> doc.Inline:
    host = doc.Foreign(proof.host)
    if proof.reason:
        return (host, " proves nothing: ", doc.Foreign(proof.reason), ".")
    named = ", ".join(proof.logins) or "nobody"
    return (host, " names ", doc.Foreign(named), f" for {repository}.")
