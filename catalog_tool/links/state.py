"""The state of links between runs, and the file that stores it."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from catalog_tool.links.target import TARGET_MAX_LENGTH
from catalog_tool.links.visit import LinkVerdict
from catalog_tool.loader.files.read import read_text
from catalog_tool.model.error import CatalogError
from catalog_tool.model.strict import Frozen
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.writer import replace_text

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read: some hundred thousand links."""

REASON_MAX_LENGTH = 200
"""Most characters of a reason; a longer one is shortened."""

_Words = Annotated[str, Field(max_length=REASON_MAX_LENGTH)]
_Address = Annotated[str, Field(max_length=TARGET_MAX_LENGTH + REASON_MAX_LENGTH)]
_Names = tuple[Annotated[str, Field(max_length=NAME_MAX_LENGTH)], ...]


class LinkRecord(Frozen):
    """What earlier visits found about one link.

    Attributes:
        opened_on: day of the last visit.
        verdict: verdict of the last visit.
        reason: the reason for that verdict, in a few words.
        failures: number of days on which the link failed since it last worked.
        failing_since: the first of those days.
        failed_on: the last of them.
        unjudged_since: day of the first inconclusive visit since the link last worked.
        leads_to: the page on another registrable domain where the link ends, or ``""``.
        unsafe: the unsafe target that the link leads to, in a few words; or ``""``.
        names: the partners that the page has named.
        lost_names: those of them that the page no longer names.
        lost_since: the first day on which a name was missing.
    """

    opened_on: dt.date
    verdict: LinkVerdict
    reason: _Words
    failures: int = Field(default=0, ge=0)
    failing_since: dt.date | None = None
    failed_on: dt.date | None = None
    unjudged_since: dt.date | None = None
    leads_to: _Address = ""
    unsafe: _Words = ""
    names: _Names = ()
    lost_names: _Names = ()
    lost_since: dt.date | None = None


class State(Frozen):
    """The records of all links, by address."""

    version: Literal[1] = 1
    links: dict[_Address, LinkRecord] = Field(default_factory=dict)


class StateError(CatalogError):
    """The file is not a state of links, or has a version that this program doesn't know."""


def read_state(path: Path) -> State:
    """Return the state in a file; an empty one if the file doesn't exist.

    Raises:
        StateError: the file contains something else.
    """
    if not os.path.lexists(path):
        return State()
    text, problem = read_text(path, MOST_BYTES)
    if problem:
        raise StateError(problem.message)
    try:
        return State.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = " → ".join(map(str, first["loc"]))[:REASON_MAX_LENGTH] or "the JSON is invalid"
        raise StateError(f"It isn't a valid history of links: {place}.") from None


def write_state(path: Path, state: State) -> None:
    """Write a state to a file, in one step.

    Raises:
        WriteRefusedError: the path is a link, a folder or a device, or another process writes it.
        OSError: the file cannot be written.
    """
    replace_text(path, state_text(state), "catalog links")


def state_text(state: State) -> str:
    """Return the text of a state file; equal states have equal texts."""
    links = {
        address: seen.model_dump(mode="json", exclude_defaults=True)
        for address, seen in sorted(state.links.items())
    }
    return json.dumps({"version": state.version, "links": links}, indent=1) + "\n"
