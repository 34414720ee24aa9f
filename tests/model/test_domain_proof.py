"""The lines of a proof of a domain."""

from pathlib import Path

import pytest

from catalog_tool.model.domain_proof import logins_in, proof_host, repository_name
from catalog_tool.model.settings import Settings

REPOSITORY = "adventure-works/partners"
LINES = {
    "one line": ("adventure-works/partners contoso-anna\n", ("contoso-anna",)),
    "no line end": ("adventure-works/partners contoso-anna", ("contoso-anna",)),
    "comments, blanks, and other catalogs": (
        "# who\n\n  fabrikam/list  eve \r\n\tadventure-works/partners\tcontoso-anna  # sales\r\n",
        ("contoso-anna",),
    ),
    "two lines": (
        "adventure-works/partners contoso-anna\nadventure-works/partners contoso-bob\n",
        ("contoso-anna", "contoso-bob"),
    ),
    "two logins": ("adventure-works/partners anna bob\n", ("anna", "bob")),
    "a byte order mark, another case, and a mention": (
        "\ufeffAdventure-Works/Partners @Contoso-Anna\n",
        ("Contoso-Anna",),
    ),
    "a comment": ("# adventure-works/partners eve\n", ()),
    "only the repository": ("adventure-works/partners\n", ()),
    "only a login": ("contoso-anna\n", ()),
    "a longer repository": ("adventure-works/partners-2 eve\n", ()),
    "no login": ("adventure-works/partners a--b -a a_b аnna " + "a" * 40, ()),
    "a page": ("<html>adventure-works/partners eve</html>", ()),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("text", "logins"), LINES.values(), ids=LINES)
def test_a_proof_names_logins(text: str, logins: tuple[str, ...]) -> None:
    assert logins_in(text, REPOSITORY) == logins


def test_a_proof_names_at_most_fifty_logins() -> None:
    lines = "".join(f"{REPOSITORY} a{number}\n" for number in range(60))
    assert len(logins_in(lines, REPOSITORY)) == 50


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/adventure-works/partners", REPOSITORY),
        ("https://github.com/adventure-works/partners/", REPOSITORY),
        ("https://github.com/adventure-works/partners.git", REPOSITORY),
        ("", ""),
    ],
)
def test_the_repository_has_a_name(address: str, name: str) -> None:
    settings = Settings.model_construct(root=Path(), repository=address)
    assert repository_name(settings) == name


def test_the_host_of_the_website_proves() -> None:
    assert proof_host("https://www.Contoso.com/identity?x#y") == "www.contoso.com"
