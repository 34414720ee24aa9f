"""What is remembered of each link between two runs, and the file that remembers it."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from catalog_tool.links.target import TARGET_MAX_LENGTH
from catalog_tool.links.visit import Verdict
from catalog_tool.loader.files.read import read_text
from catalog_tool.model.error import CatalogError
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.writer import replace_text

MOST_BYTES = 64 * 1024 * 1024
"""Largest file that is read: some hundred thousand links."""

REASON_MAX_LENGTH = 200
"""Most characters of a reason; a longer one is cut."""

_Words = Annotated[str, Field(max_length=REASON_MAX_LENGTH)]
_Address = Annotated[str, Field(max_length=TARGET_MAX_LENGTH + REASON_MAX_LENGTH)]
_Names = tuple[Annotated[str, Field(max_length=NAME_MAX_LENGTH)], ...]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Seen(_Kept):
    """What is known of one link.

    Attributes:
        opened_on: day of the last visit.
        verdict: what that visit said.
        reason: why, in a few words.
        failures: on how many days it failed since it last worked.
        failing_since: the first of those days.
        failed_on: the last of them.
        unjudged_since: first of the visits, since it last worked, that said nothing of the page.
        leads_to: the page of another registrable domain where it ends, or ``""``.
        unsafe: where no reader should be sent, but the link does, in a few words; or ``""``.
        names: the partners that its page has named.
        lost_names: those of them that it does not name any more.
        lost_since: the first day on which it did not.
    """

    opened_on: dt.date
    verdict: Verdict
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


class State(_Kept):
    """What is known of all links, by their addresses."""

    version: Literal[1] = 1
    links: dict[_Address, Seen] = Field(default_factory=dict)


class StateError(CatalogError):
    """The file is not a state of links, or not one that this version knows."""


def read_state(path: Path) -> State:
    """Return the state in a file; an empty one if there is no such file.

    Raises:
        StateError: the file holds something else.
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
        place = " → ".join(map(str, first["loc"]))[:REASON_MAX_LENGTH] or "it is no such JSON"
        raise StateError(f"It does not hold what is remembered of links: {place}.") from None


def write_state(path: Path, state: State) -> None:
    """Put a state into a file, in one step.

    Raises:
        WriteRefusedError: the path is a link, a folder or a device, or somebody is writing it.
        OSError: the file cannot be written.
    """
    replace_text(path, state_text(state), "catalog links")


def state_text(state: State) -> str:
    """Return a state as its file has it: equal states are equal texts."""
    links = {
        address: seen.model_dump(mode="json", exclude_defaults=True)
        for address, seen in sorted(state.links.items())
    }
    return json.dumps({"version": state.version, "links": links}, indent=1) + "\n"
