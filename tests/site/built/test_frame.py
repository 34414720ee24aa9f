"""The frame around what the catalog made says nothing else, and no file came in besides."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.site.built import known_files, page_head, search_texts, site_map
from tests.site.built.checks import built_faults
from tests.site.built.made_site import MadeSite

HOME = "index.html"
PARTNER = "partners/idmworks/index.html"
COMPARE = "compare/index.html"
LOST = "404.html"
MAP = "sitemap.xml"
SEARCH = "search/search_index.json"
CATALOG_URL = "https://partner-catalog.github.io/partner-catalog/"

Change = Callable[[bytes], bytes]


def instead(pattern: str, new: str) -> Change:
    """Put a text in the place of the first one that a pattern finds, which must be there."""

    def change(content: bytes) -> bytes:
        changed, count = re.subn(pattern, lambda _: new, content.decode(), count=1)
        assert count, pattern
        return changed.encode()

    return change


def in_the_head(html: str) -> Change:
    return instead("(?=</head>)", html)


def in_the_body(html: str) -> Change:
    return instead("(?=</body>)", html)


def whole(text: str) -> Change:
    return lambda _: text.encode()


def in_the_records(change: Callable[[dict[str, Any]], None]) -> Change:
    """Change what the search knows of IDMWORKS."""

    def rewritten(content: bytes) -> bytes:
        index = json.loads(content)
        (record,) = (each for each in index["docs"] if each["location"] == "partners/idmworks/")
        change(record)
        return json.dumps(index).encode()

    return rewritten


def with_record(location: str) -> Change:
    """Let the search lead somewhere."""

    def rewritten(content: bytes) -> bytes:
        index = json.loads(content)
        index["docs"].append({"location": location, "title": "", "text": ""})
        return json.dumps(index).encode()

    return rewritten


def said_of(site: MadeSite, path: str) -> list[str]:
    """Return what is said of the frame of one page, and of the site: all pages take too long."""
    found = [*page_head.page_faults(site.page(path), site)] if path.endswith(".html") else []
    for check in (known_files, search_texts, site_map):
        found.extend(check.site_faults(site))
    return [str(fault) for fault in found]


HEADS = {
    "another title": (PARTNER, instead("<title>IDMWORKS", "<title>Contoso"), "should: title"),
    "a second title": (PARTNER, in_the_body("<title>Contoso</title>"), "should: title"),
    "no title": (HOME, instead("<title>[^<]*</title>", ""), "should: title"),
    "another description": (PARTNER, instead('content="IDMWORKS c', 'content="C'), "description"),
    "a canonical page of somebody else": (
        PARTNER,
        instead('canonical" href="[^"]*', 'canonical" href="https://contoso.com/'),
        "should: canonical",
    ),
    "another page as the canonical one": (
        PARTNER,
        instead("(?<=/partners/)idmworks/", "aquera/"),
        "should: canonical",
    ),
    "two canonical pages": (
        HOME,
        in_the_head('<link rel="canonical" href="https://contoso.com/">'),
        "should: canonical",
    ),
    "a canonical page of the lost": (
        LOST,
        in_the_head(f'<link rel="canonical" href="{CATALOG_URL}">'),
        "should: canonical",
    ),
    "another name where links are shared": (
        PARTNER,
        instead('og:title" content="IDMWORKS', 'og:title" content="Contoso'),
        "should: og:title",
    ),
    "a picture of somebody else": (
        PARTNER,
        instead('og:image" content="[^"]*', 'og:image" content="https://contoso.com/x.png'),
        "should: og:image",
    ),
    "one name too many": (HOME, in_the_head('<meta property="og:title" content="x">'), "og:title"),
    "no address where links are shared": (
        HOME,
        instead('<meta property="og:url"[^>]*>', ""),
        "should: og:url",
    ),
    "another organisation for programs": (
        PARTNER,
        instead('"Organization","name":"IDMWORKS"', '"Organization","name":"Contoso"'),
        "should: JSON-LD",
    ),
    "more for programs": (
        PARTNER,
        in_the_head('<script type="application/ld+json">{}</script>'),
        "should: JSON-LD",
    ),
    "hidden from search engines": (
        PARTNER,
        in_the_head('<meta name="robots" content="noindex">'),
        "should: robots",
    ),
    "hidden from search engines in capitals": (
        PARTNER,
        in_the_head('<META NAME="ROBOTS" CONTENT="none">'),
        "should: robots",
    ),
    "no zoom": (
        HOME,
        instead("width=device-width,initial-scale=1", "user-scalable=no"),
        "not as it should be: viewport",
    ),
    "two names of one element": (
        HOME,
        in_the_head('<meta name="author" property="og:title" content="x">'),
        "should: og:title",
    ),
}
FILES = {
    "orders to the server": (".htaccess", whole("Redirect / https://contoso.com/\n")),
    "another address of the site": ("CNAME", whole("catalog.contoso.com\n")),
    "a drawing that runs": ("assets/x.svg", whole("<svg onload='x()'/>")),
    "a page of another ending": ("partners/idmworks/x.htm", whole("<script>x()</script>")),
    "a page": ("sign-in/index.html", whole("<!doctype html>")),
    "an index that nobody searches": ("pagefind/pagefind.js", whole("x()")),
    "a script of the theme": (
        "assets/javascripts/lunr/tinyseg.js",
        lambda content: content + b"x()",
    ),
    "a picture of the theme": ("assets/social-card.png", lambda content: content + b"x"),
}
LISTS = {
    "a map that leads elsewhere": (
        MAP,
        instead("</urlset>", "<url><loc>https://contoso.com/</loc></url></urlset>"),
        f"{MAP}: ",
    ),
    "a map with a page that is not there": (
        MAP,
        instead("/applications/adp/", "/applications/abc/"),
        f"{MAP}: ",
    ),
    "a map without a page that is there": (MAP, instead("<url><loc>.*</url>", ""), f"{MAP}: "),
    "a map with a page twice": (
        MAP,
        instead("</urlset>", f"<url><loc>{CATALOG_URL}</loc></url></urlset>"),
        f"{MAP}: ",
    ),
    "another map in the archive": (
        f"{MAP}.gz",
        lambda content: gzip.compress(gzip.decompress(content) + b" "),
        f"it does not hold what {MAP} says",
    ),
    "a broken archive": (
        f"{MAP}.gz",
        lambda content: content[:10] + b"\xff" * (len(content) - 10),  # its head alone is right
        f"it does not hold what {MAP} says",
    ),
    "no archive": (f"{MAP}.gz", whole("x"), f"it does not hold what {MAP} says"),
    "a search that leads elsewhere": (
        SEARCH,
        with_record("https://contoso.com/"),
        "https://contoso.com/index.html: the page is not there",
    ),
    "a search that leads to the lost": (SEARCH, with_record("404.html"), "the page is not there"),
    "a search that leads to a file": (SEARCH, with_record("feed.xml"), "the page is not there"),
    "a search for a section that is not there": (
        SEARCH,
        with_record("terms/#ghost"),
        "terms/index.html: the page has no section ghost",
    ),
    "another heading in the search": (
        SEARCH,
        in_the_records(lambda record: record.update(title="Contoso")),
        "does not say what the search says: 'Contoso'",
    ),
    "another text in the search": (
        SEARCH,
        in_the_records(lambda record: record.update(text="<p>Certified by Microsoft</p>")),
        "does not say what the search says: 'Certified by Microsoft'",
    ),
    "HTML in the search": (
        SEARCH,
        in_the_records(lambda record: record.update(text="<p><img src=x onerror=x()></p>")),
        "does not say what the search says: '<img src=x",
    ),
    "an element with attributes in the search": (
        SEARCH,
        in_the_records(lambda record: record.update(text="<p onclick=x()></p>")),
        "does not say what the search says: '<p onclick",
    ),
    "more in the search": (
        SEARCH,
        in_the_records(lambda record: record.update(script="x()")),
        "a record has more than it should: script",
    ),
    "a record without a text": (
        SEARCH,
        in_the_records(lambda record: record.pop("text")),
        "its records cannot be read: 'text'",
    ),
}
UNKNOWN = {name: (*way, f"{way[0]}: ") for name, way in FILES.items()}
WAYS = HEADS | UNKNOWN | LISTS


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_what_was_done_to_the_frame_is_said(way: tuple[str, Change, str], site: MadeSite) -> None:
    path, change, said = way
    file = site.folder / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(change(before or b""))
    try:
        faults = said_of(replace(site), path)
    finally:
        file.unlink() if before is None else file.write_bytes(before)
    assert any(said in fault for fault in faults), faults


def test_files_of_the_owners_are_theirs(site: MadeSite, tmp_path: Path) -> None:
    """A host wants ``CNAME``; an owner puts it into the documentation folder."""
    (tmp_path / "CNAME").write_text("catalog.contoso.com\n", encoding="utf-8")
    owned = replace(site, copied={**site.copied, "CNAME": tmp_path / "CNAME"})
    (site.folder / "CNAME").write_text("catalog.contoso.com\n", encoding="utf-8")
    try:
        allowed, refused = built_faults(owned), built_faults(replace(site))
    finally:
        (site.folder / "CNAME").unlink()
    assert allowed == []
    assert [fault.partition(":")[0] for fault in refused] == ["CNAME"]
