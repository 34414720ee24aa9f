"""The filters and the order of the catalog, with 3 and with 312 partners."""

import csv
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import PHONE, shown_address, violations


def rows(page: Page) -> Locator:
    return page.locator(".catalog-row:visible")


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def asked(page: Page) -> list[tuple[str, str]]:
    """The filters and the order in the address."""
    return parse_qsl(urlsplit(shown_address(page)).query)


def box(page: Page, value: str) -> Locator:
    return page.locator(f".catalog-filters input[value='{value}']")


def number(page: Page, value: str) -> int:
    """The number beside a box."""
    return int(box(page, value).locator("xpath=..").locator("small").inner_text())


def test_a_filter_is_a_chip_and_in_the_address(page: Page) -> None:
    page.goto("catalog/")
    expect(count(page)).to_have_text("3 partners")
    page.get_by_label("Outbound").check()
    expect(count(page)).to_have_text("2 of 3 partners")
    expect(rows(page)).to_have_count(2)
    page.get_by_label("Mainframe").check()
    expect(count(page)).to_have_text("1 of 3 partners")
    assert asked(page) == [("category", "mainframe"), ("directions", "outbound")]
    assert violations(page) == []
    page.get_by_role("button", name="Remove filter: Mainframe").click()
    expect(page.get_by_role("button", name="Remove filter: Outbound")).to_be_focused()
    expect(rows(page)).to_have_count(2)
    page.go_back()
    expect(rows(page)).to_have_count(1)
    page.reload()
    expect(count(page)).to_have_text("1 of 3 partners")
    page.get_by_role("button", name="Clear all").click()
    expect(count(page)).to_have_text("3 partners")
    assert asked(page) == []


def test_filters_that_leave_nothing_say_which_one_to_remove(middle_page: Page) -> None:
    page = middle_page
    page.goto("catalog/?category=expense&category=nonsense&tested_on=fresh&tested_on=old&from=mail")
    expect(count(page)).to_have_text("0 of 312 partners")
    nothing = page.locator(".catalog-empty")
    expect(nothing).to_contain_text("No partner matches all filters.")
    assert violations(page) == []
    nothing.get_by_role("button", name="Remove").click()
    expect(nothing).to_have_count(0)
    assert ("from", "mail") in asked(page)


def test_a_number_says_what_a_box_gives(middle_page: Page) -> None:
    """Among all others that stay: first alone, then with another group, then in the same group."""
    page = middle_page
    page.goto("catalog/")
    for value, others in (("mainframe", 0), ("rest", 0), ("erp", None)):
        expected = number(page, value)
        before = 0 if others is not None else rows(page).count()
        box(page, value).check()
        both = rows(page).count()
        assert both == expected or before < both <= before + expected, value
    states = page.locator(".catalog-row").evaluate_all(
        "rows => rows.map((row) => [!row.hidden, row.dataset.states])"
    )
    names = page.locator(".catalog-filters input").evaluate_all(
        "all => all.map((one) => one.value)"
    )
    for is_shown, positions in states:
        stated = {names[int(at)] for at in (positions or "").split()}
        assert is_shown == bool("rest" in stated and stated & {"mainframe", "erp"})


def test_a_long_group_unfolds(middle_page: Page) -> None:
    middle_page.goto("catalog/")
    group = middle_page.get_by_role("group", name="Category")
    expect(group.get_by_role("checkbox")).to_have_count(8)
    group.get_by_role("button", name="All").click()
    assert group.get_by_role("checkbox").count() > 8
    expect(group.locator(":focus")).to_have_count(1)


def test_a_group_has_as_many_boxes_as_fit_and_none_is_empty(middle_page: Page) -> None:
    page = middle_page
    page.goto("catalog/?category=mainframe")
    group = page.get_by_role("group", name="Category")
    expect(group.get_by_role("checkbox")).to_have_count(8)
    expect(group.get_by_role("button", name="All")).to_be_visible()
    assert page.locator(".catalog-filters fieldset:visible").count() > 2
    page.goto("catalog/?category=expense&category=nonsense&tested_on=fresh&tested_on=old")
    for shown in page.locator(".catalog-filters fieldset:visible").all():
        assert shown.get_by_role("checkbox").count()
        assert shown.get_by_role("checkbox").count() <= 8


