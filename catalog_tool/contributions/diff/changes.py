"""The differences between two catalogs, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog_tool.model.changes import StatedChange


class Kind(StrEnum):
    """The kind of change of a partner, or of a name in the vocabulary."""

    NEW = "new"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Fate(StrEnum):
    """The kind of change of a page."""

    APPEARS = "appears"
    MOVES = "moves"
    VANISHES = "vanishes"
    TITLE_CHANGES = "title changes"


class RunKind(StrEnum):
    """The kind of change of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class WordsChanged:
    """The number of words of an entry changed, counted as for its limit."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words and its change; the text is empty for words that are left out."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class ProseChanged:
    """A text changed.

    Attributes:
        field: the key of the entry.
        runs: the changed words, with a few words around them; empty if only the formatting changed.
    """

    field: str
    runs: tuple[Run, ...]


FieldChange = StatedChange | WordsChanged | ProseChanged


@dataclass(frozen=True, slots=True)
class AlphabetPosition:
    """A position in the alphabet: the names of the partners around it, ``""`` at either end."""

    after: str
    before: str


@dataclass(frozen=True, slots=True)
class PartnerDifference:
    """What readers will see change for one partner.

    Attributes:
        kind: the kind of change.
        path: its file; the old file if the partner was removed.
        name: its name; the old name if the partner was removed.
        old_path: the old file, if the partner was renamed.
        place: its position in the alphabet, if it is new; the old one if the partner was removed.
        facts: the changes of its fields; all fields of a new partner.
    """

    kind: Kind
    path: str
    name: str
    old_path: str = ""
    place: AlphabetPosition | None = None
    facts: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDifference:
    """The change of one page; addresses are relative to the site, ``""`` means no page."""

    fate: Fate
    title: str
    before: str
    after: str
    old_title: str = ""


@dataclass(frozen=True, slots=True)
class TextDifference:
    """The change of a text of the catalog's owner, such as the terms, with its file."""

    kind: Kind
    path: str
    facts: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class NameDifference:
    """The change of a name: an application, a category, a field, or a former partner."""

    kind: Kind
    what: str
    name: str
    facts: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be compared, because errors prevent reading it.

    Attributes:
        path: the file.
        errors_before: number of errors in the old file; 0 if it was readable or missing.
        errors_after: number of errors in the new file; 0 if it is readable or missing.
    """

    path: str
    errors_before: int
    errors_after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two catalogs, sorted.

    Attributes:
        partners: changed entries.
        texts: changed texts of the catalog's owner.
        pages: changed pages of partners, applications and categories.
        names: changed names in the vocabulary.
        unreadable: files that cannot be read in one of the two; they are not compared.
        unseen: changed files without a visible change.
    """

    partners: tuple[PartnerDifference, ...] = ()
    texts: tuple[TextDifference, ...] = ()
    pages: tuple[PageDifference, ...] = ()
    names: tuple[NameDifference, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether readers will see any change."""
        return bool(self.partners or self.texts or self.pages or self.names)
