"""Opens the links that are due and saves the results, even if the run is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from catalog_tool.links.history import due, is_outage, update_state
from catalog_tool.links.inventory import links_of
from catalog_tool.links.state import State, StateError, read_state, write_state
from catalog_tool.links.visit import Opener, VisitResult
from catalog_tool.links.workers import visit_links
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.model.today import today
from catalog_tool.writer import writing

BROKEN_STATE_FILE = ".catalog-links.broken.json"
"""The name that an unreadable state file is given; it stays in the same folder."""


class StoppedError(KeyboardInterrupt):
    """Somebody stopped a run; the results so far are saved."""


def open_links(
    catalog: Catalog,
    path: Path,
    opener: Opener,
    *,
    shard: tuple[int, int] = (1, 1),
    progress: Callable[[int, int], None] | None = None,
) -> State:
    """Open the links that are due, save the new state of all links, and return it.

    Args:
        catalog: the catalog that has the links.
        path: the file with the results of earlier runs.
        opener: opens one link.
        shard: which part of the hosts, from 1, and how many parts there are.
        progress: called with the number of links opened so far and the number to open.

    Raises:
        StoppedError: somebody stopped the run.
        CatalogError: the file cannot be used or written, or no host answered.
    """
    links, day = links_of(catalog), today()
    opening = due(links, state_in(path), shard, day)
    answers: dict[str, VisitResult] = {}
    try:
        for address, answer in visit_links(opening, opener):
            answers[address] = answer
            if progress:
                progress(len(answers), len(opening))
    except KeyboardInterrupt as interrupt:
        _keep(path, update_state(state_in(path), links, answers, day))
        stopped = f"Stopped after {len(answers)} of {len(opening)} links."
        message = f"{stopped} The results so far are saved. Run the command again to continue."
        raise StoppedError(message) from interrupt
    if is_outage(answers):
        hint = "Check the network connection of this machine. No failure was recorded for any link."
        raise CatalogError(f"None of {len(answers)} links could be reached.", hint)
    # Read again, because a run for another shard may have saved results in the meantime.
    after = update_state(state_in(path), links, answers, day)
    _keep(path, after)
    return after


def put_broken_aside(path: Path) -> str:
    """Rename a state file that cannot be read, so that nobody has to clear a cache by hand.

    Args:
        path: the default state file. A file that the user named could be anything and is not moved.

    Returns:
        What was done, in sentences; empty if the file can be read.

    Raises:
        CatalogError: the file cannot be renamed.
    """
    try:
        read_state(path)
    except StateError as error:
        aside = path.with_name(BROKEN_STATE_FILE)
        with writing(aside):
            path.replace(aside)
        renamed = f"{path.name} can't be used. {error} It was renamed to {aside.name}"
        return f"{renamed}, and the history of the links starts over."
    return ""


def state_in(path: Path) -> State:
    """Return the state in a file.

    Raises:
        CatalogError: the file contains something else.
    """
    try:
        return read_state(path)
    except StateError as error:
        hint = "Name another file with --state, or delete this one to start over."
        raise CatalogError(f"{path.as_posix()} can't be used. {error}", hint) from error


def _keep(path: Path, state: State) -> None:
    with writing(path):
        write_state(path, state)
