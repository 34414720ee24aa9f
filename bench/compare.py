"""Run two revisions of the program side by side on the same catalogs."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from bench.catalogs import catalog
from bench.timing import compare, run

REPOSITORY = Path(__file__).resolve().parents[1]
_GIT = shutil.which("git") or "git"
_COMMANDS = (["check"], ["build", "--out", "site"], ["publish", "--check"])


def compare_revisions(folder: Path, revision: str, sizes: list[int], pairs: int) -> None:
    """Print the processor time of commands of the program as it is, and as it was.

    Args:
        folder: for the catalogs and the files of the revision.
        revision: any name of a commit.
        sizes: numbers of entries.
        pairs: rounds for each ratio.
    """
    before = folder / "before"
    before.mkdir()
    command = [_GIT, "archive", "--format=tar", revision, "catalog_tool"]
    archive = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as packed:
        packed.extractall(before, filter="data")
    print(f"{'now':>9}{revision[:12]:>13}{'ratio':>8}")
    for size in sizes:
        root = catalog(folder, size)
        old = _published_by(before, root)
        for arguments in _COMMANDS:
            command = [sys.executable, "-m", "catalog_tool", *arguments]
            result = compare(
                lambda command=command, root=root: run(command, root, _tree(REPOSITORY)),  # type: ignore[misc]
                lambda command=command, old=old: run(command, old, _tree(before)),  # type: ignore[misc]
                pairs,
            )
            times = f"{result.run.seconds:7.2f} s{result.baseline:11.2f} s{result.ratio:8.2f}"
            print(f"{times}  {arguments[0]} of {size:,}", flush=True)


def _published_by(program: Path, root: Path) -> Path:
    """Return a copy of a catalog whose generated files are those of another revision."""
    copy = root.with_name(f"{root.name}-before")
    shutil.copytree(root, copy)
    run([sys.executable, "-m", "catalog_tool", "publish"], copy, _tree(program))
    return copy


def _tree(root: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(root), "PYTHONSAFEPATH": "1"}
