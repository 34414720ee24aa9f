"""Contacts and links that were copied from an example and reach nobody, or someone else."""

import pytest

from tests.checking import check_text

NOBODY = """
you@example.com  sales@example.org  sales@example.net  sales@mail.example.com  sales@EXAMPLE.com
sales@yourcompany.com  sales@your-company.de  info@yourdomain.com  info@your-domain.tld
name@company.com  email@domain.com  sales@domain.tld  info@mydomain.com
your.name@contoso.com  your-name@contoso.com  yourname@contoso.com  YourEmail@contoso.com
your_email@contoso.com  your.address@contoso.com  myemail@contoso.com  my.mail@contoso.com
firstname.lastname@contoso.com  first.last@contoso.com  vorname.nachname@contoso.com
john.doe@contoso.com  jane.doe@contoso.com  johndoe@contoso.com  someone@contoso.com
username@contoso.com  user.name@contoso.com
https://example.com  https://www.example.com/contact  https://yourcompany.com/contact
https://www.your-website.com
"""
SOMEBODY = """
sales@contoso.com  john.dough@contoso.com  name@contoso.com  email@contoso.com  mail@contoso.com
user@contoso.com  first@contoso.com  lastname@contoso.com  sales@my-example.com
sales@example-software.com  sales@insurancecompany.com  sales@my-company.com  info@domain.company
info@domain.com.br  doe@contoso.com  sales@exampleconsulting.com
https://contoso.com/example.com  https://www.counterexample.com  https://company.contoso.com
"""


def told_of(contact: str) -> list[str]:
    found = check_text(f"contact: {contact}\n")
    return [each.message for each in found if each.code == "CAT111"]


@pytest.mark.parametrize("contact", NOBODY.split())
def test_an_example_contact_is_reported_once(contact: str) -> None:
    assert len(told_of(contact)) == 1


@pytest.mark.parametrize("contact", SOMEBODY.split())
def test_a_real_contact_passes(contact: str) -> None:
    assert told_of(contact) == []
