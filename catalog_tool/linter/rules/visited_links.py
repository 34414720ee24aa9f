"""Rules without a check: what ``catalog links`` reports after it has opened the links."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT401",
        "dead-link",
        Severity.ERROR,
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
""",
    ),
    Rule(
        "CAT402",
        "moved-link",
        Severity.WARNING,
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
""",
    ),
    Rule(
        "CAT403",
        "lost-name",
        Severity.WARNING,
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
""",
    ),
    Rule(
        "CAT404",
        "unsafe-target",
        Severity.ERROR,
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
""",
    ),
    Rule(
        "CAT405",
        "unjudged-link",
        Severity.WARNING,
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
""",
    ),
)
