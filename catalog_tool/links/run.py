"""One run: the links that are due are opened, and what was learned is kept, whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from catalog_tool.links.history import due, is_outage, remembered
from catalog_tool.links.inventory import links_of
from catalog_tool.links.state import State, StateError, read_state, write_state
from catalog_tool.links.visit import Answer, Opener
from catalog_tool.links.workers import opened
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.model.today import today
from catalog_tool.writer import writing

BROKEN_STATE_FILE = ".catalog-links.broken.json"
"""Where it is put if it cannot be read, beside the configuration too."""


class StoppedError(KeyboardInterrupt):
    """Somebody stopped a run; what was learned until then is kept."""


def open_links(
    catalog: Catalog,
    path: Path,
    opener: Opener,
    *,
    shard: tuple[int, int] = (1, 1),
    progress: Callable[[int, int], None] | None = None,
) -> State:
    """Open the links that are due, and return what is known of all, which is kept in a file too.

    Args:
        catalog: whose links they are.
        path: the file that remembers what earlier runs have seen.
        opener: opens one link.
        shard: which part of the hosts, from 1, and how many parts there are.
        progress: told how many of how many links have been opened.

    Raises:
        StoppedError: somebody stopped it.
        CatalogError: the file cannot be used or written, or no host at all answered.
    """
    links, day = links_of(catalog), today()
    opening = due(links, state_in(path), shard, day)
    answers: dict[str, Answer] = {}
    try:
        for address, answer in opened(opening, opener):
            answers[address] = answer
            if progress:
                progress(len(answers), len(opening))
    except KeyboardInterrupt as interrupt:
        _keep(path, remembered(state_in(path), links, answers, day))
        stopped = f"Stopped after {len(answers)} of {len(opening)} links"
        message = f"{stopped}; what was learned is kept. Run it again to go on."
        raise StoppedError(message) from interrupt
    if is_outage(answers):
        hint = "Is this machine connected? Nothing was counted against any link."
        raise CatalogError(f"None of {len(answers)} links could be reached.", hint)
    # Read again: another part of the hosts may have been opened at the same time.
    after = remembered(state_in(path), links, answers, day)
    _keep(path, after)
    return after


def put_broken_aside(path: Path) -> str:
    """Let the memory begin anew if it cannot be read, so that nobody need empty a cache by hand.

    Args:
        path: a file of the catalog's own name: what somebody else names may be anything.

    Returns:
        What was done, as a sentence; empty if the file can be read.

    Raises:
        CatalogError: it cannot be moved.
    """
    try:
        read_state(path)
    except StateError as error:
        aside = path.with_name(BROKEN_STATE_FILE)
        with writing(aside):
            path.replace(aside)
        said = f"{path.name} cannot be used. {error} It is kept as {aside.name}"
        return f"{said}; the memory of the links begins anew."
    return ""


def state_in(path: Path) -> State:
    """Return what a file remembers.

    Raises:
        CatalogError: it holds something else.
    """
    try:
        return read_state(path)
    except StateError as error:
        hint = "Name another file with --state, or remove this one to begin anew."
        raise CatalogError(f"{path} cannot be used. {error}", hint) from error


def _keep(path: Path, state: State) -> None:
    with writing(path):
        write_state(path, state)
