"""A real Chromium on the built site: ``page``, ``middle_page``, ``large_page``, or ``huge_page``.

``page`` is light and desktop-sized; a test that parametrizes ``color_scheme`` or ``viewport`` gets
what it names. It stays open and is emptied after each test: a new page takes the browser three
times as long as the next address in one that is there. A test that needs a history or scripts of
its own takes ``new_page``.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

from bench.synthetic import Size, write_catalog
from catalog_tool.cli import main
from catalog_tool.model.settings import VOCABULARY_FILE
from tests.browser import chromium
from tests.browser.accessibility import DESKTOP, ColorScheme
from tests.browser.form import open_form
from tests.browser.server import serve
from tests.browser.watch import Watch

OpenTab = Callable[[str, ColorScheme, ViewportSize], tuple[Page, Watch]]

REPOSITORY = Path(__file__).parents[2]
LARGE = Size(entries=1_000, applications=300)
MIDDLE = Size(entries=309, applications=300)
HUGE = Size(entries=9_997, applications=2_000)
# Each new window starts two renderers for its address bar, which nobody sees: half of its time.
# The option replaces Playwright's, so the rest repeats what Playwright turns off.
FEATURES = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# No graphics card, and no background tasks of the browser. A page is open for a moment, so making
# its scripts faster takes longer than they do.
FLAGS = (
    f"--disable-features={','.join(FEATURES)}",
    "--js-flags=--no-opt --no-maglev",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# What is stored for a page alone; returns the origin of what is stored for all pages.
FORGET = """() => {
  if (origin !== "null") sessionStorage.clear();
  return origin;
}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built by the command line from this repository's own catalog."""
    return own_site(tmp_path_factory, "mkdocs")


def own_site(factory: pytest.TempPathFactory, engine: str) -> Path:
    """The folder of this repository's site, built once by an engine."""
    with made_once(factory, f"{engine}-site") as folder:
        if not folder.exists():
            build(REPOSITORY, folder, "--engine", engine)
    return folder


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a thousand invented partners and this repository's own."""
    return invented_site(tmp_path_factory, "large", LARGE)


@pytest.fixture(scope="session")
def middle_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with 312 partners, which are all on one page."""
    return invented_site(tmp_path_factory, "middle", MIDDLE)


@pytest.fixture(scope="session")
def huge_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with 10,000 partners."""
    return invented_site(tmp_path_factory, "huge", HUGE)


def invented_site(factory: pytest.TempPathFactory, name: str, size: Size) -> Path:
    """The folder of a site with invented partners and this repository's own, built once."""
    with made_once(factory, f"{name}-site") as folder:
        if not folder.exists():
            root = joined_catalog(factory.mktemp(name), size)
            # In its own process, with the second one that helps with large catalogs.
            command = [sys.executable, "-m", "catalog_tool", "build", "--out", str(folder)]
            subprocess.run(command, cwd=root, check=True, stdout=sys.stderr, timeout=900)
    return folder


@contextmanager
def made_once(tmp_path_factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """Yield a folder that all test processes of a run share, to one of them at a time."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # the folder of this run; without processes, of all runs
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield base / name


def joined_catalog(root: Path, size: Size) -> Path:
    """Write invented partners, and this repository's own."""
    write_catalog(root, size)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "docs", root / "docs", dirs_exist_ok=True)
    join_entries(REPOSITORY / "partners", root / "partners")
    return root


def join_entries(source: Path, target: Path) -> None:
    """Add the partners and the vocabulary of one folder to those of another."""
    for entry in source.glob("[a-z]*.yaml"):
        shutil.copy(entry, target)
    vocabulary = target / VOCABULARY_FILE
    ours, theirs = (
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (vocabulary, source / VOCABULARY_FILE)
    )
    joined = {key: ours.get(key, {}) | value for key, value in theirs.items()}
    vocabulary.write_text(yaml.safe_dump(joined, allow_unicode=True), encoding="utf-8")


def build(root: Path, folder: Path, *options: str) -> Path:
    """Build the site of the catalog at ``root`` on the command line, and return its folder."""
    arguments = ["--config", str(root / "mkdocs.yml"), "build", "--out", str(folder), *options]
    built = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert built.exit_code == 0, built.output
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, below a base path and with a slash at the end."""
    with serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def large_site_url(large_site: Path) -> Iterator[str]:
    """The address of the large site, like ``site_url``."""
    with serve(large_site) as url:
        yield url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser, only during the tests of this package: Playwright keeps an event loop."""
    path = chromium.find()
    assert path, "there is no Chromium: run `make test`, or `python -m tests.browser.chromium`"
    # Playwright itself adds --no-sandbox, because root can't start Chromium otherwise.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def color_scheme() -> ColorScheme:
    """The reader's color scheme."""
    return "light"


