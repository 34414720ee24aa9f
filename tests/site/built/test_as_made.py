"""A change of a generated page or file on its way to the site is reported."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from catalog_tool.model.generated_file import GeneratedFile
from tests.site.built import as_made
from tests.site.built.checks import built_faults
from tests.site.built.made_site import MadeSite

HOME = "index.html"
CATALOG = "catalog/index.html"
PARTNER = "partners/idmworks/index.html"
APPLICATION = "applications/ibm-racf/index.html"
LINK = '<a href="https://www.contoso.com/" rel="nofollow noopener noreferrer">x</a>'

Change = Callable[[str], str]


def replace_match(pattern: str, new: str) -> Change:
    """Replace the first match of a pattern, which must be there."""

    def change(text: str) -> str:
        changed, count = re.subn(pattern, new, text, count=1)
        assert count, pattern
        return changed

    return change


CHANGED = {
    "the name of another partner": (APPLICATION, replace_match(">IDMWORKS<", ">Contoso<")),
    "the name of another application": (
        APPLICATION,
        replace_match(r"(<h1[^>]*>)[^<]*", r"\1CA ACF2"),
    ),
    "a missing application": (PARTNER, replace_match("<li>.*?</li>", "")),
    "a sentence in the page": (HOME, replace_match("</h1>", "</h1><p>Certified by Microsoft</p>")),
    "a sentence beside the page": (PARTNER, replace_match("</article>", "<p>x</p></article>")),
    "words beside the page": (
        PARTNER,
        replace_match("</article>", "Certified by Microsoft</article>"),
    ),
    "words before the page": (PARTNER, replace_match('(<div class="catalog-page)', r"x\1")),
    "a link to another company": (HOME, replace_match("</article>", f"{LINK}</article>")),
    "a drawing": (PARTNER, replace_match("</article>", "<svg><title>x</title></svg></article>")),
    "a picture": (PARTNER, replace_match("</article>", "<!-- --!><img src=x> --></article>")),
    "a form": (HOME, replace_match("</h1>", "</h1><form><input type=password></form>")),
    "a hidden page": (PARTNER, replace_match('<div class="catalog-page', r"<div hidden \g<0>")),
    "a hidden text": (PARTNER, replace_match("(?=data-partner-text)", "inert ")),
    "a text in the other direction": (PARTNER, replace_match("(?=data-partner-text)", "dir=rtl ")),
    "a page twice": (
        PARTNER,
        replace_match("</article>", '<div class="catalog-page"></div></article>'),
    ),
    "a text of the JSON": ("catalog.json", replace_match("IdentityForge", "Contoso")),
    "an address of the table": (
        "catalog.csv",
        replace_match("www.idmworks.com", "www.contoso.com"),
    ),
    "a name of the feed": ("feed.xml", replace_match("IDMWORKS</title>", "Contoso</title>")),
    "a link of the overview": ("llms.txt", lambda text: f"{text}- [x](https://contoso.com)\n"),
    "the rules for crawlers": (
        "robots.txt",
        replace_match("(?s).*", "User-agent: *\nDisallow: /\n"),
    ),
    "a script": ("assets/catalog.js", lambda text: f"{text}fetch('https://contoso.com')\n"),
    "a style": ("assets/catalog.css", lambda text: f"{text}[data-partner-text]{{display:none}}"),
    "the schema": ("schema/partner.schema.json", replace_match("https", "http")),
}


def test_an_unchanged_site_passes(site: MadeSite) -> None:
    assert len(site.made) > len(site.publication.catalog.entries)
    assert built_faults(site) == []


@pytest.mark.parametrize(("path", "change"), CHANGED.values(), ids=CHANGED.keys())
def test_a_change_is_reported(path: str, change: Change, site: MadeSite) -> None:
    file = site.folder / path
    before = file.read_bytes()
    file.write_bytes(change(before.decode()).encode())
    faults = [*as_made.page_faults(site.page(path), site), *as_made.site_faults(site)]
    file.write_bytes(before)
    assert [(fault.path, "the catalog generated" in fault.message) for fault in faults] == [
        (path, True)
    ]


def test_a_missing_file_is_reported(site: MadeSite) -> None:
    more = replace(site, made=(*site.made, GeneratedFile("assets/more.js", "x\n")))
    assert built_faults(more) == ["assets/more.js: The file is missing."]
