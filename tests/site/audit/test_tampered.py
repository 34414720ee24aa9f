"""The audit reports each way to tamper with a finished site, with the file."""

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
PRINT = "catalog/print/index.html"
FACTS = "assets/compare-facts/0.js"
PARTNER = "partners/idmworks/index.html"
APPLICATION = "applications/ibm-racf/index.html"
FORM = "contribute/index.html"
NOT_FOUND = "404.html"

Change = Callable[[str], str | None]


def replace_once(old: str, new: str) -> Change:
    """Replace a text, which must be there."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def at_the_end(html: str) -> Change:
    """Insert HTML after the catalog's part of the page."""
    return replace_once("</article>", f"{html}</article>")


def in_the_text(html: str) -> Change:
    """Insert HTML into the description of IDMWORKS."""
    return replace_once(
        '<div data-partner-text="idmworks">', f'<div data-partner-text="idmworks">{html}'
    )


def in_the_region(html: str) -> Change:
    """Insert HTML into the catalog's part of the page."""

    def change(text: str) -> str:
        changed, count = re.subn(r'(<div class="catalog-page[^>]*>)', rf"\1{html}", text, count=1)
        assert count
        return changed

    return change


def in_the_head(html: str) -> Change:
    """Insert HTML at the end of the head."""
    return replace_once("</head>", f"{html}</head>")


def drawing(xml: str) -> Change:
    """Make a drawing that contains XML."""
    return lambda _: f"<svg xmlns='http://www.w3.org/2000/svg'>{xml}</svg>"


def empty(_text: str) -> str:
    return ""


def remove(_text: str) -> None:
    return None


