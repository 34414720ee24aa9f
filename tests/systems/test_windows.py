"""The program runs where Python lacks what Windows lacks; see :mod:`tests.systems.windows`.

It was never run on Windows itself: docs/install.md says so.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from catalog_tool.writer.manifest import MANIFEST
from tests.checking import entry_text
from tests.cli.conftest import Catalog, catalog

__all__ = ["catalog"]

REPOSITORY = Path(__file__).parents[2]
SIMULATION = REPOSITORY / "tests" / "systems" / "windows.py"
SPECIFICATIONS = (
    "tests/hostile/test_links.py",
    "tests/loader/test_files.py",
    "tests/writer/test_foreign_files.py",
    "tests/writer/test_one_writer.py",
    "tests/writer/test_writer.py",
)
# Windows has no such permissions, and removes no open file.
NOT_THERE = "keeps_its_permissions or file_was_taken_away or more_files_than_may_be_open"

POSIX_ONLY = re.compile(
    r"\b(?:import|from) (?:fcntl|grp|msvcrt|pty|pwd|resource|termios|tty)\b"
    r"|\bos\.(?:O_CLOEXEC|O_DIRECTORY|O_NOFOLLOW|O_NONBLOCK|fchmod|fork|geteuid|getuid|killpg"
    r"|mkfifo|pread|pwrite|sched_\w+|uname)\b"
)
# The second only shares its work with a second process on Linux.
KNOWING_THE_SYSTEM = {"loader/files/system.py", "loader/pair.py"}


def test_one_module_knows_what_the_system_offers() -> None:
    package = REPOSITORY / "catalog_tool"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if POSIX_ONLY.search(path.read_text(encoding="utf-8"))
    }
    assert found == KNOWING_THE_SYSTEM


def on_windows(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SIMULATION), *arguments]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def test_reading_and_writing_keep_their_promises() -> None:
    options = ["-q", "-p", "no:cacheprovider", "-k", f"not ({NOT_THERE})"]
    ran = on_windows("pytest", *options, *SPECIFICATIONS, folder=REPOSITORY)
    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout


def test_a_site_has_the_same_files(catalog: Catalog) -> None:
    (catalog.root / "docs").mkdir()
    with (catalog.root / "mkdocs.yml").open("a") as configuration:
        configuration.write("theme: {name: material, font: false}\n")
    ran = on_windows("catalog_tool", "build", folder=catalog.root)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"The site is in {(catalog.root / 'site').as_posix()}.\n"
    assert catalog.run("build", "--out", "here").exit_code == 0
    there, here = (catalog.root / name / MANIFEST for name in ("site", "here"))
    assert there.read_text(encoding="utf-8") == here.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], 0),
        (["check", "partners/absent.yaml"], 2),
        (["--config", "elsewhere/mkdocs.yml", "check"], 2),
        (["check", "--fix"], 0),
        (["render"], 0),
        (["render", "--out", "partners"], 2),
        (["publish"], 0),
        (["publish", "absent/CATALOG.md"], 2),
        (["new", "Wingtip"], 0),
        (["import", "lists/absent.csv", "--into", "partners"], 2),
        (["import", "lists/list.csv", "--into", "partners", "--format", "json"], 0),
    ],
)
def test_paths_in_messages_have_forward_slashes(
    arguments: list[str], code: int, catalog: Catalog
) -> None:
    catalog.write(
        "unordered.yaml", entry_text("contact: https://www.unordered.com/\n", "unordered")
    )
    (catalog.root / "lists").mkdir()
    table = "name,website,contact,description,applications\n"
    row = "Tailspin,https://tailspin.com,https://tailspin.com/help,A gateway.,IBM RACF\n"
    (catalog.root / "lists" / "list.csv").write_text(table + row)
    ran = on_windows("catalog_tool", *arguments, folder=catalog.root)
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert "\\" not in ran.stdout + ran.stderr


def test_a_file_is_renamed_where_case_does_not_matter(catalog: Catalog) -> None:
    catalog.write("Tailspin.yaml", entry_text(identifier="tailspin"))
    ran = on_windows("catalog_tool", "check", "--fix", "--unsafe-fixes", folder=catalog.root)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "tailspin.yaml" in {path.name for path in (catalog.root / "partners").iterdir()}
    again = on_windows("catalog_tool", "new", "TAILSPIN", folder=catalog.root)
    assert (again.returncode, "already exists" in again.stderr) == (2, True)


def test_a_checkout_with_windows_line_endings_only_gets_warnings(catalog: Catalog) -> None:
    """Git for Windows makes one, unless .gitattributes says otherwise, as `catalog init` does."""
    assert catalog.run("publish").exit_code == 0
    for path in [*catalog.root.rglob("*.*")]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    checked = catalog.run("check")
    assert (checked.exit_code, " error " in checked.output) == (0, False)
    assert catalog.run("publish", "--check").output == "All generated files are up to date.\n"
