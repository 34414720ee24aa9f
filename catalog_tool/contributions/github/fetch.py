"""Fetches pull requests and the main branch as Git objects; the checkout doesn't change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from catalog_tool.contributions.github.pull_request import Pull
from catalog_tool.loader.git.command import commit_id, git_output
from catalog_tool.model.settings import Settings

_OPTIONS = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-gc")


def fetch_pulls(pulls: Iterable[Pull], folder: Path) -> list[str]:
    """Fetch pull requests in one go, and return the ids of their last commits.

    Args:
        pulls: the pull requests.
        folder: a checkout of the repository to merge into.

    Raises:
        GitError: Git could not fetch them.
    """
    places = {f"refs/catalog/pull/{pull.number}": pull for pull in pulls}
    refspecs = [f"+refs/pull/{pull.number}/head:{place}" for place, pull in places.items()]
    _fetch(folder, refspecs)
    return [commit_id(folder, place) for place in places]


def fetch_base(settings: Settings) -> str:
    """Fetch the main branch, and return what :func:`reviewed_base` returns for it.

    Raises:
        GitError: Git could not fetch it.
    """
    place = "refs/catalog/base"
    _fetch(settings.root, [f"+refs/heads/{settings.branch}:{place}"])
    return reviewed_base(settings, place)


def reviewed_base(settings: Settings, revision: str = "HEAD") -> str:
    """Return the id of the last commit that changed anything but the Markdown catalog.

    The Markdown catalog follows from the entries, so an update of it changes no review.

    Args:
        settings: the catalog, in a checkout of its main branch.
        revision: a name of a commit of that branch.

    Raises:
        GitError: Git has no such commit.
    """
    paths = [":(top)", f":(exclude,literal){settings.published}"]
    arguments = ["--no-literal-pathspecs", "rev-list", "--max-count=1", revision, "--", *paths]
    failure = "Git can't read the history"
    return git_output(settings.root, arguments, failure=failure).strip()


def _fetch(folder: Path, refspecs: Iterable[str]) -> None:
    failure = "Git couldn't fetch from GitHub"
    git_output(folder, ["fetch", *_OPTIONS, "origin", *refspecs], failure=failure)
