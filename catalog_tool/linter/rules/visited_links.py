"""Rules without a check: what ``catalog links`` reports after it opened the links."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Mandatory, Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT401",
        "dead-link",
        Severity.ERROR,
        """A link hasn't worked for a week or longer.

``catalog links`` opens every link of the catalog now and then. On at least three days, with at
least a week between the first and the last, this link led to a page that doesn't exist (404) or is
gone (410), or to a host that doesn't exist, and it never worked in between. Answers that say
nothing about the page don't count: 403, 429, a server error, or a timeout.

The check of a pull request never opens links, so this rule can't fail a pull request.

Why:
    A customer who follows a dead link can't reach the partner. A page that is down for a day comes
    back, and reporting it would only be noise.

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
        """A link ends on a domain that someone else may own.

``catalog links`` follows the redirects of every link. This link ends on a different registrable
domain than the one in the entry: ``contoso.com`` sends its readers to ``fabrikam.com``. Another
host of the same domain, such as ``docs.contoso.com``, is fine. The Public Suffix List defines what
counts as one domain.

Why:
    If a company is bought or renamed, its entry should have the new address. If a company gives up
    a domain and someone else buys it, the domain also answers and can send readers anywhere. Only
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
        """A page no longer mentions the partner.

``catalog links`` remembers whether the page behind a link mentions the partner. This page did
before. It still works, but it doesn't mention the partner now. The name counts as a word of its
own, in any spelling of its words, such as in capitals or with a hyphen. A host name such as
``contoso.com`` doesn't count as the partner's name. Only the first 64 KiB of a page are read. A
page that never mentioned the partner isn't reported. After 90 days, the page is no longer reported,
because someone has looked at it by then.

Why:
    A domain that changed hands answers as if nothing had happened. Often, the missing name is the
    only sign of it. More often, the partner was renamed, and then its entry should be too.

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
        """A link leads to a place where no reader should be sent.

``catalog links`` follows the redirects of every link, as browsers do. This link sends its readers
to an address without encryption (``http://``), to something that isn't a web page
(``javascript:``, ``file:``), to another port, to an IP address, or to a host with an address inside
a network, such as 10.0.0.1. Nothing there is contacted.

Why:
    Reviewers approved the address in the entry and the page behind it. A redirect changes that
    afterwards. Without encryption, anyone on the way can replace the partner's page, and an address
    inside a network is one of the reader's own.

Bad:
    2026-05-01 https://www.contoso.com/identity 301 http://www.contoso.com/

Good:
    2026-05-01 https://www.contoso.com/identity 301 https://www.contoso.com/
    2026-05-01 https://www.contoso.com/ 200
""",
        mandatory=Mandatory.LINKS,
    ),
    Rule(
        "CAT405",
        "unjudged-link",
        Severity.WARNING,
        """We couldn't tell for three months whether this link works.

``catalog links`` calls a link *unknown* if its answer says nothing about the page: 403, 429, a
server error, a certificate that nobody trusts, or a timeout. This link hasn't worked for 90 days,
and its last answer is one of these. That doesn't fail any check. After 120 days, the link is no
longer reported: many sites never answer programs, and someone has looked at it by then.

Why:
    Behind most such links is a page that every browser opens. Behind some is a server that is
    broken for good. A program can't tell the two apart, but a person can, with one click.

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
