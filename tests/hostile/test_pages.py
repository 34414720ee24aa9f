"""Whatever a stranger writes is shown as written, on every page and under every later stage."""

from collections.abc import Iterator

import markdown  # type: ignore[import-untyped]  # ships without types
import pytest
import yaml
from jinja2 import Environment

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.pages.page import Page
from catalog_tool.site.render import all_pages
from tests.hostile.corpus import MARK, PAYLOADS, SHOWN
from tests.site.pages.conftest import REPOSITORY
from tests.site.pages.reading import Reading, shown

# Everything that Python-Markdown and its usual companions can be asked to act on.
EXTENSIONS = (
    "abbr admonition attr_list def_list footnotes md_in_html meta smarty tables toc wikilinks "
    "pymdownx.betterem pymdownx.caret pymdownx.critic pymdownx.emoji pymdownx.highlight "
    "pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark pymdownx.smartsymbols "
    "pymdownx.snippets pymdownx.superfences pymdownx.tilde"
).split()


def configured_extensions() -> list[str]:
    """Return the extensions of this repository's site: MkDocs' own and those it adds."""
    configuration = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return ["toc", "tables", "fenced_code", *configuration.get("markdown_extensions", [])]


def active(reading: Reading) -> Iterator[str]:
    """Yield what a browser would act on."""
    for element in reading.elements:
        if element.tag in {"script", "img", "iframe", "style"}:
            yield element.tag
        yield from (name for name in element.attributes if name.startswith("on"))
        if element.attributes.get("href", "").lower().startswith(("javascript:", "data:")):
            yield element.attributes["href"]


def source(page: Page) -> str:
    """Return what stands below the front matter of a page."""
    return page.markdown().split("---\n", 2)[2]


def test_nothing_in_any_page_becomes_active(hostile_readings: dict[str, Reading]) -> None:
    for path, reading in hostile_readings.items():
        assert list(active(reading)) == [], path


def test_names_are_shown_as_they_were_written(hostile_readings: dict[str, Reading]) -> None:
    texts = {path: shown(reading.text) for path, reading in hostile_readings.items()}
    everywhere = "\n".join(texts.values())
    for number, (name, payload) in enumerate(PAYLOADS.items(), start=1):
        if name not in SHOWN:
            continue
        own = texts[f"partners/p{number}/index.md"]
        for said in (f"N {MARK} {payload}", *(f"{letter} {payload}" for letter in "GAUKT")):
            assert shown(said) in own, name
        for letter in "AVB":
            assert shown(f"{letter} {payload}") in everywhere, name


def test_title_and_description_are_html_that_shows_them(shown_publication: Publication) -> None:
    for page in all_pages(shown_publication):
        front = yaml.safe_load(page.markdown().split("---\n")[1])
        for said, html in ((page.title, front["title"]), (page.description, front["description"])):
            assert shown(Reading(html).text) == shown(said), page.path
            assert not set('<>"') & set(html), page.path


@pytest.mark.parametrize("extensions", [configured_extensions(), EXTENSIONS], ids=["ours", "all"])
def test_python_markdown_passes_each_body_through_byte_for_byte(
    extensions: list[str], hostile_pages: list[Page]
) -> None:
    engine = markdown.Markdown(extensions=extensions)
    for page in hostile_pages:
        assert engine.reset().convert(source(page)) == page.body, page.path


def test_a_template_engine_finds_nothing_to_do(hostile_pages: list[Page]) -> None:
    environment = Environment(keep_trailing_newline=True)  # noqa: S701 - as careless as can be
    for page in hostile_pages:
        text = page.markdown()
        assert environment.from_string(text).render() == text, page.path


def test_the_repositorys_own_pages_pass_through_too() -> None:
    pages = list(all_pages(check(load_settings(REPOSITORY)).publication))
    for extensions in (configured_extensions(), EXTENSIONS):
        engine = markdown.Markdown(extensions=extensions)
        for page in pages:
            assert engine.reset().convert(source(page)) == page.body, page.path
