"""Whoever opened the pull request is not among the maintainers of the entry.

The maintainers are those that the entry names on the main branch; what the pull request makes of
them does not count. A maintainer is asked to agree. Where an entry names none, where the vocabulary
changes, or where an address belonged to another entry, an admin decides.

Why:
    Anybody may propose a correction, and many are welcome. But only those who speak for a partner
    can say that it is right, so they are asked before it is published under the partner's name.

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

from catalog_tool.linter.approval import Approval, approvals
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import identifier_in

CODE = "CAT503"
SEVERITY = Severity.WARNING

_MOST_NAMED = 3


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Say for each approval who is asked, and why."""
    author = proposal.author or "nobody"
    for needed in approvals(proposal):
        if needed.maintainers:
            named = ", ".join(needed.maintainers[:_MOST_NAMED])
            message = f"{author!r} is not among the maintainers of {needed.name}: {named}."
            hint = "One of them is asked to agree. There is nothing to mend."
        else:
            message = f"{needed.name}: {needed.why}, so an admin must agree."
            hint = "There is nothing to mend."
        yield Problem((), message, f"{hint}{_new_maintainers(needed, proposal)}", path=needed.path)


def _new_maintainers(needed: Approval, proposal: Proposal) -> str:
    """Return a warning for whoever must agree: the change hands the entry to others."""
    identifier = identifier_in(needed.path.rpartition("/")[2])
    entries = [each.catalog.by_id.get(identifier) for each in (proposal.before, proposal.after)]
    before, after = (entry.partner.maintainers if entry else None for entry in entries)
    if after is None or before == after:
        return ""
    return f" Mind that it changes the maintainers to: {', '.join(after) or 'nobody'}."
