"""What a page is like for readers: axe's verdict, color schemes, windows, and its address."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.sampling import IN_CI

ColorScheme = Literal["dark", "light"]

PHONE: ViewportSize = {"width": 360, "height": 740}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
SCHEMES: dict[ColorScheme, str] = {"dark": "slate", "light": "default"}
"""The theme's name of each color scheme."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"target-size": {"enabled": True}}  # a rule of WCAG 2.2 that is off by default
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"], "rules": RULES}
# The rules that read colors. A color scheme changes nothing else.
OF_COLORS = ["color-contrast", "link-in-text-block"]
AXE_OF_COLORS = AXE | {"runOnly": {"type": "rule", "values": OF_COLORS}, "rules": {}}
# Not waiting for their end: one that is paused, or in a part that isn't drawn, never gets there.
# The end of one can start another: a transition of a color that a child inherits.
END_ANIMATIONS = """
() => {
    const isFinite = ({ effect }) => effect.getComputedTiming().endTime !== Infinity;
    for (let round = 0; round < 9; round += 1) {
        document.getAnimations().filter(isFinite).forEach((animation) => animation.finish());
    }
}
"""
# What decides about the colors of a text: its own style, the surfaces that it is on, what else is
# painted over or under it, and why axe would say nothing: hidden, disabled, or a single letter.
ONE_OF_EACH_LOOK = """
() => {
    const looks = new Map();
    const surfaces = new Map([[null, ""]]);
    const painted = (style) => [style.backgroundColor, style.backgroundImage,
        style.backgroundBlendMode, style.backgroundSize, style.backgroundPosition].join();
    const generated = (node, part) => {
        const style = getComputedStyle(node, part);
        const { content, position } = style;
        return content === "none" ? "" : [content, position, painted(style)].join();
    };
    const isOutside = ({ right, bottom, width, height }) =>
        right + scrollX <= 0 || bottom + scrollY <= 0 || width <= 1 || height <= 1;
    const surface = (node) => {
        if (!surfaces.has(node)) {
            const style = getComputedStyle(node);
            const own = [style.color, style.opacity, style.filter, style.position, painted(style),
                style.mixBlendMode, style.visibility, style.clip, style.clipPath,
                generated(node, "::before"), generated(node, "::after"),
                isOutside(node.getBoundingClientRect())];
            surfaces.set(node, `${surface(node.parentElement)} > ${own.join()}`);
        }
        return surfaces.get(node);
    };
    const isPainted = (node) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(node);
        const isPicture = node.matches("img, svg, video, canvas, object, iframe");
        return isPicture || backgroundImage !== "none" || !backgroundColor.endsWith(", 0)");
    };
    const boxes = [...document.querySelectorAll("body *")].filter(isPainted)
        .map((node) => ({ node, box: node.getBoundingClientRect() }));
    const meets = (one, other) => one.left < other.right && other.left < one.right
        && one.top < other.bottom && other.top < one.bottom;
    const holds = (one, other) => one.left <= other.left && other.right <= one.right
        && one.top <= other.top && other.bottom <= one.bottom;
    const crossed = (text) => {
        const own = text.getBoundingClientRect();
        return boxes
            .filter(({ node, box }) => meets(own, box) && !node.contains(text))
            .map(({ node, box }) => [text.contains(node), holds(box, own), surface(node)].join());
    };
    const isDisabled = (node) => {
        const control = node.closest("label")?.control ?? node;
        return control.matches(":disabled, [aria-disabled=true], [aria-disabled=true] *");
    };
    const isText = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    for (const node of document.querySelectorAll("body, body *")) {
        if ([...node.childNodes].some(isText) || node.matches("input, select, textarea")) {
            const style = getComputedStyle(node);
            const own = [node.localName, node.type, style.fontSize, style.fontWeight,
                style.textShadow, style.textDecoration, style.borderBottom, isDisabled(node),
                node.checkVisibility(), /[a-z0-9]{2}/i.test(node.textContent)];
            const look = `${surface(node)} > ${own.join()} > ${crossed(node).join()}`;
            looks.set(look, looks.get(look) ?? node);
        }
    }
    return [...looks.values()];
}
"""
# Sending only the violations takes half as long as sending everything that axe looked at.
RUN = f"""
async ([options, isEachText]) => {{
    const chosen = isEachText ? [] : ({ONE_OF_EACH_LOOK})();
    chosen.forEach((node) => node.setAttribute("data-look", ""));
    const selector = isEachText ? "*" : "[data-look]";
    axe.configure({{ rules: [{{ id: "color-contrast", selector }}] }});
    const {{ violations }} = await axe.run(document, options);
    chosen.forEach((node) => node.removeAttribute("data-look"));
    return violations.flatMap(({{ id, nodes }}) =>
        nodes.map(({{ html, failureSummary }}) => `${{id}}: ${{html}}: ${{failureSummary}}`));
}}
"""


def width(page: Page) -> int:
    """The width of the page in CSS pixels, including content that needs scrolling."""
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


def shown_address(page: Page) -> str:
    """The address that the browser shows. Playwright's own hears of a change later."""
    found: str = page.evaluate("location.href")
    return found


def show_in(page: Page, scheme: ColorScheme) -> None:
    """Show an open page to a reader with this color scheme."""
    # The theme shows one of its switches when it has begun to watch the scheme.
    expect(page.locator("[data-md-component=palette] label:not([hidden])")).to_have_count(1)
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


def violations(page: Page, *, of_each_text: bool = IN_CI) -> list[str]:
    """Return axe's violations of WCAG 2.2 AA and best practices, in dark and in light.

    Animations are at their end, because text is too pale during a fade. Whatever a color scheme
    doesn't change is judged once.

    Args:
        page: any page.
        of_each_text: whether to judge the colors of each text in dark, as CI does; otherwise, as in
            light, of the first of those that look the same and are on the same surfaces. It takes a
            third of the time.

    Returns:
        Color scheme, rule, element, and reason of each.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(Axe().axe_script)
    found: list[str] = []
    for scheme in SCHEMES:
        show_in(page, scheme)
        page.evaluate(END_ANIMATIONS)
        run = (AXE, of_each_text) if scheme == "dark" else (AXE_OF_COLORS, False)
        found += (f"{scheme}: {each}" for each in page.evaluate(RUN, run))
    return found
