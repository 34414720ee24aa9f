"""Whatever a stranger writes is shown as written, on every page and under every later stage."""

from collections.abc import Iterator

import markdown  # type: ignore[import-untyped]  # ships without types
import pytest
import yaml
from jinja2 import Environment

from catalog_tool.pages import Page, all_pages
from catalog_tool.publication import Publication
from tests.pages.conftest import REPOSITORY, Publish
from tests.pages.reading import Reading, shown

PAYLOADS = {
    "element": "</div><script>alert(1)</script>",
    "title": "</title><img src=x onerror=alert(1)>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "references": "&lt;script&gt;alert&#40;1&#41;",
    "template": "{{ 7 * 7 }}{% include 'secret' %}{# gone #}",
    "attribute list": "x {: onclick=alert(1) } {#id .class}",
    "snippet": "--8<-- 'mkdocs.yml'",
    "include": "{!mkdocs.yml!} [[wiki]] :smile: ++ctrl++ ==mark== ^^ins^^ ~~del~~",
    "markdown": "**bold** _em_ `code` [link](https://x.example.com) ![i](i.png)",
    "front matter": "--- title: x ---",
    "comment": "<!-- --> <![CDATA[ ]]> <?php ?>",
    "math": "$x$ \\(y\\) \\[z\\] @user #1",
}
# Everything that Python-Markdown and its usual companions can be asked to act on.
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "meta",
    "smarty",
    "tables",
    "toc",
    "wikilinks",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tilde",
]


def configured_extensions() -> list[str]:
    """Return the extensions of this repository's site: MkDocs' own and those it adds."""
    configuration = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return ["toc", "tables", "fenced_code", *configuration.get("markdown_extensions", [])]


def hostile(payload: str, publish: Publish) -> Publication:
    """Return a catalog that says ``payload`` wherever a file can."""
    entry = {
        "name": f"N {payload}",
        "description": f"D {payload}\n\n- L {payload}\n",
        "applications": {f"G {payload}": [f"A {payload}", f"U {payload}"]},
        "applications_note": f"O {payload}",
        "links": [{"label": f"K {payload}", "url": "https://www.contoso.com/"}],
        "tested_by": f"T {payload}",
    }
    category = {"name": f"C {payload}", "description": f"S {payload}"}
    known = {"category": "kind", "vendor": f"V {payload}", "aliases": [f"B {payload}"]}
    vocabulary = {"categories": {"kind": category}, "applications": {f"A {payload}": known}}
    files = {"partners/contoso.yaml": entry, "partners/_vocabulary.yaml": vocabulary}
    texts = {path: yaml.safe_dump(value, allow_unicode=True) for path, value in files.items()}
    return publish(texts, title=f"P {payload}", summary=f"Y {payload}", platform=f"F {payload}")


@pytest.fixture(params=list(PAYLOADS.values()), ids=list(PAYLOADS))
def payload(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile_pages(payload: str, publish: Publish) -> list[Page]:
    return list(all_pages(hostile(payload, publish)))


def active(reading: Reading) -> Iterator[str]:
    """Yield what a browser would act on."""
    for element in reading.elements:
        if element.tag in {"script", "img", "iframe", "style"}:
            yield element.tag
        yield from (name for name in element.attributes if name.startswith("on"))
        if element.attributes.get("href", "").lower().startswith(("javascript:", "data:")):
            yield element.attributes["href"]


def test_nothing_in_any_page_becomes_active(hostile_pages: list[Page]) -> None:
    for page in hostile_pages:
        assert list(active(Reading(page.body))) == [], page.path


def test_names_are_shown_as_they_were_written(payload: str, hostile_pages: list[Page]) -> None:
    texts = {page.path: shown(Reading(page.body).text) for page in hostile_pages}
    assert shown(f"N {payload}") in texts["partners/contoso/index.md"]
    for letter in "GAUKT":
        assert shown(f"{letter} {payload}") in texts["partners/contoso/index.md"]
    for letter in "AVB":
        assert any(shown(f"{letter} {payload}") in text for text in texts.values()), letter
    assert shown(f"C {payload}") in texts["categories/kind/index.md"]


def test_title_and_description_are_html_that_shows_them(hostile_pages: list[Page]) -> None:
    for page in hostile_pages:
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
        source = page.markdown().split("---\n", 2)[2]
        assert engine.reset().convert(source) == page.body, page.path


def test_a_template_engine_finds_nothing_to_do(hostile_pages: list[Page]) -> None:
    for page in hostile_pages:
        source = page.markdown()
        rendered = Environment(keep_trailing_newline=True).from_string(source).render()  # noqa: S701 - as careless as can be
        assert rendered == source, page.path


def test_the_repositorys_own_pages_pass_through_too(pages: dict[str, Page]) -> None:
    for extensions in (configured_extensions(), EXTENSIONS):
        engine = markdown.Markdown(extensions=extensions)
        for page in pages.values():
            source = page.markdown().split("---\n", 2)[2]
            assert engine.reset().convert(source) == page.body, page.path
