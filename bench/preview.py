"""Time a preview from saving an entry until the server has the new page."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.catalogs import change_entry
from bench.timing import Run

_PATIENCE = 600
_BETWEEN = 0.02
_ROUNDS = 3


def time_preview(root: Path) -> Run:
    """Return the seconds from saving an entry to its new page, the shortest of a few rounds."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    command = [sys.executable, "-m", "catalog_tool", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        try:
            entry = min((root / "partners").glob("[a-z]*.yaml")).stem
            address = f"http://127.0.0.1:{port}/partners/{entry}/"
            before = _wait_for(address, 0)
            rounds = (_round(root, address, before + each) for each in range(1, _ROUNDS + 1))
            return Run(0, min(rounds))
        finally:
            running.kill()


def _round(root: Path, address: str, number: int) -> float:
    time.sleep(1)  # the preview waits for the end of several changes in a row
    start = time.monotonic()
    change_entry(root)
    _wait_for(address, number)
    return time.monotonic() - start


def _wait_for(address: str, sentences: int) -> int:
    """Wait until a page has as many of the added sentences; return how many it has."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
                text: str = answer.read().decode()
        except (URLError, ConnectionError):
            text = ""
        body = text.partition("<h1")[2]
        if body and (found := body.count("The gateway has a new console.")) >= sentences:
            return found
        time.sleep(_BETWEEN)
    raise TimeoutError(address)
