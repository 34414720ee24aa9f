"""Bodies of issues, as GitHub writes them when somebody submits the form."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import yaml

from catalog_tool.model.nodes import Plain
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.issue_form import as_text, export
from catalog_tool.site.form.fields import Field, issue_fields
from tests.site.exporters.catalogs import own_publication

VALUES: dict[str, Plain] = {
    "name": "Acme Identity",
    "website": "https://www.acme.com/identity",
    "contact": "sales@acme.com",
    "description": "Acme provisions *users* and groups.\n\n- one\n- two\n",
    "applications": ("Epic", "IBM RACF"),
}


def elements(publication: Publication) -> list[dict[str, Any]]:
    """Return the fields of a catalog's form, as in the file."""
    form = yaml.safe_load(export(publication))
    return [element for element in form["body"] if element["type"] != "markdown"]


def fill_form(values: Mapping[str, Plain]) -> str:
    """Return the body of an issue with these values, and with all statements checked."""
    form, fields = _own()
    sections = []
    for element in form:
        label, key = element["attributes"]["label"], element["id"]
        if element["type"] == "checkboxes":
            options = [option["label"] for option in element["attributes"]["options"]]
            answer = _boxes(options, values.get(key, ()) if key in fields else options)
        else:
            answer = as_text(fields[key], values.get(key, "")) or "_No response_"
        sections.append(f"### {label}\n\n{answer}")
    return "\n\n".join(sections)


@cache
def _own() -> tuple[list[dict[str, Any]], dict[str, Field]]:
    """Return the fields of our own form, as in the file and as in the program."""
    publication = own_publication()
    fields = {field.key: field for field in issue_fields(publication)}
    return elements(publication), fields


def _boxes(options: list[str], ticked: Collection[Plain]) -> str:
    marks = {
        option: "X" if option in ticked or option.partition(":")[0] in ticked else " "
        for option in options
    }
    return "\n".join(f"- [{mark}] {option}" for option, mark in marks.items())
