"""A key that every entry needs is missing.

An entry needs ``name``, ``website``, ``contact`` and ``description``. Each of the ``links`` needs
a ``label`` and a ``url``. (A missing ``website`` or ``contact`` is explained by the rule
missing-contact.)

Why:
    Every partner is shown in the same way, so that customers can compare them. A gap would look
    as if the partner had nothing to say.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    contact: https://www.contoso.com/contact
    applications:
      - IBM RACF

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

CODE = "CAT010"
SEVERITY = Severity.ERROR
