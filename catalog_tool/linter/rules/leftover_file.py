"""The pull request adds a file that a program left behind.

Operating systems and editors leave their own files in folders: ``.DS_Store``, ``Thumbs.db``, and
names that end in ``~`` or ``.swp``. The catalog doesn't read them, and they don't belong in the
repository.

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
    """Report each file that a program of its author left behind."""
    for change in proposal.partner_changes:
        if change.kind is FileKind.LEFTOVER and not change.is_gone:
            message = f"A program left {change.path} behind; it isn't part of the catalog."
            hint = f"Remove it: git rm --cached {shell_word(change.name)}"
            yield Problem((), message, hint, path=change.path)
