"""A value is not one that its key can take.

``directions`` and ``interfaces`` are chosen from fixed lists, ``tested_on`` is a day of the
calendar, ``maintainers`` are GitHub logins, names are one line of at most 100 characters. The
message says what was expected.

Why:
    Readers filter by these values and programs compare them. A value of another kind would make
    the partner impossible to find there.

Bad:
    directions:
      - both

Good:
    directions:
      - inbound
      - outbound
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT013"
SEVERITY = Severity.ERROR
