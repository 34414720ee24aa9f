"""What a pull request of the demo is, and what happens to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

CATALOG = Path(__file__).parent / "catalog"
ADMIN = "adventure-ada"
CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
REVIEW = ".github/workflows/review.yml"

Changes = Mapping[str, str | None]
"""The text of each changed file by path; ``None`` removes the file."""


class Stage(Protocol):
    """What can happen to an open pull request."""

    def push(self, message: str, changes: Changes) -> None:
        """The author pushes another commit."""

    def approve(self, login: str) -> None:
        """A person approves the last commit."""

    def finish_job(self, name: str) -> None:
        """A job of the pull request itself succeeds."""

    def move_main(self, changes: Changes) -> None:
        """Another pull request is merged."""

    def queue(self) -> None:
        """It enters the merge queue."""

    def close_issue(self) -> None:
        """Its issue is closed, and edited after that."""


@dataclass(frozen=True)
class Proposal:
    """A pull request, and the expected result.

    Attributes:
        title: its title.
        author: login of its author, or of the author of the issue.
        tries: what it shows, in a few words.
        statuses: the status after it was opened, and after each step.
        verdict: the verdict in the last comment.
        test: the test that shows the same with more cases.
        changes: the changes of its first commit.
        steps: what happens afterward.
        is_ticked: whether its author checked the boxes of the template.
        is_draft: whether its author still works on it.
        answers: the answers in the form for partners without Git, by label; then the issue becomes
            the pull request.
    """

    title: str
    author: str
    tries: str
    statuses: tuple[str, ...]
    verdict: str
    test: str
    changes: Changes = field(default_factory=dict)
    steps: tuple[Callable[[Stage], None], ...] = ()
    is_ticked: bool = True
    is_draft: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)


def text_of(path: str) -> str:
    """Return the text of a file of the catalog."""
    return (CATALOG / path).read_text(encoding="utf-8")


def changed(path: str, before: str, after: str) -> Changes:
    """Return a change of one text in one file."""
    text = text_of(path)
    assert before in text
    return {path: text.replace(before, after)}


def entry(name: str, domain: str, *applications: str, description: str = "") -> str:
    """Return an entry without mistakes."""
    listed = "".join(f"  - {each}\n" for each in applications)
    return f"""\
name: {name}
website: https://www.{domain}/identity
contact: sales@{domain}
description: {description or f"{name} Link creates and removes the accounts of employees."}
applications:
{listed}"""
