"""A catalog decides which keys its entries need; the check and the JSON Schema agree on it."""

from itertools import chain, combinations

import pytest
import yaml
from jsonschema import Draft202012Validator

from catalog_tool.model.entry_model import partner_model
from catalog_tool.model.json_schema import is_current, schema_text
from catalog_tool.model.partner import REQUIRED, Partner, RequiredKey
from tests.checking import check_files, codes, entry_text, ordered_entry

CODES = {"contact": "CAT104", "description": "CAT010", "applications": "CAT105"}
CHOICES: list[tuple[RequiredKey, ...]] = list(
    chain.from_iterable(combinations(REQUIRED, size) for size in range(4))
)


def configuration(required: tuple[str, ...]) -> str:
    return f"site_name: C\nplugins:\n  - catalog: {{required: [{', '.join(required)}]}}\n"


def entry_with(keys: tuple[str, ...]) -> str:
    """Return an entry with a name, a website, and some of the keys."""
    values = yaml.safe_load(entry_text())
    return yaml.safe_dump({key: values[key] for key in ("name", "website", *keys)}, sort_keys=False)


def found(required: tuple[str, ...], entry: str) -> list[str]:
    files = {"mkdocs.yml": configuration(required), "partners/contoso.yaml": entry}
    return codes(check_files(files))


@pytest.mark.parametrize("required", CHOICES)
@pytest.mark.parametrize("given", CHOICES)
def test_exactly_the_required_keys_are_missed(
    required: tuple[RequiredKey, ...], given: tuple[RequiredKey, ...]
) -> None:
    entry = entry_with(given)
    missing = [CODES[key] for key in required if key not in given]
    assert sorted(found(required, entry)) == sorted(missing)
    schema = Draft202012Validator(yaml.safe_load(schema_text(partner_model(required))))
    assert schema.is_valid(yaml.safe_load(entry)) is not bool(missing)


@pytest.mark.parametrize("key", ["name", "website"])
def test_name_and_website_are_always_required(key: str) -> None:
    values = {"name": "Contoso", "website": "https://www.contoso.com/identity"}
    del values[key]
    assert len(found((), yaml.safe_dump(values))) == 1
    assert not Draft202012Validator(yaml.safe_load(schema_text(partner_model(())))).is_valid(values)


@pytest.mark.parametrize("key", REQUIRED)
def test_an_optional_key_without_a_value_is_unused(key: str) -> None:
    assert found((), f"{entry_with(())}{key}: n/a\n") == ["CAT134"]


REGIONS = """\
regions:
  label: Regions
  help: Where the service runs.
  type: choice
  values: {na: North America, tba: {name: Tbilisi, aliases: [Nil]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [("na", []), ("tba", []), ("NA", ["CAT013"]), ("nil", ["CAT013"]), ("n/a", ["CAT134"])],
)
def test_a_value_of_the_owner_says_something(value: str, expected: list[str]) -> None:
    entry = f"{entry_with(())}regions: {value}\n"
    files = {"mkdocs.yml": configuration(()), "partners/contoso.yaml": entry}
    assert codes(check_files({**files, "partners/_fields.yaml": REGIONS})) == expected


@pytest.mark.parametrize("part", ["contact: sales at contoso\n", "description: <b>Fast</b>\n"])
def test_an_optional_key_is_judged_like_a_required_one(part: str) -> None:
    assert found((), entry_with(()) + part) == found(REQUIRED, ordered_entry(part))


def test_an_interface_stays_an_alternative_to_applications() -> None:
    entry = entry_with(()) + "interfaces:\n  - rest\n"
    assert found(("applications",), entry) == []


@pytest.mark.parametrize("required", CHOICES)
def test_a_model_has_the_same_keys_in_the_same_order(required: tuple[RequiredKey, ...]) -> None:
    model = partner_model(required)
    assert list(model.model_fields) == list(Partner.model_fields)
    assert model.required == required
    assert partner_model(required[::-1]).required == required


@pytest.mark.parametrize("required", CHOICES)
def test_a_schema_is_only_current_for_its_own_choice(required: tuple[RequiredKey, ...]) -> None:
    text = schema_text(partner_model(required))
    assert [each for each in CHOICES if is_current(text, partner_model(each))] == [required]
