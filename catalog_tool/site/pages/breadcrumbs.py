"""The links above a page, and what a page is about: one organization, or a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from catalog_tool.model.catalog import Entry


class Step(NamedTuple):
    """A link to a page of the site: its label, and the page's address below the root."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that a page shows.

    Attributes:
        name: what it lists, in a few words.
        members: a link to the page of each member, in the order of the list.
        thing: what the members have in common, such as an application; may be empty.
        aliases: other names of that thing.
    """

    name: str
    members: tuple[Step, ...]
    thing: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The catalog as files: the address of each below the root, with its media type."""

    types: Mapping[str, str]


Subject = Entry | Listing | DataFiles
"""An entry means its organization, and what it offers."""
