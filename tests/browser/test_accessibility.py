"""axe can fail: it sees too little contrast in either color scheme, and what has no name."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import SCHEMES, ColorScheme, violations

PALE = """
(name) => {
    const sheet = new CSSStyleSheet();
    const pale = "color: #777 !important; background: #888 !important";
    sheet.replaceSync(`[data-md-color-scheme=${name}] h1 { ${pale} }`);
    document.adoptedStyleSheets.push(sheet);
}
"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_pale_heading_is_reported_for_its_color_scheme(page: Page, scheme: ColorScheme) -> None:
    page.goto("terms/")
    page.evaluate(PALE, SCHEMES[scheme])
    (found,) = violations(page)
    assert found.startswith(f"{scheme}: color-contrast: <h1")


def test_a_button_without_a_name_is_reported(page: Page) -> None:
    page.goto("terms/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {each.split(": ")[1] for each in violations(page)} >= {"button-name"}
