"""Logos in a real browser: shown as pictures, and inert if a reader opens one by its address."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import DESKTOP, SCHEMES, show_in
from tests.browser.conftest import REPOSITORY, build, watched_page
from tests.browser.server import serve
from tests.checking import ordered_entry
from tests.loader.logos.test_png import PLAIN
from tests.loader.logos.test_svg import HONEST, logo

DRAWN = [f"drawn-{number}" for number in range(len(HONEST))]
SURFACES = "all => [...new Set(all.map((each) => getComputedStyle(each).backgroundColor))]"
ACTIVE = "script, foreignObject, a, animate, set, image, style, [onload], [onclick]"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with each honest SVG as a logo, a PNG, and a partner without a logo."""
    root = tmp_path_factory.mktemp("logos")
    (root / "partners/logos").mkdir(parents=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "docs", root / "docs")
    for identifier, inside in zip(DRAWN, HONEST.values(), strict=True):
        add(root, identifier, "svg", logo(inside))
    add(root, "painted", "png", PLAIN)
    add(root, "plain-words")
    with serve(build(root, root / "site")) as address:
        yield address


def add(root: Path, identifier: str, ending: str = "", content: bytes = b"") -> None:
    """Add an entry, with a logo if there is one."""
    keys = f"logo: {identifier}.{ending}\n" if ending else ""
    text = ordered_entry(keys, identifier)
    (root / f"partners/{identifier}.yaml").write_text(text, encoding="utf-8")
    if ending:
        (root / f"partners/logos/{identifier}.{ending}").write_bytes(content)


@pytest.fixture
def visit(browser: Browser, url: str) -> Iterator[Page]:
    with watched_page(browser, url, "light", DESKTOP) as page:
        yield page


def test_logos_are_pictures_on_a_light_tile(visit: Page) -> None:
    visit.goto("catalog/")
    for picture in visit.locator(".catalog-logo img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("each => each.naturalWidth") > 0
    expect(visit.locator(".catalog-logo img")).to_have_count(len(DRAWN) + 1)
    expect(visit.locator(".catalog-logo", has_text="PW")).to_have_count(1)
    for scheme in SCHEMES:
        show_in(visit, scheme)
        assert visit.locator(".catalog-logo:has(img)").evaluate_all(SURFACES) == [
            "rgb(255, 255, 255)"
        ]


def test_the_page_of_a_partner_shows_its_logo(visit: Page) -> None:
    visit.goto("partners/painted/")
    expect(visit.locator(".catalog-title img")).to_have_attribute("src", "../../logos/painted.png")


def test_an_opened_logo_runs_and_loads_nothing(browser: Browser, url: str) -> None:
    context = browser.new_context(base_url=url)
    page = context.new_page()
    requests: list[str] = []
    faults: list[str] = []
    context.on("request", lambda each: requests.append(each.url))
    context.on("dialog", lambda each: faults.append(each.message))
    # The browser itself asks each site for an icon.
    context.on("console", lambda each: faults.append(each.location["url"]))
    for identifier in DRAWN:
        answer = page.goto(f"logos/{identifier}.svg")
        assert answer
        assert answer.headers["content-type"] == "image/svg+xml"
        assert page.locator(ACTIVE).count() == 0
    context.close()
    assert len(requests) == len(DRAWN)
    assert all(fault.endswith("/favicon.ico") for fault in faults)
