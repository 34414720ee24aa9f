"""`catalog digest`: what waits, what is due, what is broken, what is new, and who is called."""

import datetime as dt
import json

import pytest

from catalog_tool.cli._digest import MOST_CALLED
from catalog_tool.links.state import LinkRecord, State
from catalog_tool.links.visit import LinkVerdict
from catalog_tool.model.queue import QUEUE_FILE, Queue, WaitingPull, WaitsFor
from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.repository import git

DAY = dt.date(2026, 11, 30)
CONFIGURATION = """\
site_name: Connectors
plugins:
  - catalog:
      repository: https://github.com/contoso/partners
"""
OLD = "tested_on: 2025-01-02\nmaintainers:\n  - contoso-anna\n"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")  # 2026-11-30


@pytest.fixture
def quiet(catalog: Catalog) -> Catalog:
    """A catalog on GitHub with nothing to say: it is older than a month, and tests are new."""
    (catalog.root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name in ("contoso", "fabrikam"):
        catalog.write(f"{name}.yaml", entry_text("tested_on: 2026-10-02\n", name))
    git(catalog.root, "init", "--quiet", "--initial-branch=main")
    commit(catalog, "2026-09-01")
    return catalog


def commit(catalog: Catalog, day: str) -> None:
    git(catalog.root, "add", "--all")
    moment = f"{day}T12:00:00Z"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    git(catalog.root, "commit", "--quiet", "--message=x", environment=dates)


def wait(catalog: Catalog, *pulls: WaitingPull, more: int = 0) -> None:
    found = Queue(day=DAY, pulls=pulls, more=more)
    (catalog.root / QUEUE_FILE).write_text(found.model_dump_json(), encoding="utf-8")


def pull(title: str, *waits_for: WaitsFor, reviewers: tuple[str, ...] = ()) -> WaitingPull:
    since = dt.date(2026, 11, 3)
    return WaitingPull(
        number=7, title=title, author="eve", since=since, waits_for=waits_for, reviewers=reviewers
    )


def break_link(catalog: Catalog, address: str) -> None:
    record = LinkRecord(
        opened_on=DAY,
        verdict=LinkVerdict.UNKNOWN,
        reason="404 Not Found",
        failures=4,
        failing_since=dt.date(2026, 11, 1),
        failed_on=DAY,
    )
    text = State(links={address: record}).model_dump_json()
    (catalog.root / ".catalog-links.json").write_text(text, encoding="utf-8")


def digest(catalog: Catalog, format_name: str = "markdown") -> str:
    done = catalog.run("digest", "--format", format_name)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_if_there_is_nothing_to_say_there_is_no_issue(quiet: Catalog) -> None:
    wait(quiet)
    break_link(quiet, "https://www.example.org/")  # no entry has it
    assert digest(quiet) == ""
    assert digest(quiet, "text") == (
        "0 waiting pull requests, 0 due tests, 0 link problems, 0 new partners.\n"
    )


def test_it_says_what_waits_since_when_and_for_whom(quiet: Catalog) -> None:
    wait(quiet, pull("Add <b>@everyone</b> #1", WaitsFor.ADMIN, WaitsFor.MAINTAINER), more=2)
    said = digest(quiet)
    assert said.startswith("**What waits, what is due, and what is new.** 3 waiting pull requests,")
    assert "[#7](https://github.com/contoso/partners/pull/7)" in said
    assert "| 2026-11-03 | an admin and a maintainer |" in said
    assert "@everyone" not in said
    assert "<b>" not in said


def test_it_lists_due_tests_broken_links_and_new_entries(quiet: Catalog) -> None:
    quiet.write("contoso.yaml", entry_text(OLD, "contoso"))
    quiet.write("litware.yaml", entry_text("tested_on: 2026-10-02\n", "litware"))
    commit(quiet, "2026-11-20")
    break_link(quiet, "https://www.fabrikam.com/identity")
    said = digest(quiet)
    assert "1 due test, 1 link problem, 1 new partner." in said
    assert "| Contoso (`contoso`) | 2025-01-02 | 2026-01-02 | stale |" in said
    assert "CAT401" in said
    assert "- Litware, on 2026-11-20" in said
    assert "- @contoso-anna: test Contoso\n" in said


def test_what_is_not_known_is_said(catalog: Catalog) -> None:
    (catalog.root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    said = digest(catalog, "text")
    for words in ("`catalog queue` didn't", "`catalog links` didn't", "New entries are unknown"):
        assert words in said
    found = json.loads(digest(catalog, "json"))
    assert [found[key] for key in ("queue", "links", "new")] == [None] * 3


def test_only_a_few_maintainers_and_only_those_of_entries_are_called(quiet: Catalog) -> None:
    many = "".join(f"  - contoso-{number}\n" for number in range(9))
    for name in ("contoso", "fabrikam", "litware"):
        listed = many.replace("contoso", name)
        text = entry_text(f"tested_on: 2025-01-02\nmaintainers:\n{listed}", name)
        quiet.write(f"{name}.yaml", text)
    wait(quiet, pull("Change", WaitsFor.MAINTAINER, reviewers=("mallory", "Contoso-8")))
    said = digest(quiet)
    assert said.count("@") == MOST_CALLED
    assert "@mallory" not in said
    assert "- @Contoso-8: review [#7]" in said
    assert len(json.loads(digest(quiet, "json"))["calls"]) == MOST_CALLED


def test_without_github_nothing_is_said_of_pull_requests(quiet: Catalog) -> None:
    text = CONFIGURATION.replace("      repository", "      forge: none\n      repository")
    (quiet.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    wait(quiet, pull("Add Contoso", WaitsFor.ADMIN))
    said = digest(quiet, "text")
    assert "queue" not in said
    assert "pull request" not in said
