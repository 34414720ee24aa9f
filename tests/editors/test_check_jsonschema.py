"""What the schema can express it refuses exactly as ``catalog check`` does, file by file.

The judge is check-jsonschema, which reads YAML 1.2 as editors do, and is given the very files:
``NO`` and ``2026-05-04`` are text to it, as they are to the catalog. Only what YAML 1.2 itself
takes for a number, a truth value or nothing is another kind of value, and is refused there
although the catalog would take it as text; such fixtures are named below.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.partner import Partner
from catalog_tool.site.exporters.schemas import ENTRY
from tests.checking import PARTNER, check_files, check_text
from tests.site.exporters.catalogs import publication
from tests.test_fixtures import FIXTURES, files_of

# What the schema says of every value.
EXPRESSED = {
    *"missing-key unknown-key wrong-shape invalid-value missing-contact no-applications".split()
}
# What it says of the values of keys, but not of all that these rules look at.
PARTLY_EXPRESSED = {"empty-value", "insecure-link", "malformed-link"}
BEYOND_THE_SCHEMA = {
    "address-inside-company": "which hosts are public",
    "address-of-number": "which hosts are public",
    "description-of-nothing": "what Markdown shows",
    "e-mail-link": "links in Markdown",
    "empty-link-in-text": "links in Markdown",
    "insecure-link-in-note": "links in Markdown",
    "insecure-link-in-text": "links in Markdown",
    "link-without-text": "links in Markdown",
    "malformed-link-in-text": "links in Markdown",
    "name-of-punctuation": "letters of every script",
    "relative-link": "links in Markdown",
    "script-as-link": "links in Markdown",
}
STRICTER_THAN_THE_RULES = {
    "hidden-in-key": "a key with a hidden character is another key",
    "hidden-of-every-kind": "a name of hidden characters alone is empty; the check names them",
    "nothing-in-name": "null is nothing to editors; the check takes it as a name that says nothing",
    "nested-too-deep": "refused by the check for its depth",
    "unused-keys": "optional keys without a value are errors to editors; the check warns of them",
    "words-that-look-like-other-values": "1.10 is a number to editors; they ask for quotes",
}
# Half a character, written as an escape, stops the judge itself.
UNJUDGED = b"\\ud800"
SINGLE = [
    path
    for kind in ("valid", "invalid")
    for path in sorted((FIXTURES / kind).iterdir())
    if path.is_file() and UNJUDGED not in path.read_bytes().lower()
]
WHOLE: dict[str, Any] = {
    "name": "Contoso",
    "website": "https://www.contoso.com/identity",
    "contact": "sales@contoso.com",
    "description": "This gateway provisions accounts.\n",
    "applications": ("IBM RACF", "NO", "2026-05-04", "a: b", "365", "true", "null"),
}
GENERATED = {
    "new": new_entry({"name": "Contoso"}),
    "whole": entry_text(WHOLE),
    "groups": entry_text(WHOLE | {"applications": {"yes": ("0x1F", "1e3"), "1.10": ("off",)}}),
    **{
        f"{key}-{number}": entry_text(WHOLE | {key: example})
        for key, field in Partner.model_fields.items()
        for number, example in enumerate(field.examples or ())
    },
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What check-jsonschema says of each file by its name: accepted, refused or unreadable."""
    folder = tmp_path_factory.mktemp("generated")
    schema = folder / "partner.schema.json"
    schema.write_text(ENTRY.export(publication([])), encoding="utf-8")
    for name, text in GENERATED.items():
        (folder / f"generated-{name}.yaml").write_text(text, encoding="utf-8")
    files = [*SINGLE, *folder.glob("generated-*.yaml")]
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--output-format",
        "json",
    ]
    finished = subprocess.run(
        [*command, "--schemafile", schema, *files], check=False, capture_output=True, text=True
    )
    found = json.loads(finished.stdout)
    refused = {Path(each["filename"]).stem: "refused" for each in found["errors"]}
    unreadable = {Path(each["filename"]).stem: "unreadable" for each in found["parse_errors"]}
    return {path.stem: "accepted" for path in files} | refused | unreadable


@pytest.mark.parametrize("path", SINGLE, ids=lambda path: path.stem)
def test_schema_and_check_agree_on_a_fixture(path: Path, verdicts: dict[str, str]) -> None:
    found = {diagnostic.name for diagnostic in check_files(dict(files_of(path)))}
    verdict = verdicts[path.stem]
    if verdict == "unreadable":
        of_yaml = {"unportable-yaml", "yaml-feature", "yaml-syntax"}
        assert found & (of_yaml | {"duplicate-key", "hidden-character", "not-utf-8"})
    elif path.stem in BEYOND_THE_SCHEMA:
        assert (verdict, bool(found & PARTLY_EXPRESSED)) == ("accepted", True)
    elif path.stem in STRICTER_THAN_THE_RULES:
        assert (verdict, found & EXPRESSED) == ("refused", set())
    else:
        is_refused = bool(found & (EXPRESSED | PARTLY_EXPRESSED))
        assert verdict == ("refused" if is_refused else "accepted")


def test_every_exception_is_a_fixture() -> None:
    stems = {path.stem for path in SINGLE}
    assert {*BEYOND_THE_SCHEMA, *STRICTER_THAN_THE_RULES} <= stems


@pytest.mark.parametrize("name", list(GENERATED))
def test_what_the_tool_writes_is_accepted_by_both(name: str, verdicts: dict[str, str]) -> None:
    found = {d.name for d in check_text(GENERATED[name], path=PARTNER)}
    assert not found & (EXPRESSED | PARTLY_EXPRESSED)
    assert verdicts[f"generated-{name}"] == "accepted"


def test_each_code_of_the_table_has_a_fixture() -> None:
    found = {d.name for path in SINGLE for d in check_files(dict(files_of(path)))}
    assert found >= EXPRESSED | PARTLY_EXPRESSED
