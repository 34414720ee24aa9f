"""Every kind of page, for readers with any window, color scheme, size of text, and printer."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check
from catalog_tool.site.render import PAGE_KINDS
from tests.browser.accessibility import (
    DESKTOP,
    PHONE,
    SMALLEST,
    ColorScheme,
    show_in,
    violations,
    width,
)
from tests.browser.conftest import REPOSITORY, OpenTab, emptied

KINDS = {
    "home": "",
    "catalog": "catalog/",
    "catalog in full": "catalog/print/",
    "partner": "partners/idmworks/",
    "applications": "applications/",
    "application": "applications/ibm-i-as-400/",
    "categories": "categories/",
    "category": "categories/mainframe/",
    "compare": "compare/",
    "contribute": "contribute/",
    "coverage": "coverage/",
    "former form": "contribute/new/",
    "new": "new/",
    "numbers": "numbers/",
    "programs": "api/",
    "rules": "rules/",
    "rule": "rules/missing-contact/",
    "terms": "terms/",
}
ANSWERS = {"answer": "?q=ibm", "narrowed answer": "?q=ibm&category=mainframe"}
CHECKED = {"checked list": "coverage/#list=RACF%0AEpic%0AADP%0APyxis"}
EVERY = KINDS | ANSWERS | CHECKED
ELSEWHERE = {
    "queue": "tests/browser/test_kept_addresses.py",
    "former_partner": "tests/browser/test_kept_addresses.py",
    "withheld_entry": "tests/browser/test_kept_addresses.py",
}
"""Kinds of pages without index, or that only some catalogs have, and the tests for them."""
HALF_OF_DESKTOP: ViewportSize = {"width": 640, "height": 400}


@pytest.fixture(scope="module", params=[*EVERY.values()], ids=[*EVERY])
def loaded(request: pytest.FixtureRequest, open_tab: OpenTab, site_url: str) -> Iterator[Page]:
    """Each page of the site. It is loaded once, and the tests change only how it is shown."""
    with emptied(*open_tab(site_url, "light", DESKTOP)) as page:
        page.goto(request.param)
        if request.param in ANSWERS.values():
            expect(page.locator("[data-results] mark").first).to_be_visible()
        yield page


@pytest.fixture
def shown(loaded: Page) -> Page:
    """The page on a light desktop."""
    return on_desktop(loaded, "light")


@pytest.fixture
def dark(loaded: Page) -> Page:
    """The page on a dark desktop."""
    return on_desktop(loaded, "dark")


def on_desktop(page: Page, scheme: ColorScheme) -> Page:
    page.emulate_media(media="null", forced_colors="none")
    page.set_viewport_size(DESKTOP)
    page.evaluate("document.documentElement.style.fontSize = ''")
    show_in(page, scheme)
    return page


def shape(kind: str, address: str) -> tuple[str, int]:
    """Return the properties of a kind of page: its module and the depth of its addresses."""
    return kind, address.count("/")


def test_every_kind_of_page_is_tested() -> None:
    publication = check(load_settings(REPOSITORY)).publication
    made = {
        page.address: shape(kind, page.address)
        for kind, pages in PAGE_KINDS.items()
        for page in pages(publication)
        if kind not in ELSEWHERE
    }
    assert set(made.values()) == {made[address] for address in KINDS.values()}
    assert set(PAGE_KINDS) == {kind for kind, _ in made.values()} | set(ELSEWHERE)
    for path in ELSEWHERE.values():
        assert "violations(" in (REPOSITORY / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_kind_of_page_is_accessible(shown: Page, viewport: ViewportSize) -> None:
    shown.set_viewport_size(viewport)
    expect(shown.get_by_role("heading", level=1)).to_have_count(1)
    assert violations(shown) == []


def test_nothing_is_wider_than_the_smallest_phone(shown: Page) -> None:
    shown.set_viewport_size(SMALLEST)
    assert width(shown) == SMALLEST["width"]


def test_nothing_is_cut_off_at_twice_the_size(shown: Page) -> None:
    """A window shows half as much of a page at 200% zoom."""
    shown.set_viewport_size(HALF_OF_DESKTOP)
    assert width(shown) == HALF_OF_DESKTOP["width"]


CUT_OFF = """
() => [...document.querySelectorAll(".catalog-page *")].filter((node) => {
    const { overflowX, overflowY } = getComputedStyle(node);
    const isWider = node.scrollWidth > node.clientWidth;
    const isHigher = node.scrollHeight > node.clientHeight + 1;
    const isShown = node.checkVisibility() && node.clientWidth > 1; // and not only heard
    return isShown && (isWider || isHigher) && /hidden|clip/.test(overflowX + overflowY);
}).map((node) => node.outerHTML.slice(0, 200))
"""


def test_text_of_twice_the_size_is_readable(shown: Page) -> None:
    size = shown.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    shown.evaluate(f"document.documentElement.style.fontSize = '{2 * size}px'")
    assert shown.locator("main").evaluate("node => node.scrollWidth") <= DESKTOP["width"]
    assert shown.evaluate(CUT_OFF) == []


def test_headings_skip_no_level_and_landmarks_contain_everything(shown: Page) -> None:
    expect(shown.get_by_role("main")).to_have_count(1)
    levels = shown.locator("main :is(h1, h2, h3, h4):visible").evaluate_all(
        "nodes => nodes.map((node) => Number(node.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels


@pytest.fixture(scope="module")
def followed() -> set[str]:
    """The links that work: most are on every page."""
    return set()


def test_every_link_of_theme_and_pages_works(
    shown: Page, followed: set[str], site_url: str
) -> None:
    links = shown.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
    host = urlsplit(site_url).netloc
    inner = {link.partition("#")[0] for link in links if urlsplit(link).netloc == host}
    for link in inner - followed:
        assert shown.request.get(link).ok, link
        followed.add(link)


def test_a_page_has_the_readers_color_scheme(dark: Page) -> None:
    red, green, blue = map(
        int, re.findall(r"\d+", dark.evaluate("getComputedStyle(document.body).backgroundColor"))
    )
    assert max(red, green, blue) < 0x40


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


def test_everything_is_visible_with_forced_colors(dark: Page) -> None:
    dark.emulate_media(forced_colors="active")
    assert dark.evaluate(UNSEEN) == []


def test_printed_pages_are_always_light(dark: Page) -> None:
    dark.emulate_media(media="print")
    expect(dark.locator(".md-header")).to_be_hidden()
    # An answer begins with its question.
    expect(dark.get_by_role("searchbox")).to_have_count(int("?q=" in dark.url))
    ink = dark.locator("h1").evaluate("node => getComputedStyle(node).color")
    assert max(map(int, re.findall(r"\d+", ink))) < 0x40
    assert width(dark) == DESKTOP["width"]


@pytest.fixture(scope="module")
def page_without_scripts(browser: Browser, site_url: str) -> Iterator[Page]:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_a_page_is_readable_without_scripts(address: str, page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[type=search]:visible")).to_have_count(0)
    expect(page.locator("[data-plain]")).to_be_visible()
