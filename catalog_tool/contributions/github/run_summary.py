"""The run of a workflow: its address, and its summary for what is too long for a comment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.text.github_markdown import MOST_SUMMARY_BYTES


@dataclass(frozen=True, slots=True)
class RunSummary:
    """The summary of the current step of a workflow run, and its address.

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
