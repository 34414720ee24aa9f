"""A link leads where no reader should be sent.

``catalog links`` follows the redirects of every link. This is a link that sends its readers to an
address without encryption (``http://``), to something that is no web page (``javascript:``,
``file:``), to another port, to an IP address, or whose host has an address inside a network, such
as 10.0.0.1. Nothing there is contacted.

Why:
    What was reviewed is the address in the entry, and the page behind it. A redirect changes that
    afterwards. Without encryption anybody on the way can put another page in the place of the
    partner's, and an address inside a network is one of the reader's own.

Bad:
    2026-05-01 https://www.contoso.com/identity 301 http://www.contoso.com/

Good:
    2026-05-01 https://www.contoso.com/identity 301 https://www.contoso.com/
    2026-05-01 https://www.contoso.com/ 200
"""

from __future__ import annotations

from catalog_tool.model.diagnostic import Severity

CODE = "CAT404"
SEVERITY = Severity.ERROR
