"""``catalog comment`` and ``catalog rolling-issue``, with a real remote and a local GitHub."""

import contextlib
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from catalog_tool.cli import main
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.contributions.github.server import BOT, REPOSITORY, TOKEN, GitHub
from tests.pull_requests import MAINTAINED, make_pull_request, ticked
from tests.repository import git

MARKER = "<!-- partner-catalog-review -->"
CONFIGURATION = "site_name: Partners\nplugins:\n  - catalog:\n      admins: [adatum-ada]\n"


class Repository:
    """A remote with a pull request, and a checkout of the branch that it goes to."""

    def __init__(
        self,
        folder: Path,
        github: GitHub,
        changes: dict[str, str | None],
        contoso: str = MAINTAINED,
    ) -> None:
        base = {"mkdocs.yml": CONFIGURATION, "partners/contoso.yaml": contoso}
        self.remote = folder / "remote"
        self.remote.mkdir()
        make_pull_request(self.remote, base, dict(changes))
        self.head = git(self.remote, "rev-parse", "topic")
        # GitHub keeps the commits of forks here, and shows no branch of theirs.
        git(self.remote, "update-ref", "refs/pull/7/head", self.head)
        git(self.remote, "update-ref", "-d", "refs/heads/topic")
        self.checkout = folder / "checkout"
        git(folder, "clone", "--quiet", os.fspath(self.remote), os.fspath(self.checkout))
        self.github = github
        github.pull(7, "fabrikam-dora", self.head)

    def comment(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command as the workflow does."""
        asked = arguments or ("--pull", "7")
        return run(["comment", *asked], self.checkout, self.github, **environment)


def run(
    arguments: list[str], folder: Path, github: GitHub, *, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    known = {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
    with contextlib.chdir(folder):
        ran = CliRunner().invoke(
            main, arguments, env=known | environment, input=given, catch_exceptions=False
        )
    return subprocess.CompletedProcess(arguments, ran.exit_code, ran.stdout, ran.stderr)


@pytest.fixture
def repository(tmp_path: Path, github: GitHub) -> Repository:
    """A pull request of somebody who isn't a maintainer."""
    found = Repository(tmp_path, github, {"partners/contoso.yaml": MAINTAINED + "# x\n"})
    github.pulls[0]["body"] = ticked(Settings(root=tmp_path))
    return found


def test_a_mistake_is_reported_once_and_the_maintainers_are_asked(
    tmp_path: Path, github: GitHub
) -> None:
    broken = MAINTAINED.replace("contact:", "kontact:")
    repository = Repository(tmp_path, github, {"partners/contoso.yaml": broken})
    github.outsiders = {"contoso-bob"}
    first = repository.comment()
    assert first.returncode == 0, first.stderr
    (comment,) = github.comments[7]
    assert comment["body"].startswith(MARKER)
    assert "kontact" in comment["body"]
    assert github.labels[7] == ["needs-maintainer"]
    assert github.asked[7] == ["contoso-anna"]
    assert "contoso-bob" in first.stderr

    second = repository.comment()
    assert "comment unchanged" in second.stdout, second.stderr
    assert len(github.comments[7]) == 1


def test_a_long_review_is_in_the_summary_of_the_run(tmp_path: Path, github: GitHub) -> None:
    words = "description: " + "Gateway " * 400 + "\n"
    names = [f"p-{number}" for number in range(15)]
    changes = {f"partners/{name}.yaml": ordered_entry(words, name) for name in names}
    repository = Repository(tmp_path, github, dict(changes))
    summary = tmp_path / "summary.md"
    run_of = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_RUN_ID": "42"}
    done = repository.comment(GITHUB_STEP_SUMMARY=str(summary), **run_of)
    assert done.returncode == 0, done.stderr
    (comment,) = github.comments[7]
    link = f"[the whole review](https://github.com/{REPOSITORY}/actions/runs/42)"
    assert link in comment["body"]
    whole = summary.read_text(encoding="utf-8")
    assert "Not shown: " in comment["body"]
    assert whole.count("<summary>Preview: ") == 15

    repository.comment()
    (comment,) = github.comments[7]
    assert link not in comment["body"]
    assert "The whole pull request: it changes more than a comment can show" in comment["body"]


def test_nothing_of_the_pull_request_reaches_the_checkout(tmp_path: Path, github: GitHub) -> None:
    changes: dict[str, str | None] = {
        "partners/contoso.yaml": MAINTAINED + "# changed\n",
        "mkdocs.yml": "plugins: !!python/object/apply:os.system ['touch ran']\n",
        ".gitattributes": "* filter=evil\n",
    }
    repository = Repository(tmp_path, github, changes)
    done = repository.comment()
    assert done.returncode == 0, done.stderr
    assert git(repository.checkout, "status", "--porcelain") == ""
    assert (repository.checkout / "mkdocs.yml").read_text() == CONFIGURATION
    assert not (repository.checkout / "ran").exists()


def test_a_comment_of_a_stranger_with_our_marker_is_not_ours(
    tmp_path: Path, github: GitHub
) -> None:
    repository = Repository(tmp_path, github, {"partners/contoso.yaml": MAINTAINED + "# x\n"})
    github.comment(7, "fabrikam-dora", f"{MARKER}\n**✅ Ready to merge.**")
    repository.comment()
    assert [each["user"]["login"] for each in github.comments[7]] == ["fabrikam-dora", BOT]


@pytest.mark.parametrize(
    ("changed", "arguments"),
    [
        ({"state": "closed"}, ("--pull", "7")),
        ({"state": "closed"}, ("--all",)),
        ({}, ("--commit", "0" * 40)),
        ({}, ("--commit", "")),
    ],
    ids=["closed", "all closed", "another commit", "no commit"],
)
def test_without_an_open_pull_request_there_is_nothing_to_do(
    repository: Repository, changed: dict[str, object], arguments: tuple[str, ...]
) -> None:
    repository.github.pulls[0].update(changed)
    done = repository.comment(*arguments)
    assert done.returncode == 0, done.stderr
    assert (repository.github.comments, repository.github.statuses) == ({}, {})


@pytest.mark.parametrize("arguments", [("--pull", "7"), ("--commit", "HEAD"), ("--all",)])
def test_a_commit_gets_its_comment_and_its_status(
    repository: Repository, arguments: tuple[str, ...]
) -> None:
    done = repository.comment(*(each.replace("HEAD", repository.head) for each in arguments))
    assert done.returncode == 0, done.stderr
    (comment,) = repository.github.comments[7]
    assert comment["body"].startswith(f"{MARKER}\nCommit reviewed: `{repository.head[:12]}`.\n\n**")
    (status,) = repository.github.statuses[repository.head]
    base = git(repository.remote, "rev-parse", "main")
    said = f"Waiting for approval from a maintainer. Base: {base[:12]}"
    assert (status["state"], status["description"]) == ("pending", said)


@pytest.mark.parametrize("arguments", [(), ("--pull", "7", "--all"), ("--pull", "0")])
def test_wrong_options_are_refused(repository: Repository, arguments: tuple[str, ...]) -> None:
    done = run(["comment", *arguments], repository.checkout, repository.github)
    assert done.returncode == 2


def test_a_draft_calls_nobody(repository: Repository) -> None:
    repository.github.pulls[0]["draft"] = True
    assert repository.comment().returncode == 0
    (comment,) = repository.github.comments[7]
    assert ("@" in comment["body"], repository.github.asked) == (False, {})
    assert repository.github.labels[7] == ["needs-maintainer"]


def test_branch_must_be_the_default_branch(repository: Repository) -> None:
    repository.github.pulls[0]["base"]["repo"] = {"default_branch": "trunk", "full_name": "x/y"}
    done = repository.comment()
    assert (done.returncode, repository.github.comments) == (2, {})
    assert "Error: The default branch of the repository is 'trunk', but" in done.stderr


def test_a_pull_request_that_moved_on_is_left_to_its_own_run(repository: Repository) -> None:
    main = git(repository.remote, "rev-parse", "main")
    git(repository.remote, "update-ref", "refs/pull/7/head", main)
    done = repository.comment()
    assert (done.returncode, "has changed" in done.stdout) == (0, True)
    assert (repository.github.comments, repository.github.statuses) == ({}, {})


def test_a_maintainer_who_reviewed_this_commit_is_not_asked_again(
    tmp_path: Path, github: GitHub
) -> None:
    repository = Repository(tmp_path, github, {"partners/contoso.yaml": MAINTAINED + "# x\n"})
    github.reviews[7] = [
        {"user": {"login": "Contoso-Anna"}, "commit_id": repository.head},
        {"user": {"login": "contoso-bob"}, "commit_id": "0" * 40},
        {"user": None, "commit_id": repository.head},
    ]
    assert repository.comment().returncode == 0
    assert github.asked[7] == ["contoso-bob"]


def test_an_approval_lifts_the_label_until_it_is_dismissed(
    repository: Repository, github: GitHub
) -> None:
    repository.comment()
    assert github.labels[7] == ["needs-maintainer"]
    github.review(7, "contoso-anna", repository.head)
    assert repository.comment().returncode == 0
    assert (github.labels[7], github.statuses[repository.head][0]["state"]) == ([], "success")
    assert "\n- Contoso: contoso-anna approved this commit.\n" in github.comments[7][0]["body"]
    github.reviews[7][0]["state"] = "DISMISSED"
    assert repository.comment().returncode == 0
    assert github.labels[7] == ["needs-maintainer"]
    assert github.statuses[repository.head][0]["state"] == "pending"


@pytest.mark.parametrize(
    ("author", "states"),
    [("fabrikam-dora", ["pending", "success"]), ("adatum-ada", ["success"])],
    ids=["a stranger", "an admin"],
)
def test_a_change_of_the_program_waits_for_an_admin(
    tmp_path: Path, github: GitHub, author: str, states: list[str]
) -> None:
    repository = Repository(tmp_path, github, {"README.md": "x\n"})
    github.pulls[0]["user"]["login"] = author
    github.review(7, "contoso-anna", repository.head)
    for state in states:
        assert repository.comment().returncode == 0
        assert github.statuses[repository.head][0]["state"] == state
        assert github.labels.get(7, []) == (["needs-admin"] if state == "pending" else [])
        github.review(7, "adatum-ada", repository.head)


def test_a_pull_request_with_many_entries_asks_only_a_few_maintainers(
    tmp_path: Path, github: GitHub
) -> None:
    named = "".join(f"  - person-{number}\n" for number in range(12))
    base = ordered_entry(f"maintainers:\n{named}")
    repository = Repository(tmp_path, github, {"partners/contoso.yaml": base + "# x\n"}, base)
    assert repository.comment().returncode == 0
    assert github.asked[7] == [f"person-{number}" for number in range(10)]
    assert len(set(re.findall(r"@person-\d+", github.comments[7][0]["body"]))) == 10


def test_a_refused_token_is_reported_in_one_sentence_without_it(
    tmp_path: Path, github: GitHub
) -> None:
    repository = Repository(tmp_path, github, {"partners/contoso.yaml": MAINTAINED + "# x\n"})
    done = repository.comment(GITHUB_TOKEN="of-somebody-else")  # noqa: S106 - no secret
    assert done.returncode == 2
    assert done.stderr.startswith("Error: GitHub answered 401")
    assert "of-somebody-else" not in done.stdout + done.stderr


def test_an_issue_is_kept_up_to_date(tmp_path: Path, github: GitHub) -> None:
    command = ["rolling-issue", "--label", "links", "--title", "Dead links"]
    opened = run(command, tmp_path, github, given="One is dead.\n")
    assert (opened.returncode, opened.stdout) == (0, "Issue: opened.\n"), opened.stderr
    assert run(command, tmp_path, github, given="").stdout == "Issue: closed.\n"


def test_an_issue_that_is_too_long_for_github_is_cut(tmp_path: Path, github: GitHub) -> None:
    command = ["rolling-issue", "--label", "links", "--title", "Dead links"]
    run(command, tmp_path, github, given="a line of the report\n" * 10_000)
    (issue,) = github.issues.values()
    assert len(issue["body"]) < 65_536
    assert "didn't fit" in issue["body"]


PROOFS = (
    '{"version": 1, "repository": "adventure-works/partners", "proofs": [{"host": "www.adatum.com",'
    ' "read_on": "2026-11-29", "logins": ["Fabrikam-Dora", "other"]}]}'
)
PROVED = (
    "[www\\.adatum.com](https://www.adatum.com/.well-known/partner-catalog.txt) names fabrikam-dora"
    " for this repository, read on 2026-11-29."
)


def test_a_proof_is_shown_and_kept_for_later_reviews(tmp_path: Path, github: GitHub) -> None:
    repository = Repository(tmp_path, github, {"partners/adatum.yaml": ordered_entry("", "adatum")})
    proofs = tmp_path / "proofs.json"
    proofs.write_text(PROOFS, encoding="utf-8")
    configuration = repository.checkout / "mkdocs.yml"
    address = "https://github.com/adventure-works/partners"
    configuration.write_text(f"{CONFIGURATION}      repository: {address}\n", encoding="utf-8")
    day = {"SOURCE_DATE_EPOCH": "1795953600"}  # 2026-11-29
    asked = repository.comment("--pull", "7", "--proofs", os.fspath(proofs), **day)
    assert (asked.returncode, asked.stderr) == (0, "")
    first = github.comments[7][-1]["body"]
    assert PROVED in first
    assert "other" not in first
    repository.comment("--pull", "7", **day)
    assert github.comments[7][-1]["body"] == first
    proofs.write_text("[", encoding="utf-8")
    broken = repository.comment("--pull", "7", "--proofs", os.fspath(proofs), **day)
    assert broken.returncode == 0
    assert "has no proofs of domains that can be read" in broken.stderr
    assert github.comments[7][-1]["body"] == first
