"""Rules without a check: reasons why a file can't be read as an entry, and rules that crash."""

from __future__ import annotations

from catalog_tool.linter.rules.rule import Mandatory, Rule
from catalog_tool.model.diagnostic import Severity

RULES = (
    Rule(
        "CAT000",
        "rule-crashed",
        Severity.ERROR,
        """A rule stopped with an error.

This is a bug in the catalog's program, never a mistake in an entry. The other rules still checked
everything, so the rest of the report is valid. Nothing is published until the rule works again,
because nobody knows what it would have found.

Why:
    If the check stopped at the first bug, everyone would have to wait. If it ignored the bug,
    mistakes could get through. So it reports the bug itself.

Bad:
    def check_entry(entry, catalog):
        yield from entry.partner.nicknames

Good:
    def check_entry(entry, catalog):
        yield from ()
""",
        mandatory=Mandatory.COMPLETE,
    ),
    Rule(
        "CAT001",
        "unreadable-file",
        Severity.ERROR,
        """The file can't be read.

Every file in the partners folder must be a regular file. Symbolic links, folders, pipes, and files
without permission to read them are reported, not opened.

Why:
    A link can lead out of the catalog and publish something that was never reviewed, and a pipe can
    make the checks wait forever. What a reviewer sees in a pull request must be what is published.

Bad:
    # partners/contoso.yaml -> elsewhere.yaml

Good:
    # partners/contoso.yaml, complete
    name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: Contoso Gateway connects mainframe applications.
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT002",
        "not-utf-8",
        Severity.ERROR,
        """The file isn't saved as UTF-8 text.

Nearly all text is stored as UTF-8 today. Some editors still offer other encodings, with names such
as ANSI, Windows-1252, or UTF-16. Look for the encoding under *Save as*. Text that you paste into
GitHub's web editor is always UTF-8.

Why:
    Text in another encoding loses its accents and symbols when it is read as UTF-8, so the name of
    a company would be published wrong.

Bad:
    description: Contoso connects the caf{{ byte E9 }} register to the directory.

Good:
    description: Contoso connects the café register to the directory.
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT003",
        "too-large",
        Severity.ERROR,
        """The file is larger or more deeply nested than any entry needs.

An entry can have up to 64 KiB and 800 keys and values, in at most three levels. An entry of 500
words stays below that. Usually something was pasted by accident.

Why:
    A file of a few kilobytes can be written so that reading it takes minutes, or all memory of the
    computer that checks it. The limits keep the checks fast for everyone.

Bad:
    description: {{ 70000 characters }}

Good:
    description: Contoso Gateway connects mainframe applications.
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT004",
        "yaml-syntax",
        Severity.ERROR,
        """The file can't be read as YAML, the format of the entries.

YAML is lines of ``key: value``. Indent what belongs to a key by two spaces, start each line of a
list with a dash and a space, and close every quotation mark. If a value contains a colon followed
by a space, put it in quotation marks. The message shows where reading stopped; the mistake may be
on the line above.

Why:
    If the file can't be read, none of it can be checked or published.

Bad:
    description: "Contoso Gateway connects mainframes.
    applications:
      - IBM Maximo

Good:
    description: "Contoso Gateway connects mainframes."
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT005",
        "yaml-feature",
        Severity.ERROR,
        """The file uses a YAML feature that entries don't support.

Entries are keys, text, and lists. Anchors (``&name``), aliases (``*name``), tags (``!name``), merge
keys (``<<``), directives (``%``), and second documents (``---``) aren't accepted. If text begins
with one of these signs, put it in quotation marks.

Why:
    With these features, a short file can mean something other than it seems to, or grow without
    limit when it is read. Reviewers must see everything that an entry says.

Bad:
    applications:
      - &mainframe IBM Maximo

Good:
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT006",
        "duplicate-key",
        Severity.ERROR,
        """A key appears twice.

Each key can appear once in an entry. Keep the right value and delete the other one. If both are
lists, combine them under one key.

Why:
    Programs that read YAML keep one of the two and silently drop the other. A reviewer might
    approve a value that isn't the one that is published.

Bad:
    contact: https://www.contoso.com/contact
    applications:
      - IBM Maximo
    contact: https://www.contoso.com/sales

Good:
    contact: https://www.contoso.com/sales
    applications:
      - IBM Maximo
""",
        mandatory=Mandatory.READING,
    ),
    Rule(
        "CAT014",
        "byte-order-mark",
        Severity.WARNING,
        """The file begins with a byte order mark.

Some editors on Windows write this invisible character when you save a file as *UTF-8 with BOM*. The
check reads the file without it. Anywhere else in a file, the character is an error.

Why:
    UTF-8 doesn't need the mark, and some programs read it as part of the first key, so they don't
    find that key.

Bad:
    # partners/contoso.yaml, complete
    {{ U+FEFF }}name: Contoso
    website: https://www.contoso.com/cloud
    contact: https://www.contoso.com/contact
    description: Contoso Gateway connects mainframe applications.
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
        has_values=False,
    ),
    Rule(
        "CAT008",
        "invalid-file-name",
        Severity.ERROR,
        """The file name or the folder isn't valid for an entry.

An entry is named after its partner, in lowercase letters, digits, and single hyphens, and ends in
``.yaml``. The file name becomes the address of the partner's page. Entries are directly in the
partners folder, and no other files belong there.

Why:
    Such a name works in every address, on every computer, and in every program, and it keeps the
    folder in alphabetical order.

Bad:
    # partners/Contoso Ltd.yml
    name: Contoso Ltd

Good:
    # partners/contoso-ltd.yaml
    name: Contoso Ltd
""",
        mandatory=Mandatory.FORMAT,
    ),
)
