"""``catalog propose`` when it opens no pull request; tests/workflows has when it does."""

import pytest

from tests.cli.conftest import Catalog

FORGE = {"GITHUB_REPOSITORY": "contoso/partners", "GITHUB_TOKEN": ""}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The input isn't valid JSON."),
        ("no JSON", "The input isn't valid JSON."),
        ("[]", "The input has an unknown format."),
        ("null", "The input has an unknown format."),
        ('{"version": 2}', "The input has an unknown format."),
    ],
)
def test_unusable_input_is_refused_in_one_sentence(
    catalog: Catalog, text: str, message: str
) -> None:
    catalog.write("../said.json", text)
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {message}\nHint: ")


def test_an_issue_without_the_form_is_left_alone(catalog: Catalog) -> None:
    catalog.write("../said.json", '{"version": 1, "is_form": false}')
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert (result.exit_code, "nothing to do" in result.stdout) == (0, True)


def test_without_a_token_it_says_so(catalog: Catalog) -> None:
    catalog.write("../said.json", '{"version": 1, "is_form": true, "is_ready": false}')
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert (result.exit_code, "GITHUB_TOKEN" in result.stderr) == (2, True)
