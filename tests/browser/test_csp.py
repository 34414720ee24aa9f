"""The policy of the pages: their own features work, and injected content does nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.server import serve
from tests.browser.test_every_page import KINDS
from tests.browser.test_finder import field, results
from tests.browser.test_site import search

# Reports what a page's policy blocks. The console reports it too, and ``page`` watches that.
LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => {
  report(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
ACTED = "globalThis.acted === true"
INJECTED = {
    "a script": ("<script>acted = true</script>", "script-src-elem inline"),
    "an event handler": ("<img src='x' onerror='acted = true'>", "script-src-attr inline"),
    "a script of another host": (
        "<script src='http://127.0.0.1:9/x.js'></script>",
        "script-src-elem http://127.0.0.1:9/x.js",
    ),
    "a script in an address": (
        "<script src='data:text/javascript,acted=true'></script>",
        "script-src-elem data",
    ),
    "a style": ("<style>h1{display:none}</style>", "style-src-elem inline"),
    "a style attribute": ("<p style='display:none'>x</p>", "style-src-attr inline"),
    "an image of another host": (
        "<img src='http://127.0.0.1:9/x.gif'>",
        "img-src http://127.0.0.1:9/x.gif",
    ),
    "a style sheet of another host": (
        "<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>",
        "style-src-elem http://127.0.0.1:9/x.css",
    ),
    "a font of another host": (
        "<link rel='preload' as='font' crossorigin href='http://127.0.0.1:9/x.woff2'>",
        "font-src http://127.0.0.1:9/x.woff2",
    ),
    "data of another host": (
        "<link rel='preload' as='fetch' crossorigin href='http://127.0.0.1:9/x.json'>",
        "connect-src http://127.0.0.1:9/x.json",
    ),
    "a film of another host": (
        "<video src='http://127.0.0.1:9/x.mp4'></video>",
        "media-src http://127.0.0.1:9/x.mp4",
    ),
    "an object": (
        "<object data='http://127.0.0.1:9/x'></object>",
        "object-src http://127.0.0.1:9",
    ),
    "a frame": ("<iframe src='http://127.0.0.1:9/'></iframe>", "frame-src http://127.0.0.1:9"),
    "another base": ("<base href='http://127.0.0.1:9/'>", "base-uri http://127.0.0.1:9"),
}


def refusals(context: BrowserContext) -> list[str]:
    """Return a list that collects everything that the policies of a context's pages block."""
    blocked: list[str] = []

    def report(what: str) -> None:
        blocked.append(what)

    context.expose_function("report", report)
    context.add_init_script(LISTEN)
    return blocked


def test_no_kind_of_page_violates_its_policy_on_disk(browser: Browser, site: Path) -> None:
    """The tests of every page have what a browser reports of those from a server."""
    with browser.new_context() as context:
        refused = refusals(context)
        page = context.new_page()
        for address in KINDS.values():
            page.goto(f"{site.as_uri()}/{address}index.html")
            assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
        page.wait_for_load_state("networkidle")
        assert refused == []


def test_finder_search_colors_and_form_work_under_the_policy(page: Page) -> None:
    refused = refusals(page.context)
    page.goto("")
    field(page).fill("racf")
    expect(results(page)).to_contain_text("IBM RACF")
    page.goto("contribute/")
    page.get_by_label(re.compile("^Name")).first.fill("Contoso <script>")
    expect(page.locator("[data-yaml]")).to_contain_text("Contoso <script>")
    search(page, "racf")
    expect(page.locator("[data-hit]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("label[for=__palette_1]").click()
    page.locator("label[for=__palette_2]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert refused == []


@pytest.fixture(scope="module")
def spoiled_url(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with a page for each kind of injected content."""
    folder = tmp_path_factory.mktemp("spoiled") / "site"
    shutil.copytree(site, folder)
    html = (folder / "terms" / "index.html").read_text(encoding="utf-8")
    for number, (injected, _) in enumerate(INJECTED.values()):
        spoiled = html.replace("</head>", f"{injected}</head>")
        (folder / "terms" / f"{number}.html").write_text(spoiled, encoding="utf-8")
    with serve(folder) as url:
        yield url


def _wait_for_reports(page: Page, refused: list[str]) -> None:
    """Wait until something is blocked. An object is only fetched when the page is laid out."""
    for _ in range(50):
        if refused:
            return
        page.wait_for_timeout(100)


def test_injected_content_does_nothing(browser: Browser, spoiled_url: str) -> None:
    with browser.new_context() as context:
        refused = refusals(context)
        page = context.new_page()
        for number, (injected, (_, expected)) in enumerate(INJECTED.items()):
            refused.clear()
            page.goto(f"{spoiled_url}terms/{number}.html")
            _wait_for_reports(page, refused)
            assert expected in [each.rstrip("/") for each in refused], injected
            assert not page.evaluate(ACTED), injected
            expect(page.get_by_role("heading", level=1)).to_be_visible()
