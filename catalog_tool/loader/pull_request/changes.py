"""What a pull request changes: one path of the repository, and what kind of file it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from catalog_tool.model.identifiers import identifier_in
from catalog_tool.text.characters import escape_hidden


class FileKind(Enum):
    """What a changed file is to the catalog."""

    ENTRY = auto()
    VOCABULARY = auto()
    FORMER = auto()
    LEFTOVER = auto()
    GENERATED = auto()
    OTHER = auto()

    @property
    def is_partner_file(self) -> bool:
        """Whether it lies in the folder of the partner files."""
        return self not in {FileKind.GENERATED, FileKind.OTHER}


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """One path that a pull request changes.

    Attributes:
        name: path from the root of the catalog, as Git has it; a folder among the partner files
            stands for all that is in it.
        kind: what it is.
        is_new: whether nothing was there.
        is_gone: whether nothing is left there.
        is_executable: whether it is marked as a program, and was not before.
    """

    name: str
    kind: FileKind
    is_new: bool = False
    is_gone: bool = False
    is_executable: bool = False

    @property
    def path(self) -> str:
        """The path as it is shown and as diagnostics have it."""
        return escape_hidden(self.name)

    @property
    def identifier(self) -> str:
        """Id of the entry; empty for what is none."""
        return identifier_in(self.name.rpartition("/")[2]) if self.kind is FileKind.ENTRY else ""
