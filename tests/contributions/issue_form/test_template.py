"""The form as GitHub reads it: a field for each key of the model, and a box for each statement."""

import re

import pytest
import yaml

from catalog_tool.contributions.issue_form import FORM_LABEL, form_text
from catalog_tool.model.attestation import statements
from tests.contributions.issue_form.bodies import elements
from tests.own_fields import MODEL
from tests.site.exporters.catalogs import own_publication, publication

OWN = own_publication()

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
    form = yaml.safe_load(form_text(publication([])))
    assert form["labels"] == [FORM_LABEL]
    assert {"name", "description", "title", "labels", "body"} == form.keys()
