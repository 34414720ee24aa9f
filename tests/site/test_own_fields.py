"""A catalog's own fields are wherever a key of every entry is."""

import csv
import json
from collections.abc import Iterator

import pytest
import yaml

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import Choices
from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.entry_yaml import values_of
from catalog_tool.model.publication import Publication
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.pipeline import check
from catalog_tool.site.compare import page as compare
from catalog_tool.site.exporters import catalog_csv, catalog_json, issue_form, markdown_catalog
from catalog_tool.site.exporters.schemas import ENTRY
from catalog_tool.site.finder import find
from catalog_tool.site.form import entries as form_entries
from catalog_tool.site.form.fields import entry_fields
from catalog_tool.site.pages import home
from catalog_tool.site.pages import partner as partner_page
from tests.checking import FIELDS, entry_text, ordered_entry, written
from tests.site.pages.reading import Reading, shown

SHOWN = "  show: [card, page, compare, filter]\n"
DEFINITIONS = f"""\
regions:
  label: Data regions
  help: Where customer data is kept.
  type: choice
  multiple: true
  values:
    eu: {{name: European Union, description: All member states.}}
    us: United States
{SHOWN}
trial:
  label: Free trial
  type: yes-no
{SHOWN}
support:
  label: Support
  type: choice
  values: {{basic: Basic, full: Around the clock}}
note: {{label: Note, type: text, show: [page, card]}}
since: {{label: Since, type: date}}
price: {{label: Price, type: number, show: [page, compare]}}
pricing: {{label: Pricing, type: url}}
sales: {{label: Sales, type: email}}
"""
DESCRIPTION = "description: |\n  This gateway provisions accounts.\n"
STATED = """\
regions:
  - eu
  - us
trial: yes
support: full
note: Only prepaid.
since: 2026-05-04
price: 99.50
pricing: https://www.contoso.com/pricing
sales: sales@contoso.com
"""


@pytest.fixture(scope="module")
def publication() -> Iterator[Publication]:
    files = {
        FIELDS: DEFINITIONS,
        "partners/contoso.yaml": ordered_entry(DESCRIPTION) + STATED,
        "partners/fabrikam.yaml": entry_text("", "fabrikam"),
    }
    with written(files) as settings:
        report = check(settings)
        assert report.diagnostics == ()
        yield report.publication


def rows(reading: Reading) -> list[str]:
    return [shown(row.text) for row in reading.all("tr")]


def test_a_page_has_the_label_and_the_meaning_of_each(publication: Publication) -> None:
    contoso, fabrikam = (Reading(each.body) for each in partner_page.pages(publication))
    facts = [shown(each.text) for each in (*contoso.all("dt"), *contoso.all("dd"))]
    for said in (
        *("Data regions", "European Union: All member states.", "United States"),
        *("Free trial", "Yes", "Support", "Around the clock", "Note", "Only prepaid."),
        *("Since", "May 4, 2026", "Price", "99.50", "Pricing", "contoso.com"),
        *("Sales", "sales@contoso.com"),
    ):
        assert said in facts
    links = contoso.links()
    assert {"https://www.contoso.com/pricing", "mailto:sales@contoso.com"} <= {*links}
    assert not fabrikam.all("dd")
    labels = "Data regions, Free trial, Support, Note, Since, Price, Pricing, Sales, Test date"
    assert f"Not stated: {labels}. Ask Fabrikam" in shown(fabrikam.text)


def test_a_card_has_what_is_stated(publication: Publication) -> None:
    (page,) = home.pages(publication)
    facts = [shown(each.text) for each in Reading(page.body).all("p", class_="catalog-stated")]
    assert facts == ["European Union, United States · Free trial: Yes · Note: Only prepaid."]
    assert not [each for each in facts if "not stated" in each]


def test_the_comparison_has_a_row_for_each(publication: Publication) -> None:
    (page,) = compare.pages(publication)
    found = rows(Reading(page.body))
    assert "Data regions European Union, United States not stated" in found
    assert "Free trial Yes not stated" in found
    assert "Pricing contoso.com not stated" in found
    assert not [row for row in found if row.startswith("Note")]


def test_a_query_finds_partners_by_their_values(publication: Publication) -> None:
    for query, matched in (("european union", "European Union"), ("free trial", "Free trial")):
        (found,) = find(publication.catalog, query).partners
        assert (found.id, found.match, found.matched) == ("contoso", "field", matched)


