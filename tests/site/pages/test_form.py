"""The form for a new entry: its fields are the keys of the model, and it needs no server."""

import json
import re

import pytest

from catalog_tool.model.messages import languages
from catalog_tool.model.partner import Link
from catalog_tool.model.publication import Publication
from catalog_tool.site.form.fields import Field, entry_fields, link_fields
from catalog_tool.site.form.refusals import KINDS
from catalog_tool.site.pages import contribute
from catalog_tool.site.pages.page import Page
from tests.checking import FIELDS, OWN_FIELDS
from tests.own_fields import MODEL
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

ENGLISH, _ = languages()
KNOWN = {
    "partners/_vocabulary.yaml": (
        "categories:\n  kind:\n    name: Kind\n    description: A kind.\n"
        "applications:\n  'A \"B\" & <C>':\n    category: kind\n"
        "    aliases:\n      - AB\n      - B, A\n"
    )
}


@pytest.fixture
def reading(pages: dict[str, Page]) -> Reading:
    return Reading(pages["contribute/index.md"].body)


@pytest.fixture
def fields(publication: Publication) -> dict[str, Field]:
    return {field.key: field for field in entry_fields(publication.catalog)}


def form_of(publication: Publication) -> tuple[Reading, dict[str, str]]:
    page, _ = contribute.pages(publication)
    reading = Reading(page.body)
    (form,) = reading.all("form")
    return reading, form.attributes


def test_each_key_of_the_model_has_a_field(reading: Reading, fields: dict[str, Field]) -> None:
    keys = {element.attributes.get("data-field") for element in reading.elements}
    assert keys - {None} == set(MODEL.by_key()) == set(fields)
    for key, info in MODEL.by_key().items():
        assert ENGLISH.gettext(fields[key].meaning) == info.description
        assert shown(info.description or "?") in shown(reading.text)


def test_each_key_of_a_link_has_a_field(reading: Reading) -> None:
    parts = [element.attributes.get("data-part") for element in reading.elements]
    assert [part for part in parts if part] == list(Link.model_fields)
    assert [field.kind for field in link_fields()] == ["name", "web"]


@pytest.mark.parametrize(
    ("key", "control", "kind", "most"),
    [
        ("name", "line", "partner", 100),
        ("website", "line", "web", 500),
        ("contact", "line", "contact", 500),
        ("description", "text", "markdown", 10_000),
        ("applications", "lines", "application", 100),
        ("applications_note", "line", "markdown", 500),
        ("applications_url", "line", "web", 500),
        ("links", "links", "line", 0),
        ("interfaces", "choices", "line", 0),
        ("directions", "choices", "line", 0),
        ("tested_on", "date", "line", 0),
        ("tested_by", "line", "line", 500),
        ("maintainers", "lines", "login", 39),
    ],
)
def test_a_field_has_the_right_control(
    key: str, control: str, kind: str, most: int, fields: dict[str, Field]
) -> None:
    field = fields[key]
    assert (field.control, field.kind, field.most) == (control, kind, most)


def test_required_fields_come_first_and_are_marked(
    reading: Reading, fields: dict[str, Field]
) -> None:
    order = [e.attributes["data-field"] for e in reading.elements if "data-field" in e.attributes]
    needed = [key for key, field in fields.items() if field.is_needed]
    assert needed == ["name", "website", "contact", "description", "applications", "interfaces"]
    assert order[: len(needed)] == needed
    required = [e for e in reading.elements if "data-required" in e.attributes]
    assert [e.attributes["data-field"] for e in required] == needed[:4]


def test_the_form_calls_things_as_the_owner_does(publish: Publish) -> None:
    nouns = {"application": "exporter", "applications": "exporters", "partners": "vendors"}
    reading, _ = form_of(publish({}, nouns=nouns))
    labels = [shown(label.text) for label in reading.all("label")]
    assert "Exporters required" in labels
    assert "Note on the exporters optional" in labels
    assert "Full list of exporters optional" in labels
    assert "One line of Markdown that is shown before the list of exporters." in reading.text
    meanings = [e.text for e in reading.all("p") if e.attributes.get("id", "").endswith("-meaning")]
    assert not [text for text in meanings if re.search("(?i)(?<!/)application", text)]


