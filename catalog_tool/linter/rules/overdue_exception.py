"""An exception should have been reviewed by now.

Each exception in ``_exceptions.yaml`` says in ``review_by`` until when someone should look at it
again. After that day, it still applies, but it is reported.

Why:
    The reason for an exception goes away without anyone noticing: a product gets its own page, a
    page comes back. An exception that nobody needs hides the next mistake.

Bad:
    # partners/contoso.yaml
    name: Contoso Cloud
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: misnamed-file
      value: Contoso Cloud
      reason: The file keeps its name until the company has decided.
      review_by: 2026-01-31

Good:
    # partners/contoso.yaml
    name: Contoso Cloud
    # partners/_exceptions.yaml, complete
    - entry: contoso
      rule: misnamed-file
      value: Contoso Cloud
      reason: The file keeps its name until the company has decided.
      review_by: 2099-12-31
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.today import today

CODE = "CAT212"
SEVERITY = Severity.WARNING
HAS_VALUES = False


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each exception whose day of review has passed."""
    for number, exception in catalog.exceptions.items():
        if dt.date.fromisoformat(exception.review_by) < today():
            message = f"This exception should have been reviewed by {exception.review_by}."
            hint = "If its reason still holds, set a new day. If not, remove it."
            where = ("exceptions", number, "review_by")
            yield Problem(where, message, hint, path=catalog.exceptions_source.path)
