"""What honest companies write, and no rule reports as an error."""

import pytest

from catalog_tool.model.identifiers import identifier_of, is_identifier_of
from catalog_tool.model.settings import CONFIGURATION_FILE
from tests.checking import check_files, check_text, entry_text, fix_entry

LONGEST_GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Straße & Söhne KG", "strasse-sohne-kg strasse-soehne-kg", "soehne-kg"),
        ("Müller", "muller mueller", "mller meuller"),
        ("Mu\u0308ller", "muller mueller", "mu-ller"),
        ("Ålesund Ørsted", "alesund-orsted aalesund-oersted", "lesund-rsted"),
        ("ÄÖÜ Software", "aou-software aeoeue-software", "software"),
        ("Contoso Bridge™", "contoso-bridge", "contoso-bridgetm contoso"),
        ("Contoso (TM) Bridge®", "contoso-bridge contoso-tm-bridge", "bridge"),
        ("Яндекс 360", "yandex-360 yandex 360", ""),
        ("Контосо 360", "contoso-360", ""),
        ("東京ソフト SAP", "tokyo-soft-sap", ""),
        ("بنك 24", "bank-24", ""),
        ("SAP 東京", "sap", "tokyo"),
        ("Index", "index-software contoso", ""),
    ],
)
def test_a_file_is_named_as_people_write_the_name_in_ascii(
    name: str, right: str, wrong: str
) -> None:
    for identifier in right.split():
        found = check_text(f"name: {name}\n", path=f"partners/{identifier}.yaml")
        assert "misnamed-file" not in {each.name for each in found}
    for identifier in wrong.split():
        found = check_text(f"name: {name}\n", path=f"partners/{identifier}.yaml")
        assert "misnamed-file" in {each.name for each in found}


@pytest.mark.parametrize("name", ["Müller", "Яндекс 360", "Contoso™", "Index", "東京", "Å"])
def test_a_proposed_file_name_is_right(name: str) -> None:
    proposed = identifier_of(name)
    assert not proposed or is_identifier_of(proposed, name)


@pytest.mark.parametrize(
    ("description", "is_reported"),
    [
        ("CONTOSO IS THE BEST AND FABRIKAM IS RUBBISH!!!", True),
        ("It works. **WE ARE THE ONLY ONES YOU NEED**", True),
        ("НАШ ШЛЮЗ САМЫЙ ЛУЧШИЙ В МИРЕ", True),
        ("It provisions IBM RACF, CA ACF2, CA TSS, and SAP ECC HCM GRC.", False),
        ("SCIM REST SOAP SQL and LDAP", False),
        ("東京の会社は世界で一番良いゲートウェイを提供します", False),
        ("IBM DB2 LUW SAP S4 HANA ERP", False),
    ],
)
def test_only_shouting_is_in_capital_letters(description: str, *, is_reported: bool) -> None:
    found = {each.name for each in check_text(f"description: '{description}'\n")}
    assert ("capital-letters" in found) is is_reported


def test_a_long_compound_is_only_a_warning() -> None:
    (found,) = check_text(f"description: Wir sind die {LONGEST_GERMAN}.\n")
    assert (found.name, found.severity) == ("unbroken-run", "warning")


@pytest.mark.parametrize(
    ("platform", "address", "found"),
    [
        ("Microsoft Entra ID", "https://aka.ms/scimoverview", []),
        ("Microsoft Entra ID", "https://msft.it/abc", []),
        ("Microsoft Entra ID", "https://goo.gle/abc", ["concealed-link"]),
        ("Microsoft Entra ID", "https://bit.ly/abc", ["concealed-link"]),
        ("Microsoft Entra ID", "https://aka.ms/?to=https://fabrikam.com", ["concealed-link"]),
        ("Microsoft Entra ID", "https://x.aka.ms/abc", ["concealed-link"]),
        ("Google Cloud Identity", "https://goo.gle/abc", []),
        ("Fabrikam Cloud", "https://aka.ms/scimoverview", ["concealed-link"]),
        ("the platform", "https://aka.ms/scimoverview", ["concealed-link"]),
    ],
)
def test_short_links_of_the_owner_pass_in_a_text(
    platform: str, address: str, found: list[str]
) -> None:
    part = f"description: See the [overview]({address}).\n"
    settings = f"plugins:\n  - catalog:\n      platform: {platform}\n"
    files = {"partners/contoso.yaml": entry_text(part), CONFIGURATION_FILE: settings}
    every = [each.name for each in check_files(files)]
    assert [name for name in every if name not in {"key-order", "empty-catalog"}] == found


def test_a_short_link_of_the_owner_is_not_a_website() -> None:
    files = {
        "partners/contoso.yaml": entry_text("website: https://aka.ms/contoso\n"),
        CONFIGURATION_FILE: "plugins:\n  - catalog:\n      platform: Microsoft Entra ID\n",
    }
    assert "concealed-link" in {each.name for each in check_files(files)}


@pytest.mark.parametrize(
    ("part", "fixed"),
    [
        ("website: https://www.müller.de/a", "website: https://www.xn--mller-kva.de/a"),
        ("website: MÜLLER.de", "website: https://xn--mller-kva.de"),
        ("website: https://straße.de", "website: https://xn--strae-oqa.de"),
        ("contact: info@müller.de", "contact: info@xn--mller-kva.de"),
        ("contact: https://例え.jp/入口", "contact: https://xn--r8jz45g.jp/%E5%85%A5%E5%8F%A3"),
        (
            "description: See [us](https://www.müller.de/a).",
            "description: See [us](https://www.xn--mller-kva.de/a).",
        ),
    ],
)
def test_a_safe_fix_writes_a_domain_in_ascii(part: str, fixed: str) -> None:
    assert fixed in fix_entry(part).splitlines()


@pytest.mark.parametrize("website", ["https://www.аррӏе.com", "https://раураӏ.com/x"])
def test_a_domain_that_only_looks_latin_is_not_fixed(website: str) -> None:
    assert f"website: {website}" in fix_entry(f"website: {website}").splitlines()
