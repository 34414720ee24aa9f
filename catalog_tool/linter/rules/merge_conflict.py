"""The pull request and the main branch changed the same lines.

Git can't tell which of the two changes should stay, so nobody can merge the pull request, and
nothing else in it is checked.

To resolve the conflicts, select *Resolve conflicts* at the bottom of the pull request, keep the
lines that should stay, and commit them. If GitHub doesn't offer this, start again: open the file on
the main branch, make your change there in a new pull request, and close this one.

Why:
    What counts is the catalog after the merge. With a conflict, there is no such catalog that
    could be checked.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # partners/contoso.yaml, on the main branch
    contact: partners@contoso.com

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # partners/fabrikam.yaml, on the main branch
    contact: partners@fabrikam.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.settings import SCHEMA_FILE
from catalog_tool.text.characters import escape_hidden

CODE = "CAT508"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.COMPLETE

_HINT = (
    "Select 'Resolve conflicts' at the bottom of the pull request, keep {lines}, and commit them."
    " If GitHub doesn't offer this, open the file on the main branch, make your change there in a"
    " new pull request, and close this one."
)
_LINES = "the lines that should stay"
_LINES_OF_GENERATED = "the lines of the main branch, because this file is generated after the merge"


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each path that Git can't merge."""
    generated = {proposal.settings.published, SCHEMA_FILE}
    for path in proposal.conflicts:
        hint = _HINT.format(lines=_LINES_OF_GENERATED if path in generated else _LINES)
        message = "The main branch also changed this file, and Git can't combine both changes."
        yield Problem((), message, hint, path=escape_hidden(path))
