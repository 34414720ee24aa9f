"""Who has to approve a pull request: the maintainers that its entries have *before* it.

Changes to the maintainers in the pull request itself don't count; otherwise anyone could make
themselves a maintainer. For an entry with a new name, the maintainers of the old name are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.proposal import Proposal, is_among

_OF_ADMINS = {
    FileKind.VOCABULARY: "The vocabulary",
    FileKind.FIELDS: "The list of fields",
    FileKind.EXCEPTIONS: "The list of exceptions",
}


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval that a pull request needs.

    Attributes:
        path: the file that needs it.
        name: what the file describes, as readers know it.
        maintainers: logins of the people to ask; empty if only an admin can approve.
        why: why an admin has to approve; empty if maintainers are asked.
    """

    path: str
    name: str
    maintainers: tuple[str, ...] = ()
    why: str = ""


def required_approvals(proposal: Proposal) -> Iterator[Approval]:
    """Yield each approval that a pull request needs in addition to that of the person merging."""
    if proposal.is_by_an_admin:
        return
    for change in proposal.partner_changes:
        match change.kind:
            case FileKind.VOCABULARY | FileKind.FIELDS | FileKind.EXCEPTIONS:
                yield Approval(change.path, _OF_ADMINS[change.kind], why="only admins change it")
            case FileKind.FORMER:
                yield from _for_records(change, proposal)
            case FileKind.ENTRY:
                yield from _for_entry(change, proposal)


def _for_entry(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    if change.path in proposal.before.sources:
        yield from _for_known(change.path, change.identifier, proposal)
    elif change.identifier and not change.is_new:
        yield Approval(change.path, change.path, why="its maintainers can't be read")
    elif record := proposal.before.catalog.former.former.get(change.identifier):
        successor = proposal.before.catalog.former.move_chain(change.identifier)[-1]
        path = f"{proposal.settings.partners}/{successor}.yaml"
        if record.moved_to and proposal.before.catalog.has(successor):
            yield from _for_known(path, successor, proposal)
        else:
            yield Approval(change.path, record.name, why="its address belonged to another entry")


def _for_known(path: str, identifier: str, proposal: Proposal) -> Iterator[Approval]:
    """Yield the approval for a change of an entry that is already in the catalog."""
    entry = proposal.before.catalog.by_id.get(identifier)
    if entry is None:
        yield Approval(path, path, why="its maintainers can't be read")
    elif not entry.partner.maintainers:
        yield Approval(path, entry.title, why="it has no maintainers")
    elif not is_among(proposal.author, entry.partner.maintainers):
        yield Approval(path, entry.title, entry.partner.maintainers)


def _for_records(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    """Yield an approval if records change whose entries the pull request doesn't remove."""
    before, after = (each.catalog.former.former for each in (proposal.before, proposal.after))
    gone = {each.identifier for each in proposal.partner_changes if each.is_gone}
    touched = {
        identifier
        for identifier in before.keys() | after.keys()
        if before.get(identifier) != after.get(identifier)
    }
    if touched & before.keys() or touched - gone or not touched:
        why = "the pull request changes records of other partners"
        yield Approval(change.path, "The records of former partners", why=why)
