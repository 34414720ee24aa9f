"""Readers with reduced motion, a keyboard, a printer, or a wrong address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from catalog_tool.loader.configuration import load_settings
from tests.browser.accessibility import DESKTOP, PHONE, violations, width
from tests.browser.conftest import REPOSITORY
from tests.browser.server import serve

MOVING = """
() => [...document.querySelectorAll("*")].flatMap((node) => {
    const { animationDuration, scrollBehavior, transitionDuration } = getComputedStyle(node);
    const durations = `${animationDuration},${transitionDuration}`.split(",");
    const longest = Math.max(...durations.map(parseFloat));
    return longest > 0.001 || scrollBehavior === "smooth" ? [node.outerHTML.slice(0, 200)] : [];
})
"""


def test_nothing_moves_with_reduced_motion(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    # A pending answer would fade in.
    page.route("**/finder-index.js", lambda _route: None)
    for address in ("?q=ibm", "compare/", "contribute/"):
        page.goto(address, wait_until="domcontentloaded")
        assert page.evaluate(MOVING) == [], address


@pytest.mark.parametrize("address", ["applications/ibm-racf/", "partners/idmworks/", "compare/"])
def test_printed_pages_have_the_addresses_of_contacts(address: str, page: Page) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    contact = page.get_by_role("link", name="Contact IDMWORKS")
    printed = contact.evaluate("node => getComputedStyle(node, '::after').content")
    spelled = page.get_by_text("https://www.idmworks.com/contacts/").count()
    assert spelled or "https://www.idmworks.com/contacts/" in printed


ON_PAPER: ViewportSize = {"width": 688, "height": 1017}  # A4 without margins, at 96 pixels per inch

BROKEN = """
(cells) => cells.slice(0, 60).flatMap((cell) => {
    const [text] = cell.childNodes;
    return [...text.textContent.matchAll(/[\\w-]+/g)].filter((word) => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
    }).map(([word]) => word);
})
"""


def test_a_printed_list_keeps_its_words_whole(middle_page: Page) -> None:
    middle_page.emulate_media(media="print")
    middle_page.set_viewport_size(ON_PAPER)
    middle_page.goto("applications/")
    assert middle_page.locator(".catalog-lines > li > *").evaluate_all(BROKEN) == []


@pytest.mark.parametrize("address", ["", "catalog/", "applications/", "contribute/"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_focused_element_is_never_behind_the_header(address: str, page: Page) -> None:
    page.goto(address)
    links = page.locator(".catalog-page :is(a, input, button):visible")
    links.last.focus()
    for _ in range(min(links.count(), 40)):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(COVERED)


COVERED = """
() => {
    const focused = document.activeElement;
    const header = document.querySelector(".md-header");
    if (header.contains(focused) || focused === document.body || focused.matches(".md-skip")) {
        return false;
    }
    return focused.getBoundingClientRect().top < header.getBoundingClientRect().bottom;
}
"""


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_a_phone_shows_the_whole_name_of_the_catalog(page: Page) -> None:
    page.goto("")
    name = page.locator(".md-header__topic").first.get_by_text("integrations")
    assert name.evaluate("node => node.scrollHeight <= node.clientHeight")
    assert name.evaluate("node => node.scrollWidth <= node.clientWidth")


SOME = """
() => {
    for (const entry of [...document.querySelectorAll(".catalog-entry")].slice(15)) {
        entry.remove();
    }
}
"""


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_entries_that_the_browser_has_not_drawn_yet_are_accessible(middle_page: Page) -> None:
    """Fifteen of 312, after the layout settles. Checking all would take a minute."""
    middle_page.goto("catalog/print/", wait_until="networkidle")
    middle_page.evaluate(SOME)
    skipped = middle_page.locator(".catalog-entry").last
    assert not skipped.locator("a").first.evaluate(
        "node => node.checkVisibility({ contentVisibilityAuto: true })"
    )
    assert violations(middle_page, of_each_text=False) == []


@contextmanager
def lost(browser: Browser, site: Path) -> Iterator[Page]:
    """Return the 404 page. Its links use the address of the published site."""
    base = urlsplit(load_settings(REPOSITORY).site_url).path
    with serve(site, base) as url, browser.new_context(base_url=url) as context:
        page = context.new_page()
        page.goto("404.html")
        yield page


def test_the_404_page_has_links(browser: Browser, site: Path) -> None:
    with lost(browser, site) as page:
        for viewport in (PHONE, DESKTOP):
            page.set_viewport_size(viewport)
            assert violations(page) == []
            assert width(page) == viewport["width"]
            assert left(page.locator("h1")) == left(page.locator(".md-footer-meta .md-copyright"))
        page.get_by_role("main").get_by_role("link", name="Applications A–Z").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Applications A–Z")


def left(place: Locator) -> int:
    """The position of an element in whole pixels."""
    box = place.bounding_box()
    assert box
    return round(box["x"])
