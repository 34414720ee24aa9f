"""Labels of own fields that the published catalog has for something else, in its language."""

import pytest

from tests.checking import FIELDS, check_files, entry_text

CONFIGURATION = "site_name: X\ntheme: {{language: {}}}\nplugins:\n  - catalog: {}\n"


@pytest.mark.parametrize(
    ("language", "options", "label", "is_refused"),
    [
        ("en", "{}", "Product", True),
        ("en", "{}", "Produkt", False),
        ("de", "{}", "Produkt", True),
        ("de", "{}", "eintrag", True),
        ("de", "{}", "Product", False),
        ("de", "{messages: {Product: Erzeugnis}}", "Erzeugnis", True),
        ("de", "{messages: {Product: Erzeugnis}}", "Produkt", False),
    ],
)
def test_a_label_is_refused_if_the_published_catalog_has_it(
    language: str, options: str, label: str, *, is_refused: bool
) -> None:
    found = check_files(
        {
            "mkdocs.yml": CONFIGURATION.format(language, options),
            FIELDS: f"edition:\n  label: {label}\n  type: text\n",
            "partners/contoso.yaml": entry_text(),
        }
    )
    place = "2:10 conflicting-fields"
    assert (place in [f"{each.line}:{each.column} {each.name}" for each in found]) is is_refused
