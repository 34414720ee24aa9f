"""The pull request changes entries and other files too.

A pull request that changes files in the folder of the partners changes nothing else. Everything
else (pages, settings, workflows, the program) goes into a pull request of its own.

Why:
    An entry is judged as text, by the checks of the main branch, and an admin needs two minutes.
    Everything else can change what is checked or published, and is read line by line. A line of
    the one kind is easily missed among many of the other.

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

CODE = "CAT501"
SEVERITY = Severity.ERROR

_MOST_NAMED = 3
_LONGEST_NAME = 80


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Name the first files outside the folder of the partners."""
    others = [change.path for change in proposal.changes if change.kind is FileKind.OTHER]
    if not (others and proposal.partner_changes):
        return
    folder = f"{proposal.settings.partners}/"
    named = ", ".join(path[:_LONGEST_NAME] for path in others[:_MOST_NAMED])
    rest = f" and {len(others) - _MOST_NAMED:,} more" if len(others) > _MOST_NAMED else ""
    message = f"Entries are changed together with files outside {folder}: {named}{rest}."
    hint = f"Make two pull requests: this one with the files in {folder}, another with the others."
    yield Problem((), message, hint, path=others[0])
