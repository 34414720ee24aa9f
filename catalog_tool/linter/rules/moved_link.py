"""A link ends on a domain that somebody else may own.

``catalog links`` follows the redirects of every link. This is a link that ends on another
registrable domain than the one in the entry: ``contoso.com`` sends its readers to
``fabrikam.com``. Another host of the same domain is fine, such as ``docs.contoso.com``. What counts
as one domain is decided by the Public Suffix List.

Why:
    A company that was bought or renamed moves, and its entry should say where to. A domain that was
    given up and bought by somebody else also answers, and sends readers wherever it likes. Only
    a person can tell the two apart.

Bad:
    2026-05-01 https://www.contoso.com/identity 301 https://www.fabrikam.com/identity
    2026-05-01 https://www.fabrikam.com/identity 200

Good:
    2026-05-01 https://www.contoso.com/identity 301 https://docs.contoso.com/identity
    2026-05-01 https://docs.contoso.com/identity 200
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT402"
SEVERITY = Severity.WARNING