@pytest.mark.parametrize(
    ("required", "fields", "demand", "one_of"),
    [
        (["applications"], "", "required", []),
        (["applications"], OWN_FIELDS, "alternative", ["applications", "interfaces"]),
        ([], "", "optional", []),
        ([], OWN_FIELDS, "optional", []),
    ],
)
def test_the_form_needs_applications_only_if_the_catalog_does(
    publish: Publish, required: list[str], fields: str, demand: str, one_of: list[str]
) -> None:
    publication = publish({FIELDS: fields} if fields else {}, required=required)
    found = {field.key: field for field in entry_fields(publication.catalog)}
    assert found["applications"].demand == demand
    assert ("unless another key" in found["applications"].meaning) is bool(one_of)
    _, attributes = form_of(publication)
    assert json.loads(attributes["data-checks"])["oneOf"] == one_of


def test_choices_have_the_labels_of_the_fields(publish: Publish) -> None:
    reading, _ = form_of(publish(KNOWN | {FIELDS: OWN_FIELDS}))
    values = [e.attributes["value"] for e in reading.all("input", type="checkbox")]
    assert values[:2] == ["csv", "ecma"]
    assert values[-2:] == ["outbound", "inbound"]
    assert "RESTWeb APIs in the REST style, usually JSON over HTTPS." in [
        label.text for label in reading.all("label")
    ]


def test_a_field_without_help_says_its_label_once(publish: Publish) -> None:
    fields = "kind: {label: Kind of vendor, type: choice, values: {shop: Shop}}\n"
    reading, _ = form_of(publish({FIELDS: fields}))
    (meaning,) = reading.all("p", id="entry-kind-meaning")
    assert not meaning.text
    assert "Kind of vendor optional" in [shown(label.text) for label in reading.all("label")]


def test_a_number_is_checked_during_typing(publish: Publish) -> None:
    made = publish({FIELDS: "price: {label: Price, type: number}\n"})
    (field,) = (each for each in entry_fields(made.catalog) if each.key == "price")
    (row,) = KINDS[field.kind][""]
    assert not any(map(row.refuses, ("99.5", "-3")))
    assert all(map(row.refuses, ("12,50 €", "")))


def test_known_applications_are_suggested_with_their_aliases(publish: Publish) -> None:
    reading, _ = form_of(publish(KNOWN))
    (option,) = reading.all("option")
    assert option.attributes == {
        "value": 'A "B" & <C>',
        "label": "AB, B, A",
        "data-aliases": "AB\nB, A",
    }


def test_without_a_vocabulary_nothing_is_suggested(publish: Publish) -> None:
    reading, _ = form_of(publish({}))
    assert not reading.all("datalist")
    assert "known-application" not in reading.ids()


@pytest.mark.parametrize(
    ("options", "new_file"),
    [
        ({}, ""),
        (
            {"repository": "https://github.com/contoso/catalog/", "branch": "trunk"},
            "https://github.com/contoso/catalog/new/trunk/partners",
        ),
        ({"partners": "content/partners"}, ""),
    ],
    ids=["no repository", "repository", "another folder"],
)
def test_the_form_has_the_path_of_the_file(
    options: dict[str, str], new_file: str, publish: Publish
) -> None:
    folder = options.get("partners", "partners")
    _, attributes = form_of(publish({f"{folder}/contoso.yaml": ""}, **options))
    assert attributes["data-new-file"] == new_file
    assert attributes["data-partners"] == folder


def test_without_scripts_the_page_links_to_the_steps(reading: Reading) -> None:
    (form,) = reading.all("form")
    assert "hidden" in form.attributes
    alternative = next(e for e in reading.all("p") if "JavaScript" in e.text)
    assert "hidden" not in alternative.attributes
    assert "#steps" in reading.links()


def test_each_field_has_a_label_and_a_description(reading: Reading) -> None:
    ids = set(reading.ids())
    labelled = {label.attributes.get("for") for label in reading.all("label")}
    for element in (*reading.all("input", type="text"), *reading.all("textarea")):
        if "id" in element.attributes:  # the others are in a template of a row
            assert element.attributes["id"] in labelled
            assert set(element.attributes.get("aria-describedby", "").split()) <= ids


def test_the_form_comes_first_and_the_git_way_after_it(reading: Reading) -> None:
    ids = reading.ids()
    order = [ids.index(each) for each in ("form", "steps", "guidelines", "format")]
    assert order == sorted(order)


def test_the_former_address_of_the_form_leads_to_it(pages: dict[str, Page]) -> None:
    page = pages["contribute/new/index.md"]
    assert not page.is_indexed
    assert "../../contribute/" in Reading(page.body).links()
