"""Below those that list an application are those that only mention it, once a reader pauses."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import REPOSITORY, OpenTab, build, emptied
from tests.browser.server import serve

MENTIONING = """\
# yaml-language-server: $schema=../docs/schema/partner.schema.json
name: Contoso Identity
website: https://www.contoso.com
contact: sales@contoso.com
description: |
  We read RACF groups that nobody has used for a year.
applications:
  - Epic
"""


@pytest.fixture(scope="module")
def mentioning_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("mentioning")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for folder in ("docs", "partners"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    (root / "partners/contoso-identity.yaml").write_text(MENTIONING, encoding="utf-8")
    with serve(build(root, root / "site")) as url:
        yield url


@pytest.fixture
def page(open_tab: OpenTab, mentioning_url: str) -> Iterator[Page]:
    with emptied(*open_tab(mentioning_url, "light", {"width": 1280, "height": 800})) as page:
        yield page


def test_who_only_mentions_it_follows_when_the_typing_pauses(page: Page) -> None:
    page.goto("")
    page.get_by_role("searchbox").press_sequentially("racf")
    also = page.locator("[data-results] [data-group=also]")
    expect(also.get_by_role("heading", level=2)).to_have_text("Also mentioned by")
    expect(also.get_by_role("listitem")).to_contain_text("Contoso Identity")
    expect(also.locator(".catalog-quote mark")).to_have_text("RACF")
    expect(also.get_by_role("link", name="Contact Contoso Identity")).to_be_visible()
    status = page.locator("[data-catalog-finder]").get_by_role("status")
    expect(status).to_contain_text("IBM RACF: 1 partner lists it. Other partners mention it.")


def test_what_was_found_is_there_before_the_texts_are_read(
    browser: Browser, mentioning_url: str
) -> None:
    with browser.new_context(base_url=mentioning_url) as context:
        page = context.new_page()
        page.route("**/finder/words/*.js", lambda route: route.abort())
        with page.expect_event("requestfailed"):
            page.goto("?q=racf")
        results = page.locator("[data-results]")
        expect(results.get_by_role("listitem")).to_contain_text(["IDMWORKS"])
        expect(results.get_by_role("listitem")).to_contain_text(["Outbound"])
        expect(results).not_to_contain_text("couldn’t be loaded")
        expect(results.locator("[data-group=also]")).to_have_count(0)


def test_a_reader_comes_back_to_who_mentions_it(page: Page) -> None:
    page.goto("?q=racf")
    name = page.locator("[data-group=also]").get_by_role(
        "link", name="Contoso Identity", exact=True
    )
    name.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/contoso-identity/")
    page.go_back()
    expect(name).to_be_focused()
