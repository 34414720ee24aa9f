"""A real browser on the finished site: no payload is run, fetched, asked or built into a page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.conftest import FLAGS
from tests.browser.server import serve
from tests.browser.test_finder import field, results
from tests.browser.watch import Watch
from tests.hostile.corpus import FAMILIES, MARK, PAYLOADS, SHOWN

SHARED = ["", "catalog/", "applications/", "categories/", "categories/kind/", "compare/"]
# Of these families each partner's page is opened, for its title and its description too.
OPENED = ("html", "data in scripts")
# Elements that the theme has no use for, wherever a payload may have put them.
UNKNOWN = "iframe, object, embed, base, math, style, [onclick], [onerror], [onload], main img"


@pytest.fixture(scope="module")
def reader(hostile_site: Path) -> Iterator[Page]:
    """A page in a browser; the tests fail on whatever a reader must never meet."""
    path = chromium.find()
    assert path, "there is no Chromium: run `make test`, or `python -m tests.browser.chromium`"
    with sync_playwright() as playwright, serve(hostile_site) as url:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        context = browser.new_context(base_url=url)
        watch = Watch(context, urlsplit(url).netloc)
        yield context.new_page()
        browser.close()
        assert not watch.faults, "\n".join(watch.faults)


def partner_pages() -> Iterator[str]:
    names = {f"{family}: {name}" for family in OPENED for name in FAMILIES[family]}
    for number, name in enumerate(SHOWN, start=1):
        if name in names:
            yield f"partners/p{number}/"


def test_no_page_has_an_element_of_a_payload(reader: Page) -> None:
    for address in (*SHARED, *partner_pages()):
        reader.goto(address)
        expect(reader.locator(UNKNOWN)).to_have_count(0)


def test_the_finder_shows_payloads_as_text(reader: Page) -> None:
    reader.goto("")
    field(reader).fill(MARK)
    expect(results(reader)).to_contain_text(PAYLOADS["html: element"])
    expect(results(reader).locator("script, img, iframe, style, svg[onload]")).to_have_count(0)
