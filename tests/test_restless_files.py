"""Files that nobody may read, and files that change while they are read: told, never a crash."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checking import entry_text
from tests.forked_program import forked_program
from tests.restless_files import CHANGES, NAME, UNREADABLE

CANNOT_BE_READ = "The file can't be read: "
LATIN_1 = entry_text("name: Zürich\n").encode("latin-1")

TOLD = {
    "folder": ("CAT001", "This is a folder, not a plain file."),
    "gone": ("CAT001", f"{CANNOT_BE_READ}No such file or directory."),
    "grown": ("CAT003", "The file is larger than 64 KiB."),
    "link": ("CAT001", "This is a symbolic link, not a plain file."),
    "pipe": ("CAT001", "This is a pipe, not a plain file."),
    "emptied": ("CAT012", "The file is empty."),
}


@pytest.fixture
def catalog() -> Iterator[Path]:
    """Return a catalog that any user of the machine may look into."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        (root / "mkdocs.yml").write_text("site_name: Restless\nplugins:\n  - catalog\n")
        (root / "partners").mkdir()
        (root / "partners" / NAME).write_text(entry_text())
        (root / "partners" / "other.yaml").write_text(entry_text(identifier="other"))
        yield root


def told_of(root: Path, change: str, time: int = 1) -> list[tuple[str, str]]:
    """Return code and message of what a check says of the file that changes."""
    program = forked_program() / "catalog"
    run = subprocess.run(
        [program, "-m", "tests.restless_files", change, str(time), "check", "--format=json"],
        cwd=root,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert run.stderr == b""
    found = json.loads(run.stdout)["diagnostics"]
    assert {each["path"] for each in found} <= {f"partners/{NAME}"}
    return [(each["code"], each["message"]) for each in found]


def test_a_file_that_nobody_may_read_is_named_and_the_rest_is_checked(catalog: Path) -> None:
    (catalog / "partners" / NAME).chmod(0)
    assert told_of(catalog, UNREADABLE) == [("CAT001", f"{CANNOT_BE_READ}Permission denied.")]


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changes_between_look_and_opening(catalog: Path, change: str) -> None:
    assert told_of(catalog, change) == [TOLD[change]]


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changes_before_its_line_is_shown(catalog: Path, change: str) -> None:
    (catalog / "partners" / NAME).write_bytes(LATIN_1)
    assert told_of(catalog, change, time=2) == [
        ("CAT002", "Line 1, byte 8 (0xfc) isn't valid UTF-8.")
    ]
