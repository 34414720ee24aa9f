"""The program runs where Python lacks what Windows lacks; see :mod:`tests.systems.windows`.

It was never run on Windows itself: docs/install.md says so.
"""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SPECIFICATIONS = (
    "tests/hostile/test_links.py",
    "tests/loader/test_files.py",
    "tests/writer/test_foreign_files.py",
    "tests/writer/test_one_writer.py",
    "tests/writer/test_writer.py",
)
# Windows has no such permissions, and removes no open file.
NOT_THERE = "keeps_its_permissions or file_was_taken_away or more_files_than_may_be_open"


def on_windows(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.systems.windows", *arguments]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def test_reading_and_writing_keep_their_promises() -> None:
    options = ["-q", "-p", "no:cacheprovider", "-k", f"not ({NOT_THERE})"]
    ran = on_windows("pytest", *options, *SPECIFICATIONS, folder=REPOSITORY)
    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout
