"""A customer pastes a list of applications, and sees who lists all of them."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from tests.browser.accessibility import DESKTOP, PHONE, SMALLEST, shown_address, violations

LIST = "RACF\nas400\nEpic\nCerner\nADP\nPyxis MedStation"
HEADLINE = "IDMWORKS lists 4 of your 6 applications"


def open_list(page: Page, text: str) -> None:
    """Open the address of a list, as another page or a colleague links to it."""
    page.goto(f"coverage/#list={quote(text)}")
    expect(page.locator("[data-coverage-status]")).not_to_be_empty()


def check(page: Page, text: str) -> None:
    field(page).fill(text)
    page.get_by_role("button", name="Check", exact=True).click()


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Applications")


def readings(page: Page) -> Locator:
    return page.locator("[data-coverage-names] > li")


def headline(page: Page) -> Locator:
    return page.locator("[data-coverage-headline]")


def cells(page: Page, partner: str) -> Locator:
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=partner))
    return row.get_by_role("cell")


def list_in_address(page: Page) -> str:
    return unquote(shown_address(page).partition("#list=")[2])


def test_a_pasted_list_is_answered_and_never_sent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("coverage/")
    check(page, LIST)
    expect(headline(page)).to_have_text(HEADLINE)
    expect(page.get_by_text(HEADLINE)).to_have_count(2)  # one of them is announced
    expect(readings(page).nth(0)).to_have_text("IBM RACF from “RACF”")
    expect(readings(page).nth(5)).to_have_text("Pyxis MedStation No partner lists or mentions it.")
    said = ["4 of 6", *["✓listed"] * 4, "–not listed", "Contact"]
    expect(cells(page, "IDMWORKS")).to_have_text(said)
    expect(page.get_by_text("2 partners together list the 5 that anyone lists")).to_be_visible()
    contact = cells(page, "IDMWORKS").get_by_role("link", name="Contact IDMWORKS")
    expect(contact).to_have_attribute("href", "https://www.idmworks.com/contacts/")
    nobody = page.locator(".catalog-nobody")
    expect(nobody).to_have_text("Pyxis MedStationRequest in public")
    expect(nobody.get_by_role("link")).to_have_attribute("href", re.compile("Pyxis%20MedStation"))
    expect(page.get_by_text("Anyone can read which application your company runs.")).to_be_visible()
    assert list_in_address(page) == LIST
    assert not [url for url in asked if "RACF" in url or "Pyxis" in url]


def test_a_shared_address_shows_the_answer_and_back_returns_to_it(page: Page) -> None:
    open_list(page, LIST)
    expect(headline(page)).to_have_text(HEADLINE)
    expect(field(page)).to_have_value(LIST)
    check(page, "Epic")
    expect(headline(page)).to_have_text("IDMWORKS lists it")
    page.go_back()
    expect(headline(page)).to_have_text(HEADLINE)
    page.get_by_role("main").get_by_role("button", name="Clear").click()
    expect(headline(page)).to_be_hidden()
    assert "#" not in shown_address(page)


def test_what_is_unclear_is_a_question(page: Page) -> None:
    open_list(page, "RACF\nSAP\nOracel Health")
    expect(headline(page)).to_have_text("IDMWORKS lists 1 of your 3 applications")
    expect(page.get_by_text("2 names are unclear. Choose what you mean above.")).to_be_visible()
    expect(readings(page).nth(1)).to_contain_text("Which one do you mean?")
    expect(readings(page).nth(2)).to_contain_text("Did you mean this one?")
    readings(page).nth(1).get_by_role("button", name="SAP ECC", exact=True).click()
    expect(page.get_by_role("button", name="Oracle Health")).to_be_focused()
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text("IDMWORKS lists all of your applications")
    assert list_in_address(page) == "RACF\nSAP ECC\nOracle Health"


def test_a_long_list_begins_with_the_first_names_and_all_questions(page: Page) -> None:
    page.goto("applications/")
    names = page.locator(".catalog-lines a").all_inner_texts()
    assert len(names) == 17
    open_list(page, "\n".join([*names, "SAP"]))
    expect(readings(page).filter(visible=True)).to_have_count(13)
    expect(readings(page).get_by_role("button", name="SAP ECC", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show all 18").click()
    expect(readings(page).filter(visible=True)).to_have_count(18)
    expect(readings(page).nth(12).get_by_role("link")).to_be_focused()


def test_partners_that_mention_a_name_in_their_texts_are_named(page: Page) -> None:
    open_list(page, "Epic\nlinux servers\nWorkday")
    said = "linux servers No partner lists it. 1 partner mentions it: IDMWORKS"
    expect(readings(page).nth(1)).to_have_text(said)
    expect(readings(page).nth(2)).to_have_text("Workday No partner lists or mentions it.")
    expect(page.locator(".catalog-nobody")).to_contain_text("linux servers mentioned by IDMWORKS")


def test_a_mention_that_seems_to_deny_a_name_is_marked(page: Page) -> None:
    def deny(route: Route) -> None:
        response = route.fetch()
        text = response.text().replace("Linux and Unix servers", "We don't cover Linux servers")
        route.fulfill(response=response, body=text)

    page.route("**/finder/texts/*.js", deny)
    open_list(page, "Epic\nlinux servers")
    expect(readings(page).nth(1)).to_contain_text("IDMWORKS (may say the opposite)")
    expect(page.locator(".catalog-nobody")).to_contain_text("IDMWORKS (may say the opposite)")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("aquera", "No partner lists it. 1 partner mentions it: Aquera"),
        ("unifyconnect", "No partner lists it. 1 partner mentions it: UNIFY Solutions"),
        ("mainframe", "Which one do you mean?"),
        ("SAP ECC 7.5", "Did you mean this one?"),
    ],
)
def test_what_an_entry_says_is_never_denied(name: str, said: str, page: Page) -> None:
    open_list(page, name)
    expect(readings(page)).to_contain_text(said)


def test_texts_that_cannot_be_loaded_are_not_said_to_be_searched(new_page: Page) -> None:
    new_page.route("**/finder/words/*", lambda route: route.fulfill(status=204))
    open_list(new_page, "linux servers")
    expect(readings(new_page)).to_have_text("linux servers No partner lists it.")


def test_one_column_of_a_spreadsheet_is_read_and_all_on_request(page: Page) -> None:
    page.goto("coverage/")
    check(page, "No.\tSystem\tOwner\n1\tRACF\tAnna\n2\tEpic\tBob")
    expect(headline(page)).to_have_text("IDMWORKS lists all of your applications")
    expect(page.get_by_text("We read column 2 of 3")).to_be_visible()
    expect(page.get_by_text("Left out as a heading: “System”.")).to_be_visible()
    page.get_by_role("button", name="Read all columns").click()
    expect(headline(page)).to_have_text("IDMWORKS lists 2 of your 5 applications")
    expect(page.get_by_role("heading", name="How we read your list")).to_be_focused()


def test_the_answer_is_copied_and_saved(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_list(page, f"{LIST}\nSAP")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("The link is copied.")).to_have_attribute("role", "status")
    assert page.evaluate("navigator.clipboard.readText()") == shown_address(page)
    page.get_by_role("button", name="Markdown").click()
    expect(page.get_by_text("The table is copied as Markdown.")).to_be_visible()
    markdown = page.evaluate("navigator.clipboard.readText()")
    assert "| IDMWORKS | 4 of 7 |" in markdown
    assert "<https://www.idmworks.com/contacts/> |" in markdown
    assert "Nobody lists: Pyxis MedStation" in markdown
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    expect(page.get_by_text("Saved as coverage.csv.")).to_be_visible()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Partner"] for row in rows] == ["IDMWORKS", "Aquera"]
    assert (rows[0]["IBM RACF"], rows[0]["ADP"]) == ("listed", "not listed")
    assert (rows[0]["Pyxis MedStation"], rows[0]["SAP"]) == ("not listed", "unclear")
    assert rows[0]["Contact"] == "https://www.idmworks.com/contacts/"


def test_what_a_browser_does_not_copy_is_selected(page: Page) -> None:
    page.goto("coverage/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    check(page, LIST)
    page.get_by_role("button", name="Copy link").click()
    text = page.get_by_role("textbox", name="Text to copy")
    expect(text).to_be_focused()
    expect(text).to_have_value(shown_address(page))


def test_the_field_in_the_header_and_the_page_share_what_they_load(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/assets/")[2]))
    open_list(page, "linux servers")
    page.get_by_role("searchbox").fill("unix")
    expect(page.get_by_role("search").locator("..").get_by_text("IDMWORKS").first).to_be_visible()
    check(page, "Epic, unix")
    expect(readings(page).nth(1)).to_contain_text("1 partner mentions it: IDMWORKS")
    scripts = [path for path in loaded if path.startswith("finder") and path != "finder.js"]
    assert len(scripts) == len(set(scripts))


def test_half_a_megabyte_is_cut_with_a_word_about_it(page: Page) -> None:
    page.goto("coverage/")
    page.locator("#coverage-list").evaluate(
        "node => { node.value = 'RACF\\n' + 'Contoso Ledger 12\\n'.repeat(30_000); }"
    )
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_text("We read the first 500 names.")).to_be_visible()
    expect(headline(page)).to_contain_text("IDMWORKS lists 1 of your 2")


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "%", "\u202eRACF", "__proto__"])
def test_texts_of_a_link_stay_text(text: str, page: Page) -> None:
    page.goto(f"coverage/#list={quote(text)}&x=%E0%A4%A")
    expect(field(page)).to_have_value(text)
    expect(page.locator("article img")).to_have_count(0)


def test_without_scripts_the_page_says_so(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("coverage/")
        expect(page.get_by_text("you need JavaScript")).to_be_visible()
        expect(page.get_by_role("button", name="Check")).to_have_count(0)


def test_a_list_is_checked_from_a_folder_on_disk(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "coverage" / "index.html").as_uri())
        check(page, LIST)
        expect(headline(page)).to_have_text(HEADLINE)
        page.reload()
        expect(headline(page)).to_have_text(HEADLINE)


@pytest.mark.parametrize("viewport", [PHONE])
@pytest.mark.parametrize(
    ("names", "is_shown"), [("RACF\nADP", True), (f"{LIST}\nACF2\nCalendly\nAurion", False)]
)
def test_on_a_phone_a_long_answer_has_only_what_is_listed(
    names: str, *, is_shown: bool, page: Page
) -> None:
    open_list(page, names)
    expect(page.locator(".catalog-cover .catalog-yes").first).to_be_visible()
    expect(page.locator(".catalog-cover .catalog-no").first).to_be_visible(visible=is_shown)


def test_an_answer_is_accessible(page: Page) -> None:
    open_list(page, f"{LIST}\nSAP")
    expect(headline(page)).to_be_visible()
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        assert violations(page) == []


@pytest.mark.parametrize("viewport", [SMALLEST, DESKTOP], ids=["320 px", "desktop"])
def test_an_answer_fits_the_window(page: Page, viewport: ViewportSize) -> None:
    open_list(page, f"{LIST}\nSAP\n{'x' * 150}")
    expect(headline(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_fifty_applications_among_a_thousand_partners(large_page: Page) -> None:
    large_page.goto("coverage/")
    names = large_page.evaluate(
        "async () => (await catalogFinderView.loadIndex()).applications.map(({ name }) => name)"
    )
    check(large_page, "\n".join(names[:50]))
    expect(headline(large_page)).to_contain_text(re.compile(r"lists? \d+ of your 50 applications"))
    expect(large_page.get_by_text("together list all 50")).to_be_visible()
    rows = large_page.locator(".catalog-cover tbody tr")
    expect(rows).to_have_count(25)
    large_page.get_by_role("button", name="Show more partners").click()
    expect(rows).to_have_count(50)
    expect(rows.nth(25).get_by_role("rowheader").get_by_role("link")).to_be_focused()
    large_page.emulate_media(media="print")
    expect(large_page.get_by_role("button", name="Show all 50")).to_be_hidden()
    expect(large_page.get_by_text("Paste your applications.")).to_be_hidden()
    read = large_page.locator(".catalog-read > li")
    assert len(set(read.evaluate_all("rows => rows.map((row) => row.offsetLeft)"))) > 1
    expect(rows.first.get_by_role("link", name=re.compile("^Contact"))).to_be_visible()
    assert large_page.evaluate("document.documentElement.scrollWidth") == DESKTOP["width"]
