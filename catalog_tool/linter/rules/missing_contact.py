"""The entry does not say how to reach the partner.

Every entry gives two addresses: ``website``, the page of the company or the product, and
``contact``, an https page or one e-mail address where a customer learns more.

Why:
    The catalog exists so that a customer who has found an application can talk to the partner that
    connects it. Without an address the entry helps nobody.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    description: Contoso Gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/identity
    contact: sales@contoso.com
    description: Contoso Gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT104"
SEVERITY = Severity.ERROR
