"""The finished site: its audit finds nothing, and no payload changes what a page is made of."""

from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.model.publication import Publication
from catalog_tool.site.audit import audit
from catalog_tool.site.build import build_site
from catalog_tool.site.render import PAGE_KINDS
from tests.hostile.corpus import PAYLOADS, hostile_publication
from tests.site.built.checks import built_faults
from tests.site.built.made_site import made_site

KINDS = "application applications catalog categories compare home partner".split()


def elements(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each element with the names of its attributes, without those of Markdown texts."""
    tree = LexborHTMLParser(html)
    for written in tree.css("[data-partner-text], [data-partner-note]"):
        written.inner_html = ""
    root = tree.root
    assert root
    return [(node.tag or "", (*node.attributes,)) for node in root.traverse(include_text=False)]


def bodies(publication: Publication) -> dict[str, str]:
    """Return the body of each page that partners have a word on, without its address's slugs."""
    return {
        f"{kind} {number}": str(page.body)
        for kind in KINDS
        for number, page in enumerate(PAGE_KINDS[kind](publication))
    }


HARMLESS = {name: elements(body) for name, body in bodies(hostile_publication({"": "x"})).items()}


def test_the_audit_of_the_finished_site_finds_nothing(
    shown_publication: Publication, hostile_site: Path
) -> None:
    assert [str(fault) for fault in audit(shown_publication, hostile_site)] == []


@pytest.mark.slow  # because it needs another build
def test_the_audit_finds_nothing_if_zensical_built_the_site(
    shown_publication: Publication, tmp_path: Path
) -> None:
    settings = shown_publication.settings.model_copy(update={"engine": "zensical"})
    hostile = replace(shown_publication, settings=settings)
    build_site(hostile, tmp_path)
    assert [str(fault) for fault in audit(hostile, tmp_path)] == []


def test_the_finished_site_is_what_was_made(
    shown_publication: Publication, hostile_site: Path
) -> None:
    assert built_faults(made_site(shown_publication, hostile_site)) == []


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_a_page_is_made_of_the_same_elements_whatever_its_names_are(payload: str) -> None:
    for name, body in bodies(hostile_publication({"": payload})).items():
        assert elements(body) == HARMLESS[name], name
