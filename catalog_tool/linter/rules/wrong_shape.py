"""A value is a list where text is expected, or the other way round.

Every key takes one shape: text, a list with one value a line, or a group of keys. The list of
applications is the most common case: each name goes on a line of its own after a hyphen.

Why:
    A page that shows a list cannot show it out of one line of text. Guessing where a name ends
    goes wrong: ``Aurion People & Payroll, Epic`` could be two names, or three.

Bad:
    applications: CA ACF2, IBM RACF

Good:
    applications:
      - CA ACF2
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT012"
SEVERITY = Severity.ERROR
