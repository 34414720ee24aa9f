"""A box in the description of the pull request isn't checked.

The description begins with boxes: that you speak for the company, that the integration was tested,
that the entry is true, and that you accept the terms. All of them must be checked, with their
original text. To remove an entry, only the first one is needed. Admins don't need to check any, and
neither do people who don't change an entry.

Why:
    The catalog publishes what partners say about themselves, under terms that bind them. An entry
    is theirs only if they say so themselves, in a place where everybody can read it later.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # description.md
    - [ ] I work for this company, or it asked me to list its integration.

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
    BoxState.UNTICKED: "This box isn't checked: {words}",
    BoxState.BOTH: "This box appears twice, checked and not checked: {words}",
    BoxState.MISSING: "This box is missing from the description, or its text was changed: {words}",
}
_SEVERAL = "{number} boxes of the template are missing from the description or aren't checked."
_HINT = "Edit the description of the pull request. It needs:\n{boxes}"


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report the statements that the description doesn't make, as one problem."""
    if proposal.description is None or proposal.is_by_an_admin:
        return
    answered = box_states(_required_statements(proposal), proposal.description)
    left = {each: answer for each, answer in answered.items() if answer is not BoxState.YES}
    if left:
        first, answer = next(iter(left.items()))
        message = _MESSAGES[answer].format(words=first.plain)
        if len(left) > 1:
            message = _SEVERAL.format(number=len(left))
        boxes = "\n".join(each.ticked_box for each in left)
        yield Problem((), message, _HINT.format(boxes=boxes))


def _required_statements(proposal: Proposal) -> Iterator[Statement]:
    entries = [change for change in proposal.partner_changes if change.kind is FileKind.ENTRY]
    is_removal = all(change.is_gone for change in entries)
    for statement in statements(proposal.settings):
        if entries and (statement.of_removals or not is_removal):
            yield statement
