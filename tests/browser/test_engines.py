"""Readers can't tell which engine built the site: the same pictures, and everything works."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import test_compare, test_coverage, test_form, test_site
from tests.browser.accessibility import DESKTOP, PHONE, ColorScheme, show_in, violations
from tests.browser.conftest import OpenTab, emptied, own_site, watched_page
from tests.browser.form import open_form
from tests.browser.server import serve
from tests.browser.test_every_page import KINDS

PICTURED = ("home", "partner", "application", "catalog", "coverage")
LOOKS: tuple[tuple[ColorScheme, ViewportSize], ...] = (
    ("light", DESKTOP),
    ("dark", DESKTOP),
    ("light", PHONE),
)
JOURNEYS = (
    test_site.test_a_customer_finds_the_contact_of_a_partner,
    test_site.test_enter_in_the_header_leads_to_the_whole_answer,
    test_compare.test_a_shared_address_shows_what_each_partner_states_and_lists,
    test_coverage.test_a_pasted_list_is_answered_and_never_sent,
)
# The pixels whose colors differ more than the same page differs from one drawing to the next.
DIFFERENCES = """
async (pictures) => {
  const [first, second] = await Promise.all(pictures.map(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const drawing = new OffscreenCanvas(image.width, image.height).getContext("2d");
    drawing.drawImage(image, 0, 0);
    return drawing.getImageData(0, 0, image.width, image.height);
  }));
  const differs = (value, at) => Math.abs(value - second.data[at]) > 16;
  return [first.height - second.height, first.data.filter(differs).length];
}
"""


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that Zensical builds."""
    return own_site(tmp_path_factory, "zensical")


@pytest.fixture(scope="module")
def zensical_url(zensical_site: Path) -> Iterator[str]:
    """The address of that site, below a base path."""
    with serve(zensical_site) as url:
        yield url


@pytest.fixture
def zensical_page(
    open_tab: OpenTab, zensical_url: str, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """An empty page for that site, as strict as ``page``."""
    with emptied(*open_tab(zensical_url, color_scheme, viewport)) as page:
        yield page


def picture(page: Page, color_scheme: ColorScheme, viewport: ViewportSize) -> bytes:
    """Return a picture of a whole page. It leaves out which engine made it."""
    page.set_viewport_size(viewport)
    show_in(page, color_scheme)
    return page.screenshot(
        full_page=True, animations="disabled", mask=[page.locator(".md-copyright")]
    )


@pytest.mark.parametrize("kind", PICTURED)
def test_both_engines_give_the_same_picture(
    kind: str, page: Page, zensical_page: Page, tmp_path: Path
) -> None:
    for each in (page, zensical_page):
        each.goto(KINDS[kind])
    for look in LOOKS:
        pictures = [picture(each, *look) for each in (page, zensical_page)]
        for name, content in zip(("mkdocs", "zensical"), pictures, strict=True):
            (tmp_path / f"{name}.png").write_bytes(content)
        if pictures[0] == pictures[1]:
            continue
        encoded = [b64encode(content).decode() for content in pictures]
        assert zensical_page.evaluate(DIFFERENCES, encoded) == [0, 0], (look, tmp_path)


@pytest.mark.parametrize("journey", JOURNEYS)
def test_what_readers_do_works(journey: Callable[[Page], None], zensical_page: Page) -> None:
    journey(zensical_page)


def test_the_form_writes_an_entry(zensical_page: Page) -> None:
    test_form.test_a_good_entry_becomes_the_file_that_the_checks_accept(open_form(zensical_page))


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_the_menu_opens_on_a_phone(zensical_page: Page) -> None:
    zensical_page.goto("terms/")
    zensical_page.locator("label.md-header__button[for=__drawer]").click()
    link = zensical_page.locator(".md-nav--primary").get_by_role("link", name="Applications")
    expect(link).to_be_in_viewport()
    link.click()
    expect(zensical_page.get_by_role("heading", level=1)).to_have_text("Applications A–Z")


def test_a_reader_changes_the_colors_and_they_stay(zensical_page: Page) -> None:
    zensical_page.goto("")
    zensical_page.get_by_title("Theme: system. Switch to light.").click()
    zensical_page.get_by_title("Theme: light. Switch to dark.").click()
    zensical_page.goto("terms/")
    expect(zensical_page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_site_is_read_from_a_folder_on_disk(zensical_site: Path, browser: Browser) -> None:
    with watched_page(browser, f"{zensical_site.as_uri()}/", "light", DESKTOP) as page:
        page.goto("partners/idmworks/index.html")
        page.locator(".md-tabs").get_by_role("link", name="Applications").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Applications A–Z")
        page.get_by_role("searchbox").fill("racf")
        header = page.get_by_role("navigation", name="Header")
        header.get_by_role("link", name="IBM RACF", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("IBM RACF")


def test_a_keyboard_skips_the_menu(zensical_page: Page) -> None:
    zensical_page.goto("terms/")
    zensical_page.keyboard.press("Tab")
    expect(zensical_page.locator(".md-skip")).to_be_focused()
    zensical_page.keyboard.press("Enter")
    zensical_page.keyboard.press("Tab")
    assert zensical_page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("kind", PICTURED)
def test_pages_are_accessible(kind: str, zensical_page: Page) -> None:
    zensical_page.goto(KINDS[kind])
    assert violations(zensical_page) == []
