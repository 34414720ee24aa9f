"""What a page is about, for programs that read it: one organisation, or a list with its members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from catalog_tool.model.catalog import Entry


class Step(NamedTuple):
    """A page of the site as a link names it: its label, and its address below the root."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that a page shows.

    Attributes:
        name: what is listed, in a few words.
        members: where each member has its page, in the order of the page.
        thing: what the list answers a question about; empty if it is about its members alone.
        aliases: what else people call that thing.
    """

    name: str
    members: tuple[Step, ...]
    thing: str = ""
    aliases: tuple[str, ...] = ()


Subject = Entry | Listing
"""An entry stands for the organisation that it presents."""
