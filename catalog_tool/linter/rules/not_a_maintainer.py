"""The author of the pull request isn't a maintainer of the entry.

What counts are the maintainers in the entry on the main branch; changes to them in the pull request
don't count. One of the maintainers is asked to approve exactly the last commit: after a push, the
approval is needed again. If an entry has no maintainers, if the vocabulary changes, or if an
address belonged to another entry, an admin decides. An admin can also approve for a maintainer.

Why:
    Anyone may propose a correction, and many corrections are welcome. But only people who speak
    for a partner can say that it is right, so they are asked before it is published under the
    partner's name.

Bad:
    # pull request by fabrikam-ben
    # partners/contoso.yaml
    contact: sales@contoso.com

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.approval import Approval, ApprovalKind, required_approvals
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import identifier_in

CODE = "CAT503"
SEVERITY = Severity.INFO

_MOST_NAMED = 3


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report for each required approval who is asked, and why."""
    author = proposal.author or "nobody"
    for needed in required_approvals(proposal):
        if needed.given_by or needed.kind is not ApprovalKind.OWNER:
            continue
        if needed.maintainers:
            named = ", ".join(needed.maintainers[:_MOST_NAMED])
            message = f"{author!r} isn't one of the maintainers of {needed.name}: {named}."
            hint = "One of them is asked to approve. You don't need to change anything."
        else:
            message = f"{needed.name}: {needed.why}, so an admin has to approve."
            hint = "You don't need to change anything."
        yield Problem((), message, f"{hint}{_new_maintainers(needed, proposal)}", path=needed.path)


def _new_maintainers(needed: Approval, proposal: Proposal) -> str:
    """Return a note for the person who approves if the change replaces the maintainers."""
    identifier = identifier_in(needed.path.rpartition("/")[2])
    entries = [each.catalog.by_id.get(identifier) for each in (proposal.before, proposal.after)]
    before, after = (entry.partner.maintainers if entry else None for entry in entries)
    if after is None or before == after:
        return ""
    return f" Note that this changes the maintainers to: {', '.join(after) or 'nobody'}."
