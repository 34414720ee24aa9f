"""Find the YAML language server; as a program, install the locked one where it is not there yet.

``python -m tests.editors.installation`` exits with 0 once the server is there. Where npm is missing
or fails it exits with 1 and the reason: the tests of editors are never skipped.
"""

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
LOCK = FOLDER / "package-lock.json"
MODULES = FOLDER / "node_modules"
SERVER = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
# A copy of the lock remembers what was installed.
_INSTALLED = MODULES / ".installed.json"


def server_command() -> list[str]:
    """Return the command that starts the server.

    Raises:
        RuntimeError: it is not installed, or Node.js is not.
    """
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("The tests of editors need Node.js 20 or newer. Debian: nodejs, npm.")
    if not _is_installed():
        raise RuntimeError("The language server is missing: python -m tests.editors.installation")
    return [node, str(SERVER), "--stdio"]


def main() -> int:
    """Install the language server, if that has not been done yet."""
    if _is_installed():
        return 0
    npm = shutil.which("npm")
    if npm is None:
        return _failed("there is no npm. On Debian: sudo apt-get install nodejs npm")
    command = [npm, "ci", "--ignore-scripts", "--silent"]
    if code := subprocess.run(command, cwd=FOLDER, check=False, stdout=sys.stderr).returncode:
        return _failed(f"`{' '.join(command)}` ended with exit code {code} in {FOLDER}")
    shutil.copy(LOCK, _INSTALLED)
    return 0


def _is_installed() -> bool:
    return _INSTALLED.is_file() and filecmp.cmp(LOCK, _INSTALLED, shallow=False)


def _failed(reason: str) -> int:
    sys.stderr.write(f"catalog: the tests of editors need the YAML language server, but {reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
