"""The file cannot be read as YAML, the format of the entries.

YAML is lines of ``key: value``. What belongs under a key is indented by two spaces, each line of
a list begins with a hyphen and a space, and a quotation mark that opens must close. A value that
holds a colon followed by a space needs quotation marks around it. The place that is shown is
where reading stopped; the mistake may be on the line above.

Why:
    If the file cannot be read, none of it can be checked or published.

Bad:
    description: "Contoso Gateway provisions accounts.
    applications:
      - IBM RACF

Good:
    description: "Contoso Gateway provisions accounts."
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT004"
SEVERITY = Severity.ERROR
