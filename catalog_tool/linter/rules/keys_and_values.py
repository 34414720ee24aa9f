"""Rules without a check: keys and values that don't follow the format of an entry."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Mandatory, Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT010",
        "missing-key",
        Severity.ERROR,
        """A key that every entry needs is missing.

An entry needs ``name``, ``website``, ``contact``, and ``description``. Each of the ``links`` needs
a ``label`` and a ``url``. (The rule missing-contact covers ``website`` and ``contact``.) A catalog
can make ``contact`` and ``description`` optional with the option ``required``.

Why:
    Every partner is shown in the same way, so that customers can compare them. A gap would look
    as if the partner had nothing to say.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    applications:
      - IBM Maximo

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.FORMAT,
    ),
    Rule(
        "CAT011",
        "unknown-key",
        Severity.ERROR,
        """The entry has a key that isn't part of the format.

Usually the key is misspelled, and the message says which one you probably mean. If no key fits what
you want to say, say it in the description.

Why:
    A key that nothing reads is never published, but its author would think that readers see it.

Bad:
    description: Contoso Gateway connects mainframe applications.
    aplications:
      - IBM Maximo

Good:
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.FORMAT,
    ),
    Rule(
        "CAT012",
        "wrong-shape",
        Severity.ERROR,
        """A value is a list where text is expected, or the other way around.

Every key takes one kind of value: text, a list with one value per line, or a group of keys. The
list of applications is the most common case: write each name on its own line, after a dash.

Why:
    A page can't turn one line of text into a list. Guessing where a name ends goes wrong:
    ``Contoso People & Payroll, Mail`` could be two names or three.

Bad:
    applications: BMC Helix, IBM Maximo

Good:
    applications:
      - BMC Helix
      - IBM Maximo
""",
        mandatory=Mandatory.FORMAT,
    ),
    Rule(
        "CAT013",
        "invalid-value",
        Severity.ERROR,
        """A value isn't one that its key accepts.

``tested_on`` is a calendar date, ``maintainers`` are GitHub logins, names are one line of up to 100
characters, and the catalog's own fields say which values they take. The message says what is
expected.

Why:
    Readers filter by these values, and programs compare them. With any other value, they wouldn't
    find the partner.

Bad:
    tested_on: last summer

Good:
    tested_on: 2026-05-04
""",
        mandatory=Mandatory.FORMAT,
    ),
    Rule(
        "CAT104",
        "missing-contact",
        Severity.ERROR,
        """The entry doesn't say how to reach the partner.

Every entry has two addresses: ``website``, the page of the company or product, and ``contact``, an
https page or one email address where customers can learn more. A catalog can make ``contact``
optional with the option ``required``.

Why:
    The catalog exists so that customers who find an application can talk to the partner that
    connects it. Without an address, the entry doesn't help anyone.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: sales@contoso.com
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.FORMAT,
    ),
    Rule(
        "CAT134",
        "unused-key",
        Severity.WARNING,
        """An optional key has no value.

The key is empty, or it only says ``n/a``, ``none``, ``TBD``, or the like. Nothing is published for
it, so leave it out. The fix removes it.

Why:
    A key without a value looks as if something had been forgotten, and the next person who edits
    the entry has to find out.

Bad:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: sales@contoso.com
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
    tested_on: n/a

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: sales@contoso.com
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
""",
    ),
)
