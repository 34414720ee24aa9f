"""``catalog links``: what became of the pages that the catalog sends its readers to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

import catalog_tool
from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters import FORMATS
from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.links import Opener

SECTION = "admins"
STATE_FILE = ".catalog-links.json"
"""What is remembered from run to run, beside the configuration."""

_SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})", re.ASCII)

_EPILOG = """\b
Examples:
  catalog links                              open every link
  catalog links --format markdown            the report as the text of an issue
  catalog links --shard 2/7                  a seventh of the hosts, one each day of a week

\b
Three answers:
  ok         the page is there
  unknown    nothing is certain: 403, 429, an error of the server, no answer in time
  dead       404, 410 or no such host, on three days or more, over a week or longer
A link that leads to another registrable domain, or whose page does not name the partner any more,
is reported: a domain that was bought by somebody else answers too.

\b
Politeness: one request at a time for each host, a second between two, two more tries with growing
pauses, Retry-After is honoured. At most 64 KiB are read, 5 redirects followed, 60 seconds spent on
a link. No address inside a network is ever contacted, whatever a name server says. E-mail
addresses are not tried.

\b
Exit codes: 0 no errors, 1 a link is dead or leads where no reader should be sent, 2 the command
could not run. Run it on a schedule; a check never opens links.
"""


class Shard(click.ParamType[tuple[int, int]]):
    """One of several parts of the hosts, such as ``2/7``."""

    name = "I/N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return which part of how many."""
        if isinstance(value, tuple):
            return value
        match = _SHARD.fullmatch(str(value))
        number, count = (int(match[1]), int(match[2])) if match else (1, 0)
        if number > count:
            self.fail(f"{value!r} is not a part such as 2/7.", param, ctx)
        return number, count


@click.command(epilog=_EPILOG)
@click.option(
    "--state",
    "state_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"What is remembered from run to run. [default: {STATE_FILE} beside mkdocs.yml]",
)
@click.option("--shard", type=Shard(), default="1/1", help="Open only this part of the hosts.")
@format_option(FORMATS, "How to show the report, which is always about all links.")
def command(state_file: Path | None, shard: tuple[int, int], format_name: str) -> None:
    """Open every link of the catalog and report the dead and the strange.

    What worked today already is not opened again, so that a run that was interrupted goes on
    where it ended.
    """
    from catalog_tool.links import document, facts  # noqa: PLC0415 - not to show the help

    settings = current_settings()
    path = state_file or settings.root / STATE_FILE
    if not state_file and (said := catalog_tool.put_broken_aside(path)):
        click.echo(visible(f"Warning: {said}"), err=True)
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
    summary = catalog_tool.LinkSummary.of(loaded, state)
    show(summary, format_name, document, facts)
    if any(found.severity is catalog_tool.Severity.ERROR for found in summary.diagnostics):
        leave_with_findings()


def opener_for(settings: catalog_tool.Settings) -> Opener:
    """Return what opens the links of a catalog; tests put the way to their own server here."""
    from catalog_tool.links import Opener, RateLimit, Transport, VisitPolicy, agent_of  # noqa: PLC0415

    policy = VisitPolicy()
    return Opener(Transport(agent_of(settings)).fetch, policy, RateLimit(policy.pause))
