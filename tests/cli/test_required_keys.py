"""Commands in a catalog whose owner requires fewer keys, or should."""

import re

import pytest

from tests.checking import OWN_FIELDS, entry_text
from tests.cli.conftest import CONFIGURATION, Catalog

SPARSE = "name: Contoso\nwebsite: https://www.contoso.com/identity\n"
LINE = re.compile(r"^  (required: .*)$", re.MULTILINE)


def require(catalog: Catalog, line: str) -> None:
    """Write a line under the plugin."""
    text = CONFIGURATION.replace("- catalog\n", f"- catalog:\n      {line}\n")
    (catalog.root / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (SPARSE, "required: []"),
        (SPARSE + "contact: sales@contoso.com\n", "required: [contact]"),
        (SPARSE + "interfaces:\n  - rest\n", "required: [applications]"),
    ],
)
def test_publishing_names_the_line_that_would_let_it_pass(
    catalog: Catalog, entry: str, line: str
) -> None:
    catalog.write("_fields.yaml", OWN_FIELDS)
    catalog.write("contoso.yaml", entry)
    for command in ("build", "publish", "render"):
        refused = catalog.run(command)
        assert refused.exit_code == 1
        assert LINE.findall(refused.stderr) == [line]
    require(catalog, line)
    assert catalog.run("publish").exit_code == 0


def test_it_says_how_many_errors_are_left(catalog: Catalog) -> None:
    catalog.write("contoso.yaml", SPARSE)
    catalog.write("fabrikam.yaml", entry_text("website: http://www.fabrikam.com\n", "fabrikam"))
    refused = catalog.run("publish")
    assert "Hint: 3 of 4 errors are about keys that a catalog doesn't have to require." in (
        refused.stderr
    )


@pytest.mark.parametrize(
    "entry", [entry_text("website: http://contoso.com\n"), "name: Contoso\n" + entry_text()]
)
def test_other_errors_get_no_such_hint(catalog: Catalog, entry: str) -> None:
    catalog.write("contoso.yaml", entry)
    refused = catalog.run("publish")
    assert refused.exit_code == 1
    assert "required:" not in refused.stderr


def test_a_new_entry_has_placeholders_only_for_required_keys(catalog: Catalog) -> None:
    require(catalog, "required: [applications]")
    catalog.run("new", "Northwind", "--application", "IBM RACF", "--website", "https://nw-id.com")
    text = catalog.read("northwind.yaml")
    assert re.findall(r"^((?:# )?\w+):(?: |$)", text, re.MULTILINE)[:4] == [
        "name",
        "website",
        "# contact",
        "# description",
    ]
    assert catalog.run("check", "--strict", "partners/northwind.yaml").exit_code == 0


def test_the_answer_of_find_has_the_website_if_there_is_no_contact(catalog: Catalog) -> None:
    require(catalog, "required: []")
    catalog.write("contoso.yaml", SPARSE)
    assert (
        "Contoso, website: https://www.contoso.com/identity"
        in catalog.run("find", "contoso").stdout
    )
