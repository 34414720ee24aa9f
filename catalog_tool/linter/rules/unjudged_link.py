"""No visit has told for three months whether a link works.

``catalog links`` calls a link *unknown* when its answer says nothing of the page: 403, 429, an
error of the server, a certificate that nobody trusts, none in time. This is a link that has not
worked for 90 days, and whose last answer is one of those. It fails no check, and after 120 days it
is not reported any more: many a site never answers programs, and by then somebody has looked.

Why:
    Behind most such links is a page that every browser opens. Behind some is a server that is
    broken for good, and no program can tell the two apart; a person can, with one click.

Bad:
    2026-01-01 https://www.contoso.com/identity 403
    2026-02-20 https://www.contoso.com/identity 503
    2026-04-01 https://www.contoso.com/identity 403

Good:
    2026-01-01 https://www.contoso.com/identity 403
    2026-02-20 https://www.contoso.com/identity 200
    2026-04-01 https://www.contoso.com/identity 403
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT405"
SEVERITY = Severity.WARNING
