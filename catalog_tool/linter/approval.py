"""Who has to approve a pull request, and who has approved it.

What counts are the maintainers that entries have *before* it; otherwise anyone could make
themselves a maintainer. For an entry with a new name, the maintainers of the old name are asked.
Some changes decide whom readers and admins trust from then on, so only an admin can approve them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.loader.pull_request.proposal import Proposal, is_among
from catalog_tool.model.catalog import Entry
from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.text.phrases import join_names, quantity
from catalog_tool.text.urls.domains import domain_of

_OF_ADMINS = {
    FileKind.VOCABULARY: "The vocabulary",
    FileKind.FIELDS: "The list of fields",
    FileKind.EXCEPTIONS: "The list of exceptions",
}


class ApprovalKind(StrEnum):
    """The reason why a pull request needs an approval."""

    OWNER = "owner"
    """The file belongs to others than the author."""
    DECISION = "decision"
    """The change decides whom readers and admins trust."""
    NEW_ENTRY = "new entry"
    """Nobody knows yet whether the entry and its author belong to the company."""
    PROGRAM = "program"
    """The change is outside the folder of partner files."""
    FACTS = "facts"
    """Facts raise a question that a person has to answer."""


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval that a pull request needs. An admin can give every approval.

    Attributes:
        kind: the kind of reason.
        path: the file that needs it.
        name: what the file describes, as readers know it.
        maintainers: logins of the people to ask; empty if only an admin can approve.
        why: why an admin has to approve; empty if maintainers are asked.
        given_by: logins of the people who gave it; empty if it is missing.
    """

    kind: ApprovalKind
    path: str
    name: str
    maintainers: tuple[str, ...] = ()
    why: str = ""
    given_by: tuple[str, ...] = ()


def required_approvals(proposal: Proposal, further: Iterable[Approval] = ()) -> Iterator[Approval]:
    """Yield each approval that a pull request needs in addition to that of the person merging.

    Args:
        proposal: the pull request.
        further: approvals that it needs for other reasons than those in this module.
    """
    if proposal.is_by_an_admin:
        return
    for needed in chain(_needed(proposal), further):
        may_approve = (*needed.maintainers, *proposal.settings.admins)
        given = (login for login in proposal.approvals if is_among(login, may_approve))
        yield replace(needed, given_by=tuple(given))


def _needed(proposal: Proposal) -> Iterator[Approval]:
    for change in proposal.partner_changes:
        if name := _OF_ADMINS.get(change.kind):
            yield _by_owner(change.path, name, "it belongs to the admins")
        elif change.kind is FileKind.FORMER:
            yield from _for_records(change, proposal)
        elif change.kind is FileKind.LOGO:
            yield from _for_logo(change, proposal)
        elif change.kind is FileKind.ENTRY:
            yield from _for_entry(change, proposal)
            yield from _for_decisions(change, proposal)
    if others := [each.path for each in proposal.changes if each.kind is FileKind.OTHER]:
        name = f"{quantity(len(others), 'file')} outside {proposal.settings.partners}/"
        why = "the program, the settings, and the texts of the site belong to the admins"
        yield Approval(ApprovalKind.PROGRAM, others[0], name, why=why)


def _by_owner(path: str, name: str, why: str) -> Approval:
    return Approval(ApprovalKind.OWNER, path, name, why=why)


def _for_entry(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    if change.path in proposal.before.sources:
        yield from _for_known(change.path, change.identifier, proposal)
    elif change.identifier and not change.is_new:
        yield _by_owner(change.path, change.path, "its maintainers can't be read")
    elif record := proposal.before.catalog.former.former.get(change.identifier):
        successor = proposal.before.catalog.former.move_chain(change.identifier)[-1]
        path = f"{proposal.settings.partners}/{successor}.yaml"
        if record.moved_to and proposal.before.catalog.has(successor):
            yield from _for_known(path, successor, proposal)
        else:
            yield _by_owner(change.path, record.name, "its address belonged to another entry")


def _for_logo(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    """Yield the approval for a logo, unless its entry needs the same one or a new entry's."""
    path = change.entry_path
    if any(each.path == path for each in proposal.partner_changes):
        return
    identifier = path.rpartition("/")[2].removesuffix(ENTRY_SUFFIX)
    yield from _for_known(change.path, identifier, proposal)


def _for_known(path: str, identifier: str, proposal: Proposal) -> Iterator[Approval]:
    """Yield the approval for a change of an entry that is already in the catalog."""
    entry = proposal.before.catalog.by_id.get(identifier)
    if entry is None:
        yield _by_owner(path, path, "its maintainers can't be read")
    elif not entry.partner.maintainers:
        yield _by_owner(path, entry.title, "it has no maintainers")
    elif not is_among(proposal.author, entry.partner.maintainers):
        yield Approval(ApprovalKind.OWNER, path, entry.title, entry.partner.maintainers)


def _for_records(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    """Yield an approval if records change whose entries the pull request doesn't remove."""
    old, new = (each.catalog.former for each in (proposal.before, proposal.after))
    before, after = old.former, new.former
    gone = {each.identifier for each in proposal.partner_changes if each.is_gone}
    touched = {
        identifier
        for identifier in before.keys() | after.keys()
        if before.get(identifier) != after.get(identifier)
    }
    is_withdrawal = old.withdrawn != new.withdrawn
    if touched & before.keys() or touched - gone or not touched or is_withdrawal:
        why = "the pull request changes records of other partners"
        yield _by_owner(change.path, "The records of former partners", why)


def _for_decisions(change: ChangedFile, proposal: Proposal) -> Iterator[Approval]:
    """Yield an approval if an entry is new, or if it changes whom readers and admins trust."""
    new = proposal.after.catalog.by_id.get(change.identifier)
    if new is None or not new.partner.is_complete:  # its mistakes may hide what it changes
        return
    if old := proposal.entry_before(change.identifier):
        if reasons := [*_decisions(old, new)]:
            why = join_names(reasons)
            yield Approval(ApprovalKind.DECISION, change.path, old.title, why=why)
    elif change.is_new:
        yield Approval(ApprovalKind.NEW_ENTRY, change.path, new.title, why="it is a new entry")


def _decisions(old: Entry, new: Entry) -> Iterator[str]:
    before, after = old.partner, new.partner
    if before.name != after.name:
        yield f"its name becomes {after.name!r}"
    elif old.id != new.id:
        yield f"its address becomes {new.id!r}"
    if added := [name for name in after.former_names if name not in before.former_names]:
        yield f"it now says that it was {added[0]!r}"
    website, contact = domain_of(before.website), domain_of(before.contact)
    if domain_of(after.website) != website:
        yield _move("website", website, domain_of(after.website))
    if domain_of(after.contact) not in {website, contact}:
        yield _move("contact", contact, domain_of(after.contact))
    if {*map(str.lower, before.maintainers)} != {*map(str.lower, after.maintainers)}:
        yield "its maintainers change"


def _move(what: str, before: str, after: str) -> str:
    if not after:
        return f"its {what} {before} is removed"
    return f"its {what} moves from {before} to {after}" if before else f"its {what} is now {after}"
