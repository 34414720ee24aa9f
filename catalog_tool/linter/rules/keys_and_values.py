"""Rules without a check: keys and values that do not follow the format of an entry."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT010",
        "missing-key",
        Severity.ERROR,
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
""",
    ),
    Rule(
        "CAT011",
        "unknown-key",
        Severity.ERROR,
        """The entry has a key that the format does not know.

Usually the key is misspelled; the message then says which one is meant. If you want to say
something that no key is made for, say it in the description.

Why:
    A key that nothing reads is never published. Its author would believe that readers see it.

Bad:
    description: Contoso Gateway provisions accounts in mainframe applications.
    aplications:
      - IBM RACF

Good:
    description: Contoso Gateway provisions accounts in mainframe applications.
    applications:
      - IBM RACF
""",
    ),
    Rule(
        "CAT012",
        "wrong-shape",
        Severity.ERROR,
        """A value is a list where text is expected, or the other way round.

Every key takes one shape: text, a list with one value a line, or a group of keys. The list of
applications is the most common case: each name goes on a line of its own after a hyphen.

Why:
    A page that shows a list cannot show it out of one line of text. Guessing where a name ends
    goes wrong: ``Aurion People & Payroll, Epic`` could be two names, or three.

Bad:
    applications: CA ACF2, IBM RACF

Good:
    applications:
      - CA ACF2
      - IBM RACF
""",
    ),
    Rule(
        "CAT013",
        "invalid-value",
        Severity.ERROR,
        """A value is not one that its key can take.

``directions`` and ``interfaces`` are chosen from fixed lists, ``tested_on`` is a day of the
calendar, ``maintainers`` are GitHub logins, names are one line of at most 100 characters. The
message says what was expected.

Why:
    Readers filter by these values and programs compare them. A value of another kind would make
    the partner impossible to find there.

Bad:
    directions:
      - both

Good:
    directions:
      - inbound
      - outbound
""",
    ),
    Rule(
        "CAT104",
        "missing-contact",
        Severity.ERROR,
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
""",
    ),
)
