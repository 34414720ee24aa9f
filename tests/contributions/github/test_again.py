"""Open pull requests are reviewed again after main, an approval, or a failure."""

import os
from pathlib import Path

import pytest

from catalog_tool.contributions.github import Forge, again
from catalog_tool.contributions.github.again import review_again
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.contributions.github.server import GitHub
from tests.pull_requests import MAINTAINED, ticked
from tests.repository import commit, git

CONTOSO = "partners/contoso.yaml"
NORTHWIND = ordered_entry(
    "website: https://www.northwind.com\nmaintainers:\n  - nora\n", "northwind"
)


class Catalog:
    """A catalog on GitHub with pull requests, and a checkout of its main branch."""

    def __init__(self, folder: Path, forge: Forge, github: GitHub) -> None:
        self.remote, self.checkout = folder / "remote", folder / "checkout"
        self.remote.mkdir()
        git(self.remote, "init", "--quiet", "--bare", "--initial-branch=main")
        self.files = {CONTOSO: MAINTAINED, "partners/northwind.yaml": NORTHWIND}
        self.first = self.main = commit(self.remote, self.files)
        self.forge, self.github = forge, github
        git(folder, "clone", "--quiet", os.fspath(self.remote), os.fspath(self.checkout))

    def propose(self, number: int, changes: dict[str, str], author: str = "nora") -> str:
        """Open a pull request, and return its last commit."""
        head = commit(self.remote, self.files | changes, parent=self.first, branch=f"pr-{number}")
        git(self.remote, "update-ref", f"refs/pull/{number}/head", head)
        self.github.pull(number, author, head, ticked(Settings(root=self.checkout)))
        return head

    def push(self, changes: dict[str, str]) -> None:
        """Push to main."""
        self.files |= changes
        self.main = commit(self.remote, self.files, parent=self.main)
        git(self.checkout, "fetch", "--quiet", "origin")
        git(self.checkout, "reset", "--quiet", "--hard", "origin/main")

    def review(self) -> list[int]:
        """Return the numbers of the pull requests that were reviewed, in order."""
        settings = Settings(root=self.checkout)
        attempts = list(review_again(self.forge, settings))
        assert [each.error for each in attempts if each.error] == []
        return [each.number for each in attempts]


@pytest.fixture
def catalog(tmp_path: Path, forge: Forge, github: GitHub) -> Catalog:
    return Catalog(tmp_path, forge, github)


def add(name: str) -> dict[str, str]:
    """Return a change that adds an application to Northwind."""
    return {
        "partners/northwind.yaml": NORTHWIND.replace(
            "applications:\n", f"applications:\n  - {name}\n"
        )
    }


