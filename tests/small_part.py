"""The program with nothing else installed than the lock of its small part names."""

import re
import sys
from importlib.metadata import distribution
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
LOCK = REPOSITORY / "requirements/check.txt"


def locked_packages() -> list[str]:
    """Return the names of the packages that the lock of the small part installs."""
    return re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def install_small_part(folder: Path) -> Path:
    """Make the command ``catalog``, which finds no package that the small part does not have.

    Args:
        folder: where it will be.

    Returns:
        The folder of the command, for a search path.
    """
    packages, programs = folder / "packages", folder / "bin"
    for each in (packages, programs):
        each.mkdir(parents=True)
    (packages / "catalog_tool").symlink_to(REPOSITORY / "catalog_tool")
    for name in (*locked_packages(), "partner-catalog"):
        installed = distribution(name)
        for top in {file.parts[0] for file in installed.files or ()} - {"..", "__pycache__"}:
            (packages / top).symlink_to(Path(str(installed.locate_file(top))))
    program = programs / "catalog"
    program.write_text(f'#!/bin/sh\n{python_of(folder)} -m catalog_tool "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return programs


def python_of(folder: Path) -> str:
    """Return how a shell becomes a Python that finds only the packages in this folder."""
    # Without the site of Python, only these packages are found.
    return f'PYTHONPATH="{folder / "packages"}" exec "{sys.executable}" -S -P'
