"""Names in other letters that look like names of the catalog or the vocabulary."""

import pytest

from catalog_tool.text.characters.confusables import imitated_key, is_imitation
from tests.checking import VOCABULARY, check_files, entry_text

KNOWN = """\
categories:
  finance:
    name: Finance
    description: Finance.
applications:
  PayPal:
    category: finance
  SAP Concur:
    category: finance
    vendor: Apple
    aliases: [BMC]
"""
PAIRS = (
    ("рауРаӏ", "PayPal"),
    ("Аррӏе", "Apple"),
    ("ΒΜϹ", "BMC"),
    ("ᎪᏢᏢᏞᎬ", "APPLE"),
    ("ꓐꓟꓚ", "BMC"),
)


@pytest.mark.parametrize(("imitation", "name"), PAIRS)
def test_an_imitation_of_a_partner_is_refused(imitation: str, name: str) -> None:
    identifier = name.lower()
    found = check_files(
        {
            f"partners/{identifier}.yaml": entry_text(f"name: {name}\n", identifier),
            "partners/contoso.yaml": entry_text(f"name: {imitation}\n"),
        }
    )
    assert {each.path for each in found if each.name == "duplicate-partner"} == {
        f"partners/{identifier}.yaml",
        "partners/contoso.yaml",
    }


@pytest.mark.parametrize("imitation", [imitation for imitation, _ in PAIRS])
@pytest.mark.parametrize("place", ["name: {}\n", "applications: [{}]\n"])
def test_an_imitation_of_a_known_name_is_refused(imitation: str, place: str) -> None:
    files = {"partners/contoso.yaml": entry_text(place.format(imitation)), VOCABULARY: KNOWN}
    (found,) = [each for each in check_files(files) if each.name == "imitated-name"]
    assert (found.severity, found.line) == ("error", 1)


@pytest.mark.parametrize(("imitation", "name"), PAIRS)
@pytest.mark.parametrize(
    ("place", "used"),
    [
        ("name", "applications: [{}]\n"),
        ("applications", "name: {}\n"),
        ("applications", "applications: [{}]\n"),
    ],
)
def test_an_imitation_of_a_name_in_another_entry_is_refused(
    imitation: str, name: str, place: str, used: str
) -> None:
    identifier = name.lower() if used.startswith("name") else "fabrikam"
    part = f"name: {imitation}\n" if place == "name" else f"applications: [{imitation}]\n"
    found = check_files(
        {
            f"partners/{identifier}.yaml": entry_text(used.format(name), identifier),
            "partners/contoso.yaml": entry_text(part),
        }
    )
    assert ("partners/contoso.yaml", "imitated-name") in {(e.path, e.name) for e in found}


@pytest.mark.parametrize(
    "name", ["Яндекс", "Ελληνική Τράπεζα", "Nestlé", "Ørsted", "東京", "бета", "丫丅", "Сбербанк"]
)
def test_an_honest_name_is_no_imitation_of_another(name: str) -> None:
    files = {"partners/contoso.yaml": entry_text(f"name: {name}\n"), VOCABULARY: KNOWN}
    assert not {"imitated-name", "duplicate-partner"} & {each.name for each in check_files(files)}


@pytest.mark.parametrize(("one", "other"), [("Ico", "LCO"), ("SAP", "sap"), ("Lumen", "Iumen")])
def test_two_names_in_ascii_are_compared_with_their_case(one: str, other: str) -> None:
    assert not is_imitation(one)
    assert imitated_key(one) == imitated_key(other)
