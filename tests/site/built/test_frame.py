"""Changes of heads, lists, and files around the generated pages are reported."""

import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.site.requests import ANY_APPLICATION, request_link
from tests.site.built import known_files, page_head, site_map
from tests.site.built.checks import built_faults
from tests.site.built.made_site import MadeSite

HOME = "index.html"
PARTNER = "partners/idmworks/index.html"
COMPARE = "compare/index.html"
NOT_FOUND = "404.html"
MAP = "sitemap.xml"
CATALOG_URL = "https://partner-catalog.github.io/partner-catalog/"

Change = Callable[[bytes], bytes]


def replace_match(pattern: str, new: str) -> Change:
    """Replace the first match of a pattern, which must be there."""

    def change(content: bytes) -> bytes:
        changed, count = re.subn(pattern, lambda _: new, content.decode(), count=1)
        assert count, pattern
        return changed.encode()

    return change


def in_the_head(html: str) -> Change:
    return replace_match("(?=</head>)", html)


def in_the_body(html: str) -> Change:
    return replace_match("(?=</body>)", html)


def whole(text: str) -> Change:
    return lambda _: text.encode()


def faults_of(site: MadeSite, path: str) -> list[str]:
    """Return the faults of one page's head and of the site. All pages would take too long."""
    found = [*page_head.page_faults(site.page(path), site)] if path.endswith(".html") else []
    for check in (known_files, site_map):
        found.extend(check.site_faults(site))
    return [str(fault) for fault in found]


HEADS = {
    "another title": (PARTNER, replace_match("<title>IDMWORKS", "<title>Contoso"), "wrong title"),
    "a second title": (PARTNER, in_the_body("<title>Contoso</title>"), "wrong title"),
    "no title": (HOME, replace_match("<title>[^<]*</title>", ""), "wrong title"),
    "another description": (
        PARTNER,
        replace_match('content="IDMWORKS l', 'content="C'),
        "description",
    ),
    "a canonical page on another site": (
        PARTNER,
        replace_match('canonical" href="[^"]*', 'canonical" href="https://contoso.com/'),
        "wrong canonical",
    ),
    "another page as the canonical one": (
        PARTNER,
        replace_match("(?<=/partners/)idmworks/", "aquera/"),
        "wrong canonical",
    ),
    "two canonical pages": (
        HOME,
        in_the_head('<link rel="canonical" href="https://contoso.com/">'),
        "wrong canonical",
    ),
    "a canonical page of the 404 page": (
        NOT_FOUND,
        in_the_head(f'<link rel="canonical" href="{CATALOG_URL}">'),
        "wrong canonical",
    ),
    "another name in shared links": (
        PARTNER,
        replace_match('og:title" content="IDMWORKS', 'og:title" content="Contoso'),
        "wrong og:title",
    ),
    "a picture on another site": (
        PARTNER,
        replace_match('og:image" content="[^"]*', 'og:image" content="https://contoso.com/x.png'),
        "wrong og:image",
    ),
    "a second name": (HOME, in_the_head('<meta property="og:title" content="x">'), "og:title"),
    "no address in shared links": (
        HOME,
        replace_match('<meta property="og:url"[^>]*>', ""),
        "wrong og:url",
    ),
    "another organization for programs": (
        PARTNER,
        replace_match('"Organization","name":"IDMWORKS"', '"Organization","name":"Contoso"'),
        "wrong JSON-LD",
    ),
    "additional data for programs": (
        PARTNER,
        in_the_head('<script type="application/ld+json">{}</script>'),
        "wrong JSON-LD",
    ),
    "hidden from search engines": (
        PARTNER,
        in_the_head('<meta name="robots" content="noindex">'),
        "wrong robots",
    ),
    "hidden from search engines in capitals": (
        PARTNER,
        in_the_head('<META NAME="ROBOTS" CONTENT="none">'),
        "wrong robots",
    ),
    "no zoom": (
        HOME,
        replace_match("width=device-width,initial-scale=1", "user-scalable=no"),
        "A <meta> has another value: viewport",
    ),
    "two names of one element": (
        HOME,
        in_the_head('<meta name="author" property="og:title" content="x">'),
        "wrong og:title",
    ),
}
FILES = {
    "instructions for the server": (".htaccess", whole("Redirect / https://contoso.com/\n")),
    "another address of the site": ("CNAME", whole("catalog.contoso.com\n")),
    "a drawing that runs": ("assets/x.svg", whole("<svg onload='x()'/>")),
    "a page with another ending": ("partners/idmworks/x.htm", whole("<script>x()</script>")),
    "a page": ("sign-in/index.html", whole("<!doctype html>")),
    "an index of another search": ("search/search_index.json", whole("{}")),
    "a script of the theme": (
        "assets/javascripts/lunr/tinyseg.js",
        lambda content: content + b"x()",
    ),
    "a picture of the theme": ("assets/social-card.png", lambda content: content + b"x"),
}
LISTS = {
    "a sitemap that leads to another site": (
        MAP,
        replace_match("</urlset>", "<url><loc>https://contoso.com/</loc></url></urlset>"),
        f"{MAP}: ",
    ),
    "a sitemap with a missing page": (
        MAP,
        replace_match("/applications/adp/", "/applications/abc/"),
        f"{MAP}: ",
    ),
    "a sitemap without a page": (MAP, replace_match("<url><loc>.*</url>", ""), f"{MAP}: "),
    "a sitemap with a page twice": (
        MAP,
        replace_match("</urlset>", f"<url><loc>{CATALOG_URL}</loc></url></urlset>"),
        f"{MAP}: ",
    ),
    "another sitemap in the archive": (
        f"{MAP}.gz",
        lambda content: gzip.compress(gzip.decompress(content) + b" "),
        f"It differs from {MAP}",
    ),
    "a broken archive": (
        f"{MAP}.gz",
        lambda content: content[:10] + b"\xff" * (len(content) - 10),  # only its header is right
        f"It differs from {MAP}",
    ),
    "no archive": (f"{MAP}.gz", whole("x"), f"It differs from {MAP}"),
}
UNKNOWN = {name: (*way, f"{way[0]}: ") for name, way in FILES.items()}
WAYS = HEADS | UNKNOWN | LISTS


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_change_is_reported(way: tuple[str, Change, str], site: MadeSite) -> None:
    path, change, expected = way
    file = site.folder / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(change(before or b""))
    try:
        faults = faults_of(replace(site), path)
    finally:
        file.unlink() if before is None else file.write_bytes(before)
    assert any(expected in fault for fault in faults), faults


