"""A key stands in the file twice.

Each key may stand in an entry once. Keep the value that is right and delete the other one; lists
are put together under one key.

Why:
    Programs that read YAML keep one of the two and drop the other without a word. A reviewer
    would approve a value that is not the one published.

Bad:
    contact: https://www.contoso.com/contact
    applications:
      - IBM RACF
    contact: https://www.contoso.com/sales

Good:
    contact: https://www.contoso.com/sales
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT006"
SEVERITY = Severity.ERROR