def test_partners_are_filtered_and_counted(publication: Publication) -> None:
    every = find(publication.catalog, "")
    assert list(every.facets) == ["category", "regions", "trial"]
    counts = [(value.id, value.count) for value in every.facets["regions"]]
    assert counts == [("eu", 1), ("us", 1)]  # partners, not the applications that they list
    filtered = find(publication.catalog, "", {"regions": ["us"]})
    assert [each.id for each in filtered.partners] == ["contoso"]


def test_exports_have_the_values(publication: Publication) -> None:
    document = json.loads(catalog_json.export(publication))
    contoso, fabrikam = document["partners"]
    assert contoso["fields"] == {
        "regions": ["eu", "us"],
        "trial": ["yes"],
        "support": ["full"],
        "note": ["Only prepaid."],
        "since": ["2026-05-04"],
        "price": ["99.50"],
        "pricing": ["https://www.contoso.com/pricing"],
        "sales": ["sales@contoso.com"],
    }
    assert fabrikam["fields"] == {}
    assert [field["key"] for field in document["fields"]] == [*publication.catalog.fields]
    first = next(csv.DictReader(catalog_csv.export(publication).splitlines()))
    assert (first["field:regions"], first["field:price"]) == ("eu us", "99.50")
    assert "- Data regions: European Union, United States\n" in markdown_catalog.export(publication)


@pytest.mark.parametrize("exporter", [catalog_json, markdown_catalog])
def test_an_export_is_imported_again(exporter: object, publication: Publication) -> None:
    text = exporter.export(publication)  # type: ignore[attr-defined]
    choices = Choices(fields=publication.catalog.fields)
    contoso, _ = read_catalog(text, Vocabulary(), choices).partners
    expected = values_of(publication.catalog.by_id["contoso"].partner)
    assert contoso.values == expected


def test_a_list_is_imported_by_labels_and_names(publication: Publication) -> None:
    text = "Company,Website,Data Regions,Free trial\nLitware,https://www.litware.com,EU; US,ja\n"
    choices = Choices(fields=publication.catalog.fields)
    (litware,) = read_catalog(text, Vocabulary(), choices).partners
    assert (litware.values["regions"], litware.values["trial"]) == (("eu", "us"), "yes")


def test_editors_and_forms_know_the_fields(publication: Publication) -> None:
    schema = json.loads(ENTRY.export(publication))["properties"]
    assert schema["regions"]["items"]["enum"] == ["eu", "us"]
    assert schema["regions"]["markdownDescription"].startswith(
        "Where customer data is kept.\n\n"
        "- `eu`: European Union. All member states.\n- `us`: United States\n\n```yaml\n"
    )
    assert not [key for each in schema.values() for key in each if key.startswith("x-")]
    fields = {field.key: field for field in entry_fields(publication.catalog)}
    kinds = {key: (field.label, field.control) for key, field in fields.items()}
    assert kinds["regions"] == ("Data regions", "choices")
    assert kinds["support"] == ("Support", "choice")
    assert kinds["since"] == ("Since", "date")
    assert [choice.label for choice in fields["support"].choices] == ["Basic", "Around the clock"]
    template = new_entry({"name": "Litware"}, model=publication.catalog.entry_model)
    assert "# Where customer data is kept. Choose from: eu, us.\n# regions:\n#   - eu\n" in template


def test_the_form_can_load_the_fields_of_an_entry(publication: Publication) -> None:
    _, first = form_entries.export_files(publication)
    assert '"regions":["eu","us"],"trial":"yes","support":"full"' in first.text


def test_the_issue_form_asks_for_the_fields(publication: Publication) -> None:
    form = yaml.safe_load(issue_form.export(publication))
    questions = {each.get("id"): each for each in form["body"]}
    assert questions["support"]["type"] == "dropdown"
    assert questions["support"]["attributes"]["options"] == ["basic", "full: Around the clock"]
    assert questions["regions"]["type"] == "checkboxes"


def test_a_filter_can_have_many_values() -> None:
    values = ", ".join(f"v{n}: Value {n}" for n in range(70))
    many = (
        f"many:\n  label: Many\n  type: choice\n  multiple: true\n  values: {{{values}}}\n{SHOWN}"
    )
    files = {
        FIELDS: many,
        "partners/contoso.yaml": entry_text() + "many:\n  - v0\n  - v30\n  - v31\n  - v69\n",
        "partners/fabrikam.yaml": entry_text("", "fabrikam") + "many:\n  - v31\n",
    }
    with written(files) as settings:
        catalog = check(settings).publication.catalog
    counts = {value.id: value.count for value in find(catalog, "").facets["many"]}
    assert counts == {"v0": 1, "v30": 1, "v31": 2, "v69": 1}
    found = find(catalog, "", {"many": ["v69", "v0"]})
    assert [each.id for each in found.partners] == ["contoso"]