def as_json(change: Callable[[Any], None]) -> Change:
    """Change the data of a JSON file."""

    def rewrite(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return rewrite


def repeat_first(key: str) -> Change:
    return as_json(lambda document: document[key].append(document[key][0]))


def drop_first(key: str) -> Change:
    return as_json(lambda document: document[key].pop(0))


RUNNING = {
    "a script": (PARTNER, at_the_end("<script>alert(1)</script>"), "An inline script isn't"),
    "a script in capitals": (HOME, at_the_end("<ScRiPt >x()</sCrIpT >"), "An inline script isn't"),
    "a script among the theme's": (
        HOME,
        replace_once("__md_hash=", "alert(1),__md_hash="),
        "An inline",
    ),
    "a script for another folder": (PARTNER, replace_once('URL("../.."', 'URL(".."'), "An inline"),
    "a script on the 404 page": (
        NOT_FOUND,
        at_the_end("<script>alert(1)</script>"),
        "Content-Security-Policy",
    ),
    "a script of another site": (
        HOME,
        in_the_head('<script src="https://cdn.contoso.com/x.js"></script>'),
        "A script from another site is loaded",
    ),
    "a script without a scheme": (
        HOME,
        in_the_head('<script src="//cdn.contoso.com/x.js"></script>'),
        "A script from another site",
    ),
    "a script that isn't a file": (
        HOME,
        in_the_head('<script src="assets/gone.js"></script>'),
        "A script from another site",
    ),
    "a script above the site": (
        HOME,
        in_the_head('<script src="../x.js"></script>'),
        "A script from another site",
    ),
    "data that isn't JSON": (
        HOME,
        in_the_head('<script type="application/ld+json">{"a": </script>'),
        "isn't JSON",
    ),
    "a module": (HOME, in_the_head('<script type="module">x()</script>'), "An inline script"),
    "a script in a template": (
        FORM,
        replace_once("<template data-row>", "<template data-row><script>x()</script>"),
        "An inline script",
    ),
    "an event handler": (PARTNER, in_the_text('<p onclick="x()">y</p>'), "event handler: onclick"),
    "an event handler of the body": (HOME, replace_once("<body ", "<body onload=x() "), "onload"),
    "an event handler without a space": (
        HOME,
        in_the_region("<a/onfocus=x() autofocus tabindex=1>y</a>"),
        "onfocus",
    ),
    "an event handler in a drawing": (HOME, in_the_region("<svg/onload=x()>"), "onload"),
    "a drawing that runs": ("x.svg", drawing("<script/>"), "x.svg: It contains a script"),
    "a drawing with an event handler": (
        "assets/favicon.svg",
        replace_once("<svg ", "<svg onload='x()' "),
        "assets/favicon.svg: <svg> has an event handler: onload",
    ),
    "a drawing that leads to a script": (
        "x.SVG",
        drawing("<a xmlns:x='http://www.w3.org/1999/xlink' x:href=' java\nscript:x()'/>"),
        "x.SVG: <a> links to a script",
    ),
    "a drawing that isn't XML": ("x.svg", drawing("<script>"), "It isn't XML"),
    "a feed that runs": (
        "feed.xml",
        replace_once("</feed>", "<s:script xmlns:s='http://www.w3.org/1999/xhtml'/></feed>"),
        "feed.xml: It contains a script",
    ),
    "a style sheet that turns text into markup": (
        "rss.xsl",
        lambda _: '<x:value-of select="title" disable-output-escaping="yes"/>',
        "could turn the text of a partner into a script",
    ),
    "a feed that becomes a page": (
        "feed.xml",
        replace_once("<feed ", "<?xml-stylesheet href='x.xsl' type='text/xsl'?><feed "),
        "feed.xml: A style sheet could turn it into a page",
    ),
    "a page with another ending": (
        "partners/idmworks/x.HTM",
        lambda _: "<script>x()</script>",
        "partners/idmworks/x.HTM: An inline script isn't",
    ),
}
LOADING = {
    "an image on another host": (
        HOME,
        at_the_end('<img src="https://tracker.contoso.com/x.gif">'),
        "<img src> uses another host",
    ),
    "an image in a partner's text": (
        PARTNER,
        in_the_text("<img src=x>"),
        "A picture isn't the logo of a partner: x",
    ),
    "a picture that nobody judged": (
        "logos/idmworks.svg",
        drawing("<circle r='4'/>"),
        "logos/idmworks.svg: The file isn't the logo that was judged.",
    ),
    "a style sheet on another host": (
        HOME,
        in_the_head('<link rel="stylesheet" href="https://cdn.contoso.com/x.css">'),
        "<link href> uses another host",
    ),
    "a preload": (
        HOME,
        in_the_head('<link rel=preload href="//cdn.contoso.com/x.css">'),
        "<link href> uses another host",
    ),
    "a frame": (HOME, at_the_end("<iframe></iframe>"), "<iframe> isn't allowed"),
    "a frame with a page inside": (
        HOME,
        at_the_end("<iframe srcdoc='<script>x()</script>'></iframe>"),
        "attribute 'srcdoc' isn't",
    ),
    "an object": (HOME, at_the_end("<object data=x.swf></object>"), "<object> isn't allowed"),
    "a drawing that loads": (
        HOME,
        in_the_region('<svg><use xlink:href="https://x.contoso.com/a.svg#a"/></svg>'),
        "<use> isn't allowed",
    ),
    "a form that sends to another host": (
        HOME,
        in_the_region('<form action="https://contoso.com/"></form>'),
        "<form action> uses another host",
    ),
    "a button that sends to another host": (
        HOME,
        in_the_region('<button formaction="https://contoso.com/">x</button>'),
        "attribute 'formaction' isn't",
    ),
    "a style element": (
        HOME,
        in_the_head("<style>p{color:red}</style>"),
        "style isn't the theme's",
    ),
    "a style attribute": (
        PARTNER,
        in_the_text('<p style="color:red">x</p>'),
        "attribute 'style' isn't",
    ),
    "a style sheet that loads": (
        "assets/catalog.css",
        lambda text: text + "p{background:url(https://x.contoso.com/a.png)}",
        "The style sheet loads from another host",
    ),
    "a style sheet that imports": (
        "assets/catalog.css",
        lambda text: '@import "//x.contoso.com/a.css";' + text,
        "The style sheet loads from another host",
    ),
}
LEADING = {
    "another base": (HOME, in_the_head('<base href="https://contoso.com/">'), "<base> isn't"),
    "a redirect": (
        HOME,
        in_the_head('<meta http-equiv="refresh" content="0;url=https://contoso.com/">'),
        "instructs the browser: refresh",
    ),
    "no policy": (
        HOME,
        replace_once('http-equiv="Content-Security-Policy"', 'name="x"'),
        "Security",
    ),
    "another policy": (
        HOME,
        replace_once("script-src 'self'", "script-src *"),
        "Content-Security-Poli",
    ),
    "a late policy": (
        HOME,
        replace_once("<head>", "<head><title>early</title>"),
        "Content-Security-Policy isn't first",
    ),
    "a canonical page on another site": (
        PARTNER,
        in_the_head('<link rel="canonical" href="https://contoso.com/">'),
        "A <link> leads to another site: https://contoso.com/",
    ),
    "a canonical page whose address only begins like ours": (
        PARTNER,
        in_the_head('<link rel="canonical" href="https://partner-catalog.github.io.contoso.com/">'),
        "A <link> leads to another site",
    ),
    "an alternate page on another site": (
        HOME,
        in_the_head('<link rel="alternate" hreflang="en" href="//contoso.com/">'),
        "A <link> leads to another site: //contoso.com/",
    ),
    "a link that runs": (
        PARTNER,
        in_the_text('<a href="javascript:x()">y</a>'),
        "A link has the scheme javascript",
    ),
    "a link that runs, in pieces": (
        PARTNER,
        in_the_text('<a href=" java\nscript&colon;x()">y</a>'),
        "A link has the scheme javascript",
    ),
    "a link that contains a page": (
        HOME,
        in_the_region('<a href="data:text/html,x">y</a>'),
        "A link has the scheme data",
    ),
    "a link without a scheme": (
        HOME,
        in_the_region('<a href="//contoso.com/">y</a>'),
        "leads to another site without a scheme",
    ),
    "a link without nofollow": (
        CATALOG,
        replace_once(
            '" rel="nofollow noopener noreferrer" aria-label="Contact IDMWORKS',
            '" aria-label="Contact IDMWORKS',
        ),
        "A partner's link lacks",
    ),
    "a window with access to its opener": (
        HOME,
        in_the_region('<a href="https://contoso.com/" target=_blank rel=opener>y</a>'),
        "A link opens a window",
    ),
    "a link to another company": (
        PARTNER,
        in_the_region('<a href="https://www.contoso.com/">IDMWORKS</a>'),
        "A link isn't in the partner's file",
    ),
    "the contact of another company": (
        PARTNER,
        lambda text: text.replace("www.idmworks.com/contacts/", "www.idmworks.example/contacts/"),
        "doesn't link to the partner's contact",
    ),
    "the name of another partner": (
        PARTNER,
        replace_once("<h1>IDMWORKS", "<h1>Aquera"),
        "The heading isn't the partner's name",
    ),
}
SAYING = {
    "an unknown element": (HOME, in_the_region("<x-y>z</x-y>"), "<x-y> isn't allowed"),
    "a formula": (HOME, in_the_region("<math><mi>x</mi></math>"), "<math> isn't"),
    "an instruction to one search engine": (
        PARTNER,
        in_the_head('<meta name="googlebot" content="noindex">'),
        "The <meta> name 'googlebot' isn't allowed",
    ),
    "a referrer policy": (
        PARTNER,
        in_the_head('<META NAME="Referrer" content="unsafe-url">'),
        "The <meta> name 'Referrer' isn't allowed",
    ),
    "a claim to own the site": (
        HOME,
        in_the_head('<meta property="google-site-verification" content="x">'),
        "The <meta> name 'google-site-verification' isn't allowed",
    ),
    "an unknown relation": (
        HOME,
        in_the_head('<link rel="pingback" href="ping/">'),
        "The <link> relation 'pingback' isn't allowed",
    ),
    "two relations in one": (
        HOME,
        in_the_head('<link rel="canonical next" href="catalog/">'),
        "The <link> relation 'canonical next' isn't allowed",
    ),
    "an element of the head": (
        HOME,
        in_the_region("<meta name=x>"),
        "isn't allowed inside the page",
    ),
    "an element for the theme's script": (
        HOME,
        in_the_region('<div data-md-component="announce"></div>'),
        "The theme acts on",
    ),
    "a heading in a partner's text": (
        PARTNER,
        in_the_text("<h2></h2>"),
        "<h2> isn't allowed as it is in a text",
    ),
    "a class in a partner's text": (
        PARTNER,
        in_the_text("<p class=x></p>"),
        "<p> isn't allowed as it is in a text",
    ),
    "an added word": (PARTNER, in_the_text("certified "), "differs from its file"),
    "a missing word": (PRINT, replace_once("IdentityForge", ""), "differs from its file"),
    "a text that ends early": (
        PARTNER,
        replace_once("<p>The <em>IdentityForge", "<p>The</div><p><em>IdentityForge"),
        "differs from its file",
    ),
    "a text twice": (
        PRINT,
        at_the_end('<div data-partner-text="idmworks"></div>'),
        "Texts of partners are missing, unexpected",
    ),
    "a text in the wrong place": (
        APPLICATION,
        at_the_end('<div data-partner-text="idmworks"></div>'),
        "Texts of partners are missing, unexpected",
    ),
}
LISTING = {
    "a partner without a page": (
        PARTNER,
        remove,
        "partners/: Lists 2 of 3 partners. Missing: idmworks.",
    ),
    "a page without a partner": (
        "partners/ghost/index.html",
        lambda _: "<!doctype html>",
        "partners/: Lists 4 of 3 partners. Not expected: ghost.",
    ),
    "a missing heading": (PRINT, replace_once('id="partner-idmworks"', ""), "Missing: idmworks."),
    "a heading twice": (
        PRINT,
        at_the_end('<h2 id="partner-idmworks">IDMWORKS</h2>'),
        "Not expected: idmworks.",
    ),
    "a heading for another": (
        PRINT,
        replace_once('id="partner-idmworks"', 'id="partner-ghost"'),
        "3 of 3 partners. Missing: idmworks.",
    ),
    "a missing row": (
        CATALOG,
        replace_once('<a href="../partners/idmworks/">', '<a href="../partners/nobody/">'),
        "Missing: idmworks.",
    ),
    "a row for another": (
        CATALOG,
        replace_once('<a href="../partners/idmworks/">', '<a href="../partners/aquera/">'),
        "Missing: idmworks.",
    ),
    "no catalog page": (CATALOG, remove, "0 of 3 partners"),
    "no page of all entries": (PRINT, remove, "0 of 3 partners"),
    "a partner missing in the JSON": ("catalog.json", drop_first("partners"), "2 of 3 partners"),
    "a partner twice in the JSON": ("catalog.json", repeat_first("partners"), "4 of 3 partners"),
    "an application missing in the JSON": (
        "catalog.json",
        drop_first("applications"),
        "applications. Missing: ",
    ),
    "a row of an unknown partner": (
        "catalog.csv",
        lambda text: text + "Ghost,,,,,,,,ghost,,\r\n",
        "catalog.csv: Lists 4 of 3 partners. Not expected: ghost",
    ),
    "no rows": ("catalog.csv", empty, "catalog.csv: Lists 0 of 3 partners"),
    "a feed that isn't XML": (
        "feed.xml",
        replace_once("</feed>", "<b>"),
        "feed.xml: The feed can't be read",
    ),
    "a feed with another partner": (
        "feed.xml",
        lambda text: text.replace("partners/idmworks/", "partners/ghost/"),
        "feed.xml: The feed leads to something other than a page: ",
    ),
    "a partner missing in the API": (
        "api/v1/index.json",
        drop_first("partners"),
        "api/v1/index.json: Lists 2 of 3 partners",
    ),
    "an application missing in the API": (
        "api/v1/applications.json",
        drop_first("applications"),
        "applications. Missing: ",
    ),
    "no file of a partner for programs": (
        "api/v1/partners/idmworks.json",
        remove,
        "api/v1/partners/: Lists 2 of 3 partners. Missing: idmworks",
    ),
    "a file of another partner for programs": (
        "api/v1/partners/ghost.json",
        lambda _: "{}",
        "api/v1/partners/: Lists 4 of 3 partners. Not expected: ghost",
    ),
    "a badge of another partner": (
        "partners/ghost/badge.svg",
        drawing(""),
        "badge.svg: Lists 4 of 3 partners. Not expected: ghost",
    ),
    "an overview with another partner": (
        "llms.txt",
        replace_once("partners/idmworks/", "partners/ghost/"),
        "llms.txt: Lists 3 of 3 partners. Missing: idmworks",
    ),
    "a finder without a partner": (
        "assets/finder-index.js",
        replace_once("\\nIDMWORKS", ""),
        "assets/finder-index.js: Lists 2 of 3 partners. Missing: idmworks",
    ),
    "a finder with another application": (
        "assets/finder-index.js",
        replace_once("\\nIBM RACF", "\\nGhost"),
        "assets/finder-index.js: Lists 17 of 17 applications. Not expected: ghost",
    ),
    "a finder that leads to another site": (
        "assets/finder-index.js",
        replace_once("https://www.aquera.com/", "javascript:alert(1)//"),
        "Lists 2 of 2 links. Not expected: javascript:alert(1)//applications.html",
    ),
    "a finder that does more": (
        "assets/finder-index.js",
        lambda text: text + "alert(1);",
        "assets/finder-index.js: The partners can't be read",
    ),
    "a part of the finder that runs": (
        "assets/finder/texts/0.js",
        lambda text: f"{text}alert(1);",
        "assets/finder/texts/0.js: It isn't one assignment of the finder's data.",
    ),
    "a part of the finder that is missing": (
        "assets/finder/words/0.js",
        remove,
        "assets/finder/words/0.js: It isn't one assignment of the finder's data.",
    ),
    "a part of the finder that is unknown": (
        "assets/finder/words/99.js",
        lambda _: "",
        "assets/finder/words/99.js: The finder's index doesn't know this file.",
    ),
    "a text of no page": (
        "assets/finder/texts/0.js",
        replace_once('"address":"#', '"address":"ghost/#'),
        "assets/finder/texts/0.js: It has a text of a page that doesn't exist: ghost/#",
    ),
    "a text of no partner": (
        "assets/finder/texts/0.js",
        replace_once('{"parts"', '{"name":"x","address":"","parts"'),
        "assets/finder/texts/: It has the texts of 2 of 3 partners.",
    ),
    "facts with the contact of another company": (
        FACTS,
        replace_once("www.idmworks.com/contacts/", "www.idmworks.example/contacts/"),
        f"{FACTS}: An address isn't in the file of the partner idmworks.",
    ),
    "facts of an unknown partner": (
        FACTS,
        replace_once('"idmworks"', '"ghost"'),
        "assets/compare-facts/: Lists 3 of 3 partners. Not expected: ghost.",
    ),
    "facts that do more": (
        FACTS,
        lambda text: text + "alert(1);",
        f"{FACTS}: The facts can't be read",
    ),
    "no facts": (FACTS, remove, "assets/compare-facts/: Lists 0 of 3 partners"),
    "no finder": ("assets/finder-index.js", remove, "The partners can't be read"),
    "a sitemap without a partner": (
        "sitemap.xml",
        replace_once("partners/idmworks/", "elsewhere/"),
        "sitemap.xml: Lists 2 of 3 partners",
    ),
    "an application without a page": (APPLICATION, remove, "applications/: "),
    "an application that is not listed": (
        "applications/index.html",
        replace_once('../applications/ibm-racf/"', '../applications/ghost/"'),
        "applications/index.html: ",
    ),
}
KINDS = (RUNNING, LOADING, LEADING, SAYING, LISTING)
WAYS = {name: way for kind in KINDS for name, way in kind.items()}


def test_an_unchanged_site_passes(built: Path, publication: Publication) -> None:
    assert audit(publication, built) == ()


@pytest.mark.parametrize(("path", "change", "expected"), WAYS.values(), ids=WAYS.keys())
def test_tampering_is_reported(path: str, change: Change, expected: str, tamper: Tamper) -> None:
    faults = tamper(path, change, of_others=False)
    assert any(expected in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("path", "change", "expected"), [way for kind in KINDS for way in [*kind.values()][::8]]
)
def test_tampering_is_reported_among_all_pages(
    path: str, change: Change, expected: str, tamper: Tamper
) -> None:
    faults = tamper(path, change)
    assert any(expected in fault for fault in faults), faults


def test_a_site_is_compared_with_the_entries(built: Path, publication: Publication) -> None:
    first, *others = publication.catalog.entries
    fewer = Publication(
        type(publication.catalog)(tuple(others), publication.catalog.vocabulary),
        publication.settings,
    )
    faults = [str(fault) for fault in audit(fewer, built)]
    assert f"partners/: Lists 3 of 2 partners. Not expected: {first.id}." in faults


def test_a_page_of_the_owners_has_no_style_of_its_own(tamper: Tamper) -> None:
    text = "<html><head><style>p { color: red }</style></head><body><p>x</p></body></html>"
    faults = tamper("about/index.html", lambda _: text)
    assert (
        "about/index.html: An inline style isn't the theme's or a plugin's: p { color: red }"
        in faults
    )


def test_a_page_of_the_owners_can_have_any_markdown(built: Path, tamper: Tamper) -> None:
    terms = (built / "terms" / "index.html").read_text(encoding="utf-8")
    table = '<table><tr><td style="text-align: right;">1</td></tr></table><img alt="" src="x.png">'
    page = terms.replace('class="catalog-page', 'class="page') + table
    page = page.replace("/terms/", "/about/")
    assert tamper("about/index.html", lambda _: page) == []


@pytest.mark.parametrize("target", ["/etc/passwd", "index.html", "/etc", "nowhere"])
def test_a_link_is_no_part_of_a_site(built: Path, publication: Publication, target: str) -> None:
    link = built / "linked"
    link.symlink_to(target)
    faults = [str(fault) for fault in audit(publication, built)]
    link.unlink()
    assert "linked: This is a link or a special file, and not part of a site." in faults
