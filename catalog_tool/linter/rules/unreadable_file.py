"""The file cannot be read.

Every file in the folder of the partners must be a plain file. Symbolic links, folders, pipes and
files that the computer may not open are left alone and reported.

Why:
    A link can lead out of the catalog and publish what was never reviewed, and a pipe can keep
    the checks waiting for ever. What a reviewer sees in a pull request must be what is published.

Bad:
    # partners/contoso.yaml -> elsewhere.yaml

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    contact: https://www.contoso.com/contact
    description: Contoso Gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT001"
SEVERITY = Severity.ERROR
