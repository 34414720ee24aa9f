"""Lists in TOML: tables are objects, and values stay as they are written."""

import re

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import DETECTED
from catalog_tool.model.error import CatalogError
from catalog_tool.model.vocabulary import Vocabulary

CONTOSO = {"name": "Contoso", "website": "https://www.contoso.com"}
IN_TOML = DETECTED.suited_to("list.toml")

TOML = """\
# Our partners.
[[partners]]
company = "Contoso"
homepage_url = "https://www.contoso.com" # [a]

[[partners]]
company = 'Fabrikam, Inc.'
homepage_url = '''https://www.contoso.com'''
email = "sales@fabrikam.com"
"""


def test_values_of_toml_stay_as_they_are_written() -> None:
    text = TOML.replace("# [a]\n", "\nsince = 2024-02-03\nversion = 1.10\nis_open = true\n", 1)
    contoso, _ = read_catalog(text, Vocabulary(), IN_TOML).partners
    said = "since: 2024-02-03\n\nversion: 1.10\n\nis_open: true\n"
    assert contoso.values["description"] == said


def test_front_matter_can_be_toml() -> None:
    text = '+++\nname = "Contoso"\nlink = "https://www.contoso.com"\n+++\nSCIM gateway.\n'
    (contoso,) = read_catalog(text, Vocabulary()).partners
    assert dict(contoso.values) == {**CONTOSO, "description": "SCIM gateway."}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TOML.replace("'Fab", "Fab"), "Line 7: Invalid value."),
        ("a = 1\n[b", "Line 2: Expected ']' at the end of a table declaration."),
        ("x = " + "[" * 100_000, "Tables or lists are nested too deep."),
        ("x = " + "[" * 20 + "]" * 20, "Tables or lists are nested too deep."),
        ("\na" + ".a" * 1_000_000 + " = 1", "Line 2: Too many keys are joined with dots."),
        ("x = " + "9" * 10_000, "A number has too many digits."),
    ],
    ids=["value", "header", "brackets", "lists", "dots", "digits"],
)
def test_broken_and_hostile_toml_is_refused(text: str, reason: str) -> None:
    with pytest.raises(CatalogError, match=f"can't be read as TOML. {re.escape(reason)}"):
        read_catalog(text, Vocabulary(), IN_TOML)
