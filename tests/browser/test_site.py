"""A customer, a printer, a keyboard, and a screen reader, on the real site."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check
from catalog_tool.site.render import PAGE_KINDS
from tests.browser.conftest import REPOSITORY

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
ELSEWHERE = {
    "queue": "tests/browser/test_kept_addresses.py",
    "former_partner": "tests/browser/test_kept_addresses.py",
    "withheld_entry": "tests/browser/test_kept_addresses.py",
}
"""Kinds of pages without index, or that only some catalogs have, and the tests for them."""
PHONE: ViewportSize = {"width": 360, "height": 740}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
AXE["rules"] = {"target-size": {"enabled": True}}  # a rule of WCAG 2.2 that is off by default

every_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
light_and_dark = pytest.mark.parametrize("color_scheme", ["light", "dark"])


def search(page: Page, query: str) -> None:
    """Type a query into the field in the header."""
    page.get_by_role("banner").get_by_role("searchbox").press_sequentially(query)


AT_REST = """
() => Promise.allSettled(
    document.getAnimations()
        .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished)
)
"""


def violations(page: Page) -> list[str]:
    """Return axe's violations of WCAG 2.2 AA and best practices: rule, element, reason.

    It runs after animations end, because text is too pale during a fade.
    """
    page.evaluate(AT_REST)
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{rule['id']}: {node['html']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@light_and_dark
def test_a_customer_finds_the_contact_of_a_partner(page: Page) -> None:
    page.goto("")
    page.get_by_role("searchbox", name="Search applications and partners").fill("racf")
    page.get_by_role("link", name="IBM RACF", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("IBM RACF")
    contact = page.get_by_role("link", name="Contact IDMWORKS")
    expect(contact).to_be_visible()
    expect(contact).to_have_attribute("href", "https://www.idmworks.com/contacts/")


@pytest.mark.parametrize(
    ("query", "application"),
    [
        ("AS400", "IBM i (AS/400)"),
        ("as/400", "IBM i (AS/400)"),
        ("iSeries", "IBM i (AS/400)"),
        ("sap hcm", "SAP ERP Human Capital Management"),
        ("TSS", "CA Top Secret"),
        ("chris21", "Frontier Software chris21"),
    ],
)
def test_the_search_in_the_header_finds_other_names(
    query: str, application: str, page: Page
) -> None:
    page.goto("terms/")
    search(page, query)
    expect(page.locator("[data-hit]").first).to_have_text(application)


def test_enter_in_the_header_leads_to_the_whole_answer(page: Page) -> None:
    page.goto("rules/missing-contact/")
    page.keyboard.press("/")
    page.keyboard.type("idmworks & co")
    page.keyboard.press("Enter")
    page.wait_for_url("**/base/?q=idmworks+%26+co")
    expect(page.locator("[data-results]")).to_contain_text("IDMWORKS")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_reader_who_comes_back_is_where_the_header_or_the_list_was_left(page: Page) -> None:
    page.goto("catalog/")
    search(page, "racf")
    hit = page.locator("[data-hit]").first
    expect(hit).to_have_text("IBM RACF")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/applications/ibm-racf/")
    page.go_back()
    expect(hit).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("racf")
    row = page.locator("[data-catalog-rows]").get_by_role(
        "link", name="UNIFY Solutions", exact=True
    )
    row.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/unify-solutions/")
    page.go_back()
    expect(row).to_be_focused()


def test_the_answer_in_the_header_closes_with_the_focus(page: Page) -> None:
    page.goto("terms/")
    search(page, "racf")
    panel = page.locator("[data-panel]")
    expect(panel.locator("[data-hit]").first).to_have_text("IBM RACF")
    assert page.url.endswith("/terms/")
    page.keyboard.press("ArrowDown")
    expect(panel.locator("[data-hit]").first).to_be_focused()
    page.mouse.click(20, 400)
    expect(panel).to_be_hidden()
    page.keyboard.press("/")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_facts_that_arrive_late_leave_the_focus_where_it_is(new_page: Page) -> None:
    held: list[Route] = []
    new_page.route("**/compare-facts/*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes functions only
    new_page.goto("terms/")
    search(new_page, "racf")
    hit = new_page.locator("[data-hit]").first
    expect(hit).to_have_text("IBM RACF")
    new_page.keyboard.press("ArrowDown")
    expect(hit).to_be_focused()
    held[0].continue_()
    expect(new_page.get_by_role("link", name="Contact IDMWORKS")).to_be_visible()
    expect(hit).to_be_focused()


def test_the_search_of_a_lost_address_leads_to_the_site(page: Page, site: Path) -> None:
    page.goto("terms/")
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert 'action="/partner-catalog/."' in lost
    assert 'href="/partner-catalog/applications/" data-plain' in lost


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


@every_kind
@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_kind_of_page_is_accessible(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert violations(page) == []


@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_open_search_is_accessible(page: Page) -> None:
    page.goto("terms/")
    search(page, "sap")
    expect(page.locator("[data-hit]").first).to_be_visible()
    assert violations(page) == []


@every_kind
@pytest.mark.parametrize("viewport", [SMALLEST], ids=["320 px"])
def test_nothing_is_wider_than_the_smallest_phone(address: str, page: Page) -> None:
    page.goto(address)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == SMALLEST["width"]


@every_kind
@pytest.mark.parametrize("color_scheme", ["dark"])
def test_a_page_has_the_readers_color_scheme(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    red, green, blue = map(
        int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    )
    assert max(red, green, blue) < 0x40


def test_the_first_stop_of_a_keyboard_is_a_skip_link(page: Page) -> None:
    page.goto("partners/idmworks/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("article a").nth(1)).to_be_focused()


@pytest.mark.parametrize("address", ["", "partners/idmworks/"])
def test_a_focused_element_has_an_outline(address: str, page: Page) -> None:
    page.goto(address)
    link = page.locator(".catalog-page a:visible").last
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


@pytest.fixture(scope="module")
def page_without_scripts(browser: Browser, site_url: str) -> Iterator[Page]:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        yield context.new_page()


@every_kind
def test_a_page_is_readable_without_scripts(address: str, page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[type=search]:visible")).to_have_count(0)
    expect(page.locator("[data-plain]")).to_be_visible()


def test_the_whole_catalog_prints_with_addresses_and_without_the_frame(page: Page) -> None:
    page.goto("catalog/")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.get_by_role("heading", name="IDMWORKS")).to_be_visible()
    contact = page.get_by_role("link", name="Contact IDMWORKS")
    printed = contact.evaluate("node => getComputedStyle(node, '::after').content")
    assert "https://www.idmworks.com/contacts/" in printed


def test_every_link_of_theme_and_pages_works(page: Page, site_url: str) -> None:
    host = urlsplit(site_url).netloc
    for address in KINDS.values():
        page.goto(address)
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
        for link in {link.partition("#")[0] for link in links if urlsplit(link).netloc == host}:
            assert page.request.get(link).ok, (address, link)


def test_the_site_works_from_a_folder_on_disk(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        page.get_by_role("link", name="IBM i (AS/400)").click()
        page.wait_for_url("**/ibm-i-as-400/index.html")  # and for its scripts
        page.get_by_role("link", name="IDMWORKS", exact=True).first.click()
        page.wait_for_url("**/idmworks/index.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("IDMWORKS")
        page.locator(".md-tabs").get_by_role("link", name="Partners", exact=True).click()
        assert page.url == (site / "catalog" / "index.html").as_uri()
        expect(page.get_by_role("heading", level=1)).to_have_text("Partners")
        page.goto((site / "terms" / "index.html").as_uri())
        search(page, "racf")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{(site / 'index.html').as_uri()}?q=racf")
