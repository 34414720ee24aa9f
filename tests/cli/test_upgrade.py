"""``catalog upgrade``: what an older catalog needs, as a patch first."""

import subprocess

import pytest

from tests.cli.conftest import Catalog

OLDER = "# Ours.\nexceptions:\n  - entry: contoso\n    rule: duplicate-website\n"
NEWER = "# Ours.\n- entry: contoso\n  rule: duplicate-website\n"
MESSAGE = "The exceptions are a list, without a key above it.\n"


@pytest.fixture
def older(catalog: Catalog) -> Catalog:
    """A catalog with a file in an older format."""
    catalog.write("_exceptions.yaml", OLDER)
    return catalog


def test_a_catalog_in_todays_format_stays_as_it_is(catalog: Catalog) -> None:
    result = catalog.run("upgrade")
    assert (result.exit_code, result.output) == (
        0,
        "This catalog already has the current format.\n",
    )


def test_without_write_the_patch_is_shown_and_nothing_is_written(older: Catalog) -> None:
    result = older.run("upgrade")
    assert result.exit_code == 1
    assert result.stderr == (
        f"{MESSAGE}Nothing was written. To write the changes, run `catalog upgrade --write`.\n"
    )
    assert older.read("_exceptions.yaml") == OLDER
    patch = ["git", "apply", "-"]
    subprocess.run(patch, cwd=older.root, input=result.stdout, text=True, check=True)
    assert older.read("_exceptions.yaml") == NEWER


def test_with_write_the_changes_are_written_once(older: Catalog) -> None:
    result = older.run("upgrade", "--write")
    assert (result.exit_code, result.stderr) == (0, MESSAGE)
    assert result.stdout == "Wrote partners/_exceptions.yaml.\n"
    assert older.read("_exceptions.yaml") == NEWER
    assert older.run("upgrade").exit_code == 0


def test_what_cannot_be_upgraded_is_said_with_what_to_do(catalog: Catalog) -> None:
    catalog.write("_exceptions.yaml", "# Ours.\nexceptions: none\n")
    result = catalog.run("upgrade", "--write")
    assert result.exit_code == 2
    said = "partners/_exceptions.yaml, line 2: 'exceptions: none' is written in a way that can't be"
    assert said in result.stderr
    assert "Write each exception below '- ' at the margin." in result.stderr


def test_another_configuration_can_be_upgraded(older: Catalog) -> None:
    result = older.run("--config", older.root / "mkdocs.yml", "upgrade")
    assert result.exit_code == 1
