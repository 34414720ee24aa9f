"""``catalog doctor``: check the settings that the catalog needs on GitHub."""

from __future__ import annotations

import os

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun, leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters import FORMATS

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog doctor                           a checklist with links
  GITHUB_TOKEN=… catalog doctor            what is wrong
  catalog doctor --format markdown         the report as the text of an issue

The token is only used to read. It has to be an admin's, with the permissions
administration, contents, issues, and pages. GitHub shows who can bypass rules, and
the limit of open pull requests, only to people who may change them. What GitHub
doesn't show is listed as unknown.

\b
Environment variables:
  GITHUB_TOKEN or GH_TOKEN   the token
  GITHUB_REPOSITORY          owner/name, if mkdocs.yml has no `repository`
  GITHUB_API_URL             for a repository that isn't on github.com

Exit codes: 0 nothing is known to be wrong, 1 a required setting is wrong, 2 the command could not
run.
"""


@click.command(epilog=_EPILOG)
@format_option(FORMATS, "How to show the result.")
def command(format_name: str) -> None:
    """Check the settings that the catalog needs on GitHub.

    The review relies on rules that only GitHub can enforce, such as a required status. With a
    token, this command reads the settings and says what is wrong. Without one, it prints a
    checklist with a link to each settings page. It never changes anything.
    """
    from catalog_tool.contributions.github.settings.report import document, facts  # noqa: PLC0415 - not needed for the help

    settings = current_settings()
    if settings.forge == "none":
        raise CannotRun(
            f"This catalog isn't on GitHub, because {settings.configuration} says 'forge: none'.",
            "If it is, delete that line, and set repository.",
        )
    inspection = catalog_tool.inspect_forge(settings, os.environ)
    show(inspection, format_name, document, facts)
    if inspection.fails:
        leave_with_findings()
