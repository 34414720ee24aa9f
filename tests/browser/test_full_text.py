"""A customer searches every word of a large catalog, in the browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import build, check
from tests.browser.server import serve
from tests.browser.test_site import PHONE, light_and_dark, search, violations
from tests.browser.watch import Watch
from tests.checking import entry_text

HOSTILE = "The <img src=x onerror=alert(1)> gateway &lt;b&gt; <mark>escapes</mark> everything."
# Markdown resolves references. Everything else is text.
SHOWN = "The <img src=x onerror=alert(1)> gateway <b> <mark>escapes</mark> everything."
HOSTILE_NAME = "Contoso <i>&amp;</i> Sons"
CONFIGURATION = """\
site_name: Hostile catalog
theme: {name: material, font: false}
plugins: [search, {catalog: {full_text_limit: 0}}]
"""


@pytest.fixture(scope="module")
def hostile_site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose only partner wrote HTML. It is built without a check."""
    root = tmp_path_factory.mktemp("hostile")
    for folder in ("docs", "partners"):
        (root / folder).mkdir()
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    part = f"name: {json.dumps(HOSTILE_NAME)}\ndescription: {json.dumps(HOSTILE)}\n"
    entry = root / "partners" / "contoso.yaml"
    entry.write_text(entry_text(part), encoding="utf-8")
    build(check(load_settings(root)).publication, root / "site")
    with serve(root / "site") as url:
        yield url


def test_a_customer_finds_a_partner_by_words_of_its_description(large_page: Page) -> None:
    sent: list[Request] = []
    large_page.on("requestfinished", lambda request: sent.append(request))  # noqa: PLW0108 - Playwright takes functions only
    large_page.goto("")
    large_page.get_by_role("link", name="Search every word of the descriptions").click()
    field = large_page.get_by_role("searchbox", name="Words to search for")
    field.press_sequentially("orchestration services synchronize")
    status = large_page.get_by_role("status")
    expect(status).to_contain_text("“orchestration services synchronize.”")
    result = large_page.locator(".catalog-words .catalog-row").first
    expect(result.get_by_role("link")).to_have_text("Aquera")
    expect(result.locator("mark").first).to_be_visible()
    parts = [request.sizes() for request in sent if "/pagefind/" in request.url]
    assert 0 < sum(part["responseBodySize"] for part in parts) < 300_000
    result.get_by_role("link").click()
    expect(large_page.get_by_role("heading", level=1)).to_have_text("Aquera")


def test_the_query_is_in_the_address_and_more_results_are_shown_on_demand(
    large_page: Page,
) -> None:
    large_page.goto("search/?words=gateway")
    rows = large_page.locator(".catalog-words .catalog-row")
    expect(large_page.get_by_role("status")).to_have_text(
        re.compile(r"^[1-9]\d{2,} pages contain “gateway\.”$")
    )
    expect(rows).to_have_count(10)
    large_page.get_by_role("button", name="Show more").click()
    expect(rows).to_have_count(20)
    field = large_page.get_by_role("searchbox", name="Words to search for")
    expect(field).to_have_value("gateway")
    field.fill("qqqqzzzz")
    field.press("Enter")
    expect(large_page.get_by_role("status")).to_have_text("No pages contain “qqqqzzzz.”")
    expect(rows).to_have_count(0)
    assert large_page.url.endswith("/search/?words=qqqqzzzz")


def test_the_search_of_the_theme_still_finds_other_names(large_page: Page) -> None:
    large_page.goto("terms/")
    search(large_page, "AS400")
    first = large_page.locator(".md-search-result__item").first
    expect(first.get_by_role("heading").first).to_have_text("Who lists IBM i (AS/400)?")


@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_results_are_accessible(large_page: Page) -> None:
    large_page.goto("search/?words=gateway")
    expect(large_page.locator(".catalog-words .catalog-row")).to_have_count(10)
    assert violations(large_page) == []


def test_what_a_stranger_wrote_is_shown_as_text(browser: Browser, hostile_site_url: str) -> None:
    with browser.new_context(base_url=hostile_site_url) as context:
        watch = Watch(context, hostile_site_url.split("/")[2])
        page = context.new_page()
        page.goto("search/?words=escapes")
        row = page.locator(".catalog-words .catalog-row")
        expect(row.get_by_role("link")).to_have_text(HOSTILE_NAME)
        expect(row.locator(".catalog-row__text")).to_contain_text(SHOWN)
        assert row.locator("img, i, b, script").count() == 0
        assert watch.faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["from disk", "without scripts"])
def test_the_page_says_if_it_cannot_search(
    scripts: bool,  # noqa: FBT001 - a parameter of the test
    browser: Browser,
    large_site: Path,
) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto((large_site / "search" / "index.html").as_uri())
        expect(page.get_by_text("This search needs JavaScript and a web server")).to_be_visible()
        expect(page.get_by_role("searchbox", name="Words to search for")).to_have_count(0)


def test_a_site_without_an_address_states_none(page: Page, hostile_site_url: str) -> None:
    html = page.request.get(hostile_site_url).text()
    assert "og:title" in html
    assert not [claim for claim in ("canonical", "og:url", "og:image") if claim in html]
    assert "Sitemap" not in page.request.get(f"{hostile_site_url}robots.txt").text()
