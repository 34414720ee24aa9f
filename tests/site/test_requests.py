"""Where customers ask for an integration: by mail, in a form, or in public."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from catalog_tool.model.settings import Settings
from catalog_tool.site.requests import ANY_APPLICATION, request_link

REPOSITORY = "https://github.com/contoso/catalog/"
NAMES = ["IBM RACF", 'R&D <x> #1 "?"', "@everyone `x`", "工资系统", "50% + tax"]


def settings(requests: str = "issue", repository: str = REPOSITORY) -> Settings:
    return Settings(root=Path(), requests=requests, repository=repository)


@pytest.mark.parametrize("name", NAMES)
def test_a_message_names_the_application(name: str) -> None:
    link = request_link(name, settings("integrations+new@contoso.com"))
    assert link is not None
    address = urlsplit(link.address)
    assert (address.scheme, address.path) == ("mailto", "integrations+new@contoso.com")
    fields = dict(field.split("=") for field in address.query.split("&"))
    assert unquote(fields["subject"]) == f"Integration request: {name}"
    assert f"\r\n    {name}\r\n" in unquote(fields["body"])
    assert "+" not in address.query  # a mail program shows it
    assert link.label == "Request by email"


@pytest.mark.parametrize("name", NAMES)
def test_an_issue_names_the_application_and_says_beforehand_that_it_is_public(name: str) -> None:
    link = request_link(name, settings())
    assert link is not None
    issue = parse_qs(urlsplit(link.address).query)
    assert link.address.startswith("https://github.com/contoso/catalog/issues/new?title=")
    assert issue["title"] == [f"Integration request: {name}"]
    assert f"\n\n    {name}\n\n" in issue["body"][0]
    assert link.label == "Request in public"
    assert "public" in link.notice


def test_a_form_is_opened_as_it_is() -> None:
    link = request_link("IBM RACF", settings("https://forms.contoso.com/request?id=3"))
    assert link is not None
    assert link.address == "https://forms.contoso.com/request?id=3"


@pytest.mark.parametrize("requests", ["issue", "a@contoso.com", "https://contoso.com/ask"])
def test_an_address_is_inert(requests: str) -> None:
    link = request_link("<\"'> {{ x }}", settings(requests))
    assert link is not None
    assert not set("<>\"'{} ") & set(link.address)


@pytest.mark.parametrize("repository", ["", "http://example.com", "javascript:alert(1)"])
def test_without_a_repository_there_is_no_issue(repository: str) -> None:
    assert request_link("IBM RACF", settings(repository=repository)) is None


def test_a_script_finds_the_place_of_the_application() -> None:
    link = request_link(ANY_APPLICATION, settings("a@contoso.com"))
    assert link is not None
    assert link.address.count("%7Bapplication%7D") == 2
