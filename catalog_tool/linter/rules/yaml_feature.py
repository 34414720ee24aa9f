"""The file uses a feature of YAML that entries do without.

Entries are keys, text and lists. Anchors (``&name``), aliases (``*name``), tags (``!name``), merge
keys (``<<``), directives (``%``) and second documents (``---``) are not accepted. Text that begins
with one of these signs goes in quotation marks.

Why:
    With these features a short file can mean something else than it seems to, or grow without end
    when it is read. Whoever reviews an entry must see all of it.

Bad:
    applications:
      - &mainframe IBM RACF

Good:
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT005"
SEVERITY = Severity.ERROR
