"""Draw the picture that shared links show: ``python -m tests.browser.social_card``.

It has no words and no names, so that it suits every catalog. Draw it again if the colors or the
drawing of the home page change.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium

WIDTH, HEIGHT = 1200, 630
CARD = Path(__file__).parents[2] / "catalog_tool/site/theme/assets/social-card.png"
# The drawing of the home page (`macros.html`), in the light colors of `colors.css`.
DRAWING = """
<!doctype html>
<style>body { margin: 0; background: #fbfaf7 }</style>
<svg viewBox="-148 -34 600 315" width="1200" height="630" fill="#fff" stroke="#7b8b8e"
     stroke-width="2" stroke-linecap="round">
  <circle cx="152" cy="124" r="170" fill="#e2efec" stroke="none"/>
  <path fill="none" stroke="#a9b6b5" d="M34 118H116M164 118C214 118 206 28 256 28M164 118C214 118
    206 73 256 73M164 118C214 118 206 163 256 163M164 118C214 118 206 208 256 208"/>
  <path fill="none" stroke="#0b5d5e" stroke-width="4" d="M54 118H116M164 118H254"/>
  <circle cx="30" cy="118" r="24"/>
  <path stroke="#0b5d5e" stroke-width="3" d="M20 118H40M30 108V128"/>
  <rect x="116" y="94" width="48" height="48" rx="13" fill="#0b5d5e" stroke="#0b5d5e"/>
  <circle cx="140" cy="118" r="9" fill="none" stroke="#f2b866" stroke-width="4"/>
  <rect x="256" y="13" width="42" height="30" rx="9"/>
  <rect x="256" y="58" width="42" height="30" rx="9"/>
  <rect x="256" y="103" width="42" height="30" rx="9" fill="#f2b866" stroke="#98480a"
        stroke-width="3"/>
  <rect x="256" y="148" width="42" height="30" rx="9"/>
  <rect x="256" y="193" width="42" height="30" rx="9"/>
</svg>
"""


def main() -> int:
    """Write the picture into the theme."""
    path = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(DRAWING)
        page.screenshot(path=CARD)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
