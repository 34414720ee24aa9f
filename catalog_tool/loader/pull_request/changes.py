"""A file that a pull request changes, and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_in
from catalog_tool.text.characters import escape_hidden


class FileKind(Enum):
    """The role of a changed file in the catalog."""

    ENTRY = auto()
    VOCABULARY = auto()
    FORMER = auto()
    FIELDS = auto()
    EXCEPTIONS = auto()
    LOGO = auto()
    LEFTOVER = auto()
    MISPLACED = auto()
    GENERATED = auto()
    OTHER = auto()

    @property
    def is_partner_file(self) -> bool:
        """Whether it is in the folder of partner files, or an entry that belongs there."""
        return self not in {FileKind.GENERATED, FileKind.OTHER}

    @property
    def is_for_admins(self) -> bool:
        """Whether only admins decide on it."""
        return self in {FileKind.VOCABULARY, FileKind.FIELDS, FileKind.EXCEPTIONS, FileKind.OTHER}

    @property
    def is_read_with_entries(self) -> bool:
        """Whether rules for single entries read it too, so that a change concerns all of them."""
        return self in {
            FileKind.VOCABULARY,
            FileKind.FORMER,
            FileKind.FIELDS,
            FileKind.EXCEPTIONS,
            FileKind.LOGO,
        }


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """One path that a pull request changes.

    Attributes:
        name: path from the root of the catalog, as in Git; a subfolder of the partner files
            represents everything in it.
        kind: its role in the catalog.
        is_new: whether nothing was there before.
        is_gone: whether nothing is left there.
        is_executable: whether it becomes executable.
        is_combined: whether the base branch has changed it too, so the merge differs from both.
    """

    name: str
    kind: FileKind
    is_new: bool = False
    is_gone: bool = False
    is_executable: bool = False
    is_combined: bool = False

    @property
    def path(self) -> str:
        """The path as people see it, also in diagnostics."""
        return escape_hidden(self.name)

    @property
    def entry_path(self) -> str:
        """Path of the entry that a logo belongs to, by its name; the path itself for others."""
        if self.kind is not FileKind.LOGO:
            return self.path
        folder, _, name = self.path.rpartition("/")
        return f"{folder.rpartition('/')[0]}/{name.rpartition('.')[0]}{ENTRY_SUFFIX}"

    @property
    def identifier(self) -> str:
        """Id of the entry; empty if it isn't an entry."""
        return identifier_in(self.name.rpartition("/")[2]) if self.kind is FileKind.ENTRY else ""
