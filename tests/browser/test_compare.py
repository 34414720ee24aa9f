"""A customer compares partners: selecting, adding, sharing, printing."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from bench.synthetic import Size, write_catalog
from catalog_tool.site.compare.page import MOST
from tests.browser.accessibility import DESKTOP, PHONE, SMALLEST, shown_address, violations
from tests.browser.conftest import build
from tests.browser.server import serve

TWO = "compare/?partners=aquera,idmworks"
MAIL = "sales@contoso.com"


@pytest.fixture(scope="module")
def site_of_four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of four invented partners, which are compared as a whole.

    The first one is contacted by mail.
    """
    root = tmp_path_factory.mktemp("four")
    write_catalog(root / "catalog", Size(entries=MOST, applications=20))
    first = min((root / "catalog" / "partners").glob("[a-z]*.yaml"))
    text = first.read_text(encoding="utf-8")
    first.write_text(re.sub("(?m)^contact: .*", f"contact: {MAIL}", text), encoding="utf-8")
    with serve(build(root / "catalog", root / "site")) as url:
        yield url


def heads(page: Page) -> Locator:
    """The links in the column headers."""
    return page.get_by_role("columnheader").locator(".catalog-name").get_by_role("link")


def row(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))


def status(page: Page) -> Locator:
    return page.locator("[data-compare-status]")


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Add partners to the comparison")


def tray(page: Page) -> Locator:
    return page.get_by_role("region", name="Comparison", exact=True)


def rows(page: Page) -> list[str]:
    """The letters of each cell, row by row, without the buttons that scripts add."""
    cells = page.get_by_role("table").locator("tr > *").all_text_contents()
    return ["".join(text.split()).removesuffix("Remove") for text in cells]


def drawn(page: Page, *names: str) -> None:
    """Wait until the table compares these partners."""
    expect(page.get_by_role("button", name=re.compile("^Remove "))).to_have_count(len(names))
    expect(heads(page)).to_have_text(list(names))


def test_a_shared_address_shows_what_each_partner_states_and_lists(page: Page) -> None:
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    contact = page.get_by_role("columnheader").get_by_role("link", name="Contact IDMWORKS")
    expect(contact).to_have_attribute("href", "https://www.idmworks.com/contacts/")
    expect(contact).to_have_attribute("rel", re.compile("nofollow"))
    expect(row(page, "Website").get_by_role("cell")).to_have_text(["aquera.com", "idmworks.com"])
    expect(row(page, "Direction").get_by_role("cell")).to_have_text(["Outbound", "Outbound"])
    expect(row(page, "Generic interfaces").get_by_role("cell")).to_have_text(["not stated"] * 2)
    expect(row(page, "IBM RACF").get_by_role("cell")).to_have_text(["not listed", "Listed"])
    expect(row(page, "ADP").get_by_role("cell")).to_have_text(["Listed", "not listed"])
    groups = page.locator(".catalog-compare__part")
    expect(groups).to_have_text(["Only Aquera", "Only IDMWORKS"])
    expect(row(page, "TechnologyOne HR")).to_have_count(0)
    expect(status(page)).to_have_text("11 applications listed. None of them by all partners.")


def test_script_and_static_table_are_the_same(page: Page, browser: Browser, site_url: str) -> None:
    page.goto("compare/")
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")
    scripted = rows(page)
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto("compare/")
        expect(field(plain)).to_have_count(0)
        assert scripted == rows(plain)


def test_partners_are_added_and_removed_and_the_address_follows(page: Page) -> None:
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    field(page).fill("chris21")
    expect(page.get_by_text("lists Frontier Software chris21")).to_be_visible()
    page.keyboard.press("Enter")
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")
    assert shown_address(page).endswith("?partners=aquera,idmworks,unify-solutions")
    page.get_by_role("button", name="Remove Aquera").click()
    drawn(page, "IDMWORKS", "UNIFY Solutions")
    expect(page.get_by_role("table", name="IDMWORKS, UNIFY Solutions")).to_be_focused()
    page.go_back()
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")
    page.go_back()
    drawn(page, "Aquera", "IDMWORKS")
    page.go_forward()
    page.reload()
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")


