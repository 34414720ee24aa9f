"""``catalog vocabulary suggest``: names and aliases to add, as a patch."""

import subprocess

import pytest

from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.repository import git, repository

LISTED = "applications:\n  Databases:\n    - AS/400\n    - IBM RACF\n    - Zendesk\n"
VOCABULARY = """\
# Ours.
categories:
  hr:
    name: Human resources
    description: People.
applications:
  Workday:  # payroll
    category: hr
"""


@pytest.fixture
def listing(catalog: Catalog) -> Catalog:
    """A catalog under Git in which two partners list the same names."""
    repository(catalog.root)
    for name in ("contoso", "fabrikam"):
        catalog.write(f"{name}.yaml", entry_text(LISTED, name))
    return catalog


@pytest.mark.parametrize("vocabulary", ["", VOCABULARY])
def test_git_applies_the_patch_and_the_check_asks_for_categories(
    listing: Catalog, vocabulary: str
) -> None:
    if vocabulary:
        listing.write("_vocabulary.yaml", vocabulary)
    result = listing.run("vocabulary", "suggest")
    assert result.exit_code == 0
    subprocess.run(
        ["git", "apply", "-"],  # noqa: S607 - any Git
        cwd=listing.root,
        input=result.stdout,
        text=True,
        check=True,
    )
    after = listing.read("_vocabulary.yaml")
    assert after.startswith(vocabulary.partition("  Workday")[0])
    assert "  AS/400:\n    category: todo\n" in after
    assert "Replace each `category: todo`." in result.stderr
    assert "'todo' of 'AS/400' isn't listed under 'categories'" in listing.run("check").stdout
    category = "db:\n    name: Databases\n    description: Data.\n"
    filled = after.replace("category: todo", "category: db")
    if not vocabulary:
        filled = f"categories:\n  {category}{filled}"
    listing.write(
        "_vocabulary.yaml", filled.replace("categories:\n  hr", f"categories:\n  {category}  hr")
    )
    listing.write("contoso.yaml", entry_text(LISTED.replace("AS/400", "as400"), "contoso"))
    assert listing.run("check", "--fix").exit_code == 0
    assert "- AS/400\n" in listing.read("contoso.yaml")
    assert listing.run("vocabulary", "suggest").stdout == ""


def test_nothing_is_written(listing: Catalog) -> None:
    listing.write("_vocabulary.yaml", VOCABULARY)
    git(listing.root, "add", "-A")
    before = git(listing.root, "status", "--porcelain")
    listing.run("vocabulary", "suggest")
    assert git(listing.root, "status", "--porcelain") == before
    assert listing.read("_vocabulary.yaml") == VOCABULARY


def test_the_summary_names_what_the_patch_adds(listing: Catalog) -> None:
    listing.write("_vocabulary.yaml", VOCABULARY.replace("Human resources", "Databases"))
    listing.write("northwind.yaml", entry_text("applications:\n  - Zendsek\n", "northwind"))
    shown = listing.run("vocabulary", "suggest").stderr
    assert shown.splitlines() == [
        "Suggested 3 new applications and 1 alias:",
        "  AS/400: listed by 2 partners, category hr",
        "  IBM RACF: listed by 2 partners, category hr",
        "  Zendesk: listed by 3 partners, category hr, also called Zendsek",
    ]


def test_a_complete_vocabulary_needs_nothing(catalog: Catalog) -> None:
    catalog.write("_vocabulary.yaml", VOCABULARY.replace("Workday", "IBM RACF"))
    result = catalog.run("vocabulary", "suggest")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "The vocabulary has every name that at least 2 partners list.\n"


def test_a_broken_vocabulary_is_refused(catalog: Catalog) -> None:
    catalog.write("_vocabulary.yaml", "applications: [\n")
    result = catalog.run("vocabulary", "suggest")
    assert result.exit_code == 2
    assert "partners/_vocabulary.yaml has errors." in result.stderr
