"""ProperDocs, which continues MkDocs 1, builds the site unchanged."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
ENGINE = re.compile(rb'<meta name="generator" content="[^"]*">')

pytestmark = pytest.mark.slow  # because it needs two more builds


def built(program: str, folder: Path) -> dict[str, bytes]:
    """Return the files of this repository's site, by path, without the name of the program."""
    command = (sys.executable, "-m", program, "build", "--strict", "--site-dir", folder)
    finished = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): ENGINE.sub(b"", path.read_bytes()) for path in files
    }


def test_properdocs_builds_the_same_site_as_mkdocs(tmp_path: Path) -> None:
    by_properdocs = built("properdocs", tmp_path / "properdocs")
    by_mkdocs = built("mkdocs", tmp_path / "mkdocs")
    assert len(by_mkdocs) > 200
    assert by_properdocs.keys() == by_mkdocs.keys()
    assert [path for path in by_mkdocs if by_properdocs[path] != by_mkdocs[path]] == []