def test_the_order_can_be_by_the_date_of_the_test(middle_page: Page) -> None:
    page = middle_page
    page.goto("catalog/?sort=nonsense")
    first = rows(page).first.locator("h3").inner_text()
    expect(page.get_by_role("navigation", name="First letters")).to_be_visible()
    page.get_by_label("Sort").select_option("Recently tested")
    days = page.locator(".catalog-row time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 20
    assert asked(page) == [("sort", "tested")]
    expect(page.get_by_role("navigation", name="First letters")).to_be_hidden()
    page.go_back()
    expect(rows(page).first.locator("h3")).to_have_text(first)


def test_the_page_of_a_letter_has_filters_that_other_letters_keep(large_page: Page) -> None:
    page = large_page
    page.goto("catalog/a/")
    every = rows(page).count()
    expect(count(page)).to_have_text(f"{every} partners")
    expected = number(page, "rest")
    box(page, "rest").check()
    expect(count(page)).to_have_text(f"{expected} of {every} partners")
    expect(rows(page)).to_have_count(expected)
    page.get_by_label("Sort").select_option("Recently tested")
    letters = page.get_by_role("navigation", name="First letters")
    expect(letters).to_be_visible()
    letters.get_by_role("link", name="S", exact=True).click()
    page.wait_for_url("**/catalog/s/**")
    assert asked(page) == [("interfaces", "rest"), ("sort", "tested")]
    expect(count(page)).to_have_text(re.compile(r"^\d+ of \d+ partners$"))
    page.get_by_role("button", name="Remove filter: REST").click()
    href = letters.get_by_role("link", name="A", exact=True).get_attribute("href") or ""
    assert href.endswith("catalog/a/?sort=tested")
    assert violations(page) == []


def saved(page: Page) -> list[dict[str, str]]:
    """The partners in the file that the page offers."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_the_partners_that_are_left_are_saved_as_csv(page: Page) -> None:
    page.goto("catalog/?directions=outbound")
    assert [each["Partner"] for each in saved(page)] == ["Aquera", "IDMWORKS"]
    page.get_by_label("Mainframe").check()
    (idmworks,) = saved(page)
    assert idmworks["Applications"].startswith("CA ACF2; ")
    assert idmworks["Direction"] == "Outbound"
    assert idmworks["Contact"] == "https://www.idmworks.com/contacts/"
    assert idmworks["Website"] == "https://www.idmworks.com/identity-forge"


def test_all_partners_of_an_answer_are_saved_as_csv(large_page: Page) -> None:
    page = large_page
    page.goto("?category=hr")
    heading = page.locator("[data-group=partners] h2")
    expect(heading).to_have_text(re.compile(r"^\d+ partners$"))
    partners = [each["Partner"] for each in saved(page)]
    assert f"{len(set(partners))} partners" == heading.inner_text()
    assert len(partners) == len(set(partners)) > 100
    rows = page.locator("[data-group=partners] .catalog-name a")
    assert partners[:8] == rows.all_text_contents()


def test_a_download_that_fails_can_be_tried_again(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/partners-csv.js", lambda route: route.abort())
        page.goto("catalog/")
        page.get_by_role("button", name="Download CSV").click()
        again = page.get_by_role("button", name="Download failed. Try again.")
        expect(again).to_be_visible()
        page.unroute_all()
        with page.expect_download():
            again.click()


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_a_phone_shows_the_filters_as_a_sheet(page: Page) -> None:
    page.goto("catalog/")
    opener = page.get_by_role("button", name="Filters")
    opener.click()
    sheet = page.get_by_role("dialog", name="Filters")
    sheet.get_by_label("Outbound").check()
    assert violations(page) == []
    sheet.get_by_role("button", name="Show 2 partners").click()
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_text("Filters (1)")
    expect(rows(page)).to_have_count(2)
    opener.click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_without_scripts_all_rows_are_there_and_no_filters(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("catalog/?directions=outbound")
        expect(rows(page)).to_have_count(3)
        expect(page.get_by_role("checkbox")).to_have_count(0)
        expect(page.get_by_label("Sort")).to_be_hidden()
        expect(page.get_by_role("button", name="Filters")).to_be_hidden()


def test_without_its_script_the_catalog_has_no_filters(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/catalog/filters.js", lambda route: route.abort())
        page.goto("catalog/")
        expect(page.locator(".catalog-filters")).to_be_hidden()
        expect(rows(page)).to_have_count(3)
