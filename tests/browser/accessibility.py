"""What a page is like for readers: axe's verdict, color schemes, and windows."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

ColorScheme = Literal["dark", "light"]

PHONE: ViewportSize = {"width": 360, "height": 740}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
SCHEMES: dict[ColorScheme, str] = {"dark": "slate", "light": "default"}
"""The theme's name of each color scheme."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
AXE["rules"] = {"target-size": {"enabled": True}}  # a rule of WCAG 2.2 that is off by default
# The rules that read colors. A color scheme changes nothing else.
OF_COLORS = ["color-contrast", "link-in-text-block"]
AXE_OF_COLORS = AXE | {"runOnly": {"type": "rule", "values": OF_COLORS}, "rules": {}}
AT_REST = """
() => Promise.allSettled(
    document.getAnimations()
        .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished)
)
"""
# Sending only the violations takes half as long as sending everything that axe looked at.
RUN = """
async (options) => {
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
}
"""


def width(page: Page) -> int:
    """The width of the page in CSS pixels, including content that needs scrolling."""
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


def show_in(page: Page, scheme: ColorScheme) -> None:
    """Show an open page to a reader with this color scheme."""
    # The theme shows one of its switches when it has begun to watch the scheme.
    expect(page.locator("[data-md-component=palette] label:not([hidden])")).to_have_count(1)
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


def violations(page: Page) -> list[str]:
    """Return axe's violations of WCAG 2.2 AA and best practices, in dark and in light.

    It runs after animations end, because text is too pale during a fade. Whatever a color scheme
    doesn't change is judged once.

    Returns:
        Color scheme, rule, element, and reason of each.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(Axe().axe_script)
    found: list[str] = []
    schemes: dict[ColorScheme, object] = {"dark": AXE, "light": AXE_OF_COLORS}
    for scheme, options in schemes.items():
        show_in(page, scheme)
        page.evaluate(AT_REST)
        found += (f"{scheme}: {each}" for each in page.evaluate(RUN, options))
    return found
