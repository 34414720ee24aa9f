"""Hosts in a catalog for Microsoft Entra ID: honest ones pass, deceiving ones don't."""

from collections.abc import Iterator

import pytest

from catalog_tool.linter.endorsements import platform_in_host
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from tests.checking import PARTNER, entry_text, written

PLATFORM = "Microsoft Entra ID"
HONEST = """
microsoft.com learn.microsoft.com appsource.microsoft.com azuremarketplace.microsoft.com
account.microsoft.com login.microsoftonline.com microsoftonline-p.com microsoftazure.com
login.microsoft microsoft.de login.microsoftonline.us marketplace.microsoft.co.uk
microsoft.contoso.com microsoft-entra.docs.contoso.com contoso-microsoft-connector.com
contoso-for-microsoft.com microsoft.github.io microsoftware.de www.microsoftware-gmbh.de
microsafe.com login.microsafe.com microsort.com micro-software.com microfocus.com macrosoft.com
login.contoso.com accounts.contoso.com contoso.com com.contoso.com entra.contoso.com entra.news
xn--bcher-kva.example.com xn--80ak6aa92e.com xn--invalid-.com
"""
DECEIVING = {
    "rnicrosoft.com": "rnicrosoft",
    "www.rnicrosoft.com": "rnicrosoft",
    "micros0ft.com": "micros0ft",
    "m1crosoft.com": "m1crosoft",
    "rn1cros0ft-entra.com": "rn1cros0ft",
    "login.micros0ftonline.com": "micros0ftonline",
    "micros0ft.contoso.com": "micros0ft",
    "get-micros0ft.com": "micros0ft",
    "micro-soft.com": "micro-soft",
    "micro-s0ft.co.uk": "micro-s0ft",
    "xn--mcrosoft-c2a.com": "mícrosoft",
    "xn--mcrosoft-tkb.com": "mıcrosoft",
    "microsoft.com.contoso.com": "microsoft.com",
    "login.microsoft.com.contoso.co.uk": "microsoft.com",
    "microsoft.com-contoso.com": "microsoft.com-contoso",
    "microsoftonline.com.contoso.net": "microsoftonline.com",
    "microsoft.com.github.io": "microsoft.com",
    "login-microsoftonline.com": "login-microsoftonline",
    "microsoft-login.com": "microsoft-login",
    "microsoft-account-verify.com": "microsoft-account-verify",
    "login.microsoft.contoso.com": "login.microsoft.contoso",
    "microsoft.login-contoso.com": "microsoft.login-contoso",
}


@pytest.mark.parametrize("host", HONEST.split())
def test_an_honest_host_passes(host: str) -> None:
    assert platform_in_host(host, PLATFORM) == ""


@pytest.mark.parametrize(("host", "found"), DECEIVING.items())
def test_a_deceiving_host_is_reported_with_the_part_that_deceives(host: str, found: str) -> None:
    assert platform_in_host(host, PLATFORM) == found


@pytest.mark.parametrize(
    ("platform", "host"),
    [
        ("the platform", "the-platform-login.com"),
        ("IAM Suite", "lam.com"),
        ("Okta Workforce", "0kta.com"),
        ("Contoso Cloud", "micros0ft.com"),
    ],
)
def test_no_host_poses_as_a_platform_with_a_short_or_no_owner(platform: str, host: str) -> None:
    assert platform_in_host(host, platform) == ""


@pytest.mark.parametrize("platform", ["Salesforce Identity", "salesforce", "Cloudflare Access"])
def test_letters_of_one_stroke_are_one_letter_in_any_name(platform: str) -> None:
    is_proper = platform[0].isupper()
    hosts = ("sa1esforce.com", "c1oudflare.com")
    assert any(platform_in_host(host, platform) for host in hosts) is is_proper


def keys_found(part: str) -> Iterator[tuple[str, str]]:
    """Yield the line of an entry that is refused, and the severity."""
    with written({PARTNER: entry_text(part)}) as settings:
        named: Settings = settings.model_copy(update={"platform": PLATFORM})
        text = entry_text(part).splitlines()
        for found in check(named).diagnostics:
            if found.name == "imitated-host":
                yield text[found.line - 1].split(":")[0].strip(" -"), str(found.severity)


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("website: https://www.rnicrosoft.com/entra\n", "website"),
        ("contact: sales@rnicrosoft.com\n", "contact"),
        ("contact: https://WWW.RNICROSOFT.COM/\n", "contact"),
        ("applications_url: https://microsoft.com.contoso.net/\n", "applications_url"),
        ("links:\n  - label: Guide\n    url: https://rnicrosoft.com/\n", "url"),
        ("description: See [the guide](https://rnicrosoft.com/guide).\n", "description"),
        ("applications_note: See [all](https://rnicrosoft.com/all).\n", "applications_note"),
    ],
)
def test_every_address_of_an_entry_is_checked(part: str, key: str) -> None:
    assert list(keys_found(part)) == [(key, "error")]
