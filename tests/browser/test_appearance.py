"""Styles that decide whether something is read as it is meant."""

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog_tool.site.numbers.plot import Bar, draw_bars
from tests.browser.accessibility import DESKTOP, PHONE
from tests.browser.test_site import search


def style(place: Locator, name: str) -> str:
    """The value of a property as the browser uses it."""
    found: str = place.evaluate(f"node => getComputedStyle(node).{name}")
    return found


def test_a_former_name_is_quieter_than_the_name(page: Page) -> None:
    page.goto("catalog/")
    heading = page.locator(".catalog-row .catalog-name").first
    assert style(heading, "fontWeight") == "400"
    assert int(style(heading.locator("a"), "fontWeight")) > 600
    size, of_name = (style(each, "fontSize") for each in (heading, heading.locator("a")))
    assert float(size.removesuffix("px")) < float(of_name.removesuffix("px"))
    assert style(heading, "color") != style(heading.locator("a"), "color")


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_check_boxes_have_the_color_scheme_of_the_page(page: Page, color_scheme: str) -> None:
    page.goto("catalog/")
    assert style(page.locator("[data-compare-pick]").first, "colorScheme") == color_scheme


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_answer_in_the_header_is_as_wide_as_the_header_and_reads_as_on_a_page(
    page: Page,
) -> None:
    page.goto("?q=racf", wait_until="networkidle")  # rows are drawn again once texts are read
    on_page = style(page.locator("[data-results] .catalog-row p").first, "fontSize")
    page.goto("terms/")
    search(page, "racf")
    row = page.get_by_role("banner").locator(".catalog-row p").first
    expect(row).to_be_visible()
    expect(row).to_have_css("font-size", on_page)
    panel, header = (
        page.locator(each).bounding_box() for each in (".catalog-quick__panel", ".md-header__inner")
    )
    assert panel is not None
    assert header is not None
    assert (panel["x"], panel["width"]) == (header["x"], header["width"])
    assert panel["y"] >= header["y"] + header["height"]


def test_without_a_palette_all_text_has_one_font(page: Page) -> None:
    page.goto("catalog/")
    page.evaluate("document.body.removeAttribute('data-md-color-scheme')")
    button = page.locator("main .catalog-button").first
    assert style(page.locator("body"), "fontFamily") == style(button, "fontFamily")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_band_of_the_home_page_begins_below_the_menu(page: Page) -> None:
    page.goto("")
    above = page.locator(".md-tabs:visible, .md-header").last.bounding_box()
    band = page.locator(".catalog-hero").bounding_box()
    assert above is not None
    assert band is not None
    assert band["y"] == pytest.approx(above["y"] + above["height"], abs=1)


def test_a_long_name_in_a_plot_ends_before_its_bar(page: Page) -> None:
    page.goto("numbers/")
    drawing = draw_bars("Categories", [Bar("Service management", 3, "3")])
    plot = page.locator("main svg:has(.bar)").first
    plot.evaluate("(node, drawing) => { node.innerHTML = drawing }", str(drawing))
    name, bar = (plot.locator(each).bounding_box() for each in ("text.name", "rect.bar"))
    assert name is not None
    assert bar is not None
    assert name["x"] + name["width"] < bar["x"]
