"""A partner file is marked as a program.

Git remembers of each file whether it may be run. An entry is text that nobody runs, so its file
does not have that mark. Files that had it before are left as they are.

Why:
    A file that can be run is one day run by somebody. What an entry says must stay words, in the
    repository too.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml, executable
    contact: sales@contoso.com

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import shell_word

CODE = "CAT505"
SEVERITY = Severity.ERROR


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each partner file that becomes executable."""
    for change in proposal.partner_changes:
        if change.is_executable:
            message = f"{change.path} is marked as a program that can be run."
            hint = f"Take the mark away: git update-index --chmod=-x {shell_word(change.name)}"
            yield Problem((), message, hint, path=change.path)
