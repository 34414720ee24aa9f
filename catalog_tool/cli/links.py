"""``catalog links``: what became of the pages that the catalog sends its readers to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalog_tool.cli._format import format_option
from catalog_tool.cli._outcome import CannotRun, leave_with_findings
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import FORMATS, show
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.settings import Settings
from catalog_tool.text.terminal import visible
from catalog_tool.writer import writing

if TYPE_CHECKING:
    from catalog_tool.links import Answer, Link, Opener, State
    from catalog_tool.loader.load import Loaded

SECTION = "admins"
STATE_FILE = ".catalog-links.json"
"""What is remembered from run to run, beside the configuration."""
BROKEN_STATE_FILE = ".catalog-links.broken.json"
"""Where it is put if it cannot be read, beside the configuration too."""

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
    from catalog_tool import pipeline  # noqa: PLC0415 - not to show the help
    from catalog_tool.links import Outlook, document, facts  # noqa: PLC0415 - as above

    settings = current_settings()
    path = state_file or settings.root / STATE_FILE
    if not state_file:
        _put_broken_aside(path)
    before = _state_in(path)
    loaded = pipeline.load(settings)
    after = _after_a_run(loaded, before, shard, path, opener_for(settings))
    outlook = Outlook.of(loaded, after)
    show(outlook, format_name, document, facts)
    if any(found.severity is Severity.ERROR for found in outlook.diagnostics):
        leave_with_findings()


def _put_broken_aside(path: Path) -> None:
    """Let the memory begin anew where it is none, so that nobody need empty a cache by hand.

    Only a file of the catalog's own name is moved: what somebody names may be anything.
    """
    from catalog_tool.links import StateError, read_state  # noqa: PLC0415 - as above

    try:
        read_state(path)
    except StateError as error:
        aside = path.with_name(BROKEN_STATE_FILE)
        with writing(aside):
            path.replace(aside)
        said = f"{path.name} cannot be used. {error} It is kept as {aside.name}"
        click.echo(visible(f"Warning: {said}; the memory of the links begins anew."), err=True)


def _state_in(path: Path) -> State:
    from catalog_tool.links import StateError, read_state  # noqa: PLC0415 - as above

    try:
        return read_state(path)
    except StateError as error:
        hint = "Name another file with --state, or remove this one to begin anew."
        raise CannotRun(f"{path} cannot be used. {error}", hint) from error


def _keep(path: Path, state: State) -> None:
    from catalog_tool.links import write_state  # noqa: PLC0415 - as above

    with writing(path):
        write_state(path, state)


def _after_a_run(
    loaded: Loaded, before: State, shard: tuple[int, int], path: Path, opener: Opener
) -> State:
    """Open the links that are due, and return what is known then, which is kept in a file too.

    Raises:
        KeyboardInterrupt: somebody stopped it; what was learned until then is kept.
        CannotRun: no host at all answered, or the file cannot be written.
    """
    from catalog_tool.links import due, is_outage, links_of, remembered  # noqa: PLC0415 - as above
    from catalog_tool.model.today import today  # noqa: PLC0415 - as above

    links, day = links_of(loaded.catalog), today()
    opening = due(links, before, shard, day)
    answers: dict[str, Answer] = {}
    try:
        _open(opening, answers, opener)
    except KeyboardInterrupt:
        _keep(path, remembered(_state_in(path), links, answers, day))
        stopped = f"Stopped after {len(answers)} of {len(opening)} links"
        click.echo(f"{stopped}; what was learned is kept. Run it again to go on.", err=True)
        raise
    if is_outage(answers):
        hint = "Is this machine connected? Nothing was counted against any link."
        raise CannotRun(f"None of {len(answers)} links could be reached.", hint)
    # Read again: another part of the hosts may have been opened at the same time.
    after = remembered(_state_in(path), links, answers, day)
    _keep(path, after)
    return after


def _open(links: tuple[Link, ...], answers: dict[str, Answer], opener: Opener) -> None:
    from catalog_tool.links import opened  # noqa: PLC0415 - as above

    with Progress("Opening links") as progress:
        for address, answer in opened(links, opener):
            answers[address] = answer
            progress(len(answers), len(links))


def opener_for(settings: Settings) -> Opener:
    """Return what opens the links of a catalog; tests put the way to their own server here."""
    from catalog_tool.links import Manners, Opener, Transport, Turns, agent_of  # noqa: PLC0415

    manners = Manners()
    return Opener(Transport(agent_of(settings)).fetch, manners, Turns(manners.pause))
