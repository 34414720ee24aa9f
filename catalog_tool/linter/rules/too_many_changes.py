"""The pull request changes too many entries at once.

One pull request can change up to 3,000 files in the partners folder, with up to 16 MiB in total. If
it is larger, none of it is read.

Why:
    Nobody can review that many changes, and the checks must answer quickly, whatever arrives. Split
    a change of all entries into parts that a person can review.

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
    """Report the size of a pull request that is too large."""
    if not proposal.is_too_large:
        return
    if size := proposal.incoming_bytes:
        amount, limit = f"{size / _MEBIBYTE:.1f} MiB of", f"{MOST_BYTES // _MEBIBYTE} MiB"
    else:
        amount, limit = f"{len(proposal.partner_changes):,}", f"{MOST_FILES:,}"
    message = f"This pull request changes {amount} partner files. The limit is {limit}."
    yield Problem((), message, "Make several pull requests, each with some of the files.")
