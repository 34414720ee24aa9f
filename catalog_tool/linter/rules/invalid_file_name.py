"""The file does not have a name that an entry can have.

An entry is named after its partner, in lower-case letters, digits and single hyphens, and ends in
``.yaml``. The name of the file becomes the address of the partner's page. Nothing else belongs in
the folder of the partners.

Why:
    Such a name works in every address, on every computer and in every program, and it keeps the
    folder in alphabetical order.

Bad:
    # partners/Contoso Ltd.yml
    name: Contoso Ltd

Good:
    # partners/contoso-ltd.yaml
    name: Contoso Ltd
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT008"
SEVERITY = Severity.ERROR
