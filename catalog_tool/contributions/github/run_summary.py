"""Writes reports that are too long for a comment to the summary of the workflow run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.contributions.review.report import MOST_OF_SUMMARY, document
from catalog_tool.contributions.review.verdict import Review
from catalog_tool.linter.reporters.document import Document
from catalog_tool.linter.reporters.markdown import fits, write
from catalog_tool.text.github_markdown import MOST_SUMMARY_BYTES


@dataclass(frozen=True, slots=True)
class RunSummary:
    """The summary of the current step of a workflow run.

    Attributes:
        path: the file that GitHub shows as the summary; ``None`` outside a workflow.
        url: the address of the page that shows it.
    """

    path: Path | None = None
    url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> RunSummary:
        """Find the summary with the variables that GitHub sets in every step."""
        names = "GITHUB_STEP_SUMMARY", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"
        path, server, repository, run = (environment.get(name, "") for name in names)
        if not (path and server and repository and run):
            return cls()
        return cls(Path(path), f"{server}/{repository}/actions/runs/{run}")

    def add(self, text: str) -> str:
        """Append a text, and return the address of the page; ``""`` if there is no room for it.

        Raises:
            OSError: the file can't be written.
        """
        if self.path is None:
            return ""
        content = f"{text}\n".encode()
        with self.path.open("ab") as file:
            if file.tell() + len(content) > MOST_SUMMARY_BYTES:
                return ""
            file.write(content)
        return self.url


def comment_of(review: Review, summary: RunSummary) -> tuple[Review, Document]:
    """Return a review and its comment; if it doesn't fit there, the summary gets all of it.

    Returns:
        The review, for which an admin has to approve if it fits nowhere, and the comment, which
        links the summary.

    Raises:
        OSError: the summary can't be written.
    """
    said = document(review)
    if fits(said):
        return review, said
    address = summary.add(write(said, MOST_OF_SUMMARY)) if fits(said, MOST_OF_SUMMARY) else ""
    judged = review if address else review.cut()
    return judged, document(judged, address)
