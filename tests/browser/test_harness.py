"""The browser tests can fail: ``page`` reports each kind of fault."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.server import serve
from tests.browser.watch import Watch

FAULTS = [
    ("<script>console.error('broken')</script>", ["console error: broken"]),
    ("<script>console.warn('shaky')</script>", ["console warning: shaky"]),
    ("<script>throw Error('thrown')</script>", ["uncaught: thrown"]),
    ("<script>alert('hello')</script>", ["dialog: hello"]),
    (
        "<img alt='' src='https://example.invalid/a.png'>",
        ["request to another host: https://example.invalid/a.png", "console error: Failed to load"],
    ),
    (
        "<img alt='' src='/outside.png'>",
        ["HTTP 404: http://127.0.0.1", "console error: Failed to load"],
    ),
]
HEAD = "<!doctype html><title>A page</title><link rel=icon href='data:,'>"
HARMLESS = "<p>Nothing wrong <a href='other.html'>here</a>.</p>"


def faults_of(body: str, folder: Path, browser: Browser) -> list[str]:
    (folder / "index.html").write_text(HEAD + body)
    with serve(folder) as url:
        context = browser.new_context(base_url=url)
        watch = Watch(context, urlsplit(url).netloc)
        context.new_page().goto("", wait_until="networkidle")
        context.close()
    return watch.faults


@pytest.mark.parametrize(("body", "expected"), FAULTS)
def test_a_fault_is_reported(
    body: str, expected: list[str], tmp_path: Path, browser: Browser
) -> None:
    found = faults_of(body, tmp_path, browser)
    assert len(found) == len(expected)
    assert all(any(line.startswith(start) for line in found) for start in expected), found


def test_a_clean_page_has_no_faults(tmp_path: Path, browser: Browser) -> None:
    assert faults_of(HARMLESS, tmp_path, browser) == []


def test_a_folder_is_served_only_below_its_base(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "index.html").write_text(HEAD)
    with serve(tmp_path) as url, browser.new_context(base_url=url) as context:
        page = context.new_page()
        without_slash = page.goto("inner")
        assert page.url == f"{url}inner/"
        outside = page.goto("/inner/")
    assert without_slash is not None
    assert without_slash.ok
    assert outside is not None
    assert outside.status == 404
