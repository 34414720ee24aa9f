"""The form as GitHub reads it: a field for each key of the model, and a box for each statement."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from catalog_tool.contributions.issue_form import FORM_LABEL
from catalog_tool.contributions.issue_form.parse import read_submission
from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.attestation import statements
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.exporters.issue_form import box_label, export
from catalog_tool.site.form.fields import Choice, issue_fields
from tests.contributions.issue_form.bodies import elements
from tests.own_fields import MODEL
from tests.site.exporters.catalogs import own_publication, publication

OWN = own_publication()
GERMAN = Path(__file__).parents[2] / "site/messages/german"

ANSWERED = [key for key in MODEL.by_key() if key != "logo"]  # an answer has no file


def test_each_key_of_the_model_is_one_field_in_its_order() -> None:
    assert [each["id"] for each in elements(OWN)] == [*ANSWERED, "statements"]


def test_fields_are_required_if_the_model_requires_their_keys() -> None:
    for element in elements(OWN)[:-1]:
        is_required = MODEL.by_key()[element["id"]].is_required()
        assert element.get("validations", {"required": False}) == {"required": is_required}


def test_every_statement_is_a_required_box() -> None:
    assert elements(OWN)[-1]["attributes"]["options"] == [
        {"label": statement.markdown, "required": True} for statement in statements(OWN.settings)
    ]


@pytest.mark.parametrize("key", ANSWERED)
def test_a_field_says_what_the_model_says(key: str) -> None:
    (element,) = (each for each in elements(OWN) if each["id"] == key)
    meaning = MODEL.by_key()[key].description
    assert meaning is not None
    assert element["attributes"]["description"].startswith(meaning)
    assert element["type"] in {"input", "textarea", "checkboxes"}
    assert element["attributes"].get("placeholder") or element["attributes"].get("options")


def test_ids_and_labels_of_fields_are_unique() -> None:
    for name in ("id", "label"):
        found = [each.get(name) or each["attributes"][name] for each in elements(OWN)]
        assert len({text.casefold() for text in found}) == len(found)
    assert all(re.fullmatch(r"[a-z_]+", each["id"]) for each in elements(OWN))


def test_any_catalog_has_a_form() -> None:
    form = yaml.safe_load(export(publication([])))
    assert form["labels"] == [FORM_LABEL]
    assert {"name", "description", "title", "labels", "body"} == form.keys()


def test_a_form_in_german_is_read_as_it_was_filled_in() -> None:
    german = check(load_settings(GERMAN)).publication
    answers = _example_answers(german)
    body = "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers)
    submission = read_submission(body, german)
    assert "### Was Sie bestätigen" in body
    assert submission.mistakes == ()
    assert {*submission.values} == {field.key for field in issue_fields(german)}


def _example_answers(catalog: Publication) -> Iterator[tuple[str, str]]:
    """Yield each label of a form with its example, or with all boxes checked."""
    for element in elements(catalog):
        attributes = element["attributes"]
        match element["type"]:
            case "checkboxes":
                boxes = (f"- [x] {option['label']}" for option in attributes["options"])
                yield attributes["label"], "\n".join(boxes)
            case "dropdown":
                yield attributes["label"], attributes["options"][0]
            case _:
                yield attributes["label"], attributes["placeholder"]


@pytest.mark.parametrize(
    ("name", "meaning", "label"),
    [
        ("Norway", "", "no: Norway"),
        ("Norway", "Data centers in Oslo.", "no: Norway – Data centers in Oslo."),
        ("No", "Data centers in Oslo.", "no: Data centers in Oslo."),
        ("No", "", "no"),
    ],
)
def test_a_choice_has_its_name_and_its_meaning(name: str, meaning: str, label: str) -> None:
    assert box_label(Choice("no", name, meaning)) == label