@pytest.fixture
def viewport() -> ViewportSize:
    """The reader's window in CSS pixels."""
    return DESKTOP


@pytest.fixture(scope="package")
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Returns the page for a site, which stays open, with a color scheme and a window."""
    tabs: dict[str, tuple[Page, Watch]] = {}

    def open_tab(url: str, color_scheme: ColorScheme, viewport: ViewportSize) -> tuple[Page, Watch]:
        if url not in tabs:
            context = browser.new_context(base_url=url)
            watch = Watch(context, urlsplit(url).netloc)
            tabs[url] = context.new_page(), watch
        page, watch = tabs[url]
        page.set_viewport_size(viewport)
        page.emulate_media(
            color_scheme=color_scheme,
            media="null",
            reduced_motion="no-preference",
            forced_colors="none",
        )
        return page, watch

    yield open_tab
    for page, _ in tabs.values():
        page.context.close()


@pytest.fixture
def page(
    open_tab: OpenTab, site_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page that resolves relative addresses against the site.

    The test fails on any console error or warning, uncaught exception, dialog, request to another
    host or HTTP status from 400, and if it leaves another page open.
    """
    with emptied(*open_tab(site_url, color_scheme, viewport)) as page:
        yield page


@contextmanager
def emptied(page: Page, watch: Watch) -> Iterator[Page]:
    """Yield an open page, which must have no faults at the end, and empty it."""
    yield page
    opened = [other for other in page.context.pages if other != page]
    for other in opened:
        other.close()
    empty(page)
    faults, watch.faults = watch.faults, []
    assert not faults, "\n".join(faults)
    assert not opened


def empty(page: Page) -> None:
    """Leave a page as a new one is: without address, handlers, permissions, or storage."""
    origin = page.evaluate(FORGET)
    page.unroute_all()
    page.goto("about:blank")
    page.context.clear_permissions()
    stored = {"origin": origin, "storageTypes": "all"}
    devtools(page).send("Storage.clearDataForOrigin", stored)


@cache
def devtools(page: Page) -> CDPSession:
    """A connection to the developer tools of a page that stays open."""
    return page.context.new_cdp_session(page)


@pytest.fixture
def new_page(
    browser: Browser, site_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """A page as strict as ``page`` in a context of its own."""
    with watched_page(browser, site_url, color_scheme, viewport) as page:
        yield page


@pytest.fixture
def large_page(
    open_tab: OpenTab, large_site_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page for the large site, as strict as ``page``."""
    with emptied(*open_tab(large_site_url, color_scheme, viewport)) as page:
        yield page


@pytest.fixture(scope="session")
def middle_site_url(middle_site: Path) -> Iterator[str]:
    """The address of the site with 312 partners, like ``site_url``."""
    with serve(middle_site) as url:
        yield url


@pytest.fixture
def middle_page(
    open_tab: OpenTab, middle_site_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page for the site with 312 partners, as strict as ``page``."""
    with emptied(*open_tab(middle_site_url, color_scheme, viewport)) as page:
        yield page


@pytest.fixture
def huge_page(browser: Browser, huge_site: Path) -> Iterator[Page]:
    """An empty page for the site with 10,000 partners, as strict as ``page``."""
    with serve(huge_site) as url, watched_page(browser, url, "light", DESKTOP) as page:
        yield page


@contextmanager
def watched_page(
    browser: Browser, url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """Yield a page in its own context, which must have no faults at the end."""
    context = browser.new_context(base_url=url, color_scheme=color_scheme, viewport=viewport)
    watch = Watch(context, urlsplit(url).netloc)
    yield context.new_page()
    context.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def form(page: Page) -> Page:
    """The open form."""
    return open_form(page)


@pytest.fixture(scope="module")
def form_of_many(browser: Browser, site_url: str) -> Iterator[Page]:
    """A form for tests that fill in every field they check, or only call its functions."""
    with watched_page(browser, site_url, "light", DESKTOP) as page:
        yield open_form(page)
