"""A partner file is marked as executable.

Git remembers whether a file can be run as a program. An entry is text that nobody runs, so its
file shouldn't be executable. Files that were executable before aren't reported.

Why:
    If a file can be run, someone will eventually run it. An entry must stay plain text, in the
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

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import shell_word

CODE = "CAT505"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each partner file that becomes executable."""
    for change in proposal.partner_changes:
        if change.is_executable:
            message = f"{change.path} is marked as executable."
            hint = f"Remove the mark: git update-index --chmod=-x {shell_word(change.name)}"
            yield Problem((), message, hint, path=change.path)
