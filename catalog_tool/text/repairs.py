"""Text that is usually meant differently: a pattern, and what is meant.

The checks and the form on the site use the same rows, as they do for
:class:`catalog_tool.text.refusals.Refusal`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """A pattern of text that is usually meant differently.

    Attributes:
        pattern: searched for in the text, in the syntax of a refusal.
        steps: patterns inside the match, each with the plain text that replaces it.
        reason: what is wrong with the match, or its group ``found``, to follow it in quotation
            marks, without a period.
        ignores_case: whether the patterns ignore case.
    """

    pattern: str
    steps: tuple[tuple[str, str], ...]
    reason: str
    ignores_case: bool = False

    def meant(self, found: str) -> str:
        """Return what a match means."""
        for pattern, plain in self.steps:
            found = re.sub(pattern, plain, found, flags=re.IGNORECASE if self.ignores_case else 0)
        return found
