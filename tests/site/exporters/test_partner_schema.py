"""The schema for editors: it accepts the same entries as the checks and explains every key."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.json_schema import FINGERPRINT, fingerprint
from catalog_tool.model.nodes import plain
from catalog_tool.model.partner import Link, Partner
from catalog_tool.site.exporters.schemas import ENTRY
from tests.own_fields import MODEL
from tests.site.exporters.catalogs import REPOSITORY, publication

SCHEMA: dict[str, Any] = json.loads(ENTRY.export(publication([])))
VALIDATOR = Draft202012Validator(SCHEMA)

ENTRIES = [*(REPOSITORY / "partners").glob("[!_]*.yaml")]
VALID = [*(REPOSITORY / "tests" / "fixtures" / "valid").rglob("[!_]*.yaml")]
CONTOSO: dict[str, Any] = {
    "name": "Contoso",
    "website": "https://www.contoso.com",
    "contact": "sales@contoso.com",
    "description": "It provisions.",
    "applications": ["IBM RACF"],
}


def values(path: Path) -> object:
    """Return the data of a file, with every scalar as text."""
    source, problems = parse_source(path.name, path.read_bytes().decode("utf-8-sig"))
    assert problems == ()
    assert source.root is not None
    return json.loads(json.dumps(plain(source.root)))


def test_it_is_a_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_there_are_entries_to_try() -> None:
    assert len(ENTRIES) >= 3
    assert len(VALID) >= 10


@pytest.mark.parametrize("path", [*ENTRIES, *VALID], ids=lambda path: path.stem)
def test_it_accepts_a_valid_entry(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(values(path))] == []


@pytest.mark.parametrize("key", ["name", "website", "contact", "description", "applications"])
def test_it_refuses_an_entry_without(key: str) -> None:
    assert not VALIDATOR.is_valid({k: value for k, value in CONTOSO.items() if k != key})


@pytest.mark.parametrize(
    "change",
    [
        {"apps": ["ADP"]},
        {"name": ""},
        {"name": 365},
        {"name": None},
        {"name": "x" * 101},
        {"website": "http://www.contoso.com"},
        {"contact": "contoso"},
        {"applications": []},
        {"applications": "ADP"},
        {"applications": {"Group": []}},
        {"applications_note": None},
        {"links": [{"label": "SDK"}]},
        {"links": [{"label": "SDK", "url": "https://a.com", "title": "x"}]},
        {"interfaces": ["telnet"]},
        {"directions": ["sideways"]},
        {"tested_on": "4 May 2026"},
        {"maintainers": ["@anna"]},
    ],
    ids=str,
)
def test_it_refuses(change: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(CONTOSO)
    assert not VALIDATOR.is_valid(CONTOSO | change)


def test_interfaces_can_replace_applications() -> None:
    generic = {key: value for key, value in CONTOSO.items() if key != "applications"}
    assert VALIDATOR.is_valid(generic | {"interfaces": ["rest"]})


@pytest.mark.parametrize(
    ("keys", "model"),
    [(SCHEMA["properties"], MODEL), (SCHEMA["$defs"]["Link"]["properties"], Link)],
)
def test_every_key_is_explained_with_examples_that_are_valid(
    keys: dict[str, Any], model: type[Partner | Link]
) -> None:
    assert list(keys) == list(model.by_key())
    for key, schema in keys.items():
        assert schema["description"].endswith(".")
        assert "default" not in schema
        for example in schema["examples"]:
            part = {"$defs": SCHEMA["$defs"], **schema}
            assert Draft202012Validator(part).is_valid(example), key
        assert schema["markdownDescription"].count("```yaml\n") == len(schema["examples"])


def test_hover_shows_an_example_that_reads_back_to_its_value() -> None:
    for key, schema in SCHEMA["properties"].items():
        shown = schema["markdownDescription"].split("```yaml\n")[1:]
        for text, example in zip(shown, schema["examples"], strict=True):
            source, problems = parse_source("hover.yaml", text.partition("```")[0])
            assert problems == ()
            assert source.root is not None
            assert json.loads(json.dumps(plain(source.root))) == {key: example}


def test_the_fingerprint_matches_the_schema() -> None:
    assert fingerprint() == FINGERPRINT, "write it into catalog_tool/model/json_schema.py"
