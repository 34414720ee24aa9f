"""A link has not worked for a week or longer.

``catalog links`` opens every link of the catalog now and then. This is a link whose page is not
there (404), is gone (410), or whose host does not exist, on three days or more with at least
a week between the first and the last of them, and that never worked between them. An answer that
says nothing of the page (403, 429, an error of the server, none in time) does not count.

The check of a pull request never opens links, so nobody's change fails by this.

Why:
    A customer who follows a dead link has lost the partner. A page that is away for a day comes
    back by itself, and a report of it would be noise that hides what matters.

Bad:
    2026-05-01 https://www.contoso.com/identity 404
    2026-05-05 https://www.contoso.com/identity 404
    2026-05-08 https://www.contoso.com/identity 404

Good:
    2026-05-01 https://www.contoso.com/identity 404
    2026-05-05 https://www.contoso.com/identity 404
    2026-05-08 https://www.contoso.com/identity 200
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT401"
SEVERITY = Severity.ERROR