def test_differences_alone_are_shown_on_request_and_by_the_address(page: Page) -> None:
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    page.get_by_label("Only show differences").check()
    expect(row(page, "Direction")).to_have_count(0)
    expect(row(page, "IBM RACF")).to_be_visible()
    page.reload()
    drawn(page, "Aquera", "IDMWORKS")
    expect(page.get_by_label("Only show differences")).to_be_checked()
    expect(row(page, "Direction")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "compared", "message"),
    [
        ("idmworks,idmworks", ["IDMWORKS"], "Add another partner to compare."),
        ("idmworks,nobody", ["IDMWORKS"], "“nobody” isn’t in this catalog."),
        ("a,b,c,d,e,f", [], "“a”, “b”, “c”, “d”, and 2 more aren’t in this catalog."),
        ("", [], "No partners selected yet."),
        ("<img src=x onerror=alert(1)>", [], "“<img src=x onerror=alert(1)>” isn’t in"),
        ("../../x,__proto__,constructor", [], "“../../x”, “__proto__”, “constructor” aren’t"),
        ("\u202e" + "x" * 5_000, [], "…” isn’t in this catalog."),
    ],
)
def test_unknown_partners_in_the_address_are_reported(
    address: str, compared: list[str], message: str, page: Page
) -> None:
    page.goto(f"compare/?partners={quote(address)}")
    expect(status(page)).to_contain_text(message)
    drawn(page, *compared)
    expect(page.locator("article img")).to_have_count(0)


def test_a_tray_keeps_selected_partners_from_page_to_page(page: Page) -> None:
    page.goto("applications/ibm-racf/")
    expect(tray(page)).to_be_hidden()
    page.get_by_label("Compare IDMWORKS").check()
    expect(tray(page)).to_contain_text("IDMWORKS: select another partner to compare.")
    expect(page.get_by_text("1 of 4 partners selected.")).to_have_attribute("role", "status")
    page.goto("catalog/")
    expect(page.get_by_label("Compare IDMWORKS")).to_be_checked()
    page.get_by_label("Compare Aquera").check()
    tray(page).get_by_role("link", name="Compare (2)").click()
    drawn(page, "IDMWORKS", "Aquera")
    page.go_back()
    tray(page).get_by_role("button", name="Clear").click()
    expect(tray(page)).to_be_hidden()
    expect(page.get_by_label("Compare IDMWORKS")).not_to_be_checked()
    page.reload()
    expect(tray(page)).to_be_hidden()


@pytest.mark.parametrize(
    "kept", ["no JSON", "{}", "null", '[["../x","X"],["idmworks",5],[]]', '[["<img>","<img>"]]']
)
def test_foreign_values_in_the_tray_are_ignored(kept: str, page: Page) -> None:
    page.goto("catalog/")
    base = "new URL('..', location).pathname"
    page.evaluate(f"kept => sessionStorage.setItem(`catalog-compare:${{{base}}}`, kept)", kept)
    page.reload()
    page.get_by_label("Compare IDMWORKS").check()
    expect(tray(page)).to_contain_text("IDMWORKS: select another partner")


def test_no_more_than_four_can_be_selected(large_page: Page) -> None:
    large_page.goto("catalog/a/")
    picks = large_page.locator("[data-compare-pick]")
    for number in range(MOST):
        picks.nth(number).check()
    picks.nth(MOST).click()
    expect(picks.nth(MOST)).not_to_be_checked()
    expect(tray(large_page)).to_contain_text(
        f"You can compare up to {MOST} partners. Remove one first."
    )
    tray(large_page).get_by_role("link", name=f"Compare ({MOST})").click()
    expect(heads(large_page)).to_have_count(MOST)
    field(large_page).fill("idmworks")
    large_page.get_by_role("button", name="IDMWORKS").click()
    expect(status(large_page)).to_contain_text(
        f"You can compare up to {MOST} partners. Remove one to add another."
    )
    expect(heads(large_page)).to_have_count(MOST)


