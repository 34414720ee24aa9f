"""Plays the pull requests: the job `review`, real Git, and GitHub on loopback."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.loader.configuration import load_settings
from tests.contributions.github.server import GitHub, github_on_loopback
from tests.demo.proposals import CATALOG, PROPOSALS, Proposal
from tests.pull_requests import ticked
from tests.repository import git
from tests.workflows.runner import Runner

# A fixed moment, so that the comment doesn't depend on the day.
_MOMENT = "1778000000"
_DATES = {"GIT_AUTHOR_DATE": f"{_MOMENT} +0000", "GIT_COMMITTER_DATE": f"{_MOMENT} +0000"}


@dataclass(frozen=True)
class Played:
    """The result of a pull request.

    Attributes:
        number: its number.
        proposal: the proposed changes.
        status: the status of its commit.
        labels: its labels.
        asked: logins that were asked for a review.
        comment: the comment, as Markdown.
    """

    number: int
    proposal: Proposal
    status: str
    labels: tuple[str, ...]
    asked: tuple[str, ...]
    comment: str

    @property
    def verdict(self) -> str:
        """The first sentence of the comment."""
        return self.comment.split("**")[1]


def play(proposals: tuple[Proposal, ...] = PROPOSALS) -> Iterator[Played]:
    """Create the repository, and yield the result of each pull request."""
    with tempfile.TemporaryDirectory() as folder, github_on_loopback() as github:
        base = {
            path.relative_to(CATALOG).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(CATALOG.rglob("*.*"))
            if path.is_file()
        }
        runner = Runner(Path(folder), base, {})
        runner.environment = {"GITHUB_API_URL": github.url, "SOURCE_DATE_EPOCH": _MOMENT}
        work = Path(folder) / "forks"
        git(Path(folder), "clone", "--quiet", os.fspath(runner.remote), os.fspath(work))
        for number, proposal in enumerate(proposals, start=1):
            runner.head = _push(work, number, proposal)
            yield _review(runner, github, number, proposal)


def _push(work: Path, number: int, proposal: Proposal) -> str:
    """Commit the proposed changes, and return the id of the commit."""
    git(work, "checkout", "--quiet", "--detach", "origin/main")
    for path, text in proposal.changes.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (work / path).unlink()
        else:
            (work / path).write_text(text, encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", proposal.title, environment=_DATES)
    git(work, "push", "--quiet", "origin", f"+HEAD:refs/pull/{number}/head")
    return git(work, "rev-parse", "HEAD").strip()


def _review(runner: Runner, github: GitHub, number: int, proposal: Proposal) -> Played:
    body = ticked(load_settings(CATALOG / "mkdocs.yml")) if proposal.is_ticked else ""
    pull = github.pull(number, proposal.author, runner.head, body)
    event = {"pull_request": pull}
    said = runner.run("review", "review", "pull_request_target", event)
    if said.failed:
        raise RuntimeError(said.output)
    return Played(
        number,
        proposal,
        github.states(runner.head)[-1],
        tuple(github.labels.get(number, ())),
        tuple(github.asked.get(number, ())),
        github.comments[number][-1]["body"],
    )
