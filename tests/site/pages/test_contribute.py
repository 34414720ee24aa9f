"""The page that explains how to add an entry."""

from pathlib import Path

import pytest

from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import FORM_FILE
from catalog_tool.site.exporters.issue_form import export
from catalog_tool.site.pages import contribute
from catalog_tool.site.pages.page import Page
from tests.checking import check_files, entry_text, rules_for
from tests.loader.logos.test_svg import logo
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown


@pytest.fixture
def reading(pages: dict[str, Page]) -> Reading:
    return Reading(pages["contribute/index.md"].body)


def examples(publication: Publication) -> list[str]:
    page, _ = contribute.pages(publication)
    return [
        e.text + "\n" for e in Reading(page.body).all("code") if "\n" in e.text or ": " in e.text
    ]


def test_each_key_has_the_description_of_the_model(reading: Reading) -> None:
    for prefix, model in (("key", Partner), ("link", Link)):
        for name, field in model.model_fields.items():
            assert f"{prefix}-{name}" in reading.ids()
            assert (field.description or "?") in reading.text


def test_each_key_says_whether_it_is_required(reading: Reading) -> None:
    demands = [shown(heading.text) for heading in reading.all("h3")]
    assert "contact required" in demands
    assert "links optional" in demands
    assert "applications applications or interfaces required" in demands
    assert "interfaces applications or interfaces required" in demands


def test_each_example_is_valid(publication: Publication) -> None:
    shown_examples = [
        text for text in examples(publication) if not text.startswith(("label", "url"))
    ]
    assert len(shown_examples) > len(Partner.model_fields)
    for text in shown_examples:
        files = {
            "partners/contoso.yaml": entry_text(text, "contoso"),
            "partners/logos/contoso.svg": logo("") if text.startswith("logo") else "",
        }
        given = {path: content for path, content in files.items() if content}
        assert check_files(given, rules=rules_for(text)) == [], text


def test_the_smallest_entry_is_valid(publication: Publication) -> None:
    smallest = examples(publication)[0]
    assert smallest.startswith("name: ")
    assert entry_text(smallest) == smallest


def test_steps_and_guidelines_are_texts_of_the_owners(reading: Reading) -> None:
    assert [heading.text for heading in reading.all("h1")] == ["How to add your integration"]
    assert "Learn how the client works." in reading.text
    assert "Use at most 500 words." in reading.text


@pytest.mark.parametrize(
    ("rules", "sentence", "limit"),
    [
        ({"too-many-words": {"limit": 300}}, "up to 300 words", "300"),
        ({"too-many-words": "ignore"}, "", ""),
    ],
)
def test_pages_and_forms_show_the_limit_of_the_catalog(
    publish: Publish, rules: dict[str, object], sentence: str, limit: str
) -> None:
    publication = publish({}, rules=rules)
    page, _ = contribute.pages(publication)
    for text in (Reading(page.body).text, export(publication)):
        assert sentence in text
        assert ("words in total" in text) is bool(sentence)
    assert f'data-limit="{limit}"' in page.body


def test_the_button_creates_a_file_in_the_partners_folder(reading: Reading) -> None:
    repository = "https://github.com/partner-catalog/partner-catalog"
    assert f"{repository}/new/main/partners" in reading.links()


def test_the_issue_form_is_linked(pages: dict[str, Page]) -> None:
    repository = "https://github.com/partner-catalog/partner-catalog"
    form = Path(FORM_FILE).name
    links = Reading(pages["contribute/index.md"].body).links()
    assert f"{repository}/issues/new?template={form}" in links


@pytest.mark.parametrize("options", [{}, {"repository": "https://github.com/contoso/partners"}])
def test_a_catalog_without_the_issue_form_does_not_link_to_it(
    publish: Publish, options: dict[str, str]
) -> None:
    """The repository is unknown, or there are no admins."""
    publication = publish({}, **options)
    for page in contribute.pages(publication):
        assert "form on GitHub" not in Reading(page.body).text
        assert ("you open the pull request" in page.body) is bool(options and page.is_indexed)
