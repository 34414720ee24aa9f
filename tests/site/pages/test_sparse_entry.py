"""An entry with only a name and a website, in a catalog that requires no more."""

import json
import re
from html import unescape

import pytest
import yaml

from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check, render, render_repository_files
from tests.checking import entry_text, written

SPARSE = {
    "mkdocs.yml": ("site_name: C\nplugins:\n  - catalog: {required: [], admins: [contoso-anna]}\n"),
    "partners/contoso.yaml": "name: Contoso\nwebsite: https://www.contoso.com/identity\n",
    "partners/fabrikam.yaml": entry_text(identifier="fabrikam"),
}
EMPTY = re.compile(r"<(h[1-6]|p|ul|ol|dd|div|section)\b[^>]*>\s*</\1>")


@pytest.fixture(scope="module")
def publication() -> Publication:
    with written(SPARSE) as settings:
        report = check(settings)
        assert report.may_publish, report.diagnostics
        return report.publication


@pytest.fixture(scope="module")
def files(publication: Publication) -> dict[str, str]:
    made = (*render(publication), *render_repository_files(publication))
    return {file.path: file.text for file in made}


def test_its_page_has_no_empty_parts(files: dict[str, str]) -> None:
    page = files["partners/contoso/index.md"]
    assert "Contact" not in page
    assert "contact" not in page.replace("catalog-", "")
    assert not EMPTY.search(page)
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["What Contoso states"]
    assert "https://www.contoso.com/identity" in page


@pytest.mark.parametrize("path", ["index.md", "catalog/index.md", "compare/index.md"])
def test_pages_with_several_partners_name_no_contact(files: dict[str, str], path: str) -> None:
    assert "Contact Contoso" not in files[path]
    assert 'href=""' not in files[path]
    assert 'data-partner-text="contoso"' not in files[path]


def test_a_comparison_links_the_website_and_calls_the_rest_not_stated(
    files: dict[str, str],
) -> None:
    table = files["compare/index.md"].partition("<table")[2]
    head, _, body = unescape(table).partition("</thead>")
    links = re.findall(r'href="([^"]*)"[^>]* aria-label="([^"]*)"', head)
    assert links[0] == ("https://www.contoso.com/identity", "Website of Contoso")
    row = re.search(r'role="rowheader">What it does</th>(.*?)</tr>', body, re.DOTALL)
    assert row
    assert row[1].count("not stated") == 1


def test_the_markdown_catalog_has_no_empty_headings(files: dict[str, str]) -> None:
    section = files["CATALOG.md"].partition("### Contoso\n")[2].partition("###" + " Fabrikam")[0]
    assert re.findall(r"^#### (.*)$", section, re.MULTILINE) == ["Contact information", "Details"]


def test_files_for_programs_say_that_there_is_no_value(files: dict[str, str]) -> None:
    (contoso, _) = json.loads(files["catalog.json"])["partners"]
    assert contoso["contact"] is None
    assert contoso["description"] is contoso["description_text"] is None
    assert contoso["applications"] == []
    (line,) = [line for line in files["llms.txt"].splitlines() if "[Contoso]" in line]
    assert line.endswith("(partners/contoso/)")
    entry = files["feed.xml"].partition("<title>Contoso</title>")[2].partition("</entry>")[0]
    assert "<summary>" not in entry
    assert "<content" not in entry


def test_forms_and_references_mark_what_is_optional(files: dict[str, str]) -> None:
    form = files["contribute/index.md"]
    assert re.findall(r'data-field="(\w+)"[^>]* data-required', form) == ["name", "website"]
    asked = yaml.safe_load(files[".github/ISSUE_TEMPLATE/partner.yml"])["body"]
    needed = [each["id"] for each in asked if each.get("validations", {}).get("required")]
    assert needed == ["name", "website"]
    shown = unescape(files["contribute/index.md"]).partition("<code>name: ")[2]
    (line,) = shown.partition("<")[0].split("\n")[1:]
    assert line.startswith("website: ")
