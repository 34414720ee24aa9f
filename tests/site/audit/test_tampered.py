"""Each way of spoiling a finished site is named by the audit, with the file it is in."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.audit import audit
from tests.site.audit.conftest import Tamper

HOME = "index.html"
CATALOG = "catalog/index.html"
PARTNER = "partners/idmworks/index.html"
APPLICATION = "applications/ibm-racf/index.html"
FORM = "contribute/new/index.html"
LOST = "404.html"

Change = Callable[[str], str | None]


def instead(old: str, new: str) -> Change:
    """Put a text in the place of another, which must be there."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def at_the_end(html: str) -> Change:
    """Put HTML behind what the catalog's templates made, where the theme's frame goes on."""
    return instead("</article>", f"{html}</article>")


def in_the_text(html: str) -> Change:
    """Put HTML into the description of IDMWORKS."""
    return instead(
        '<div data-partner-text="idmworks">', f'<div data-partner-text="idmworks">{html}'
    )


def in_the_region(html: str) -> Change:
    """Put HTML among what the catalog's templates made."""

    def change(text: str) -> str:
        changed, count = re.subn(r'(<div class="catalog-page[^>]*>)', rf"\1{html}", text, count=1)
        assert count
        return changed

    return change


def in_the_head(html: str) -> Change:
    """Put HTML at the end of the head."""
    return instead("</head>", f"{html}</head>")


def drawing(xml: str) -> Change:
    """Make a drawing with XML in it."""
    return lambda _: f"<svg xmlns='http://www.w3.org/2000/svg'>{xml}</svg>"


def emptied(_text: str) -> str:
    return ""


def removed(_text: str) -> None:
    return None


