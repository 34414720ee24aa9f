"""The catalog for programs: every field, every application under one name."""

import json
from typing import Any

from hypothesis import given

from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.catalog_json import export
from tests.site.exporters.catalogs import catalogs, own_publication, partner, publication


def read(catalog: Publication) -> dict[str, Any]:
    document = json.loads(export(catalog))
    assert isinstance(document, dict)
    return document


def test_the_format_has_a_version() -> None:
    document = read(own_publication())
    assert document["version"] == 2
    assert list(document) == [
        *("version", "title", "summary", "platform", "quarantined"),
        *("partners", "applications", "categories", "fields"),
    ]


def test_a_partner_has_all_its_fields() -> None:
    (stated,) = read(publication([partner(applications={"Big": ("RACF",)})]))["partners"]
    assert set(stated) == {"id", "description_text", "fields", *Partner.model_fields}
    assert stated["applications"] == [{"name": "RACF", "slug": "ibm-racf", "group": "Big"}]
    assert (stated["links"], stated["tested_on"]) == ([], None)


def test_an_application_has_its_canonical_name_and_all_its_partners() -> None:
    listings = [partner(name=name, applications=(name,)) for name in ("RACF", "IBM RACF", "New")]
    known, new = read(publication(listings))["applications"]
    assert known == {
        "slug": "ibm-racf",
        "name": "IBM RACF",
        "aliases": ["RACF"],
        "vendor": "IBM",
        "category": "mainframe",
        "gallery": None,
        "partners": ["p1", "p0"],
    }
    assert (new["name"], new["category"], new["aliases"]) == ("New", None, [])


def test_only_categories_with_a_listed_application_are_included() -> None:
    assert read(publication([partner(applications=("New",))]))["categories"] == []
    (category,) = read(publication([partner(applications=("RACF",))]))["categories"]
    assert category["id"] == "mainframe"


@given(catalogs)
def test_every_text_is_unchanged(catalog: Publication) -> None:
    document = read(catalog)
    slugs = {application["slug"] for application in document["applications"]}
    assert len(document["partners"]) == len(catalog.catalog.entries)
    for stated, entry in zip(document["partners"], catalog.catalog.entries, strict=True):
        applications = stated.pop("applications")
        listed = list(entry.partner.listed_applications())
        assert [each["name"] for each in applications] == [name for _, name in listed]
        assert {each["slug"] for each in applications} <= slugs
        own = entry.partner.fields
        assert stated.pop("fields") == {key: list(values) for key, values in own.items()}
        dropped = {"applications"} | {f"own_{key}" for key in entry.partner.own_fields}
        expected = entry.partner.model_dump(mode="json", exclude=dropped)
        assert {key: stated[key] for key in expected} == expected
