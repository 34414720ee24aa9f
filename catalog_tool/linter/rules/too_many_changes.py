"""The pull request changes too many entries to be judged at once.

At most 3,000 files in the folder of the partners are judged in one pull request, and at most 16 MiB
of them. Of a larger one nothing is read.

Why:
    Nobody can review so many changes, and the checks must answer soon whatever arrives. A change of
    all entries is made in parts that a person can look through.

Bad:
    # pull request by contoso-anna
    # partners/contoso.yaml, 3001 times
    contact: sales@contoso.com

Good:
    # pull request by contoso-anna
    # partners/contoso.yaml
    contact: sales@contoso.com
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.loader.pull_request.proposal import MOST_BYTES, MOST_FILES, Proposal
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT506"
SEVERITY = Severity.ERROR

_MEBIBYTE = 1024 * 1024


def check_pull_request(proposal: Proposal) -> Iterator[Problem]:
    """Say what there is too much of."""
    if not proposal.is_too_large:
        return
    files, size = len(proposal.partner_changes), proposal.incoming_bytes
    message = (
        f"{files:,} partner files with {size / _MEBIBYTE:.1f} MiB are changed at once; at most"
        f" {MOST_FILES:,} files with {MOST_BYTES // _MEBIBYTE} MiB are judged."
    )
    yield Problem((), message, "Make several pull requests, each with a part of the files.")
