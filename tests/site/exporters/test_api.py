"""The files for programs: each as its schema says, and stable in what it promises."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from catalog_tool.model.changes import ListChanged, ValueChanged
from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.history import History, News, PartnerNews
from catalog_tool.model.publication import Publication, WithheldEntry
from catalog_tool.site.api.documents import DOCUMENTS
from catalog_tool.site.api.export import export_files
from catalog_tool.site.exports import site_files
from catalog_tool.site.render import all_pages
from tests.hostile.corpus import PAYLOADS, hostile_publication
from tests.site.exporters.catalogs import SITE, catalogs, own_publication, partner, publication

PARTNERS = "api/v1/partners/"


def files_of(catalog: Publication) -> dict[str, Any]:
    return {file.path: json.loads(file.text) for file in export_files(catalog)}


def documents(files: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each document that isn't a schema, with the name of its schema."""
    for path, document in files.items():
        if path.startswith("api/"):
            name = path.rpartition("/")[2].removesuffix(".json")
            yield "partner" if path.startswith(PARTNERS) else name, document


def validate(catalog: Publication) -> None:
    files = files_of(catalog)
    for name, document in documents(files):
        schema = files[f"schemas/v1/{name}.schema.json"]
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(document)


def news() -> tuple[PartnerNews, ...]:
    applications = ListChanged("applications", ("IBM RACF",), ("SAP ECC",))
    contact = ValueChanged("contact", "https://a.com", "https://b.com")
    return (
        PartnerNews("2026-05-03", News.LEFT, "wingtip"),
        PartnerNews("2026-05-02", News.RENAMED, "p0", "Tailspin", (applications, contact)),
        PartnerNews("2026-05-01", News.ADDED, "p0"),
    )


@pytest.fixture
def catalog() -> Publication:
    """A partner with news, one that left, one that moved, and one that is withheld."""
    made = publication([partner(applications=("RACF",), tested_on="2026-05-04")])
    former = FormerPartners(
        former={
            "wingtip": FormerPartner(name="Wingtip", removed="2026-05-03", reason="It was sold."),
            "tailspin": FormerPartner(name="Tailspin", moved_to="p0"),
        }
    )
    return replace(
        made,
        catalog=replace(made.catalog, former=former),
        history=History("2024-05-01", news(), ()),
        withheld=(WithheldEntry("partners/adatum.yaml", "adatum", "Adatum"),),
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_schema_is_one_and_has_an_address(name: str, catalog: Publication) -> None:
    path = f"schemas/v1/{name}.schema.json"
    schema = files_of(catalog)[path]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{SITE}{path}"
    assert schema["description"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_reader_of_version_1_accepts_keys_that_are_added(name: str, catalog: Publication) -> None:
    files = files_of(catalog)
    document = dict(documents(files))[name] | {"added_later": [1]}
    Draft202012Validator(files[f"schemas/v1/{name}.schema.json"]).validate(document)


def test_each_document_is_as_its_schema_says(catalog: Publication) -> None:
    validate(catalog)
    validate(own_publication())
    validate(replace(catalog, history=None))


@given(catalogs)
def test_any_catalog_is_as_the_schemas_say(catalog: Publication) -> None:
    validate(catalog)


def test_the_index_leads_to_every_file_and_page(catalog: Publication) -> None:
    index = files_of(catalog)["api/v1/index.json"]
    own = {f"{SITE}{file.path}" for file in site_files(catalog)}
    own |= {f"{SITE}{page.address}" for page in all_pages(catalog)}
    addresses = [value for value in index.values() if str(value).startswith("https://")]
    addresses += index["schemas"].values()
    addresses += [each[key] for each in index["partners"] for key in ("data", "page")]
    assert len(addresses) == 7 + len(DOCUMENTS) + 2
    assert {*addresses} <= own
    assert index["withheld"] == ["adatum"]


def test_a_partner_has_everything_that_its_page_says(catalog: Publication) -> None:
    document = files_of(catalog)[f"{PARTNERS}p0.json"]
    assert document["applications"] == [{"name": "RACF", "slug": "ibm-racf", "group": None}]
    assert (document["tested_on"], document["tested_by"]) == ("2026-05-04", None)
    assert document["badge"] == f"{SITE}partners/p0/badge.svg"
    assert document["page"] == f"{SITE}partners/p0/"


def test_applications_and_categories_refer_to_each_other(catalog: Publication) -> None:
    files = files_of(catalog)
    (application,) = files["api/v1/applications.json"]["applications"]
    (category,) = files["api/v1/categories.json"]["categories"]
    assert application["category"] == category["id"] == "mainframe"
    assert category["applications"] == [application["slug"]] == ["ibm-racf"]
    assert category["partners"] == application["partners"] == ["p0"]
    assert category["feed"] == f"{SITE}categories/mainframe/feed.xml"


def test_changes_are_told_in_keys_and_in_words(catalog: Publication) -> None:
    document = files_of(catalog)["api/v1/changes.json"]
    left, renamed, added = document["changes"]
    assert (left["kind"], left["name"], left["page"]) == (
        "left",
        "Wingtip",
        f"{SITE}partners/wingtip/",
    )
    assert renamed["former_name"] == "Tailspin"
    assert renamed["keys"] == ["applications", "contact"]
    assert renamed["applications_added"] == ["IBM RACF"]
    assert renamed["applications_removed"] == ["SAP ECC"]
    assert "Now lists IBM RACF. No longer lists SAP ECC. New contact." in renamed["text"]
    assert (added["kind"], added["partner"], added["keys"]) == ("added", "p0", [])
    assert document["since"] == "2024-05-01"


def test_removals_are_there_even_without_a_history(catalog: Publication) -> None:
    document = files_of(replace(catalog, history=None))["api/v1/changes.json"]
    assert (document["since"], document["changes"]) == (None, [])
    wingtip, tailspin = document["removals"]
    assert (wingtip["removed"], wingtip["reason"]) == ("2026-05-03", "It was sold.")
    assert (tailspin["id"], tailspin["moved_to"]) == ("tailspin", "p0")


def test_without_an_address_of_the_site_addresses_are_relative(catalog: Publication) -> None:
    settings = catalog.settings.model_copy(update={"site_url": ""})
    files = files_of(replace(catalog, settings=settings))
    assert files["api/v1/index.json"]["partners"][0]["data"] == "api/v1/partners/p0.json"
    assert "$id" not in files["schemas/v1/index.schema.json"]


def test_texts_of_strangers_arrive_as_they_are() -> None:
    files = files_of(hostile_publication(PAYLOADS))
    names = [files[f"{PARTNERS}p{n}.json"]["name"] for n in range(1, len(PAYLOADS) + 1)]
    assert [name.partition(" ")[2].partition(" ")[2] for name in names] == [*PAYLOADS.values()]
