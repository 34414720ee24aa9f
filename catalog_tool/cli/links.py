"""``catalog links``: check links and remember the results."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters import FORMATS
from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.links import Opener

SECTION = "admins"
STATE_FILE = ".catalog-links.json"
"""The history of the links, next to the configuration."""

_SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})", re.ASCII)

_EPILOG = """\b
Examples:
  catalog links                        open every link
  catalog links --format markdown      the report as the text of an issue
  catalog links --shard 2/7            a seventh of the hosts, one per day
  catalog links --proofs main topic --format json > proofs.json

\b
Results:
  ok         the page exists
  unknown    not certain: 403, 429, a server error, or no answer in time
  dead       404, 410, or no such host, on three days or more, over a week
             or longer

The report also includes links that lead to another registrable domain, and pages that no longer
name the partner: somebody else may have bought the domain.

Each host gets one request at a time, with a second in between. A request is retried twice, with
longer pauses, and Retry-After is respected. Per link, at most 64 KiB are read, 5 redirects are
followed, and 60 seconds are spent. Addresses inside a network are never contacted, whatever DNS
says. Email addresses are not checked.

Run this command on a schedule. `catalog check` never opens links.

Exit codes: 0 no errors, 1 a link is dead or unsafe, 2 the command could not run.
"""


class Shard(click.ParamType[tuple[int, int]]):
    """A part of the hosts, such as ``2/7``."""

    name = "I/N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the number of the part, and how many parts there are."""
        if isinstance(value, tuple):
            return value
        match = _SHARD.fullmatch(str(value))
        number, count = (int(match[1]), int(match[2])) if match else (1, 0)
        if number > count:
            self.fail(f"{value!r} is not a part of the hosts. Write it like 2/7.", param, ctx)
        return number, count


@click.command(epilog=_EPILOG)
@click.option(
    "--state",
    "state_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"History from run to run. [default: {STATE_FILE}, next to mkdocs.yml]",
)
@click.option("--shard", type=Shard(), default="1/1", help="Open only a part of the hosts.")
@click.option(
    "--proofs",
    "commits",
    nargs=2,
    metavar="BASE HEAD",
    help="Only ask the hosts that a pull request is about for the proof of their domain.",
)
@format_option(FORMATS, "How to show the report, which always covers all links.")
def command(
    state_file: Path | None,
    shard: tuple[int, int],
    commits: tuple[str, str] | None,
    format_name: str,
) -> None:
    """Open every link, and report dead and suspicious links.

    A link that worked earlier today isn't opened again, so a run that was interrupted continues
    where it stopped.

    With --proofs, it opens no link. It requests /.well-known/partner-catalog.txt from the host of
    each website that a pull request adds or changes: at most ten hosts, 4 KiB each, without
    redirects. `catalog review --proofs` shows whether a file names the author.
    """
    from catalog_tool.links import document, facts  # noqa: PLC0415 - not needed for the help

    settings = current_settings()
    if commits:
        show_proofs(settings, commits, format_name)
        return
    path = state_file or settings.root / STATE_FILE
    if not state_file and (message := catalog_tool.put_broken_aside(path)):
        click.echo(visible(f"Warning: {message}"), err=True)
    rules = catalog_tool.select_rules(settings)
    loaded = catalog_tool.load_catalog(settings)
    opener = opener_for(settings)
    try:
        with Progress("Opening links") as progress:
            state = catalog_tool.open_links(
                loaded.catalog, path, opener, shard=shard, progress=progress
            )
    except catalog_tool.StoppedError as stopped:
        click.echo(str(stopped), err=True)
        raise
    summary = catalog_tool.LinkSummary.of(loaded, state, rules)
    show(summary, format_name, document, facts)
    if any(found.severity is catalog_tool.Severity.ERROR for found in summary.diagnostics):
        leave_with_findings()


def show_proofs(
    settings: catalog_tool.Settings, commits: tuple[str, str], format_name: str
) -> None:
    """Print what the hosts of a pull request say about its author."""
    from catalog_tool.links import fetch_proofs, proofs_document, proofs_object  # noqa: PLC0415

    proofs = fetch_proofs(settings, *commits, opener_for(settings))
    show(proofs, format_name, proofs_document, proofs_object)


def opener_for(settings: catalog_tool.Settings) -> Opener:
    """Return the opener for the links of a catalog. Tests replace it to reach their own server."""
    from catalog_tool.links import Opener, RateLimit, Transport, VisitPolicy, agent_of  # noqa: PLC0415

    policy = VisitPolicy()
    return Opener(Transport(agent_of(settings)).fetch, policy, RateLimit(policy.pause))
