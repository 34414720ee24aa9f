"""A box in the description of the pull request is not ticked.

The description begins with boxes: that you speak for the company, that the integration was tested,
that the entry is true, that you agree to the terms. All must be ticked, in the words they had; for
the removal of an entry only the first. Admins, and whoever changes no entry, need not.

Why:
    The catalog publishes what partners say of themselves, under terms that bind them. Only
    their own word, given where everybody can read it later, makes an entry theirs.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # description.md
    - [ ] I work for this company, or it has asked me to list its integration.

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.loader.pull_request.changes import FileKind
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.attestation import BoxState, Statement, box_states, statements
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT504"
SEVERITY = Severity.ERROR

_MESSAGES = {
    BoxState.UNTICKED: "This box is not ticked: {words}",
    BoxState.BOTH: "This box is there both ticked and not: {words}",
    BoxState.MISSING: "This box is missing from the description, or has other words: {words}",
}
_HINT = "Edit the description of the pull request. This line belongs there:\n{box}"


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each statement that the description does not make."""
    if proposal.description is None or proposal.is_by_an_admin:
        return
    answered = box_states(_asked(proposal), proposal.description)
    for statement, answer in answered.items():
        if answer is not BoxState.YES:
            message = _MESSAGES[answer].format(words=statement.plain)
            yield Problem((), message, _HINT.format(box=statement.ticked_box))


def _asked(proposal: Proposal) -> Iterator[Statement]:
    entries = [change for change in proposal.partner_changes if change.kind is FileKind.ENTRY]
    is_removal = all(change.is_gone for change in entries)
    for statement in statements(proposal.settings):
        if entries and (statement.of_removals or not is_removal):
            yield statement
