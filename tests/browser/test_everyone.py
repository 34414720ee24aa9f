"""Readers with large text, forced colors, reduced motion, a keyboard, or a wrong address."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from catalog_tool.loader.configuration import load_settings
from tests.browser.conftest import REPOSITORY, ColorScheme
from tests.browser.server import serve
from tests.browser.test_site import DESKTOP, KINDS, PHONE, light_and_dark, violations

ANSWERED = {"finder": "?q=ibm", "chosen": "?q=ibm&category=mainframe"}
CHECKED = "coverage/#list=RACF%0AEpic%0AADP%0APyxis"
EVERY = [*KINDS.values(), *ANSWERED.values(), CHECKED]
HALF_OF_DESKTOP: ViewportSize = {"width": 640, "height": 400}


def width(page: Page) -> int:
    """The width of the page in CSS pixels, including content that needs scrolling."""
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


@pytest.mark.parametrize("viewport", [HALF_OF_DESKTOP], ids=["200 %"])
def test_nothing_is_cut_off_at_twice_the_size(page: Page) -> None:
    """A window shows half as much of a page at 200% zoom."""
    for address in EVERY:
        page.goto(address)
        assert width(page) == HALF_OF_DESKTOP["width"], address


CUT_OFF = """
() => [...document.querySelectorAll(".catalog-page *")].filter((node) => {
    const { overflowX, overflowY } = getComputedStyle(node);
    const isWider = node.scrollWidth > node.clientWidth;
    const isHigher = node.scrollHeight > node.clientHeight + 1;
    const isShown = node.checkVisibility() && node.clientWidth > 1; // and not only heard
    return isShown && (isWider || isHigher) && /hidden|clip/.test(overflowX + overflowY);
}).map((node) => node.outerHTML.slice(0, 200))
"""


def test_text_of_twice_the_size_is_readable(page: Page) -> None:
    for address in EVERY:
        page.goto(address)
        size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        page.evaluate(f"document.documentElement.style.fontSize = '{2 * size}px'")
        assert page.locator("main").evaluate("node => node.scrollWidth") <= DESKTOP["width"], (
            address
        )
        assert page.evaluate(CUT_OFF) == [], address


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


UNSEEN = """
() => {
    const surface = (node, part) => getComputedStyle(node, part).backgroundColor;
    const behind = (node) => {
        const own = node ? surface(node) : surface(document.body);
        return node && own.endsWith(", 0)") ? behind(node.parentElement) : own;
    };
    const isText = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    const isUnseen = (node) =>
        node.checkVisibility() &&
        [...node.childNodes].some(isText) &&
        getComputedStyle(node).color === behind(node);
    const isUndrawn = (node) => surface(node, "::before") === behind(node);
    const drawn = ".catalog-button--contact, .catalog-button--website";
    return [
        ...[...document.querySelectorAll("body *")].filter(isUnseen),
        ...[...document.querySelectorAll(drawn)].filter(isUndrawn),
    ].map((node) => node.outerHTML.slice(0, 200));
}
"""
"""Texts and drawings in the color of their background. axe reads only unforced colors."""


@pytest.mark.parametrize("color_scheme", ["dark"])
def test_everything_is_visible_with_forced_colors(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    for address in EVERY:
        page.goto(address)
        if address in ANSWERED.values():
            expect(page.locator("[data-results] mark").first).to_be_visible()
        assert page.evaluate(UNSEEN) == [], address


@pytest.mark.parametrize("color_scheme", ["dark"])
def test_printed_pages_are_always_light(page: Page) -> None:
    for address in EVERY:
        page.goto(address)
        page.emulate_media(media="print")
        expect(page.locator(".md-header")).to_be_hidden()
        expect(page.get_by_role("searchbox")).to_have_count(0)
        ink = page.locator("h1").evaluate("node => getComputedStyle(node).color")
        assert max(map(int, re.findall(r"\d+", ink))) < 0x40, address
        assert width(page) == DESKTOP["width"], address
        page.emulate_media(media="screen")


@pytest.mark.parametrize("address", ["applications/ibm-racf/", "partners/idmworks/", "compare/"])
def test_printed_pages_have_the_addresses_of_contacts(address: str, page: Page) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    contact = page.get_by_role("link", name="Contact IDMWORKS")
    printed = contact.evaluate("node => getComputedStyle(node, '::after').content")
    spelled = page.get_by_text("https://www.idmworks.com/contacts/").count()
    assert spelled or "https://www.idmworks.com/contacts/" in printed


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


def test_headings_skip_no_level_and_landmarks_contain_everything(page: Page) -> None:
    for address in EVERY:
        page.goto(address)
        expect(page.get_by_role("main")).to_have_count(1)
        levels = page.locator("main :is(h1, h2, h3, h4):visible").evaluate_all(
            "nodes => nodes.map((node) => Number(node.tagName[1]))"
        )
        assert levels[0] == 1, address
        assert all(below - above <= 1 for above, below in pairwise(levels)), (address, levels)


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_a_phone_shows_the_whole_name_of_the_catalog(page: Page) -> None:
    page.goto("")
    name = page.locator(".md-header__topic").first.get_by_text("integrations")
    assert name.evaluate("node => node.scrollHeight <= node.clientHeight")
    assert name.evaluate("node => node.scrollWidth <= node.clientWidth")


SOME = """
() => {
    for (const entry of [...document.querySelectorAll(".catalog-entry")].slice(40)) {
        entry.remove();
    }
}
"""


@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_entries_that_the_browser_has_not_drawn_yet_are_accessible(middle_page: Page) -> None:
    """Forty of 312, after the layout settles. Checking all would take a minute."""
    middle_page.goto("catalog/print/", wait_until="networkidle")
    middle_page.evaluate(SOME)
    skipped = middle_page.locator(".catalog-entry").last
    assert not skipped.locator("a").first.evaluate(
        "node => node.checkVisibility({ contentVisibilityAuto: true })"
    )
    assert violations(middle_page) == []


@contextmanager
def lost(
    browser: Browser, site: Path, color_scheme: ColorScheme, viewport: ViewportSize
) -> Iterator[Page]:
    """Return the 404 page. Its links use the address of the published site."""
    base = urlsplit(load_settings(REPOSITORY).site_url).path
    with (
        serve(site, base) as url,
        browser.new_context(base_url=url, color_scheme=color_scheme, viewport=viewport) as context,
    ):
        page = context.new_page()
        page.goto("404.html")
        yield page


@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_404_page_has_links(
    browser: Browser, site: Path, color_scheme: ColorScheme, viewport: ViewportSize
) -> None:
    with lost(browser, site, color_scheme, viewport) as page:
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
