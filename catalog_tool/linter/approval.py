"""Who must agree to a pull request: the maintainers that its entries name *before* it.

What a pull request itself says of maintainers counts for nothing: else anybody would make himself
one. An entry under a new name asks those of the old one, because that one is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.proposal import Proposal, is_among


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's word that a pull request needs.

    Attributes:
        path: the file that it is about.
        name: what the file tells of, as readers know it.
        maintainers: logins of whom to ask; empty where only an admin can decide.
        why: why an admin decides; empty if maintainers are asked.
    """

    path: str
    name: str
    maintainers: tuple[str, ...] = ()
    why: str = ""


def approvals(proposal: Proposal) -> Iterator[Approval]:
    """Yield each approval that a pull request needs besides that of whoever merges it."""
    if proposal.is_by_an_admin:
        return
    for change in proposal.partner_changes:
        match change.kind:
            case FileKind.VOCABULARY:
                yield Approval(change.path, "The vocabulary", why="admins own it")
            case FileKind.FORMER:
                yield from _of_records(change, proposal)
            case FileKind.ENTRY:
                yield from _of_entry(change, proposal)


def _of_entry(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    if change.path in proposal.before.sources:
        yield from _of_known(change.path, change.identifier, proposal)
    elif change.identifier and not change.is_new:
        yield Approval(change.path, change.path, why="who maintains it cannot be read")
    elif record := proposal.before.catalog.former.former.get(change.identifier):
        successor = proposal.before.catalog.former.move_chain(change.identifier)[-1]
        path = f"{proposal.settings.partners}/{successor}.yaml"
        if record.moved_to and proposal.before.catalog.has(successor):
            yield from _of_known(path, successor, proposal)
        else:
            yield Approval(change.path, record.name, why="the address belonged to another entry")


def _of_known(path: str, identifier: str, proposal: Proposal) -> Iterator[Approval]:
    """Yield what a change of an entry needs that is in the catalog already."""
    entry = proposal.before.catalog.by_id.get(identifier)
    if entry is None:
        yield Approval(path, path, why="who maintains it cannot be read")
    elif not entry.partner.maintainers:
        yield Approval(path, entry.title, why="it names no maintainers")
    elif not is_among(proposal.author, entry.partner.maintainers):
        yield Approval(path, entry.title, entry.partner.maintainers)


def _of_records(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    """Ask for records of other entries than those that the pull request takes away."""
    before, after = (each.catalog.former.former for each in (proposal.before, proposal.after))
    gone = {each.identifier for each in proposal.partner_changes if each.is_gone}
    touched = {
        identifier
        for identifier in before.keys() | after.keys()
        if before.get(identifier) != after.get(identifier)
    }
    if touched & before.keys() or touched - gone or not touched:
        yield Approval(change.path, "The records of former partners", why="others are told of")