def test_among_a_thousand_partners_each_has_its_own_facts(large_page: Page) -> None:
    large_page.goto("compare/")
    expect(status(large_page)).to_have_text("No partners selected yet.")
    for name in ("IDMWORKS", "UNIFY Solutions"):
        field(large_page).fill(name)
        large_page.get_by_role("button", name=name, exact=True).click()
    drawn(large_page, "IDMWORKS", "UNIFY Solutions")
    links = large_page.get_by_role("columnheader").get_by_role("link", name=re.compile("^Contact"))
    targets = [links.nth(number).get_attribute("href") for number in range(2)]
    assert targets == ["https://www.idmworks.com/contacts/", "https://unifysolutions.net/contact/"]


def test_a_large_catalog_says_what_needs_a_script(browser: Browser, large_site_url: str) -> None:
    with browser.new_context(base_url=large_site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("compare/")
        expect(page.get_by_text("you need JavaScript")).to_be_visible()
        expect(field(page)).to_have_count(0)
        page.goto("catalog/")
        expect(page.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize(
    ("contact", "name", "target"),
    [
        ("", "Website of Aquera", "https://www.aquera.com/applications.html"),
        ("javascript:alert(1)", "Contact Aquera", "/partners/aquera/"),
    ],
    ids=["none", "unsafe"],
)
def test_without_a_contact_the_website_is_linked_and_instead_of_an_unsafe_one_the_page(
    page: Page, contact: str, name: str, target: str
) -> None:
    def answer(route: Route) -> None:
        text = re.sub(r'"aquera","[^"]*"', f'"aquera","{contact}"', route.fetch().text())
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/compare-facts/0.js", answer)
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    link = page.get_by_role("columnheader").first.get_by_role("link", name=name)
    expect(link).to_have_attribute("href", re.compile(f"{re.escape(target)}$"))


def test_a_failure_to_load_the_index_is_reported(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/finder-index.js", lambda route: route.abort())
        page.goto("compare/")
        expect(status(page)).to_contain_text("couldn’t be loaded")
        expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_picker_and_tray_are_accessible(page: Page) -> None:
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    field(page).fill("unify")
    expect(page.get_by_role("button", name="UNIFY Solutions")).to_be_visible()
    assert violations(page) == []
    page.goto("catalog/")
    page.get_by_label("Compare Aquera").check()
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [SMALLEST, DESKTOP], ids=["320 px", "desktop"])
def test_the_names_stay_on_top(page: Page, viewport: ViewportSize) -> None:
    page.goto("compare/")
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    row(page, "TechnologyOne HR").scroll_into_view_if_needed()
    for head in heads(page).all():
        expect(head).to_be_in_viewport(ratio=1)
    header = page.locator(".md-header").bounding_box()
    name = heads(page).first.bounding_box()
    assert header
    assert name
    assert 0 <= name["y"] - (header["y"] + header["height"]) <= 60


@pytest.mark.parametrize("address", ["catalog/", "?q=erp"])
def test_a_selected_row_stands_out(address: str, middle_page: Page) -> None:
    middle_page.goto(address)
    row = middle_page.locator(".catalog-row").first
    row.get_by_role("checkbox").check()
    expect(row).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_whole_comparison_prints_without_controls(page: Page) -> None:
    page.goto(TWO)
    drawn(page, "Aquera", "IDMWORKS")
    page.emulate_media(media="print")
    expect(field(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Remove Aquera")).to_be_hidden()
    expect(row(page, "IBM RACF")).to_be_visible()


PRINTED_PAGE = re.compile(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")


BROKEN_WORDS = """
(node) => [...node.textContent.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(node.firstChild, word.index);
    range.setEnd(node.firstChild, word.index + word[0].length);
    return range.getClientRects().length > 1;
}).map(([word]) => word)
"""


def is_landscape(pdf: bytes) -> list[bool]:
    """For each printed page, whether it lies across."""
    sizes = PRINTED_PAGE.findall(pdf)
    assert sizes
    return [float(width) > float(height) for width, height in sizes]


def test_up_to_three_partners_print_upright_and_four_across(
    browser: Browser, site_of_four: str
) -> None:
    with browser.new_context(base_url=site_of_four) as context:
        page = context.new_page()
        page.goto("compare/")
        expect(heads(page)).to_have_count(MOST)
        assert set(is_landscape(page.pdf(prefer_css_page_size=True))) == {True}
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 1123, "height": 794})  # A4 across, at 96 pixels per inch
        for head in heads(page).all():
            assert head.evaluate(BROKEN_WORDS) == []
        page.emulate_media(media="screen")
        page.get_by_role("button", name=re.compile("^Remove")).first.click()
        expect(heads(page)).to_have_count(MOST - 1)
        assert set(is_landscape(page.pdf(format="A4", prefer_css_page_size=True))) == {False}


SHOWN_ON_PAPER = """
(link) => {
    const address = getComputedStyle(link, "::after").content;
    return [parseFloat(getComputedStyle(link).fontSize) > 0, address];
}
"""


@pytest.mark.parametrize(
    ("address", "place"),
    [("compare/", "table"), ("catalog/", ".catalog-row"), ("?q=cinder", ".catalog-row")],
)
def test_a_printed_contact_is_an_address_that_people_can_type(
    address: str, place: str, browser: Browser, site_of_four: str
) -> None:
    with browser.new_context(base_url=site_of_four) as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media="print")
        contact = page.locator(f'{place} .catalog-button[href="mailto:{MAIL}"]').first
        assert contact.evaluate(SHOWN_ON_PAPER) == [True, f'" {MAIL}"']


def test_a_printed_comparison_has_each_website_once(browser: Browser, site_of_four: str) -> None:
    with browser.new_context(base_url=site_of_four) as context:
        page = context.new_page()
        page.goto("compare/")
        expect(heads(page)).to_have_count(MOST)
        page.emulate_media(media="print")
        for website in row(page, "Website").get_by_role("link").all():
            printed = f'"{website.get_attribute("href")}"'
            assert website.evaluate(SHOWN_ON_PAPER) == [False, printed]


def test_a_comparison_is_copied_and_saved(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("compare/")
    drawn(page, "Aquera", "IDMWORKS", "UNIFY Solutions")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("The link is copied.")).to_have_attribute("role", "status")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("compare/?partners=aquera,idmworks,unify-solutions")
    page.get_by_role("button", name="Markdown").click()
    expect(page.get_by_text("The table is copied as Markdown.")).to_be_visible()
    markdown = page.evaluate("navigator.clipboard.readText()")
    assert "|  | Aquera | IDMWORKS | UNIFY Solutions |" in markdown
    assert "| IBM RACF | not listed | Listed | not listed |" in markdown
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "Contact,https://www.aquera.com/contact-us.html," in text
    assert "Direction,Outbound,Outbound,not stated\n" in text


def test_partners_are_compared_from_a_folder_on_disk(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "partners" / "idmworks" / "index.html").as_uri())
        page.get_by_role("link", name="Compare IDMWORKS with other partners").click()
        drawn(page, "IDMWORKS")
        field(page).fill("aquera")
        page.keyboard.press("Enter")
        drawn(page, "IDMWORKS", "Aquera")
        contact = page.get_by_role("columnheader").get_by_role("link", name="Contact Aquera")
        expect(contact).to_have_attribute("href", "https://www.aquera.com/contact-us.html")
        heads(page).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("IDMWORKS")


def test_on_a_phone_the_words_of_four_names_stay_whole(browser: Browser, site_of_four: str) -> None:
    page = browser.new_page(viewport=SMALLEST)
    page.goto(f"{site_of_four}compare/")
    expect(heads(page)).to_have_count(MOST)
    for head in heads(page).all():
        assert head.evaluate(BROKEN_WORDS) == []
    cells = page.get_by_role("row").filter(has_text="not listed").first.get_by_role("cell")
    names = cells.evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    for text, name in zip(heads(page).all_text_contents(), names, strict=True):
        assert text in name
    assert page.evaluate("document.documentElement.scrollWidth") == SMALLEST["width"]


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_a_phone_shows_two_partners_side_by_side(page: Page) -> None:
    page.goto(TWO)
    expect(heads(page)).to_have_count(2)
    for head in heads(page).all():
        expect(head).to_be_in_viewport(ratio=1)
    assert violations(page) == []
