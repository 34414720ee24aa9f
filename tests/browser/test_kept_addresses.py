"""Old bookmarks: pages of partners that moved, left, or have an error, and pages of aliases.

The site also has the other page that search engines leave out: that of waiting pull requests.
"""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.queue import QUEUE_FILE, Queue, WaitingPull, WaitsFor
from catalog_tool.pipeline import build, check, without_broken_entries
from tests.browser.accessibility import DESKTOP, PHONE, ColorScheme, violations, width
from tests.browser.conftest import REPOSITORY, OpenTab, emptied
from tests.browser.server import serve
from tests.checking import entry_text

MOVED = "partners/identity-forge/"
LEFT = "partners/litware/"
WITHHELD = "partners/contoso/"
ALIAS = "applications/racf/"
QUEUE = "queue/"
TITLES = ("Add Contoso", "x" * 120, "<b onclick=alert(1)>")
DAY = dt.date(2026, 11, 3)
WAITING = Queue(
    day=DAY,
    pulls=tuple(
        WaitingPull(number=n, title=title, author="eve", since=DAY, waits_for=(*WaitsFor,)[n:])
        for n, title in enumerate(TITLES, start=1)
    ),
)
RECORDS = """\
former:
  identity-forge: {name: Identity Forge, moved_to: idmworks}
  litware: {name: Litware, removed: 2026-05-04, reason: The product was discontinued.}
"""


@pytest.fixture(scope="module")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one partner that moved, one that left, one that has an error."""
    root = tmp_path_factory.mktemp("kept")
    for name in ("docs", "partners"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "partners/_former.yaml").write_text(RECORDS, encoding="utf-8")
    (root / "partners/contoso.yaml").write_text(entry_text("contact: nope\n"), encoding="utf-8")
    (root / QUEUE_FILE).write_text(WAITING.model_dump_json(), encoding="utf-8")
    publication = without_broken_entries(check(load_settings(root)))
    assert publication is not None
    build(publication, root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def kept_url(kept_folder: Path) -> Iterator[str]:
    """The address of that site."""
    with serve(kept_folder) as url:
        yield url


@pytest.fixture
def kept_page(
    open_tab: OpenTab, kept_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page for that site, as strict as ``page``."""
    with emptied(*open_tab(kept_url, color_scheme, viewport)) as page:
        yield page


def test_a_bookmark_of_a_moved_partner_leads_to_its_new_page(kept_page: Page) -> None:
    kept_page.goto(MOVED)
    expect(kept_page.get_by_role("heading", level=1)).to_have_text("Identity Forge is now IDMWORKS")
    kept_page.get_by_role("link", name="Open the page of IDMWORKS").click()
    expect(kept_page.get_by_role("heading", level=1)).to_have_text("IDMWORKS")


def test_a_bookmark_of_a_partner_that_left_offers_the_finder(kept_page: Page) -> None:
    kept_page.goto(LEFT)
    expect(kept_page.get_by_text("The product was discontinued.")).to_be_visible()
    kept_page.get_by_role("searchbox").fill("racf")
    kept_page.get_by_role("link", name="IBM RACF", exact=True).click()
    expect(kept_page.get_by_role("heading", level=1)).to_have_text("IBM RACF")


def test_a_bookmark_of_an_alias_leads_to_the_application(kept_page: Page) -> None:
    kept_page.goto(ALIAS)
    expect(kept_page.get_by_role("heading", level=1)).to_have_text("IBM RACF")
    expect(kept_page).to_have_url(re.compile(r"/applications/ibm-racf/index\.html$"))


def test_an_alias_leads_to_its_application_also_from_a_folder_on_disk(
    kept_folder: Path, browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{kept_folder.as_uri()}/{ALIAS}index.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("IBM RACF")


@pytest.mark.parametrize("address", [MOVED, LEFT, WITHHELD, QUEUE])
def test_a_page_without_index_has_no_canonical_address(address: str, kept_page: Page) -> None:
    html = kept_page.request.get(address).text()
    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' not in html


def test_partners_find_what_waits_and_for_whom(kept_page: Page) -> None:
    kept_page.goto("contribute/")
    kept_page.get_by_role("link", name="See which pull requests are waiting").click()
    expect(kept_page.get_by_role("heading", level=1)).to_have_text("Waiting pull requests")
    expect(kept_page.get_by_role("link", name="<b onclick=alert(1)>")).to_be_visible()
    expect(kept_page.get_by_text("Waits for its author and the check.")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_withheld_entries_are_shown_at_once(kept_page: Page) -> None:
    kept_page.goto("")
    notice = kept_page.get_by_role("region", name="1 entry is temporarily unavailable.")
    expect(notice).to_be_in_viewport()
    notice.get_by_role("link", name="Contoso").click()
    expect(kept_page.get_by_text("This entry is temporarily unavailable.")).to_be_visible()
    kept_page.goto("catalog/")
    notice = kept_page.get_by_role("region", name="1 entry is temporarily unavailable.")
    expect(notice).to_be_visible()


@pytest.mark.parametrize("address", ["", "catalog/", MOVED, LEFT, WITHHELD, QUEUE])
def test_everybody_can_read_these_pages(address: str, kept_page: Page) -> None:
    kept_page.goto(address)
    for viewport in (PHONE, DESKTOP):
        kept_page.set_viewport_size(viewport)
        assert violations(kept_page) == []
        assert width(kept_page) <= viewport["width"]
