"""Files that other programs export: tables with lines above, and objects in frames."""

import json
from collections.abc import Callable

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import DETECTED
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary

SITES = {"Contoso": "https://contoso.com", "Fabrikam & Sons": "https://fabrikam.com"}


def told(text: str, file: str) -> dict[str, Plain]:
    found = read_catalog(text, Vocabulary(), DETECTED.suited_to(file)).partners
    return {each.name: each.values.get("website", "") for each in found}


def drupal(name: str, site: str) -> dict[str, object]:
    website = {"uri": site, "title": "Website", "options": []}
    body = {"value": f"{name} builds gateways.", "format": "basic_html"}
    own = {"self": {"href": f"https://cms.example.org/node/{len(name)}"}}
    attributes = {"title": name, "status": True, "body": body, "field_website": website}
    return {"type": "node--partner", "id": "a", "attributes": attributes, "links": own}


def wordpress(name: str, site: str) -> dict[str, object]:
    page = f"https://www.example.org/partner/{len(name)}/"
    title = {"rendered": name.replace("&", "&amp;")}
    content = {"rendered": "<p>Gateways.</p>", "protected": False}
    acf = {"website": site, "level": "Gold"}
    return {"id": 1, "link": page, "title": title, "content": content, "acf": acf}


def contentful(name: str, site: str) -> dict[str, object]:
    system = {"id": "1", "contentType": {"sys": {"id": "partner"}}}
    return {"sys": system, "fields": {"name": {"en-US": name}, "url": {"en-US": site}}}


def nested(name: str, site: str) -> dict[str, object]:
    web = {"home": site, "docs": f"{site}/docs"}
    return {"company": {"name": name, "web": web}, "contacts": [{"first": "Jo", "last": "Doe"}]}


@pytest.mark.parametrize("record", [drupal, wordpress, contentful, nested])
def test_objects_in_frames_are_read(record: Callable[[str, str], dict[str, object]]) -> None:
    records = [record(name, site) for name, site in SITES.items()]
    assert told(json.dumps({"total": 2, "items": records}), "partners.json") == SITES


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Partners 2024,,\nLast update: 1 May,,\n,,\nCompany,Website,Country", "{0},{1},Spain"),
        ("Partners 2024\n\nCompany;Website;Country", "{0};{1};Spain"),
        ("Company,Website,Country", '{0},"{1}, the site of {0}",Spain'),
        ("Company,Website,Country", '{0},"{1}, {1}",Spain'),
    ],
    ids=["lines above", "another delimiter below", "texts of links", "addresses twice"],
)
def test_a_table_of_an_office_program_is_read(head: str, row: str) -> None:
    rows = (row.format(*each) for each in SITES.items())
    assert told("\n".join([head, *rows]), "partners.csv") == SITES


@pytest.mark.parametrize(
    "head",
    ["Account ID,Account Name,Website,Owner", "Record ID,Company name,Company Domain Name,Owner"],
)
def test_domains_of_a_system_for_customers_are_websites(head: str) -> None:
    rows = (f"{n},{name},{site[8:]},Jo" for n, (name, site) in enumerate(SITES.items(), start=1))
    assert told("\n".join([head, *rows]), "accounts.csv") == SITES
