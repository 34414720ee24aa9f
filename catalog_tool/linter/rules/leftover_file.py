"""A file that a program left behind is added beside the entries.

Desktops and editors keep files of their own in every folder: `.DS_Store`, `Thumbs.db`, names that
end in `~` or `.swp`. The catalog does not read them, and they do not belong into the repository.

Why:
    Nobody looks into such a file, so anything could be in it. It also tells others what is on
    your computer.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # partners/contoso.yaml~
    contact: old@contoso.com

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.loader.pull_request.changes import FileKind
from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.identifiers import shell_word

CODE = "CAT507"
SEVERITY = Severity.ERROR


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report each file that is there for a program of its author."""
    for change in proposal.partner_changes:
        if change.kind is FileKind.LEFTOVER and not change.is_gone:
            message = f"A program has left {change.path} behind, and nobody reads it."
            hint = f"Take it out: git rm --cached {shell_word(change.name)}"
            yield Problem((), message, hint, path=change.path)
