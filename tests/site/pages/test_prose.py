"""Texts of the catalog's owners as HTML."""

from pathlib import Path
from typing import Any

import pytest

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters import markdown_catalog
from catalog_tool.site.pages.prose import RenderedProse, read_prose
from tests.site.pages.reading import Reading

SVG = (
    '<svg viewBox="0 0 9 9" role="img" aria-labelledby="t">\n  <title id="t">Drawing</title>\n'
    "  <style>\n    .a { fill: red }\n  </style>\n\n  <path d='M0 0'/>\n</svg>\n"
)


def prose_of(text: str, **diagrams: str) -> RenderedProse:
    drawings = {f"diagrams/{name}.svg": drawing for name, drawing in diagrams.items()}
    publication = Publication(
        Catalog(), Settings(root=Path()), prose={"terms": text}, diagrams=drawings
    )
    prose = read_prose(publication, "terms")
    assert prose is not None
    return prose


def test_a_text_that_is_missing_or_blank_is_none() -> None:
    publication = Publication(Catalog(), Settings(root=Path()), prose={"terms": " \n"})
    assert read_prose(publication, "terms") is None
    assert read_prose(publication, "guidelines") is None


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ({}, "At most 500 words. Short."),
        ({"too-many-words": {"limit": 300}}, "At most 300 words. Short."),
        ({"too-many-words": {"limit": 1_200}}, "At most 1,200 words. Short."),
        ({"too-many-words": "warning"}, "Short."),
        ({"too-many-words": "ignore"}, "Short."),
    ],
)
def test_guidelines_name_the_limit_that_the_rules_have(rules: dict[str, Any], shown: str) -> None:
    settings = Settings(root=Path(), rules=rules)
    written = {"guidelines": "# Guidelines\n\nAt most {word_limit} words.\nShort.\n"}
    publication = Publication(Catalog(), settings, prose=written)
    prose = read_prose(publication, "guidelines")
    assert prose is not None
    assert Reading(prose.lead).text.split() == shown.split()
    assert shown in " ".join(markdown_catalog.export(publication).split())


def test_a_text_has_a_title_a_lead_and_sections() -> None:
    prose = prose_of("# The terms\n\nBefore.\n\n## One & two\n\n- a\n- b\n\n### Deep\n\nMore.\n")
    assert prose.title == "The terms"
    assert prose.lead == "<p>Before.</p>"
    (section,) = prose.sections
    assert (section.title, section.id) == ("One & two", "terms-one-two")
    assert section.html == "<ul><li>a</li><li>b</li></ul>\n<h3>Deep</h3>\n<p>More.</p>"
    assert prose.source == "docs/prose/terms.md"


def test_sections_with_equal_names_have_different_anchors() -> None:
    prose = prose_of("## Same\n\n## Same\n\n## 日本\n\n## 中国\n")
    ids = [section.id for section in prose.sections]
    assert len(set(ids)) == len(ids)


def test_a_drawing_is_inline_without_its_own_colors() -> None:
    html = prose_of("![What it shows](diagrams/drawing.svg)\n", drawing=SVG).lead
    reading = Reading(html)
    assert [e.attributes["role"] for e in reading.all("svg")] == ["img"]
    assert reading.all("style") == []
    assert "\n\n" not in html


def test_a_missing_drawing_is_replaced_by_its_text() -> None:
    reading = Reading(prose_of("![What it shows](diagrams/lost.svg)\n").lead)
    assert reading.text == "What it shows"
    assert reading.all("img") == []
