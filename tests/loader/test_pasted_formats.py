"""What people paste instead of an entry gets one message that names it."""

import pytest

from tests.checking import PARTNER, check_files

REGISTRIES = {
    "the Backstage plugin directory": "title: Contoso\nauthorUrl: https://a.b\nnpmPackageName: c\n",
    "Artifact Hub": "version: 1.0.0\nname: contoso\ndisplayName: Contoso\ncreatedAt: 2026-05-04\n",
    "winget": "Id: Contoso\nInstallerType: exe\nInstallers:\n  - Arch: x64\n",
    "the CNCF landscape": "- item:\n  name: Contoso\n  homepage_url: https://www.contoso.com\n",
    "awesome-selfhosted": "name: Contoso\nwebsite_url: https://a.b\nsource_code_url: https://a.b/c\n",
    "Scoop": '{"version": "1.0", "homepage": "https://www.contoso.com", "hash": "abc"}',
    "Dependabot": "version: 2\nupdates:\n  - package-ecosystem: pip\n",
    "Microsoft Teams": '{"manifestVersion": "1.16", "developer": {"name": "Contoso"}}',
    "schema.org": '{"@context": "https://schema.org", "@type": "Organization", "name": "Contoso"}',
}


ENTRY = """\
name: Contoso
website: https://www.contoso.com/identity
contact: sales@contoso.com
description: Contoso Gateway provisions accounts.
applications:
  - IBM RACF
"""
PASTED = {
    "This file is a contact card (vCard), not an entry.": "BEGIN:VCARD\nFN:Anna Miller\nEND:VCARD",
    "This file is TOML, but an entry is YAML.": 'NAME="Contoso"\nAPPLICATIONS="IBM RACF,SAP ECC"\n',
    "This file is a patch: its lines begin with + or -.": "diff --git a/x b/x\n--- /dev/null\n"
    "+++ b/x\n@@ -0,0 +1,6 @@\n+" + ENTRY.rstrip().replace("\n", "\n+"),
    "This line is above the first key but isn't a key: [partner]": f"[partner]\n{ENTRY}",
    "Two lines have run together: website: is in the value of 'name'.": ENTRY.replace(
        "\n", "\\n", 3
    ),
    "The file contains two versions of some lines because a merge wasn't finished.": ENTRY
    + "  <<<<<<< main\n  - SAP ECC\n  =======\n  - Epic\n  >>>>>>> patch-1\n",
}


def said_about(text: str) -> list[str]:
    return [found.message for found in check_files({PARTNER: text})]


@pytest.mark.parametrize(("registry", "text"), REGISTRIES.items())
def test_an_entry_of_another_registry_is_named(registry: str, text: str) -> None:
    assert said_about(text) == [f"This file is written for {registry}, not for this catalog."]


@pytest.mark.parametrize(("message", "text"), PASTED.items())
def test_what_was_pasted_gets_one_message(message: str, text: str) -> None:
    assert said_about(text) == [message]


def test_a_placeholder_in_an_address_gets_no_hint_with_characters_that_are_refused() -> None:
    (found,) = check_files({PARTNER: ENTRY.replace("www.contoso.com/identity", "<your site>")})
    assert found.message == "'https://<your site>' is a placeholder."
    assert "<" not in found.hint
