"""Rules for every page of the site."""

import re
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from catalog_tool.linter.rules.rule import all_rules
from catalog_tool.model.publication import Publication
from catalog_tool.site.assets import THEME
from catalog_tool.site.exports import site_files
from catalog_tool.site.pages.page import Page
from catalog_tool.site.render import PAGE_KINDS, all_pages
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

HOST = "https://example.com/base/"
PARTNER = {"partners/contoso.yaml": ""}
EMPTY: dict[str, str] = {}


def address(path: str) -> str:
    """Return the published path of a Markdown file's page."""
    return HOST + path.removesuffix("index.md")


def test_each_page_has_the_address_that_the_design_gives_it(pages: dict[str, Page]) -> None:
    rules = {f"rules/{name}/" for name in all_rules()}
    found = {address(path).removeprefix(HOST) for path in pages}
    assert found >= {
        "",
        "catalog/",
        "catalog/print/",
        "partners/aquera/",
        "partners/idmworks/",
        "partners/unify-solutions/",
        "applications/",
        "applications/ibm-racf/",
        "applications/ibm-i-as-400/",
        "categories/",
        "categories/mainframe/",
        "compare/",
        "contribute/",
        "contribute/new/",
        "rules/",
        "terms/",
        *rules,
    }


def test_a_page_kind_is_a_module_that_defines_pages() -> None:
    assert set(PAGE_KINDS) == {
        "api",
        "application",
        "applications",
        "catalog",
        "categories",
        "compare",
        "contribute",
        "coverage",
        "former_partner",
        "home",
        "new",
        "numbers",
        "withheld_entry",
        "partner",
        "queue",
        "rules",
        "terms",
    }


def test_no_two_pages_have_the_same_path(publication: Publication) -> None:
    paths = [page.path for page in all_pages(publication)]
    assert len(paths) == len(set(paths))


def test_pages_are_the_same_each_time(publication: Publication) -> None:
    assert list(all_pages(publication)) == list(all_pages(publication))


def test_a_page_is_one_block_of_html_without_blank_lines(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.body.startswith('<div class="catalog-page '), page.path
        assert page.body.endswith("</div>"), page.path
        assert all(line.strip() for line in page.body.split("\n")), page.path
        Reading(page.body)


def test_a_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    for page in pages.values():
        levels = [
            int(element.tag[1])
            for element in Reading(page.body).elements
            if re.fullmatch("h[1-6]", element.tag)
        ]
        assert levels[0] == 1, page.path
        assert levels.count(1) == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_two_elements_of_a_page_have_the_same_id(pages: dict[str, Page]) -> None:
    for page in pages.values():
        ids = Reading(page.body).ids()
        assert len(ids) == len(set(ids)), page.path


def test_a_page_has_nothing_that_a_strict_policy_blocks(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for element in Reading(page.body).elements:
            assert element.tag not in {"script", "style", "iframe", "img", "link", "object"}
            assert not {"style", "src"} & element.attributes.keys()
            assert not [name for name in element.attributes if name.startswith("on")]


def test_each_internal_link_leads_to_a_page_and_an_anchor_on_it(
    pages: dict[str, Page], publication: Publication
) -> None:
    places = {address(path): {"", *Reading(page.body).ids()} for path, page in pages.items()}
    places |= {urljoin(HOST, file.path): {""} for file in site_files(publication)}
    for path, source in pages.items():
        for target in Reading(source.body).links():
            url = urlsplit(urljoin(address(path), target))
            if url.netloc == urlsplit(HOST).netloc:
                assert not target.startswith("/"), path
                page = url._replace(query="", fragment="").geturl()
                assert url.fragment in places[page], (path, target)


def test_each_label_that_an_element_refers_to_is_on_the_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        reading = Reading(page.body)
        for element in reading.elements:
            names = element.attributes.get("aria-labelledby", "").split()
            assert set(names) <= set(reading.ids()), page.path


def test_each_page_can_be_reached_from_the_home_page(pages: dict[str, Page]) -> None:
    by_address = {address(path): page for path, page in pages.items()}
    # The footer links to these from every page.
    footer = (THEME / "partials/catalog-footer.html").read_text(encoding="utf-8")
    linked = re.findall(r'link\("([^"]*)"', footer)
    waiting = [HOST, *(address(path) for path in linked if path.endswith("/"))]
    reached: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here in by_address and here not in reached:
            reached.add(here)
            waiting += [
                urljoin(here, link).partition("#")[0]
                for link in Reading(by_address[here].body).links()
            ]
    indexed = {where for where, page in by_address.items() if page.is_indexed}
    assert reached == indexed | {address("catalog/print/index.md")}


def test_front_matter_has_title_and_description(pages: dict[str, Page]) -> None:
    for page in pages.values():
        front = yaml.safe_load(page.markdown().split("---\n")[1])
        assert shown(Reading(front["title"]).text) == page.title
        assert shown(Reading(front["description"]).text) == shown(page.description)
        assert front["description"].strip(), page.path


@pytest.mark.parametrize("files", [EMPTY, PARTNER], ids=["no partner", "no prose"])
def test_a_minimal_catalog_has_a_complete_site(files: dict[str, str], publish: Publish) -> None:
    pages = list(all_pages(publish(files)))
    assert {"index.md", "catalog/index.md", "contribute/index.md", "terms/index.md"} <= {
        page.path for page in pages
    }
    for page in pages:
        Reading(page.body)
        assert "None" not in page.body, page.path


def test_a_catalog_without_a_repository_has_no_edit_links(publish: Publish) -> None:
    for page in all_pages(publish(PARTNER)):
        assert Reading(page.body).all("a", rel="edit") == []


def test_a_note_is_shown_without_applications_too(publish: Publish) -> None:
    entry = "applications: []\ninterfaces: [sql]\napplications_note: Whatever has tables.\n"
    pages = {page.path: page for page in all_pages(publish({"partners/contoso.yaml": entry}))}
    for path in ("catalog/print/index.md", "partners/contoso/index.md"):
        assert "Whatever has tables." in Reading(pages[path].body).text
