"""The entry has a key that the format does not know.

Usually the key is misspelled; the message then says which one is meant. If you want to say
something that no key is made for, say it in the description.

Why:
    A key that nothing reads is never published. Its author would believe that readers see it.

Bad:
    description: Contoso Gateway provisions accounts in mainframe applications.
    aplications:
      - IBM RACF

Good:
    description: Contoso Gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT011"
SEVERITY = Severity.ERROR
