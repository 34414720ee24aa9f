"""Names that have another meaning in the place where an entry is published."""

import pytest

from catalog_tool.model.identifiers import identifier_of, reserved_for
from catalog_tool.pipeline import check
from catalog_tool.site.render import all_pages
from tests.checking import VOCABULARY, check_files, entry_text, ordered_entry, written

CATEGORY = """\
categories:
  {0}:
    name: Some
    description: Some applications.
applications:
  Contoso ERP:
    category: {0}
"""


@pytest.mark.parametrize(
    "identifier", "index 404 search assets sitemap robots con prn aux nul com1 lpt9 compare".split()
)
def test_a_reserved_id_is_refused(identifier: str) -> None:
    path = f"partners/{identifier}.yaml"
    part = f'name: "{identifier.title()}"\n'
    found = [one for one in check_files({path: entry_text(part)}) if one.code == "CAT207"]
    assert [(one.line, one.column, one.severity) for one in found] == [(1, 7, "error")]
    assert f"partners/{identifier}-software.yaml" in found[0].hint


@pytest.mark.parametrize("name", ["Con", "Index", "Search", "Nul"])
def test_a_partner_with_a_reserved_name_gets_a_longer_file_name(name: str) -> None:
    path = f"partners/{name.lower()}-software.yaml"
    assert check_files({path: entry_text(f"name: {name}\n", "contoso")}) == []


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("UNIFY Solutions", "unify-solutions"), ("Index", "index-software"), ("東京", "")],
)
def test_a_new_entry_gets_a_free_id(name: str, identifier: str) -> None:
    assert identifier_of(name) == identifier


@pytest.mark.parametrize("identifier", ["con", "index", "search"])
def test_a_category_is_refused_at_its_key(identifier: str) -> None:
    (found,) = check_files({VOCABULARY: CATEGORY.format(identifier)})
    assert (found.path, found.line, found.column) == (VOCABULARY, 2, 3)
    assert (found.name, found.severity) == ("reserved-id", "error")


def test_an_application_of_a_reserved_name_has_another_address() -> None:
    part = "applications:\n  - Con\n  - Index\n  - Nullsoft\n"
    with written({"partners/contoso.yaml": ordered_entry(part)}) as settings:
        report = check(settings)
    assert report.diagnostics == ()
    slugs = [application.slug for application in report.publication.catalog.applications]
    assert slugs == ["con-2", "index-2", "nullsoft"]


def test_every_page_of_the_site_is_reserved() -> None:
    with written({"partners/contoso.yaml": entry_text()}) as settings:
        pages = all_pages(check(settings).publication)
    first = {page.path.partition("/")[0].partition(".")[0] for page in pages}
    assert {name for name in first if not reserved_for(name)} == set()
    assert len(first) > 5
