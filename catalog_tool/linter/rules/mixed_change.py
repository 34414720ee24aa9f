"""The pull request changes entries and other files.

A pull request that changes files in the partners folder can't change anything else. Put everything
else (pages, settings, workflows, the program) in another pull request.

Why:
    Entries are reviewed as text: the checks of the main branch run, and an admin needs two minutes.
    Other files can change what is checked or published, so someone reads them line by line. In a
    mix of both, it is easy to miss a line.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
    # mkdocs.yml
    site_name: Contoso and others

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
from catalog_tool.text.phrases import shorten

CODE = "CAT501"
SEVERITY = Severity.ERROR

_MOST_NAMED = 3
_LONGEST_NAME = 80


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Report the first files outside the partners folder."""
    others = [change.path for change in proposal.changes if change.kind is FileKind.OTHER]
    if not (others and proposal.partner_changes):
        return
    folder = f"{proposal.settings.partners}/"
    named = ", ".join(shorten(path, _LONGEST_NAME) for path in others[:_MOST_NAMED])
    rest = f" and {len(others) - _MOST_NAMED:,} more" if len(others) > _MOST_NAMED else ""
    message = f"This pull request changes entries and files outside {folder}: {named}{rest}."
    hint = f"Make two pull requests: this one for the files in {folder}, another one for the rest."
    yield Problem((), message, hint, path=others[0])
