"""A rule without a check: the engine reports exceptions that let nothing pass."""

from __future__ import annotations

from catalog_tool.linter.exceptions import UNNEEDED
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT213",
        UNNEEDED,
        Severity.WARNING,
        """An exception isn't needed.

An exception in ``_exceptions.yaml`` lets exactly the text in ``value`` pass. If the rule doesn't
report that text in that entry, the exception does nothing: the entry has changed or has left, or
the value isn't the text that the rule reports. Exceptions for links are reported by ``catalog
links``.

Why:
    The list should show what is different in this catalog today, so that a reader can trust it.

Bad:
    # partners/contoso.yaml
    name: Contoso
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: misnamed-file
      value: Contoso Cloud
      reason: The file keeps its name until the company has decided.
      review_by: 2099-12-31

Good:
    # partners/contoso.yaml
    name: Contoso Cloud
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: misnamed-file
      value: Contoso Cloud
      reason: The file keeps its name until the company has decided.
      review_by: 2099-12-31
""",
        has_values=False,
    ),
)
