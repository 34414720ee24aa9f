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


@pytest.mark.parametrize("of_each_text", [True, False])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_pale_heading_is_reported_for_its_color_scheme(
    page: Page, scheme: ColorScheme, *, of_each_text: bool
) -> None:
    page.goto("terms/")
    page.evaluate(PALE, SCHEMES[scheme])
    (found,) = violations(page, of_each_text=of_each_text)
    assert found.startswith(f"{scheme}: color-contrast: <h1")


@pytest.mark.parametrize(
    "style", ["color: #aaa", "opacity: .4", "background: #999", "font-size: 9px; color: #888"]
)
def test_one_pale_row_of_many_is_reported(page: Page, style: str) -> None:
    page.goto("applications/")
    row = page.locator(".catalog-lines a").nth(9)
    row.evaluate("(node, style) => { node.id = 'pale'; node.style.cssText = style; }", style)
    found = violations(page, of_each_text=False)
    assert found
    assert all("color-contrast: <a" in each and 'id="pale"' in each for each in found)


def test_a_row_on_the_surface_of_another_is_reported(page: Page) -> None:
    page.goto("applications/")
    rows = page.locator(".catalog-lines > li")
    rows.nth(8).evaluate(
        """(node) => {
            node.replaceChildren();
            node.style.cssText = "height: 9em; margin-bottom: -9em; background: #888";
        }"""
    )
    shown = rows.nth(9).locator("a").inner_text()
    found = violations(page, of_each_text=False)
    assert any("color-contrast: <a" in each and f">{shown}</a>" in each for each in found)


def test_rows_below_one_that_axe_says_nothing_about_are_reported(page: Page) -> None:
    page.goto("applications/")
    links = page.locator(".catalog-lines a")
    links.evaluate_all("(links) => { for (const link of links) link.style.color = '#aaa'; }")
    links.first.evaluate("(link) => { link.textContent = 'X'; }")
    assert any("color-contrast: <a" in each for each in violations(page, of_each_text=False))


def test_a_button_without_a_name_is_reported(page: Page) -> None:
    page.goto("terms/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {each.split(": ")[1] for each in violations(page)} >= {"button-name"}


@pytest.mark.parametrize(
    "stopped",
    ["animation.pause()", "document.querySelector('footer').style.contentVisibility = 'hidden'"],
)
def test_an_animation_that_never_ends_is_not_waited_for(page: Page, stopped: str) -> None:
    page.goto("terms/")
    page.evaluate(
        f"""() => {{
            const link = document.querySelector("footer a");
            const animation = link.animate({{ opacity: [0.1, 1] }}, 1e9);
            {stopped};
        }}"""
    )
    assert violations(page) == []
