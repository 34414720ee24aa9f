"""The file is larger or more deeply nested than any entry needs.

An entry may have 64 KiB and 800 keys and values, in at most three levels. An entry within the
limit of 500 words stays below that. Usually something was pasted by accident.

Why:
    A few kilobytes can be written so that reading them takes minutes, or all memory of the
    computer that checks them. The bounds keep the checks quick for everybody.

Bad:
    description: {{ 70000 characters }}

Good:
    description: Contoso Gateway provisions accounts in mainframe applications.
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT003"
SEVERITY = Severity.ERROR
