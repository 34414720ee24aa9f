"""Plays the pull requests: the workflows, real Git, and GitHub on loopback."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog_tool.loader.configuration import load_settings
from tests.contributions.github.server import GitHub, github_on_loopback
from tests.demo.proposal import CATALOG, Changes, Proposal
from tests.demo.proposals import PROPOSALS
from tests.pull_requests import ticked
from tests.repository import git
from tests.workflows.runner import Runner

# A fixed moment, so that the comment doesn't depend on the day.
_MOMENT = "1778000000"
_DATES = {"GIT_AUTHOR_DATE": f"{_MOMENT} +0000", "GIT_COMMITTER_DATE": f"{_MOMENT} +0000"}
_MAIN = "refs/heads/main"


@dataclass(frozen=True)
class Played:
    """The result of a pull request.

    Attributes:
        number: its number in the demo.
        proposal: the pull request.
        statuses: the status after it was opened, and after each step.
        labels: its labels.
        asked: logins that were asked for a review.
        comment: the last comment, as Markdown.
    """

    number: int
    proposal: Proposal
    statuses: tuple[str, ...]
    labels: tuple[str, ...]
    asked: tuple[str, ...]
    comment: str

    @property
    def verdict(self) -> str:
        """The verdict in the comment, without its mark."""
        return self.comment.split("**")[1].rstrip(".").lstrip("✅❌🔎 ")


class Repository:
    """A catalog on GitHub, and the clone that everybody pushes from."""

    def __init__(self, folder: Path, github: GitHub) -> None:
        """Create the repository with the catalog of the demo."""
        base = {
            path.relative_to(CATALOG).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(CATALOG.rglob("*.*"))
            if path.is_file()
        }
        self.github = github
        self.runner = Runner(folder, base, {})
        self.runner.environment = {"GITHUB_API_URL": github.url, "SOURCE_DATE_EPOCH": _MOMENT}
        self.remote = github.remote = self.runner.remote
        self.work = folder / "clone"
        git(folder, "clone", "--quiet", os.fspath(self.remote), os.fspath(self.work))
        self.main = self.runner.commit(_MAIN)

    def commit(self, parent: str, message: str, changes: Changes, reference: str) -> str:
        """Push a commit to a reference, and return its id."""
        git(self.work, "checkout", "--quiet", "--detach", parent)
        for path, text in changes.items():
            (self.work / path).parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                (self.work / path).unlink()
            else:
                (self.work / path).write_text(text, encoding="utf-8")
        git(self.work, "add", "--all")
        git(self.work, "commit", "--quiet", "--message", message, environment=_DATES)
        git(self.work, "push", "--quiet", "origin", f"+HEAD:{reference}")
        return git(self.work, "rev-parse", "HEAD")

    def run(self, event_name: str, event: Mapping[str, Any], workflow: str = "review") -> None:
        """Run the job of a workflow.

        Raises:
            RuntimeError: a step failed.
        """
        job = {"review": "review", "from-issue": "propose"}[workflow]
        run = self.runner.run(workflow, job, event_name, event)
        if run.failed:
            raise RuntimeError(run.output)

    def reset(self) -> None:
        """Close all pull requests, and take back what was merged."""
        for pull in self.github.pulls:
            pull["state"] = "closed"
        git(self.remote, "update-ref", _MAIN, self.main)


class OpenPull:
    """An open pull request to the repository."""

    def __init__(self, repository: Repository, number: int, proposal: Proposal) -> None:
        """Open it, directly or with the form."""
        self.repository, self.github = repository, repository.github
        boxes = ticked(load_settings(CATALOG / "mkdocs.yml"))
        if proposal.answers:
            sections = {**proposal.answers, "What you confirm": boxes}.items()
            body = "\n\n".join(f"### {label}\n\n{answer}" for label, answer in sections)
            self.issue = self.github.issue(proposal.author, "entry", proposal.title, body)
            self._run_form()
            self.pull = self.github.pulls[-1]
            self.head = repository.runner.commit(f"refs/heads/{self.pull['head']['ref']}")
        else:
            self.pull = self.github.pull(number, proposal.author, "", boxes * proposal.is_ticked)
            self.pull["draft"] = proposal.is_draft
            self.head = repository.main
            self.push(proposal.title, proposal.changes)
        self.number: int = self.pull["number"]

    def push(self, message: str, changes: Changes) -> None:
        reference = f"refs/pull/{self.pull['number']}/head"
        self.head = self.repository.commit(self.head, message, changes, reference)
        self.pull["head"]["sha"] = self.head
        self.repository.run("pull_request_target", {"pull_request": self.pull})

    def approve(self, login: str) -> None:
        self.github.review(self.number, login, self.head)
        approved = {"head_sha": self.head, "conclusion": "success"}
        self.repository.run("workflow_run", {"workflow_run": approved})

    def finish_job(self, name: str) -> None:
        self.github.checks[self.head] = [(name, "success")]
        self.repository.run("pull_request_target", {"pull_request": self.pull})

    def move_main(self, changes: Changes) -> None:
        before = self.repository.main
        self.repository.commit(before, "Change main", changes, _MAIN)
        self.repository.run("push", {"before": before})

    def queue(self) -> None:
        remote, base = self.repository.remote, self.repository.main
        tree = git(remote, "merge-tree", "--write-tree", base, self.head)
        parents = ("-p", base, "-p", self.head)
        self.head = git(remote, "commit-tree", tree, *parents, "-m", "Merge", environment=_DATES)
        reference = f"refs/heads/gh-readonly-queue/main/pr-{self.number}"
        git(remote, "update-ref", reference, self.head)
        group = {"base_sha": base, "base_ref": _MAIN, "head_sha": self.head, "head_ref": reference}
        self.repository.run("merge_group", {"merge_group": group})

    def close_issue(self) -> None:
        issue = self.github.issues[self.issue]
        issue["state"] = "closed"
        issue["body"] = issue["body"].replace("sales@", "mallory@")
        self._run_form()

    def status(self) -> str:
        """Return the status that decides about the merge of the last commit."""
        return self.github.states(self.head)[-1]

    def _run_form(self) -> None:
        event = {"action": "edited", "issue": self.github.issues[self.issue]}
        self.repository.run("issues", event, "from-issue")


def play(proposals: tuple[Proposal, ...] = PROPOSALS) -> Iterator[Played]:
    """Create the repository, and yield the result of each pull request."""
    with tempfile.TemporaryDirectory() as folder, github_on_loopback() as github:
        repository = Repository(Path(folder), github)
        for number, proposal in enumerate(proposals, start=1):
            yield _play(repository, number, proposal)
            repository.reset()


def _play(repository: Repository, number: int, proposal: Proposal) -> Played:
    pull, github = OpenPull(repository, number, proposal), repository.github
    statuses = [pull.status()]
    for step in proposal.steps:
        step(pull)
        statuses.append(pull.status())
    return Played(
        number,
        proposal,
        tuple(statuses),
        tuple(github.labels.get(pull.number, ())),
        tuple(dict.fromkeys(github.asked.get(pull.number, ()))),
        github.comments[pull.number][-1]["body"],
    )
