"""A real Chromium on the really built site; tests ask for ``page``.

``page`` is light and desktop-sized; a test that parametrizes ``color_scheme`` or ``viewport`` gets
what it names.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser import chromium
from tests.browser.server import serve
from tests.browser.watch import Watch

ColorScheme = Literal["dark", "light"]

REPOSITORY = Path(__file__).parents[2]
# No graphics card, and nothing that a browser does for its own sake.
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built by the command line from this repository's own catalog."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    command = [sys.executable, "-m", "catalog_tool", "build", "--out", str(folder)]
    built = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, below a base path and with a slash at the end."""
    with serve(site) as url:
        yield url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser, only while the tests of this package run: Playwright keeps an event loop."""
    path = chromium.find()
    assert path, "there is no Chromium: run `make test`, or `python -m tests.browser.chromium`"
    # Playwright itself adds --no-sandbox, without which root cannot start Chromium.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def color_scheme() -> ColorScheme:
    """The reader's colours."""
    return "light"


@pytest.fixture
def viewport() -> ViewportSize:
    """The reader's window, in CSS pixels."""
    return {"width": 1280, "height": 800}


@pytest.fixture
def page(
    browser: Browser, site_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page that resolves relative addresses against the site.

    The test fails on any console error or warning, uncaught exception, dialog, request to another
    host or HTTP status from 400.
    """
    context = browser.new_context(base_url=site_url, color_scheme=color_scheme, viewport=viewport)
    watch = Watch(context, urlsplit(site_url).netloc)
    yield context.new_page()
    context.close()
    assert not watch.faults, "\n".join(watch.faults)
