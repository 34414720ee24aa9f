"""A page that named the partner does not name it any more.

``catalog links`` remembers whether the page behind a link names the partner of the entry. This is
a page that did so before, works, and does not do it now. The name may be written in any way, in
capitals or with other spaces; the name of a host, such as ``contoso.com``, is not the partner's.
Only the first 64 KiB of a page are read. A page that never named the partner is not reported. After
90 days it is not reported any more: by then somebody has looked.

Why:
    A domain that changed hands answers as if nothing had happened. That the partner's name is gone
    is often the only sign of it. More often the partner was renamed, and then its entry should
    be too.

Bad:
    2026-05-01 https://www.contoso.com/identity 200 Contoso Identity
    2026-05-08 https://www.contoso.com/identity 200 Casino

Good:
    2026-05-01 https://www.contoso.com/identity 200 Contoso Identity
    2026-05-08 https://www.contoso.com/identity 200 CONTOSO, your gateway
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT403"
SEVERITY = Severity.WARNING
