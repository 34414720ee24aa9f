"""``catalog serve``, with a real server and a real browser's request."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.checking import entry_text
from tests.cli.conftest import Catalog

PATIENCE = 120
"""Seconds to wait before a test fails."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def page(port: int, path: str) -> str:
    try:
        with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def wait_for(happened: Callable[[], bool], running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert running.poll() is None, "the preview has ended"
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


@pytest.fixture
def preview(own_catalog: Catalog) -> Iterator[tuple[subprocess.Popen[bytes], str, int]]:
    """A running preview, the path of its pages, and its port."""
    port = free_port()
    command = [sys.executable, "-m", "catalog_tool", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=own_catalog.root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        yield running, "partner-catalog/", port
        running.kill()


def test_a_changed_entry_changes_the_page(
    own_catalog: Catalog, preview: tuple[subprocess.Popen[bytes], str, int]
) -> None:
    running, base, port = preview
    wait_for(lambda: "Aquera" in page(port, f"{base}partners/aquera/"), running)
    # The script that reloads a page is never the same, so no policy could name it.
    shown = page(port, f"{base}partners/aquera/")
    assert "livereload(" in shown
    assert "Content-Security-Policy" not in shown
    text = own_catalog.read("aquera.yaml")
    own_catalog.write("aquera.yaml", text.replace("groups of services", "groups of marvels"))
    wait_for(lambda: "groups of marvels" in page(port, f"{base}partners/aquera/"), running)
    running.send_signal(signal.SIGINT)
    said, _ = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    address = f"http://127.0.0.1:{port}/{base}"
    assert said.decode() == f"The preview is at {address}\nPress Ctrl-C to stop.\n"


def test_errors_are_shown_before_anything_is_served(own_catalog: Catalog) -> None:
    own_catalog.write("nobody.yaml", entry_text("website: http://www.nobody.com/\n", "nobody"))
    result = own_catalog.run("serve")
    assert result.exit_code == 1
    assert "insecure-link" in result.stdout


def test_a_port_in_use_is_reported_in_plain_words(own_catalog: Catalog) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = own_catalog.run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert f"Error: Port {port} is already in use.\nHint: " in result.stderr


def test_a_preview_that_was_refused_leaves_the_next_build_its_policy(own_catalog: Catalog) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        own_catalog.run("serve", "--port", str(server.getsockname()[1]))
    result = own_catalog.run("build")
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs/own.md": "[x](gone.md)\n"}, "the target is not found among documentation files"),
        ({"own.py": "def on_env(env, **_):\n    env['x']\n"}, "own.py:2 stopped the build: TypeEr"),
    ],
    ids=["warning", "hook"],
)
def test_why_there_is_no_preview_is_said(
    own_catalog: Catalog, files: dict[str, str], said: str
) -> None:
    for name, text in ({"own.py": ""} | files).items():
        (own_catalog.root / name).write_text(text, encoding="utf-8")
    with (own_catalog.root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\nhooks: [own.py]\n")
    command = [sys.executable, "-m", "catalog_tool", "serve", "--port", str(free_port())]
    done = subprocess.run(
        command, cwd=own_catalog.root, check=False, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 2
    assert said in done.stderr
