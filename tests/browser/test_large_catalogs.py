"""Readers of a catalog with 312 partners, and of one with 10,000."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_site import light_and_dark, violations

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


@light_and_dark
@pytest.mark.parametrize(("address", "shown"), BUSY.values(), ids=BUSY.keys())
def test_pages_with_many_partners_are_accessible(
    address: str, shown: str, middle_page: Page
) -> None:
    middle_page.goto(address)
    expect(middle_page.locator(shown).first).to_be_visible()
    assert violations(middle_page) == []
