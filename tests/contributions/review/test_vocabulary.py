"""A pull request that removes names from the vocabulary is asked to keep them as aliases."""

import pytest

from catalog_tool.model.diagnostic import Diagnostic
from tests.checking import ordered_entry
from tests.pull_requests import reviewed

CONTOSO, VOCABULARY = "partners/contoso.yaml", "partners/_vocabulary.yaml"
HEAD = """\
categories:
  mainframe: {name: Mainframe, description: Security servers of mainframes.}
applications:
"""
BEFORE = "  IBM RACF: {category: mainframe, aliases: [RACF]}\n"
RENAMED = BEFORE.replace("IBM RACF", "IBM Z Security")
TO = "To keep its address and its entries, add 'IBM RACF' to the aliases of "


@pytest.mark.parametrize(
    ("applications", "line", "hint"),
    [
        (RENAMED, 4, f"{TO}'IBM Z Security'."),
        ("  CA ACF2: {category: mainframe}\n", 1, f"{TO}the application that replaces it."),
        ("  RACF Gateway: {category: mainframe, vendor: IBM RACF}\n", 1, f"{TO}the application"),
        ("  IBM: {category: mainframe, aliases: [RACF]}\n", 4, f"{TO}'IBM'."),
    ],
    ids=["renamed", "removed", "only a vendor", "shortened"],
)
def test_a_listed_name_that_is_gone_is_asked_for(applications: str, line: int, hint: str) -> None:
    found = missing_aliases(applications)
    assert [(each.path, each.line, each.severity) for each in found] == [
        (VOCABULARY, line, "warning")
    ]
    assert found[0].message == "The application 'IBM RACF' was removed from the vocabulary."
    assert found[0].hint.startswith(hint)


@pytest.mark.parametrize(
    "applications",
    [
        BEFORE.replace("[RACF]", "[]"),
        BEFORE.replace("IBM RACF", "IBM Racf"),
        RENAMED.replace("[RACF]", "[RACF, IBM RACF]"),
        BEFORE + "  CA ACF2: {category: mainframe}\n",
        "  - broken: [\n",
    ],
    ids=["fewer aliases", "respelled", "kept as an alias", "a new name", "unreadable"],
)
def test_a_name_that_is_kept_is_not_asked_for(applications: str) -> None:
    assert missing_aliases(applications) == []


def test_a_name_that_nobody_listed_is_not_asked_for() -> None:
    assert missing_aliases(BEFORE, before=BEFORE + "  CA ACF2: {category: mainframe}\n") == []


def missing_aliases(applications: str, before: str = BEFORE) -> list[Diagnostic]:
    """Return what the rule says about a change of the vocabulary's applications."""
    base = {CONTOSO: ordered_entry(""), VOCABULARY: HEAD + before}
    found = reviewed({VOCABULARY: HEAD + applications}, base=base).findings
    return [each for each in found if each.name == "missing-alias"]
