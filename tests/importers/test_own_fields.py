"""Labels and columns for the keys of entries and for the fields of a catalog."""

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import Choices
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary

FIELDS = {
    key: FieldDefinition.model_validate(definition)
    for key, definition in {
        "regions": {
            "label": "Data regions",
            "aliases": ("hosting",),
            "type": "choice",
            "multiple": "true",
            "values": {
                "eu": {"name": "European Union", "aliases": ("Europe",)},
                "us": "United States",
            },
        },
        "trial": {"label": "Free trial", "type": "yes-no"},
        "pricing": {"label": "Pricing", "type": "url"},
        "languages": {"label": "Languages", "type": "text", "multiple": "true"},
    }.items()
}
PAGE = """\
# Partners

## Contoso

Website: https://www.contoso.com

{}
"""
BOTH = {"regions": ("us", "eu")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data regions: United States and European Union", BOTH),
        ("Hosting: us, Europe", BOTH),
        ("**Regions:** US; EU", BOTH),
        ("- Regions: United States\n- Regions: EU", BOTH),
        ("### Data regions\n\n- United States\n- Europe", BOTH),
        ("Regions: EU, for banks in Asia", {"regions": ("eu",)}),
        ("Regions: Atlantis", {}),
        ("Regions: United  States", {"regions": ("us",)}),
        ("Regions: Unıted States", {}),
        ("Free trial: Yes", {"trial": "yes"}),
        ("Free trial: yes and no", {"trial": "yes"}),
        (
            "Pricing: <https://www.contoso.com/pricing>",
            {"pricing": "https://www.contoso.com/pricing"},
        ),
        (
            "Pricing: [our prices](https://www.contoso.com/p)",
            {"pricing": "https://www.contoso.com/p"},
        ),
        ("Languages: Dutch, French", {"languages": ("Dutch", "French")}),
        ("Applications note: Only on request.", {"applications_note": "Only on request."}),
        (
            "Full list: https://www.contoso.com/all",
            {"applications_url": "https://www.contoso.com/all"},
        ),
    ],
)
def test_labels_of_fields_are_labels(text: str, expected: dict[str, Plain]) -> None:
    page = PAGE.format(text)
    (partner,) = read_catalog(page, Vocabulary(), Choices(fields=FIELDS)).partners
    told = {"name": "Contoso", "website": "https://www.contoso.com", **expected}
    assert {key: value for key, value in partner.values.items() if key != "links"} == told


def test_what_a_field_cannot_list_is_reported() -> None:
    page = PAGE.format("Regions: EU, for banks in Asia")
    (partner,) = read_catalog(page, Vocabulary(), Choices(fields=FIELDS)).partners
    assert [message.text for message in partner.unplaced] == ["EU, for banks in Asia"]


TABLE = """\
# Partners

| Company | Site | Where | More | Comment |
|---|---|---|---|---|
| Contoso | https://www.contoso.com | EU | https://www.contoso.com/all | Only some. |
| Fabrikam | https://www.fabrikam.com | US, Europe | https://www.fabrikam.com/all | Only some. |
"""
ROWS = TABLE.replace("# Partners\n\n", "").replace("|---|---|---|---|---|\n", "")
CSV = "".join(
    line[2:-2].replace(", ", " ").replace(" | ", ",") + "\n" for line in ROWS.splitlines()
)
COLUMNS = {"Where": "regions", "More": "applications_url", "Comment": "applications_note"}


@pytest.mark.parametrize("text", [TABLE, CSV], ids=["Markdown", "CSV"])
def test_columns_can_be_fields(text: str) -> None:
    choices = Choices(fields=FIELDS, columns=COLUMNS)
    imported = read_catalog(text, Vocabulary(), choices)
    assert [dict(each.values) for each in imported.partners] == [
        {
            "name": name,
            "website": site,
            "regions": regions,
            "applications_url": f"{site}/all",
            "applications_note": "Only some.",
        }
        for name, site, regions in (
            ("Contoso", "https://www.contoso.com", ("eu",)),
            ("Fabrikam", "https://www.fabrikam.com", ("us", "eu")),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bureau,Website,Plug-ins\nContoso,https://www.contoso.com,Ledger; Till\n",
        "- bureau: Contoso\n  website: https://www.contoso.com\n  plug_ins: [Ledger, Till]\n",
        PAGE.format("Plug-ins: Ledger, Till"),
        PAGE.format("### Plug-ins\n\n- Ledger\n- Till"),
    ],
    ids=["CSV", "YAML", "label", "heading"],
)
def test_what_a_catalog_calls_partners_and_applications_is_a_title(text: str) -> None:
    nouns = {"bureau": "name", "plug-in": "applications", "plug-ins": "applications"}
    (partner,) = read_catalog(text, Vocabulary(), Choices(nouns=nouns)).partners
    website, applications = "https://www.contoso.com", ("Ledger", "Till")
    expected = {"name": "Contoso", "website": website, "applications": applications}
    assert {**partner.values} == expected
