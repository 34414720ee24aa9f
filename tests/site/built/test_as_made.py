"""What the catalog made is not changed on its way to the site, or a check says so."""

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


def instead(pattern: str, new: str) -> Change:
    """Put a text in the place of the first one that a pattern finds, which must be there."""

    def change(text: str) -> str:
        changed, count = re.subn(pattern, new, text, count=1)
        assert count, pattern
        return changed

    return change


CHANGED = {
    "the name of another partner": (APPLICATION, instead(">IDMWORKS<", ">Contoso<")),
    "the name of another application": (APPLICATION, instead(r"(<h1[^>]*>)[^<]*", r"\1CA ACF2")),
    "an application too few": (PARTNER, instead("<li>.*?</li>", "")),
    "a sentence in the page": (HOME, instead("</h1>", "</h1><p>Certified by Microsoft</p>")),
    "a sentence beside the page": (PARTNER, instead("</article>", "<p>x</p></article>")),
    "words beside the page": (PARTNER, instead("</article>", "Certified by Microsoft</article>")),
    "words before the page": (PARTNER, instead('(<div class="catalog-page)', r"x\1")),
    "a link to somebody else": (HOME, instead("</article>", f"{LINK}</article>")),
    "a drawing": (PARTNER, instead("</article>", "<svg><title>x</title></svg></article>")),
    "a picture": (PARTNER, instead("</article>", "<!-- --!><img src=x> --></article>")),
    "a form": (HOME, instead("</h1>", "</h1><form><input type=password></form>")),
    "a page that is hidden": (PARTNER, instead('<div class="catalog-page', r"<div hidden \g<0>")),
    "a text that is hidden": (PARTNER, instead("(?=data-partner-text)", "inert ")),
    "a text in the other direction": (PARTNER, instead("(?=data-partner-text)", "dir=rtl ")),
    "a page twice": (PARTNER, instead("</article>", '<div class="catalog-page"></div></article>')),
    "a text of the JSON": ("catalog.json", instead("IdentityForge", "Contoso")),
    "an address of the table": ("catalog.csv", instead("www.idmworks.com", "www.contoso.com")),
    "a name of the feed": ("feed.xml", instead("<title>IDMWORKS", "<title>Contoso")),
    "a link of the overview": ("llms.txt", lambda text: f"{text}- [x](https://contoso.com)\n"),
    "the rules for crawlers": ("robots.txt", instead("(?s).*", "User-agent: *\nDisallow: /\n")),
    "a script": ("assets/catalog.js", lambda text: f"{text}fetch('https://contoso.com')\n"),
    "a style": ("assets/catalog.css", lambda text: f"{text}[data-partner-text]{{display:none}}"),
    "the schema": ("schema/partner.schema.json", instead("https", "http")),
}


def test_a_site_that_nobody_touched_passes(site: MadeSite) -> None:
    assert len(site.made) > len(site.publication.catalog.entries)
    assert built_faults(site) == []


@pytest.mark.parametrize(("path", "change"), CHANGED.values(), ids=CHANGED.keys())
def test_a_change_of_what_was_made_is_said(path: str, change: Change, site: MadeSite) -> None:
    file = site.folder / path
    before = file.read_bytes()
    file.write_bytes(change(before.decode()).encode())
    said = [*as_made.page_faults(site.page(path), site), *as_made.site_faults(site)]
    file.write_bytes(before)
    assert [(fault.path, "the catalog made" in fault.message) for fault in said] == [(path, True)]


def test_a_file_that_was_made_is_there(site: MadeSite) -> None:
    more = replace(site, made=(*site.made, GeneratedFile("assets/more.js", "x\n")))
    assert built_faults(more) == ["assets/more.js: the file is missing."]