def as_json(change: Callable[[Any], None]) -> Change:
    """Change what a JSON file holds."""

    def rewritten(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return rewritten


def repeat_first(key: str) -> Change:
    return as_json(lambda document: document[key].append(document[key][0]))


def drop_first(key: str) -> Change:
    return as_json(lambda document: document[key].pop(0))


def with_record(location: str) -> Change:
    record = {"location": location, "title": "", "text": ""}
    return as_json(lambda document: document["docs"].append(record))


def without_record(location: str) -> Change:
    def change(document: Any) -> None:  # noqa: ANN401 - whatever the file holds
        document["docs"] = [each for each in document["docs"] if each["location"] != location]

    return as_json(change)


RUNNING = {
    "a script": (PARTNER, at_the_end("<script>alert(1)</script>"), "an inline script is not"),
    "a script in capitals": (HOME, at_the_end("<ScRiPt >x()</sCrIpT >"), "an inline script is not"),
    "a script among the theme's": (HOME, instead("__md_hash=", "alert(1),__md_hash="), "an inline"),
    "a script for another folder": (PARTNER, instead('URL("../.."', 'URL(".."'), "an inline"),
    "a script on the page for lost readers": (
        LOST,
        at_the_end("<script>alert(1)</script>"),
        "Content-Security-Policy",
    ),
    "a script of elsewhere": (
        HOME,
        in_the_head('<script src="https://cdn.contoso.com/x.js"></script>'),
        "a script of elsewhere is loaded",
    ),
    "a script without a scheme": (
        HOME,
        in_the_head('<script src="//cdn.contoso.com/x.js"></script>'),
        "a script of elsewhere",
    ),
    "a script that is no file": (
        HOME,
        in_the_head('<script src="assets/gone.js"></script>'),
        "a script of elsewhere",
    ),
    "a script above the site": (
        HOME,
        in_the_head('<script src="../x.js"></script>'),
        "a script of elsewhere",
    ),
    "data that is none": (
        HOME,
        in_the_head('<script type="application/ld+json">{"a": </script>'),
        "is no JSON",
    ),
    "a module": (HOME, in_the_head('<script type="module">x()</script>'), "an inline script"),
    "a script in a template": (
        FORM,
        instead("<template data-row>", "<template data-row><script>x()</script>"),
        "an inline script",
    ),
    "an event handler": (PARTNER, in_the_text('<p onclick="x()">y</p>'), "event handler, onclick"),
    "an event handler of the body": (HOME, instead("<body ", "<body onload=x() "), "onload"),
    "an event handler without a space": (
        HOME,
        in_the_region("<a/onfocus=x() autofocus tabindex=1>y</a>"),
        "onfocus",
    ),
    "an event handler in a drawing": (HOME, in_the_region("<svg/onload=x()>"), "onload"),
    "a drawing that runs": ("x.svg", drawing("<script/>"), "x.svg: a script is in it"),
    "a drawing with an event handler": (
        "assets/favicon.svg",
        instead("<svg ", "<svg onload='x()' "),
        "assets/favicon.svg: <svg> has an event handler, onload",
    ),
    "a drawing that leads to a script": (
        "x.SVG",
        drawing("<a xmlns:x='http://www.w3.org/1999/xlink' x:href=' java\nscript:x()'/>"),
        "x.SVG: <a> leads to a script",
    ),
    "a drawing that nobody can read": ("x.svg", drawing("<script>"), "because it is not XML"),
    "a feed that runs": (
        "feed.xml",
        instead("</feed>", "<s:script xmlns:s='http://www.w3.org/1999/xhtml'/></feed>"),
        "feed.xml: a script is in it",
    ),
    "a feed that becomes a page": (
        "feed.xml",
        instead("<feed ", "<?xml-stylesheet href='x.xsl' type='text/xsl'?><feed "),
        "feed.xml: a style sheet could make a page of it",
    ),
    "a page of another ending": (
        "partners/idmworks/x.HTM",
        lambda _: "<script>x()</script>",
        "partners/idmworks/x.HTM: an inline script is not",
    ),
}
LOADING = {
    "an image of elsewhere": (
        HOME,
        at_the_end('<img src="https://tracker.contoso.com/x.gif">'),
        "<img src> reaches elsewhere",
    ),
    "an image in a partner's text": (PARTNER, in_the_text("<img src=x>"), "<img> is not allowed"),
    "a style sheet of elsewhere": (
        HOME,
        in_the_head('<link rel="stylesheet" href="https://cdn.contoso.com/x.css">'),
        "<link href> reaches elsewhere",
    ),
    "a preload": (
        HOME,
        in_the_head('<link rel=preload href="//cdn.contoso.com/x.css">'),
        "<link href> reaches elsewhere",
    ),
    "a frame": (HOME, at_the_end("<iframe></iframe>"), "<iframe> is not allowed"),
    "a frame with a page in it": (
        HOME,
        at_the_end("<iframe srcdoc='<script>x()</script>'></iframe>"),
        "not allowed: srcdoc",
    ),
    "an object": (HOME, at_the_end("<object data=x.swf></object>"), "<object> is not allowed"),
    "a drawing that fetches": (
        HOME,
        in_the_region('<svg><use xlink:href="https://x.contoso.com/a.svg#a"/></svg>'),
        "<use> is not allowed",
    ),
    "a form that sends elsewhere": (
        HOME,
        in_the_region('<form action="https://contoso.com/"></form>'),
        "<form action> reaches elsewhere",
    ),
    "a button that sends elsewhere": (
        HOME,
        in_the_region('<button formaction="https://contoso.com/">x</button>'),
        "not allowed: formaction",
    ),
    "a style element": (HOME, in_the_head("<style>p{color:red}</style>"), "<style> is not allowed"),
    "a style attribute": (PARTNER, in_the_text('<p style="color:red">x</p>'), "allowed: style"),
    "a style sheet that fetches": (
        "assets/catalog.css",
        lambda text: text + "p{background:url(https://x.contoso.com/a.png)}",
        "the style sheet loads from elsewhere",
    ),
    "a style sheet that imports": (
        "assets/catalog.css",
        lambda text: '@import "//x.contoso.com/a.css";' + text,
        "the style sheet loads from elsewhere",
    ),
}
LEADING = {
    "another base": (HOME, in_the_head('<base href="https://contoso.com/">'), "<base> is not"),
    "a way to elsewhere": (
        HOME,
        in_the_head('<meta http-equiv="refresh" content="0;url=https://contoso.com/">'),
        "gives the browser an order: refresh",
    ),
    "no policy": (HOME, instead('http-equiv="Content-Security-Policy"', 'name="x"'), "Security"),
    "another policy": (HOME, instead("script-src 'self'", "script-src *"), "Content-Security-Poli"),
    "a late policy": (
        HOME,
        instead("<head>", "<head><title>early</title>"),
        "before the Content-Security-Policy",
    ),
    "a canonical page of somebody else": (
        PARTNER,
        in_the_head('<link rel="canonical" href="https://contoso.com/">'),
        "a <link> leaves the site: https://contoso.com/",
    ),
    "a canonical page of an address that goes on": (
        PARTNER,
        in_the_head('<link rel="canonical" href="https://partner-catalog.github.io.contoso.com/">'),
        "a <link> leaves the site",
    ),
    "another page for other languages": (
        HOME,
        in_the_head('<link rel="alternate" hreflang="en" href="//contoso.com/">'),
        "a <link> leaves the site: //contoso.com/",
    ),
    "a link that runs": (
        PARTNER,
        in_the_text('<a href="javascript:x()">y</a>'),
        "a link has the scheme javascript",
    ),
    "a link that runs, in pieces": (
        PARTNER,
        in_the_text('<a href=" java\nscript&colon;x()">y</a>'),
        "a link has the scheme javascript",
    ),
    "a link with a page in it": (
        HOME,
        in_the_region('<a href="data:text/html,x">y</a>'),
        "a link has the scheme data",
    ),
    "a link without a scheme": (
        HOME,
        in_the_region('<a href="//contoso.com/">y</a>'),
        "leaves the site without saying so",
    ),
    "a link that vouches": (
        CATALOG,
        instead('" rel="nofollow noopener noreferrer">Contact IDMWORKS', '">Contact IDMWORKS'),
        "a partner's link lacks",
    ),
    "a window that reaches back": (
        HOME,
        in_the_region('<a href="https://contoso.com/" target=_blank rel=opener>y</a>'),
        "a link opens a window",
    ),
    "a link to somebody else": (
        PARTNER,
        in_the_region('<a href="https://www.contoso.com/">IDMWORKS</a>'),
        "a link leads where the file does not",
    ),
    "a contact of somebody else": (
        PARTNER,
        lambda text: text.replace("www.idmworks.com/contacts/", "www.idmworks.example/contacts/"),
        "does not lead to the contact",
    ),
    "a name of somebody else": (
        PARTNER,
        instead("<h1 data-search-exclude>IDMWORKS", "<h1 data-search-exclude>Aquera"),
        "the heading is not the name",
    ),
}
SAYING = {
    "an element that nobody knows": (HOME, in_the_region("<x-y>z</x-y>"), "<x-y> is not allowed"),
    "a picture of formulas": (HOME, in_the_region("<math><mi>x</mi></math>"), "<math> is not"),
    "an order to one search engine": (
        PARTNER,
        in_the_head('<meta name="googlebot" content="noindex">'),
        "a <meta> is not allowed: googlebot",
    ),
    "an order to tell where readers come from": (
        PARTNER,
        in_the_head('<META NAME="Referrer" content="unsafe-url">'),
        "a <meta> is not allowed: Referrer",
    ),
    "a claim that the site is somebody's": (
        HOME,
        in_the_head('<meta property="google-site-verification" content="x">'),
        "a <meta> is not allowed: google-site-verification",
    ),
    "a relation that nobody needs": (
        HOME,
        in_the_head('<link rel="pingback" href="ping/">'),
        "a <link> is not allowed: pingback",
    ),
    "two relations in one": (
        HOME,
        in_the_head('<link rel="canonical next" href="catalog/">'),
        "a <link> is not allowed: canonical next",
    ),
    "an element of the head": (HOME, in_the_region("<meta name=x>"), "not allowed inside the page"),
    "an element for the theme's script": (
        HOME,
        in_the_region('<div data-md-component="announce"></div>'),
        "would act in the theme",
    ),
    "a heading in a partner's text": (PARTNER, in_the_text("<h2></h2>"), "holds <h2>"),
    "a class in a partner's text": (PARTNER, in_the_text("<p class=x></p>"), "holds <p>"),
    "a word too many": (PARTNER, in_the_text("certified "), "does not say what its file says"),
    "a word too few": (CATALOG, instead("IdentityForge", ""), "does not say what its file says"),
    "a text that ends early": (
        PARTNER,
        instead("<p>The <em>IdentityForge", "<p>The</div><p><em>IdentityForge"),
        "does not say what its file says",
    ),
    "a text twice": (
        CATALOG,
        at_the_end('<div data-partner-text="idmworks"></div>'),
        "not the ones expected",
    ),
    "a text where none belongs": (
        APPLICATION,
        at_the_end('<div data-partner-text="idmworks"></div>'),
        "not the ones expected",
    ),
}
LISTING = {
    "a partner without a page": (PARTNER, removed, "partners/: 2 of 3 partners, without idmworks"),
    "a page without a partner": (
        "partners/ghost/index.html",
        lambda _: "<!doctype html>",
        "partners/: 4 of 3 partners, with ghost too many",
    ),
    "a heading too few": (CATALOG, instead('id="partner-idmworks"', ""), "without idmworks"),
    "a heading twice": (
        CATALOG,
        at_the_end('<h2 id="partner-idmworks">IDMWORKS</h2>'),
        "with idmworks too many",
    ),
    "a heading for another": (
        CATALOG,
        instead('id="partner-idmworks"', 'id="partner-ghost"'),
        "3 of 3 partners, without idmworks",
    ),
    "no catalog page": (CATALOG, removed, "0 of 3 partners"),
    "a record too few": (
        "search/search_index.json",
        without_record("partners/idmworks/"),
        "search/search_index.json: 2 of 3",
    ),
    "a record twice": (
        "search/search_index.json",
        with_record("partners/idmworks/"),
        "search/search_index.json: 4 of 3 partners, with idmworks too many",
    ),
    "a record for nobody": (
        "search/search_index.json",
        with_record("partners/ghost/"),
        "search/search_index.json: 4 of 3 partners, with ghost too many",
    ),
    "no search index": ("search/search_index.json", removed, "no partners can be read from it"),
    "half a search index": (
        "search/search_index.json",
        lambda text: text[: len(text) // 2],
        "no partners can be read from it",
    ),
    "a partner too few in the JSON": ("catalog.json", drop_first("partners"), "2 of 3 partners"),
    "a partner twice in the JSON": ("catalog.json", repeat_first("partners"), "4 of 3 partners"),
    "an application too few in the JSON": (
        "catalog.json",
        drop_first("applications"),
        "applications, without",
    ),
    "a row for nobody": (
        "catalog.csv",
        lambda text: text + "Ghost,,,,,,,,,,ghost\r\n",
        "catalog.csv: 4 of 3 partners, with ghost",
    ),
    "no rows": ("catalog.csv", emptied, "catalog.csv: 0 of 3 partners"),
    "a feed that is no XML": ("feed.xml", instead("</feed>", "<b>"), "feed.xml: no partners can"),
    "a feed of others": (
        "feed.xml",
        lambda text: text.replace("partners/idmworks/", "partners/ghost/"),
        "feed.xml: 3 of 3 partners, without idmworks",
    ),
    "an overview of others": (
        "llms.txt",
        instead("partners/idmworks/", "partners/ghost/"),
        "llms.txt: 3 of 3 partners, without idmworks",
    ),
    "a finder without one": (
        "assets/finder-index.js",
        instead("\\nIDMWORKS", ""),
        "assets/finder-index.js: 2 of 3 partners, without idmworks",
    ),
    "a finder with another application": (
        "assets/finder-index.js",
        instead("\\nIBM RACF", "\\nGhost"),
        "assets/finder-index.js: 17 of 17 applications, with ghost",
    ),
    "a finder that leads elsewhere": (
        "assets/finder-index.js",
        instead("https://www.aquera.com/", "javascript:alert(1)//"),
        "assets/finder-index.js: 2 of 2 links, with javascript:alert(1)//applications.html",
    ),
    "a finder that does more": (
        "assets/finder-index.js",
        lambda text: text + "alert(1);",
        "assets/finder-index.js: no partners can be read from it",
    ),
    "no finder": ("assets/finder-index.js", removed, "no partners can be read from it"),
    "a map of the site without one": (
        "sitemap.xml",
        instead("partners/idmworks/", "elsewhere/"),
        "sitemap.xml: 2 of 3 partners",
    ),
    "a search of another builder without one": (
        "search.json",
        lambda _: '{"items": [{"location": "partners/aquera/"}]}',
        "search.json: 1 of 3 partners, without idmworks",
    ),
    "an application without a page": (APPLICATION, removed, "applications/: "),
    "an application that is not listed": (
        "applications/index.html",
        instead('../applications/ibm-racf/"', '../applications/ghost/"'),
        "applications/index.html: ",
    ),
}
WAYS = RUNNING | LOADING | LEADING | SAYING | LISTING


def test_a_site_that_nobody_touched_passes(built: Path, publication: Publication) -> None:
    assert audit(publication, built) == ()


@pytest.mark.parametrize(("path", "change", "said"), WAYS.values(), ids=WAYS.keys())
def test_what_was_done_to_the_site_is_said(
    path: str, change: Change, said: str, tamper: Tamper
) -> None:
    faults = tamper(path, change)
    assert any(said in fault for fault in faults), faults


def test_a_site_is_compared_with_the_entries_and_not_with_itself(
    built: Path, publication: Publication
) -> None:
    first, *others = publication.catalog.entries
    fewer = Publication(
        type(publication.catalog)(tuple(others), publication.catalog.vocabulary),
        publication.settings,
    )
    said = [str(fault) for fault in audit(fewer, built)]
    assert f"partners/: 3 of 2 partners, with {first.id} too many." in said


def test_a_page_of_the_owners_may_hold_what_markdown_makes(built: Path, tamper: Tamper) -> None:
    terms = (built / "terms" / "index.html").read_text(encoding="utf-8")
    table = '<table><tr><td style="text-align: right;">1</td></tr></table><img alt="" src="x.png">'
    page = terms.replace('class="catalog-page', 'class="page') + table
    page = page.replace("/terms/", "/about/")
    assert tamper("about/index.html", lambda _: page) == []
