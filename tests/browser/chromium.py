"""Find a Chromium for the browser tests. As a program, install one if there is none.

On Debian, root also gets the Chromium without windows, which takes less time for each page.
``python -m tests.browser.chromium`` prints the path of the browser and exits with 0. When there is
none and none could be installed it exits with 1 and the reason: browser tests are never skipped.
The variable ``CHROMIUM`` names another browser, such as the one of macOS in its folder.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "CHROMIUM"
WITH_WINDOWS = ("chromium", "chromium-browser", "google-chrome")
WITHOUT_WINDOWS = "chromium-headless-shell"
COMMANDS = (WITHOUT_WINDOWS, *WITH_WINDOWS)


def find(commands: tuple[str, ...] = COMMANDS) -> Path | None:
    """Return the browser that the variable names, or one of these, or Playwright's, or None."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    for command in commands:
        if path := shutil.which(command):
            return Path(path)
    with sync_playwright() as playwright:
        downloaded = Path(playwright.chromium.executable_path)
    return downloaded if downloaded.is_file() else None


def main() -> int:
    """Make sure that a browser starts, and print its path."""
    path = find() or _install()
    if path and path.name in WITH_WINDOWS and _can_have_less():
        path = _install_without_windows()
    if path is None:
        return 1
    try:
        subprocess.run([path, "--version"], check=True, capture_output=True, text=True)
    except OSError as error:
        _say(f"{path} does not start: {error.strerror}")
        return 1
    except subprocess.CalledProcessError as error:
        _say(f"{path} does not start:\n{error.stderr}")
        return 1
    print(path)  # noqa: T201 (the path is what this program is for)
    return 0


def _install() -> Path | None:
    """Try each way to install a browser until one works, and report failures."""
    failures = []
    for commands in _ways():
        failures += [reason for command in commands if (reason := _failure(command))]
        if path := find():
            return path
    _say("the browser tests need Chromium, and it could not be installed:", *failures)
    _say("On Debian: sudo apt-get install chromium")
    return None


def _may_install_packages() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _can_have_less() -> bool:
    """Return whether the browser without windows can be installed next to the one that is there."""
    if VARIABLE in os.environ or not _may_install_packages():
        return False
    known = ["apt-cache", "show", WITHOUT_WINDOWS]
    return subprocess.run(known, check=False, capture_output=True).returncode == 0


def _install_without_windows() -> Path | None:
    """Try to install it, and return the browser for the tests: the other one will do."""
    quiet = ["apt-get", "-qq"]
    _failure([*quiet, "update"])  # if that fails, the lists that are there may do
    install = [*quiet, "install", "--yes", "--no-install-recommends", WITHOUT_WINDOWS]
    if reason := _failure(install):
        _say("the tests take longer, because a faster browser could not be installed:", reason)
    return find()


def _ways() -> Iterator[list[list[str]]]:
    """Yield the ways to install a browser, each a list of commands."""
    if _may_install_packages():
        quiet = ["apt-get", "-qq"]
        packages = ["chromium", "fonts-liberation"]
        yield [
            [*quiet, "update"],
            [*quiet, "install", "--yes", "--no-install-recommends", *packages],
        ]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _failure(command: list[str]) -> str | None:
    """Run a command with its output on standard error; return the failure, or None."""
    _say(f"installing a browser for the tests; running: {' '.join(command)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    code = subprocess.run(command, check=False, stdout=sys.stderr, env=environment).returncode
    return f"  {' '.join(command)}: exit code {code}" if code else None


def _say(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr)  # noqa: T201 (a program for the terminal)


if __name__ == "__main__":
    sys.exit(main())
