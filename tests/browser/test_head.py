"""The finished site for crawlers and shared links."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Page

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check
from tests.browser.conftest import REPOSITORY

SITE_URL = load_settings(REPOSITORY).site_url
NAMESPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
# Pages without index: those that lead to another, and all entries in full, which are elsewhere too.
NOT_INDEXED = {f"{SITE_URL}contribute/new/", f"{SITE_URL}catalog/print/"} | {
    f"{SITE_URL}applications/{slug}/"
    for slug in check(load_settings(REPOSITORY)).publication.catalog.aliases_by_slug
}


def addresses(site: Path) -> dict[str, str]:
    """Return the HTML of each page that search engines index, by its full address."""
    found = {
        SITE_URL + path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(
            encoding="utf-8"
        )
        for path in site.rglob("index.html")
    }
    return {address: html for address, html in found.items() if address not in NOT_INDEXED}


def one(pattern: str, html: str) -> str:
    """Return the only match of a pattern."""
    (found,) = re.findall(pattern, html)
    return str(found)


def test_each_page_has_its_canonical_address(site: Path) -> None:
    for address, html in addresses(site).items():
        assert one(r'<link rel="canonical" href="([^"]+)">', html) == address
        assert one(r'<meta property="og:url" content="([^"]+)">', html) == address


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = [one(r"<title>(.*?)</title>", html) for html in addresses(site).values()]
    assert len(set(titles)) == len(titles)


def test_the_sitemap_lists_each_page_and_no_build_date(site: Path) -> None:
    urls = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - made by this build
    listed = [url.findtext("map:loc", namespaces=NAMESPACE) for url in urls]
    assert sorted(map(str, listed)) == sorted(addresses(site))
    assert {element.tag.rpartition("}")[2] for element in urls.iter()} == {"urlset", "url", "loc"}


def test_feed_readers_find_the_feed_and_browsers_do_not_load_the_sitemap(
    site: Path, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("catalog/", wait_until="networkidle")
    assert [address for address in asked if "sitemap" in address] == []
    feed = page.locator("head link[rel~=alternate][type='application/atom+xml']")
    assert feed.evaluate("link => link.href").endswith("/feed.xml")
    assert (site / "feed.xml").exists()


def test_robots_may_read_everything_and_find_the_sitemap(site: Path) -> None:
    assert (site / "robots.txt").read_text(encoding="utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE_URL}sitemap.xml\n"
    )


def test_the_404_page_is_not_indexed(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    assert not [address for address, page in addresses(site).items() if "noindex" in page]


def test_the_picture_of_shared_links_has_the_stated_size(site: Path) -> None:
    for html in addresses(site).values():
        image = one(r'<meta property="og:image" content="([^"]+)">', html)
        picture = (site / image.removeprefix(SITE_URL)).read_bytes()
        width, height = struct.unpack(">II", picture[16:24])
        assert one(r'og:image:width" content="(\d+)"', html) == str(width)
        assert one(r'og:image:height" content="(\d+)"', html) == str(height)
        assert len(picture) < 60_000
