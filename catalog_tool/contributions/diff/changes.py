"""What can differ between two catalogs, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What became of a partner, or of a name of the vocabulary."""

    NEW = "new"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Fate(StrEnum):
    """What becomes of a page."""

    APPEARS = "appears"
    MOVES = "moves"
    VANISHES = "vanishes"
    TITLE_CHANGES = "title changes"


class RunKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ValueChanged:
    """One value has another text; ``""`` where there is none."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ListChanged:
    """Something was added to a list, or removed from it."""

    field: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """What both have stands in another order, or in another group."""

    field: str


@dataclass(frozen=True, slots=True)
class WordsChanged:
    """The entry has more or fewer words, counted as its limit counts them."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, and what became of them; of words left out there is no text."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class ProseChanged:
    """A text has other words.

    Attributes:
        field: the key of the entry.
        runs: the changed words, with a few of those around them; none where only the way it is
            written has changed, such as emphasis.
    """

    field: str
    runs: tuple[Run, ...]


Fact = ValueChanged | ListChanged | OrderChanged | WordsChanged | ProseChanged


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the alphabet: the names of the partners around it, ``""`` at either end."""

    after: str
    before: str


@dataclass(frozen=True, slots=True)
class PartnerDifference:
    """What readers will see of one partner.

    Attributes:
        kind: what became of it.
        path: its file; the old one if it is removed.
        name: its name; the old one if it is removed.
        old_path: the file it had, if it was renamed.
        place: where it stands in the alphabet, if that is news; where it stood if it is removed.
        facts: what changed; of a new partner, what it says.
    """

    kind: Kind
    path: str
    name: str
    old_path: str = ""
    place: Place | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDifference:
    """What becomes of one page: addresses relative to the site, ``""`` where it has none."""

    fate: Fate
    title: str
    before: str
    after: str
    old_title: str = ""


@dataclass(frozen=True, slots=True)
class NameDifference:
    """What became of a name of the vocabulary: an application, a category or an interface."""

    kind: Kind
    what: str
    name: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be compared, with how many errors keep it from being read.

    Attributes:
        path: the file.
        errors_before: errors of the old one; 0 if it could be read or was not there.
        errors_after: the same of the new one.
    """

    path: str
    errors_before: int
    errors_after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two catalogs, each kind in the one order.

    Attributes:
        partners: entries that readers will see change.
        pages: pages of partners, applications and categories.
        names: what the vocabulary says.
        unreadable: files that one side cannot read; nothing else is said of them.
        unseen: files that changed, but not for readers.
    """

    partners: tuple[PartnerDifference, ...] = ()
    pages: tuple[PageDifference, ...] = ()
    names: tuple[NameDifference, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether readers will see any change."""
        return bool(self.partners or self.pages or self.names)