def test_files_of_the_owners_are_allowed(site: MadeSite, tmp_path: Path) -> None:
    """A host needs ``CNAME``, so an owner adds it to the documentation folder."""
    (tmp_path / "CNAME").write_text("catalog.contoso.com\n", encoding="utf-8")
    owned = replace(site, copied={**site.copied, "CNAME": tmp_path / "CNAME"})
    (site.folder / "CNAME").write_text("catalog.contoso.com\n", encoding="utf-8")
    try:
        allowed, refused = built_faults(owned), built_faults(replace(site))
    finally:
        (site.folder / "CNAME").unlink()
    assert allowed == []
    assert [fault.partition(":")[0] for fault in refused] == ["CNAME"]


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (PARTNER, "Partners"),
        ("applications/ibm-racf/index.html", "Applications"),
        ("categories/mainframe/index.html", "Applications"),
        ("numbers/index.html", "What’s new"),
        ("rules/missing-contact/index.html", "Add your integration"),
        (HOME, None),
        (NOT_FOUND, None),
    ],
)
def test_a_page_below_a_tab_marks_the_tab(site: MadeSite, path: str, tab: str | None) -> None:
    marked = site.page(path).find(".md-tabs__link[aria-current]")
    assert [link.text().strip() for link in marked] == ([tab] if tab else [])


@pytest.mark.parametrize("path", [PARTNER, NOT_FOUND])
def test_the_finder_in_the_header_knows_where_requests_go(site: MadeSite, path: str) -> None:
    request = request_link(ANY_APPLICATION, site.publication.settings)
    (finder,) = site.page(path).find("[data-in-header]")
    assert request is not None
    assert finder.attributes["data-requests"] == request.address
    assert finder.attributes["data-request-label"] == request.label
    assert finder.attributes["data-request-notice"] == request.notice


def test_a_missing_page_offers_a_request(site: MadeSite) -> None:
    request = request_link("", site.publication.settings)
    assert request is not None
    links = [link.attributes["href"] for link in site.page(NOT_FOUND).find(".catalog-page a")]
    assert request.address in links
