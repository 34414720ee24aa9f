"""The JSON Schemas of the files that say something about all entries."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from catalog_tool.cli import main
from catalog_tool.model.settings import SHARED_SCHEMA_FILES
from catalog_tool.site.exporters.schemas import SCHEMAS
from tests.site.exporters.catalogs import SITE, publication

REPOSITORY = Path(__file__).parents[3]
EXPORTERS = {each.file: each for each in SCHEMAS}
KINDS = [*SHARED_SCHEMA_FILES]


def schema(kind: str, site_url: str = SITE) -> dict[str, Any]:
    exporter = EXPORTERS[SHARED_SCHEMA_FILES[kind]]
    read: dict[str, Any] = json.loads(exporter.export(publication([], site_url)))
    Draft202012Validator.check_schema(read)
    return read


def faults(kind: str, text: str) -> list[str]:
    found = Draft202012Validator(schema(kind)).iter_errors(yaml.safe_load(text))
    return [error.message for error in found]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: str) -> None:
    whole = schema(kind)
    parts = [whole, *whole["$defs"].values()]
    keys = [each for part in parts for each in part.get("properties", {}).values()]
    assert keys
    assert all(each["markdownDescription"].startswith(each["description"]) for each in keys)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_knows_its_address(kind: str) -> None:
    assert schema(kind)["$id"] == f"{SITE}schema/{kind}.schema.json"
    assert "$id" not in schema(kind, site_url="")
    assert f"schema/{kind}.schema.json" == EXPORTERS[SHARED_SCHEMA_FILES[kind]].SITE_PATH


@pytest.mark.parametrize("kind", ["fields", "vocabulary"])
def test_our_own_files_are_valid(kind: str) -> None:
    assert faults(kind, (REPOSITORY / f"partners/_{kind}.yaml").read_text()) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_files_of_a_new_catalog_are_valid_and_refer_to_their_schemas(
    tmp_path: Path, language: str
) -> None:
    made = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--language", language])
    assert made.exit_code == 0, made.output
    for kind in ("fields", "vocabulary"):
        text = (tmp_path / f"new/partners/_{kind}.yaml").read_text()
        path = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=../")
        assert json.loads((tmp_path / "new" / path).read_text()) == {
            key: value for key, value in schema(kind).items() if key != "$id"
        }
        assert faults(kind, text) == []
    known = json.loads((tmp_path / "new/.vscode/settings.json").read_text())["yaml.schemas"]
    assert all((tmp_path / "new" / path).is_file() for path in known)


@pytest.mark.parametrize(
    ("kind", "text", "is_valid"),
    [
        ("fields", "trial: {label: Trial, type: yes-no, required: true}", True),
        ("fields", "plan: {label: Plan, type: choice, values: {a: A, b: {name: B}}}", True),
        ("fields", "plan: {label: Plan, type: choices}", False),
        ("fields", "plan: {label: Plan, type: text, required: maybe}", False),
        ("fields", "plan: {type: text}", False),
        ("vocabulary", "applications: {ADP: {category: hr, aliases: [ADP Inc]}}", True),
        ("vocabulary", "applications: {ADP: {aliases: [ADP Inc]}}", False),
        ("vocabulary", "interfaces: {}", False),
        ("former", "former: {contoso: {name: Contoso, moved_to: fabrikam}}", True),
        ("former", "former: {contoso: {moved_to: fabrikam}}", False),
        ("exceptions", "[{entry: contoso}]", False),
        ("exceptions", "exceptions: []", False),
        ("exceptions", "- {entry: a, rule: b, value: c, reason: d, review_by: '2027-01-01'}", True),
    ],
)
def test_editors_find_what_the_check_finds(kind: str, text: str, *, is_valid: bool) -> None:
    assert (faults(kind, text) == []) is is_valid
