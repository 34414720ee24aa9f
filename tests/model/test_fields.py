"""A catalog's own fields: what their definitions can say, and what entries can say in them."""

from operator import itemgetter
from pathlib import Path

import pytest
import yaml

from catalog_tool.loader.load import load_catalog
from catalog_tool.model.entry_model import MOST_FIELDS
from catalog_tool.model.fields import MOST_VALUES
from catalog_tool.model.json_schema import schema_text
from tests.checking import FIELDS, PARTNER, check_files, codes, entry_text, fix_entry, written

CASES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "fields.yaml").read_text(encoding="utf-8")
)
REGIONS = """\
regions:
  label: Regions
  help: Where customer data is kept.
  aliases: [data regions]
  type: choice
  multiple: true
  values:
    eu: {name: European Union, aliases: [Europe]}
    us: United States
    no: Norway
"""
EVERY_TYPE = f"""\
{REGIONS}\
note: {{label: Note, type: text}}
notes: {{label: Notes, type: text, multiple: true}}
plan: {{label: Plan, type: choice, values: {{basic: Basic, pro: Professional}}}}
trial: {{label: Free trial, type: yes-no}}
since: {{label: Since, type: date}}
price: {{label: Price, type: number}}
pricing: {{label: Pricing, type: url}}
support: {{label: Support, type: email}}
"""
FULL = """\
regions: [eu, no]
note: One plain line.
notes: [One, Two]
plan: pro
trial: no
since: 2026-05-04
price: 99.50
pricing: https://www.contoso.com/pricing
support: support@contoso.com
"""


def said(part: str, fields: str = EVERY_TYPE) -> list[str]:
    """Return what the check says about an entry that begins with a part."""
    found = check_files({PARTNER: entry_text(part), FIELDS: fields})
    return [
        f"{each.line}:{each.column} {each.name}: {each.message} {each.hint}"
        + (f" -> {each.fix.title}{'' if each.fix.safe else '?'}" if each.fix else "")
        for each in found
        if each.name != "key-order"
    ]


def wrong_in(fields: str) -> str:
    """Return the only thing that the check says about definitions."""
    (found,) = check_files({PARTNER: entry_text(), FIELDS: fields})
    assert found.path == FIELDS
    return f"{found.line}:{found.column} {found.name}: {found.message} {found.hint}"


def test_an_entry_states_values_of_every_type() -> None:
    files = {PARTNER: entry_text() + FULL, FIELDS: EVERY_TYPE}
    assert check_files(files) == []
    with written(files) as settings:
        (entry,) = load_catalog(settings).catalog.entries
    assert entry.partner.fields == {
        "regions": ("eu", "no"),
        "note": ("One plain line.",),
        "notes": ("One", "Two"),
        "plan": ("pro",),
        "trial": ("no",),
        "since": ("2026-05-04",),
        "price": ("99.50",),
        "pricing": ("https://www.contoso.com/pricing",),
        "support": ("support@contoso.com",),
    }


def test_fields_follow_the_core_keys_in_the_order_of_their_definitions() -> None:
    for part in ("plan: pro\nregions: [eu]\n", ""):
        text = entry_text("" if part else FULL) + part
        (found,) = check_files({PARTNER: text, FIELDS: EVERY_TYPE})
        assert found.name == "key-order"


def test_a_catalog_without_fields_has_no_other_keys() -> None:
    assert codes(check_files({PARTNER: entry_text("regions: [eu]\n")})) == ["CAT011"]


@pytest.mark.parametrize("case", CASES["values"], ids=itemgetter("entry"))
def test_a_wrong_value_has_its_place_and_hint(case: dict[str, str]) -> None:
    (found,) = said(case["entry"])
    assert found.startswith(case["says"])


@pytest.mark.parametrize(
    ("part", "fixed"),
    [
        ("Data Regions: [Europe, us]\n", "regions: [eu, us]\n"),
        ("trial: ja\n", "trial: yes\n"),
        ("since: 4 May 2026\n", "since: 2026-05-04\n"),
        # YAML that is broken at a key of the catalog is repaired as it is at a core key.
        ("trial:yes\n", "trial: yes\n"),
        ("trial yes\n", "trial: yes\n"),
        ("  trial: yes\n", "trial: yes\n"),
        ("**trial**: yes\n", "trial: yes\n"),
        ("regions [eu]\n", "regions: [eu]\n"),
    ],
)
def test_names_and_aliases_are_fixed(part: str, fixed: str) -> None:
    assert fix_entry(part, fields=EVERY_TYPE).startswith(fixed)


