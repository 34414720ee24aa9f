"""``catalog propose`` where it cannot, or need not, propose; tests/workflows has where it does."""

import pytest

from tests.cli.conftest import Catalog

FORGE = {"GITHUB_REPOSITORY": "contoso/partners", "GITHUB_TOKEN": ""}


@pytest.mark.parametrize("text", ["", "[]", "null", '{"version": 2}', "no JSON"])
def test_what_is_no_outcome_is_one_sentence(catalog: Catalog, text: str) -> None:
    catalog.write("../said.json", text)
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: The outcome of the issue ")


def test_an_issue_without_the_form_is_left_alone(catalog: Catalog) -> None:
    catalog.write("../said.json", '{"version": 1, "is_form": false}')
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert (result.exit_code, "nothing to do" in result.stdout) == (0, True)


def test_without_a_token_it_says_so(catalog: Catalog) -> None:
    catalog.write("../said.json", '{"version": 1, "is_form": true, "is_ready": false}')
    result = catalog.run("propose", "--issue", "1", "--file", "said.json", **FORGE)
    assert (result.exit_code, "GITHUB_TOKEN" in result.stderr) == (2, True)
