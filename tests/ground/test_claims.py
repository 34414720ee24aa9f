"""What a text claims about the platform's opinion."""

import pytest

from catalog_tool.claims import endorsements, platform_in_name

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
        ("Recommended by this catalog", []),
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
