"""The schema of the options accepts what the program accepts, and explains every option."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from catalog_tool.linter.options_schema import options_schema
from catalog_tool.linter.selection import configured_rules
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, Settings
from tests.documents import REPOSITORY, document
from tests.options_page import PAGE, page

SCHEMA: dict[str, Any] = json.loads(options_schema(Settings(root=Path())))
VALIDATOR = Draft202012Validator(SCHEMA)
OPTIONS: dict[str, Any] = SCHEMA["$defs"]["options"]["properties"]
EXAMPLES = [{key: each} for key, one in OPTIONS.items() for each in one["examples"]]
CONFIGURATIONS = [
    ({}, True),
    ({"title": "Fabrikam"}, True),
    ({"title": 1}, False),
    ({"titel": "Fabrikam"}, False),
    ({"root": "/"}, False),
    ({"language": "de"}, False),
    ({"required": []}, True),
    ({"required": ["website"]}, False),
    ({"admins": ["contoso-anna"]}, True),
    ({"admins": ["contoso/admins"]}, False),
    ({"admins": "contoso-anna"}, False),
    ({"code_owners": ["contoso/admins"]}, True),
    ({"nouns": {"partner": "vendor"}}, True),
    ({"nouns": {"vendor": "partner"}}, False),
    ({"messages": {"%(num)s partner": {"one": "%(num)s vendor"}}}, True),
    ({"messages": {"%(num)s partner": {"single": "%(num)s vendor"}}}, False),
    ({"rules": {"curly-quotes": "ignore"}}, True),
    ({"rules": {"curly-quotes": "fatal"}}, False),
    ({"rules": {"curly-qotes": "ignore"}}, False),
    ({"rules": {"CAT104": "error"}}, False),
    ({"rules": {"missing-key": "error"}}, True),
    ({"rules": {"missing-key": "warning"}}, False),
    ({"rules": {"too-many-words": {"limit": 300, "severity": "warning"}}}, True),
    ({"rules": {"too-many-words": {"limit": 0}}}, False),
    ({"rules": {"too-many-words": {"limit": 1501}}}, False),
    ({"rules": {"too-many-words": {"words": 300}}}, False),
]


def test_it_is_a_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize(
    ("options", "is_valid"), [*CONFIGURATIONS, *((each, True) for each in EXAMPLES)], ids=str
)
@pytest.mark.parametrize("is_list", [True, False], ids=["list", "mapping"])
def test_it_accepts_what_the_program_accepts(
    options: dict[str, Any], tmp_path: Path, *, is_valid: bool, is_list: bool
) -> None:
    plugin = {"catalog": options}
    configuration = {"site_name": "Contoso", "plugins": ["search", plugin] if is_list else plugin}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    assert VALIDATOR.is_valid(configuration) == is_valid
    if is_valid:
        configured_rules(load_settings(tmp_path))
    else:
        with pytest.raises(ConfigurationError):
            configured_rules(load_settings(tmp_path))


@pytest.mark.parametrize(
    "configuration",
    [
        {"theme": {"name": "material", "language": "de"}},
        {"plugins": ["search", "catalog"]},
        {"plugins": [{"search": {"lang": "en"}}, {"catalog": None}]},
        {"plugins": {"search": {}, "catalog": {}}},
    ],
)
def test_it_allows_everything_else(configuration: object) -> None:
    assert VALIDATOR.is_valid(configuration)


def test_our_configuration_is_valid() -> None:
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert [error.message for error in VALIDATOR.iter_errors(yaml.safe_load(text))] == []


def test_it_explains_every_option_with_an_example() -> None:
    assert OPTIONS.keys() == Settings.options().keys()
    for key, each in OPTIONS.items():
        meaning, _, example = each["markdownDescription"].partition("\n\n```yaml\n")
        assert meaning == each["description"] == Settings.options()[key].description
        (written,) = [yaml.safe_load(example.removesuffix("```"))]
        assert written == {key: each["examples"][0]}


def test_its_own_address_is_the_one_on_the_site() -> None:
    committed = json.loads((REPOSITORY / OPTIONS_SCHEMA_FILE).read_text(encoding="utf-8"))
    assert committed["$id"] == f"{load_settings(REPOSITORY).site_url}schema/options.schema.json"
    assert "$id" not in SCHEMA


def test_the_page_of_the_options_is_current() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run `python -m tests.options_page`"
    assert OPTIONS.keys() <= document("docs/options.md").anchors
