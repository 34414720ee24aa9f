"""Rules without a check: why a file cannot be read as an entry, or a rule had to stop."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT000",
        "rule-crashed",
        Severity.ERROR,
        """A rule stopped in the middle of its work.

This is a mistake in the catalog's own program, never in an entry. The other rules have still
looked at everything, so the rest of the report holds. Nothing is published until the rule works
again, because nobody knows what it would have found.

Why:
    A checker that stops at the first surprise leaves everybody waiting. A checker that swallows
    the surprise lets through what it was meant to find. So the surprise itself is reported.

Bad:
    def check_entry(entry, catalog):
        yield from entry.partner.nicknames

Good:
    def check_entry(entry, catalog):
        yield from ()
""",
    ),
    Rule(
        "CAT001",
        "unreadable-file",
        Severity.ERROR,
        """The file cannot be read.

Every file in the folder of the partners must be a plain file. Symbolic links, folders, pipes and
files that the computer may not open are left alone and reported.

Why:
    A link can lead out of the catalog and publish what was never reviewed, and a pipe can keep
    the checks waiting for ever. What a reviewer sees in a pull request must be what is published.

Bad:
    # partners/contoso.yaml -> elsewhere.yaml

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
        "CAT002",
        "not-utf-8",
        Severity.ERROR,
        """The file is not saved as UTF-8 text.

UTF-8 is how nearly all text is stored today. Some editors still offer others under names such as
ANSI, Windows-1252 or UTF-16; look for the encoding under *Save as*. Text that you paste into the
web editor of GitHub is always UTF-8.

Why:
    Read as UTF-8, text in another encoding loses its accents and symbols, so that the name of a
    company would be published wrong.

Bad:
    description: Contoso connects the caf{{ byte E9 }} register to the directory.

Good:
    description: Contoso connects the café register to the directory.
""",
    ),
    Rule(
        "CAT003",
        "too-large",
        Severity.ERROR,
        """The file is larger or more deeply nested than any entry needs.

An entry may have 64 KiB and 800 keys and values, in at most three levels. An entry within the
limit of 500 words stays below that. Usually something was pasted by accident.

Why:
    A few kilobytes can be written so that reading them takes minutes, or all memory of the
    computer that checks them. The bounds keep the checks quick for everybody.

Bad:
    description: {{ 70000 characters }}

Good:
    description: Contoso Gateway provisions accounts in mainframe applications.
""",
    ),
    Rule(
        "CAT004",
        "yaml-syntax",
        Severity.ERROR,
        """The file cannot be read as YAML, the format of the entries.

YAML is lines of ``key: value``. What belongs under a key is indented by two spaces, each line of
a list begins with a hyphen and a space, and a quotation mark that opens must close. A value that
holds a colon followed by a space needs quotation marks around it. The place that is shown is
where reading stopped; the mistake may be on the line above.

Why:
    If the file cannot be read, none of it can be checked or published.

Bad:
    description: "Contoso Gateway provisions accounts.
    applications:
      - IBM RACF

Good:
    description: "Contoso Gateway provisions accounts."
    applications:
      - IBM RACF
""",
    ),
    Rule(
        "CAT005",
        "yaml-feature",
        Severity.ERROR,
        """The file uses a feature of YAML that entries do without.

Entries are keys, text and lists. Anchors (``&name``), aliases (``*name``), tags (``!name``), merge
keys (``<<``), directives (``%``) and second documents (``---``) are not accepted. Text that begins
with one of these signs goes in quotation marks.

Why:
    With these features a short file can mean something else than it seems to, or grow without end
    when it is read. Whoever reviews an entry must see all of it.

Bad:
    applications:
      - &mainframe IBM RACF

Good:
    applications:
      - IBM RACF
""",
    ),
    Rule(
        "CAT006",
        "duplicate-key",
        Severity.ERROR,
        """A key stands in the file twice.

Each key may stand in an entry once. Keep the value that is right and delete the other one; lists
are put together under one key.

Why:
    Programs that read YAML keep one of the two and drop the other without a word. A reviewer
    would approve a value that is not the one published.

Bad:
    contact: https://www.contoso.com/contact
    applications:
      - IBM RACF
    contact: https://www.contoso.com/sales

Good:
    contact: https://www.contoso.com/sales
    applications:
      - IBM RACF
""",
    ),
    Rule(
        "CAT008",
        "invalid-file-name",
        Severity.ERROR,
        """The file does not have a name that an entry can have.

An entry is named after its partner, in lower-case letters, digits and single hyphens, and ends in
``.yaml``. The name of the file becomes the address of the partner's page. Nothing else belongs in
the folder of the partners.

Why:
    Such a name works in every address, on every computer and in every program, and it keeps the
    folder in alphabetical order.

Bad:
    # partners/Contoso Ltd.yml
    name: Contoso Ltd

Good:
    # partners/contoso-ltd.yaml
    name: Contoso Ltd
""",
    ),
)
