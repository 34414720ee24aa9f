"""Claims in texts that the platform's owner approves of a partner."""

import pytest

from catalog_tool.linter.endorsements import endorsements, platform_in_name
from catalog_tool.pipeline import check
from tests.checking import PARTNER, ordered_entry, written

PLATFORM = "Microsoft Entra ID"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("It is verified by Microsoft.", ["verified by Microsoft"]),
        ("Officially approved by Microsoft!", ["Officially approved by Microsoft"]),
        (
            "certified and endorsed by the Microsoft team",
            ["certified and endorsed by the Microsoft team"],
        ),
        ("validated by\nMicrosoft", ["validated by Microsoft"]),
        ("A Microsoft-certified gateway", ["Microsoft-certified"]),
        ("an official Microsoft Entra partner", ["official Microsoft Entra partner"]),
        ("Recommended by this catalog", ["Recommended by this catalog"]),
        ("recommended by the catalog", ["recommended by the catalog"]),
        ("endorsed by the platform's owner", ["endorsed by the platform's owner"]),
        ("certified to ISO 27001, audited for SOC 2", []),
        ("not certified by Microsoft", []),
        ("approved by your own admin", []),
        ("tested with Microsoft Entra ID", []),
        ("supports Microsoft Verified ID", []),
        ("see the official Microsoft documentation", []),
        ("officially supported by Contoso", []),
    ],
)
def test_an_approval_of_the_platform_is_a_claim(text: str, phrases: list[str]) -> None:
    assert list(endorsements(text, PLATFORM)) == phrases


CLAIMED = """
Endorsed by the Entra team
Endorsed by the Entra ID product group
Accredited by the provisioning team at Microsoft
Security approved by Microsoft Security Response Center
The official Entra ID connector
Microsoft's most recommended gateway
We are Microsoft's preferred partner
A Microsoft Gold Partner
Microsoft Identity partner of the year
The preferred partner of Microsoft
Verified partner of this catalog
Trusted by Microsoft
Microsoft recommends Contoso for all mainframes
Microsoft has certified this gateway
The catalog's editors recommend us
Not only verified by Microsoft
Our accounts gateway is verified by Microsoft
CERTIFIED BY MICROSOFT
Certified-by-Microsoft
certified_by_Microsoft
#MicrosoftCertified
M1crosoft certified
0fficial Microsoft partner
certified by Rnicrosoft and Micro-soft
Cértified by Micrósoft
𝐜𝐞𝐫𝐭𝐢𝐟𝐢𝐞𝐝 𝐛𝐲 Microsoft
ｃｅｒｔｉｆｉｅｄ by Ｍｉｃｒｏｓｏｆｔ
сertified by Micrоsoft
"""
HONEST = """
For Microsoft Entra ID, and listed in the Microsoft marketplace
Available in the official Microsoft marketplace and the Entra application gallery
Tested against Microsoft Entra ID in June 2026
Validated with the Microsoft Entra SCIM validator
Tested by the Microsoft SCIM validator
Not affiliated with or endorsed by Microsoft
This product is neither certified nor endorsed by Microsoft
Our engineers are Microsoft certified
Our engineers are Microsoft certified: Identity and Access Administrator Associate
Access is certified by managers in reviews of Microsoft Entra ID Governance
Access requests are approved by the platform team of the customer
User accounts approved by Microsoft Entra ID workflows are created at once
Passwords are never stored, for tokens are verified by Microsoft Entra ID
Authorized by Microsoft Entra ID through OAuth 2.0
The token is validated by the platform before each request
Follows the approach recommended by Microsoft for applications on premises
With group managed accounts, as recommended by Microsoft
Microsoft recommends SCIM 2.0, and Contoso implements it
Built on the recommended Microsoft architecture
See the Microsoft official documentation
The Contoso gateway is the official connector for Contoso HR
Trusted by 300 hospitals. Microsoft Entra ID is supported
"""


@pytest.mark.parametrize("text", CLAIMED.strip().splitlines())
def test_a_claim_is_found_in_any_wording(text: str) -> None:
    assert list(endorsements(f"We connect. {text}.", PLATFORM, "Contoso"))


@pytest.mark.parametrize("text", HONEST.strip().splitlines())
def test_a_text_without_an_approval_passes(text: str) -> None:
    assert list(endorsements(f"{text}.", PLATFORM, "Contoso")) == []


@pytest.mark.parametrize(
    ("tested_by", "is_claim"),
    [
        ("Microsoft", True),
        ("by Microsoft engineers", True),
        ("The Microsoft Entra product group", True),
        ("Entra ID engineering", True),
        ("Microsoft SCIM validator", False),
        ("Microsoft Entra ID, a full cycle of 500 users", False),
        ("By hand, with a tenant of Microsoft Entra ID", False),
    ],
)
def test_a_test_by_the_owner_of_the_platform_is_a_claim(tested_by: str, *, is_claim: bool) -> None:
    part = f"tested_on: 2026-05-04\ntested_by: {tested_by}\n"
    with written({PARTNER: ordered_entry(part)}) as settings:
        found = check(settings.model_copy(update={"platform": PLATFORM})).diagnostics
    assert [each.name for each in found] == ["claimed-endorsement"] * is_claim


@pytest.mark.parametrize(
    ("name", "platform", "found"),
    [
        ("Google Sync", "Google Workspace", "Google"),
        ("G00gle Sync", "Google Workspace", "G00gle"),
        ("Workspace Partners", "Google Workspace", ""),
        ("Sync for Google Workspace", "Google Workspace", ""),
        ("Sync for Google by Google", "Google Workspace", "Google"),
        ("Okta", "Okta", "Okta"),
        ("The Platform Company", "the platform", ""),
        ("Contoso", "", ""),
    ],
)
def test_the_owner_is_the_first_word_of_the_platform(name: str, platform: str, found: str) -> None:
    assert platform_in_name(name, platform) == found