def test_a_green_status_is_pending_at_once_when_main_moves(
    catalog: Catalog, github: GitHub
) -> None:
    """Then those are reviewed that could be merged before, then the others, oldest first."""
    catalog.propose(2, {CONTOSO: MAINTAINED + "# y\n"}, "mallory")
    heads = [catalog.propose(3, add("Aconite")), catalog.propose(4, add("Adobe"))]
    heads.append(catalog.propose(5, {CONTOSO: MAINTAINED + "# x\n"}, "contoso-anna"))
    assert catalog.review() == [2, 3, 4, 5]
    assert all(map(github.may_merge, heads))
    assert catalog.review() == []
    catalog.push({CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")})
    github.requests.clear()
    assert catalog.review() == [3, 4, 5, 2]
    written = [asked for asked in github.requests if "/statuses" not in asked or "POST" in asked]
    statuses = [each for each in written if each.startswith("POST statuses/")]
    assert [each.removeprefix("POST statuses/") for each in statuses[:3]] == heads
    assert written.index(statuses[2]) < written.index("GET pulls/3/reviews")
    assert [github.states(head) for head in heads] == [["success", "pending", "success"]] * 3


def test_a_success_that_main_has_made_wrong_is_found(catalog: Catalog, github: GitHub) -> None:
    """Both add an entry with one website, so each is right, and both together aren't."""
    website = "website: https://www.tailspin.com\nname: Tailspin {}\n"
    one, two = (
        {f"partners/tailspin-{each}.yaml": ordered_entry(website.format(each), f"tailspin-{each}")}
        for each in ("one", "two")
    )
    head = catalog.propose(3, one, "tom")
    catalog.review()
    assert "Not ready" not in github.statuses[head][0]["description"]
    catalog.push(two)
    assert catalog.review() == [3]
    assert github.statuses[head][0]["description"].startswith("Not ready to merge.")


def test_an_update_of_the_markdown_catalog_reviews_nothing_again(catalog: Catalog) -> None:
    catalog.propose(3, add("Aconite"))
    assert catalog.review() == [3]
    catalog.push({"CATALOG.md": "# Partners\n"})
    assert catalog.review() == []
    catalog.push({"README.md": "# Partners\n"})
    assert catalog.review() == [3]


def test_a_stopped_run_is_continued_by_the_next_one(
    catalog: Catalog, github: GitHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = [catalog.propose(number, add(f"Name {number}")) for number in (3, 4, 5)]
    monkeypatch.setattr(again, "MOST_REVIEWS", 1)
    for number in (3, 4, 5):
        assert catalog.review() == [number]
    assert catalog.review() == []
    assert all(map(github.may_merge, heads))


def test_one_pull_request_does_not_stop_the_others(catalog: Catalog, github: GitHub) -> None:
    heads = [catalog.propose(number, add(f"Name {number}")) for number in (3, 4)]
    git(catalog.remote, "update-ref", "-d", "refs/pull/3/head")
    settings = Settings(root=catalog.checkout)
    first, second = review_again(catalog.forge, settings)
    assert (first.number, "Git couldn't fetch" in first.error) == (3, True)
    assert (second.number, second.error) == (4, "")
    assert [github.states(head) for head in heads] == [["error"], ["success"]]
    git(catalog.remote, "update-ref", "refs/pull/3/head", heads[0])
    assert catalog.review() == [3]
    assert github.may_merge(heads[0])


def test_a_result_is_dropped_if_main_moves_meanwhile(catalog: Catalog, github: GitHub) -> None:
    """The run of that push reviews the pull request with what is on main then."""
    head = catalog.propose(3, add("Aconite"))
    commit(catalog.remote, catalog.files | {"README.md": "x\n"}, parent=catalog.main)
    assert catalog.review() == [3]
    assert (github.states(head), github.comments) == ([], {})


@pytest.mark.parametrize("state", ["CHANGES_REQUESTED", "DISMISSED"])
def test_an_approval_that_was_taken_back_counts_no_longer(
    catalog: Catalog, github: GitHub, state: str
) -> None:
    head = catalog.propose(3, {CONTOSO: MAINTAINED + "# x\n"}, "mallory")
    github.review(3, "contoso-anna", head)
    catalog.review()
    assert github.may_merge(head)
    github.review(3, "contoso-anna", head, state)
    assert catalog.review() == [3]
    assert not github.may_merge(head)


def test_a_copy_of_a_commit_does_not_block_the_first_pull_request(
    catalog: Catalog, github: GitHub
) -> None:
    head = catalog.propose(3, add("Aconite"))
    git(catalog.remote, "update-ref", "refs/pull/4/head", head)
    github.pull(4, "mallory", head, ticked(Settings(root=catalog.checkout)))
    assert catalog.review() == [3, 4]
    assert github.may_merge(head)
    assert github.labels[4] == ["needs-maintainer"]
    assert catalog.review() == []


def test_a_former_maintainer_approves_nothing(catalog: Catalog, github: GitHub) -> None:
    """Who was removed since has no say, even if the approval came before."""
    head = catalog.propose(3, {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")}, "mallory")
    github.review(3, "contoso-bob", head)
    catalog.review()
    assert github.may_merge(head)
    catalog.push({CONTOSO: MAINTAINED.replace("  - contoso-bob\n", "")})
    catalog.review()
    assert not github.may_merge(head)
    assert github.asked[3] == ["contoso-anna"]
