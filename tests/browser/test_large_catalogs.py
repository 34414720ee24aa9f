"""Readers of a catalog with 312 partners, and of one with 10,000."""

import gzip

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.accessibility import violations

PAYROLL = "applications/clearaccount-payroll/"
"""The page of the invented application that most partners list."""

BUSY = {
    "home": ("", "h1"),
    "answer": ("?q=payroll", "[data-hit]"),
    "catalog": ("catalog/", ".catalog-row"),
    "partner": ("partners/idmworks/", "h1"),
    "applications": ("applications/", ".catalog-lines a"),
    "application": (PAYROLL, ".catalog-row"),
    "category": ("categories/mainframe/", "h1"),
    "coverage": ("coverage/#list=RACF%0AClearAccount%20Payroll%0AEpic%0AADP", "thead"),
}
"""The address of each kind of page, and what it shows when it is complete."""


@pytest.mark.parametrize(("address", "shown"), BUSY.values(), ids=BUSY.keys())
def test_pages_with_many_partners_are_accessible(
    address: str, shown: str, middle_page: Page
) -> None:
    middle_page.goto(address)
    expect(middle_page.locator(shown).first).to_be_visible()
    assert violations(middle_page, of_each_text=False) == []


LARGEST = ("", "catalog/", "catalog/s/", "partners/alder-account/")
"""Pages of the site of 10,000 partners."""


def test_pages_of_ten_thousand_partners_are_light(huge_page: Page) -> None:
    for address in LARGEST:
        finished = loads(huge_page)
        huge_page.goto(address, wait_until="networkidle")
        assert len(finished) <= 15, address
        assert compressed(finished) <= 200_000, address


def test_an_answer_among_ten_thousand_partners_is_light(huge_page: Page) -> None:
    huge_page.goto("", wait_until="networkidle")
    finished = loads(huge_page)
    field = huge_page.get_by_role("main").get_by_role("searchbox")
    field.fill("payroll")
    first = huge_page.locator("[data-hit]").first
    expect(first).to_contain_text("Payroll")
    huge_page.wait_for_load_state("networkidle")
    assert len(finished) <= 15
    answered = compressed(finished)
    assert answered <= 250_000
    name = first.inner_text()
    with huge_page.expect_response("**/finder/words/*.js"):  # who only mentions it
        field.fill(name)
    huge_page.wait_for_load_state("networkidle")
    assert compressed(finished) <= answered + 60_000


def test_large_numbers_are_not_cut_from_their_plots(huge_page: Page) -> None:
    huge_page.goto("numbers/")
    expect(huge_page.locator(".catalog-plot").first).to_contain_text("5,")
    assert huge_page.evaluate(CUT) == []


CUT = """
() => [...document.querySelectorAll(".catalog-plot text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    const isClipped = getComputedStyle(text.ownerSVGElement).overflow !== "visible";
    const edge = text.closest(isClipped ? "svg" : "figure").getBoundingClientRect();
    return left < edge.left || right > edge.right;
}).map((text) => text.textContent)
"""


def loads(page: Page) -> list[Request]:
    """Return a list that fills with the requests that the page finishes, as on a first visit."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108 - Playwright takes functions only
    return finished


def compressed(finished: list[Request]) -> int:
    """The bytes that a server sends which compresses, as almost all do."""
    answers = (request.response() for request in finished)
    return sum(len(gzip.compress(answer.body())) for answer in answers if answer)
