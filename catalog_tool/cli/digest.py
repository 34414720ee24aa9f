"""``catalog digest``: what waits, what is due, what is broken, and what is new."""

from __future__ import annotations

import os

import click

import catalog_tool
from catalog_tool.cli._digest import Digest, document, facts
from catalog_tool.cli._format import format_option
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.cli.links import STATE_FILE
from catalog_tool.linter.reporters import FORMATS
from catalog_tool.model.freshness import months_later
from catalog_tool.model.history import News
from catalog_tool.model.today import today

SECTION = "admins"

_EPILOG = """\b
Examples, in a workflow that runs every month:
  catalog queue
  catalog digest --format markdown > digest.md
  catalog rolling-issue --label digest --title "Digest" --file digest.md

What waits is what `catalog queue` found last, and what is broken is what `catalog links` found
last. Without these files, the digest says so. What is new in the last month comes from Git. If
there is nothing to say, the Markdown is empty, so `catalog rolling-issue` closes the issue.

Maintainers who can do something are mentioned: at most 20, and only those whom entries name.

Exit codes: 0 the digest is complete, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@format_option(FORMATS, "How to show the digest.")
def command(format_name: str) -> None:
    """Summarize what waits, due tests, broken links, and new entries.

    It opens no link and asks no server.
    """
    settings = current_settings()
    loaded = catalog_tool.load_catalog(settings)
    since = months_later(today(), -1)
    history = catalog_tool.read_history(settings, loaded.catalog, today())
    news = history.news if history else ()
    added = (each for each in news if each.kind is News.ADDED and each.day >= str(since))
    digest = Digest(
        loaded.catalog,
        settings.github,
        since,
        catalog_tool.renewals_due(loaded.catalog, catalog_tool.change_days(settings)),
        catalog_tool.load_queue(settings),
        _broken_links(settings, loaded),
        tuple(added) if history else None,
    )
    show(digest, format_name, document, facts)


def _broken_links(
    settings: catalog_tool.Settings, loaded: catalog_tool.Loaded
) -> tuple[catalog_tool.Diagnostic, ...] | None:
    """Return what the last run of `catalog links` found; ``None`` if it never ran here."""
    from catalog_tool.links import read_state  # noqa: PLC0415 - not needed for the help

    path = settings.root / STATE_FILE
    if not os.path.lexists(path):
        return None
    rules = catalog_tool.select_rules(settings)
    return catalog_tool.LinkSummary.of(loaded, read_state(path), rules).diagnostics