def test_a_field_wins_over_the_names_that_people_use_for_core_keys() -> None:
    fields = "support_page: {label: Support, type: url, aliases: [homepage]}\n"
    (found,) = said("homepage: https://www.contoso.com/help\n", fields)
    assert "Did you mean 'support_page'?" in found
    assert said("docs: One line.\n", "docs: {label: Docs, type: text}\n") == []


def test_what_a_catalog_calls_its_applications_is_a_name_of_their_key() -> None:
    nouns = "{partner: bureau, application: plug-in, applications: plug-ins}"
    files = {
        "mkdocs.yml": f"plugins:\n  - catalog: {{nouns: {nouns}}}\n",
        PARTNER: entry_text().replace("name:", "Bureau:").replace("applications:", "Plug-ins:"),
        FIELDS: EVERY_TYPE,
    }
    found = [f"{each.message} {each.fix and each.fix.title}" for each in check_files(files)]
    assert found == [
        "'Bureau' isn't a valid key. rename to name",
        "'Plug-ins' isn't a valid key. rename to applications",
    ]


def test_a_required_field_that_is_missing_is_said_with_an_example() -> None:
    (found,) = said("", REGIONS.replace("  multiple", "  required: true\n  multiple"))
    example = "Add 'regions'. For example: regions: [eu]"
    assert found == f"1:1 missing-key: The key 'regions' is missing. {example}"
    (found,) = said("regions: []\n", REGIONS.replace("  multiple", "  required: true\n  multiple"))
    assert found.startswith("1:10 empty-value: 'regions' is empty. Fill it in.")


def test_text_in_fields_counts_as_words() -> None:
    text = " ".join(["word"] * 60)
    fields = "".join(f"f{n}: {{label: F{n}, type: text}}\n" for n in range(10))
    (found,) = said("".join(f"f{n}: {text}\n" for n in range(10)), fields)
    assert found.startswith("1:1 too-many-words: The entry has 609 words, 109 more than")


def test_a_field_that_reaches_any_application_replaces_the_list() -> None:
    entry = entry_text().partition("applications:\n")[0]
    fields = "api: {label: API, type: yes-no, reaches_any_application: true}\n"
    for part, expected in (("api: yes\n", []), ("api: no\n", ["CAT105"]), ("", ["CAT105"])):
        files = {PARTNER: entry + part, FIELDS: fields}
        assert codes(check_files(files)) == expected


@pytest.mark.parametrize("case", CASES["definitions"], ids=itemgetter("fields"))
def test_a_bad_definition_has_its_place_and_hint(case: dict[str, str]) -> None:
    assert wrong_in(case["fields"]).startswith(case["says"])


def test_an_unknown_type_is_not_something_for_a_description() -> None:
    hint = "Choose from: text, choice, yes-no, date, number, url, email."
    assert wrong_in("color: {label: Color, type: color}\n").endswith(f"allowed values. {hint}")


def test_files_about_all_entries_can_have_only_comments() -> None:
    shared = ("_fields.yaml", "_vocabulary.yaml", "_former.yaml", "_exceptions.yaml")
    texts = {f"partners/{name}": "# None anymore.\n\n  # None.\n" for name in shared}
    assert check_files({PARTNER: entry_text(), **texts}) == []


def test_the_schema_of_fields_with_an_error_is_not_also_out_of_date() -> None:
    schema = "docs/schema/partner.schema.json"
    files = {PARTNER: entry_text(), schema: schema_text(), FIELDS: "color: {label: Color}\n"}
    assert codes(check_files(files)) == ["CAT010"]


def test_the_numbers_of_fields_and_values_are_bounded() -> None:
    fields = "".join(f"f{n}: {{label: F{n}, type: text}}\n" for n in range(MOST_FIELDS + 1))
    assert wrong_in(fields) == (
        "1:1 invalid-value: The file has more than 40 fields. Keep at most 40."
    )
    values = ", ".join(f"v{n}: V{n}" for n in range(MOST_VALUES + 1))
    assert wrong_in(f"a: {{label: A, type: choice, values: {{{values}}}}}\n") == (
        "1:38 invalid-value: 'values' has more than 200 values. Keep at most 200."
    )


def test_a_bad_definition_is_not_also_reported_in_each_entry() -> None:
    fields = REGIONS + "plan: {label: Plan, type: chioce, values: {pro: Pro}}\n"
    part = "regions: [mars]\nplan: pro\n"
    found = check_files({PARTNER: entry_text(part), FIELDS: fields})
    assert [each.path for each in found] == [FIELDS, PARTNER]
    assert [each.message for each in found][1].startswith("'mars' isn't one of")


def test_a_file_that_is_not_yaml_is_one_problem() -> None:
    (found,) = check_files(
        {PARTNER: entry_text("regions: [eu]\n"), FIELDS: "regions: &a {label: R, type: text}\n"}
    )
    assert found.path == FIELDS
