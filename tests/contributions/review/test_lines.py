"""What the comment says about a change, and what it leaves out: catalogs before and after."""

from dataclasses import dataclass

import pytest

from catalog_tool.contributions.review.report import document
from catalog_tool.linter.reporters import write
from tests.checking import ordered_entry
from tests.pull_requests import Files, reviewed

CONTOSO = "partners/contoso.yaml"
VOCABULARY = "partners/_vocabulary.yaml"
NAMES = """\
categories:
  mainframe:
    name: Mainframe
    description: Large computers.
applications:
  IBM RACF:
    category: mainframe
"""
TEXT = """\
description: |
  Contoso Gateway provisions accounts in mainframe applications. It does
  not store passwords.
applications:
  HR:
    - IBM RACF
    - SAP ECC
tested_on: 2026-01-02
tested_by: Full cycle
maintainers:
  - contoso-anna
"""
ENTRY = ordered_entry(TEXT)


@dataclass(frozen=True)
class Case:
    """A change, and lines that the comment has and texts that it doesn't have."""

    old: str
    new: str
    lines: tuple[str, ...]
    absent: tuple[str, ...] = ()
    file: str = CONTOSO


CASES = {
    "a removed not": Case(
        "It does\n  not store",
        "It does\n  store",
        (
            "- **Contoso**: description changed, 17 → 16 words",
            (
                "  description: … in mainframe applications. It does "
                "<del><strong>not</strong></del> store passwords."
            ),
        ),
        ("text changed", "<summary>Description"),
    ),
    "an added word": Case(
        "mainframe applications",
        "all mainframe applications",
        (
            (
                "  description: Contoso Gateway provisions accounts in <ins>all</ins> mainframe "
                "applications. It does not store passwords."
            ),
        ),
    ),
    "lines that end elsewhere": Case(
        "It does\n  not store",
        "It\n  does not store",
        (
            "**What readers will see.** Nothing changes for readers.",
            "<details><summary>Changed files without a visible change: 1</summary>",
        ),
        ("description",),
    ),
    "a test": Case("2026-01-02", "2026-10-04", ("- **Contoso**: tested 2026-01-02 → 2026-10-04",)),
    "a group": Case(
        "  HR:",
        "  Human resources:",
        ("- **Contoso**: group HR is now Human resources, 17 → 18 words",),
        ("+2 applications",),
    ),
    "a login": Case(
        "  - contoso-anna\n",
        "  - contoso-anna\n  - contoso-bob\n",
        ("- Contoso: contoso-bob becomes a maintainer after this.",),
        ("@contoso-bob", "previously"),
    ),
    "a name in the vocabulary": Case(
        "    category: mainframe\n",
        "    category: mainframe\n    aliases: [RACF]\n",
        ("- **IBM RACF**: changed application, +1 other name (RACF)",),
        ("<summary>Names", "### Check results", "CAT503"),
        VOCABULARY,
    ),
    "an error": Case(
        "website: https",
        "website: http",
        (
            (
                "**What readers will see.** Nothing changes for readers until the files below are "
                "fixed."
            ),
            "- partners/contoso.yaml can't be compared until it is fixed",
            "<details><summary>Preview: <code>contoso</code></summary>",
            "#### Applications supported",
        ),
        ("### Not compared", "| place |", "- Website:"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_lines(case: Case) -> None:
    base: Files = {CONTOSO: ENTRY, VOCABULARY: NAMES}
    before = base[case.file]
    assert isinstance(before, str)
    assert case.old in before
    review = reviewed({case.file: before.replace(case.old, case.new)}, base=base)
    comment = write(document(review), "markdown")
    said, _, _preview = comment.partition("<details><summary>Preview")
    lines = comment.split("\n")
    assert [line for line in case.lines if line not in lines] == []
    assert [text for text in case.absent if text in said] == []


def test_each_problem_is_said_once() -> None:
    broken = ENTRY.replace("website: https", "website: http")
    comment = write(document(reviewed({CONTOSO: broken}, base={CONTOSO: ENTRY})), "markdown")
    assert comment.count("CAT103") == comment.count("doesn't start with") == 1
    assert comment.count("    |          ^^^^") == 1
