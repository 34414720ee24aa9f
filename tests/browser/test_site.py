"""A customer, a printer, a keyboard, and a screen reader, on the real site."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.accessibility import DESKTOP, PHONE, violations


def search(page: Page, query: str) -> None:
    """Type a query into the field in the header."""
    page.get_by_role("banner").get_by_role("searchbox").press_sequentially(query)


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


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_open_search_is_accessible(page: Page) -> None:
    page.goto("terms/")
    search(page, "sap")
    expect(page.locator("[data-hit]").first).to_be_visible()
    assert violations(page) == []


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


def test_the_whole_catalog_prints_with_addresses_and_without_the_frame(page: Page) -> None:
    page.goto("catalog/")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.get_by_role("heading", name="IDMWORKS")).to_be_visible()
    contact = page.get_by_role("link", name="Contact IDMWORKS")
    printed = contact.evaluate("node => getComputedStyle(node, '::after').content")
    assert "https://www.idmworks.com/contacts/" in printed


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
        # The answer may already write its address while the page is on its way.
        expect(page).to_have_url(f"{(site / 'index.html').as_uri()}?q=racf")
