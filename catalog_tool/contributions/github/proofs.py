"""Keeps proofs of domains in the comment, for reviews of the same pull request that ask no host."""

from __future__ import annotations

import re

from pydantic import ValidationError

from catalog_tool.loader.pull_request.proposal import is_among
from catalog_tool.model.domain_proof import DomainProofs

MOST_CHARACTERS = 5_000
"""Most characters that are kept; GitHub allows 65,536 for a comment, and a review has 60,000."""

_KEPT = re.compile(r"^<!-- partner-catalog-proofs (\{.*\}) -->$", re.MULTILINE)


def keep_proofs(comment: str, proofs: DomainProofs | None, author: str) -> str:
    """Return a comment with proofs in an invisible line, as far as they are about its author."""
    if proofs is None:
        return comment
    about_author = (
        proof.model_copy(update={"logins": (author,) if is_among(author, proof.logins) else ()})
        for proof in proofs.proofs
    )
    kept = proofs.model_copy(update={"proofs": tuple(about_author)}).model_dump_json()
    # As escapes of JSON, these can't end the comment of HTML.
    inert = kept.replace("-", r"\u002d").replace("<", r"\u003c").replace(">", r"\u003e")
    line = f"<!-- partner-catalog-proofs {inert} -->\n"
    return f"{comment.rstrip()}\n\n{line}" if len(line) <= MOST_CHARACTERS else comment


def kept_proofs(comment: str) -> DomainProofs | None:
    """Return the proofs in our own earlier comment, or ``None``."""
    found = _KEPT.search(comment)
    try:
        return DomainProofs.model_validate_json(found[1]) if found else None
    except ValidationError:
        return None
