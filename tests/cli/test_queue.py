"""`catalog queue`: what it asks GitHub, and what it leaves for the site."""

import pytest

from tests.cli.conftest import Catalog
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub

FILE = ".catalog-queue.json"


def variables(github: GitHub) -> dict[str, str]:
    return {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 pull requests wait."), (1, "1 pull request waits."), (2, "2 pull requests wait.")],
)
def test_it_only_reads(catalog: Catalog, github: GitHub, count: int, said: str) -> None:
    for number in range(1, count + 1):
        github.pull(number, "eve", "a" * 40)
    done = catalog.run("queue", **variables(github))
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{said} Wrote {catalog.root / FILE}.\n"
    assert {request.partition(" ")[0] for request in github.requests} == {"GET"}


def test_if_github_refuses_the_earlier_list_stays(catalog: Catalog, github: GitHub) -> None:
    (catalog.root / FILE).write_text("earlier", encoding="utf-8")
    github.refusals = [(403, {})]
    done = catalog.run("queue", **variables(github))
    assert done.exit_code == 2
    assert (catalog.root / FILE).read_text(encoding="utf-8") == "earlier"


def test_without_github_there_is_nothing_to_ask(catalog: Catalog) -> None:
    text = "site_name: C\nplugins:\n  - catalog:\n      forge: none\n"
    (catalog.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = catalog.run("queue")
    assert done.exit_code == 2
    assert "mkdocs.yml says 'forge: none'." in done.stderr


def test_a_broken_list_stops_the_site(catalog: Catalog) -> None:
    (catalog.root / FILE).write_text("[]", encoding="utf-8")
    done = catalog.run("render")
    assert done.exit_code == 2
    assert f"{FILE} isn't a list of waiting pull requests." in done.stderr
    assert "Delete it, or run `catalog queue`" in done.stderr


@pytest.mark.parametrize(
    ("repository", "said"),
    [
        ("", "GITHUB_REPOSITORY is missing.\nHint: GitHub sets it in workflows."),
        ("contoso/partners", "GITHUB_TOKEN is missing.\nHint: In workflows, set it to"),
    ],
)
def test_what_is_missing_is_said_with_where_it_comes_from(
    catalog: Catalog, repository: str, said: str
) -> None:
    done = catalog.run("queue", GITHUB_REPOSITORY=repository, GITHUB_TOKEN="")
    assert done.exit_code == 2
    assert said in done.stderr
