"""The policy is written into the pages of a finished folder, from any engine."""

import re
from pathlib import Path

import pytest

from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.site.content_policy import InlineCode, content_policy, write_policies

NOTHING = ContentPolicy()

KNOWN = 'scope=new URL("{}",location)'
NOT_FOUND = f"<head><script>{KNOWN.format('/base/')}</script></head><p>Not found</p>"
PAGES = {
    "404.html": "/base/",
    "index.html": ".",
    "catalog/index.html": "..",
    "partners/aquera/index.html": "../..",
}
POLICY = re.compile(r'<head>\n    <meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def write_and_read(folder: Path, path: str, html: str | bytes) -> bytes:
    """Return a page of a site after the policies are written."""
    (folder / "404.html").write_text(NOT_FOUND, encoding="utf-8")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(html if isinstance(html, bytes) else html.encode())
    write_policies(folder, NOTHING)
    return (folder / path).read_bytes()


def policy_of(page: bytes) -> str:
    found = POLICY.search(page.decode())
    assert found
    return found[1]


@pytest.mark.parametrize(("path", "base"), PAGES.items(), ids=PAGES)
def test_a_page_can_have_the_scripts_of_the_404_page(path: str, base: str, tmp_path: Path) -> None:
    page = write_and_read(tmp_path, path, NOT_FOUND)
    assert policy_of(page) == content_policy(InlineCode((KNOWN.format(base),)), NOTHING)


def test_an_injected_script_is_not_allowed(tmp_path: Path) -> None:
    injected = "<head></head><script>x()</script>"
    page = write_and_read(tmp_path, "index.html", injected)
    assert policy_of(page) == content_policy(InlineCode((KNOWN.format("."),)), NOTHING)
    assert page.endswith(injected.removeprefix("<head>").encode())


def test_without_a_404_page_no_inline_script_runs(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(NOT_FOUND, encoding="utf-8")
    write_policies(tmp_path, NOTHING)
    assert policy_of((tmp_path / "index.html").read_bytes()) == content_policy(
        InlineCode(), NOTHING
    )


@pytest.mark.parametrize("rest", [b"caf\xe9\r\n", "\u2028<head>\ufeff".encode()])
def test_the_rest_of_the_page_keeps_its_bytes(rest: bytes, tmp_path: Path) -> None:
    page = write_and_read(tmp_path, "about.htm", b"<html>\r\n<head>" + rest)
    assert page.startswith(b"<html>\r\n<head>\n    <meta http-equiv=")
    assert page.endswith(b'">' + rest)


@pytest.mark.parametrize("path", ["index.html", "catalog.json", "feed.xml"])
def test_a_file_without_a_head_is_unchanged(path: str, tmp_path: Path) -> None:
    assert write_and_read(tmp_path, path, "{}") == b"{}"
