"""What is found about one partner: facts with their lines, before they are one entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog_tool.importers.markdown.document import Document
from catalog_tool.importers.markdown.words import Part, words_of
from catalog_tool.importers.result import Lines, Placement, Remark
from catalog_tool.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of Markdown for the description or the note."""

    lines: Lines
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an application; ``group`` is the heading it stands under, or ``""``."""

    lines: Lines
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An address.

    Attributes:
        lines: where it stands.
        part: what its label, or else the section, says it leads to; ``None`` for anything else.
        label: the words beside it.
        target: the address as written.
        is_told: a text of the entry has it too.
        is_labelled: ``part`` is what its own label says.
    """

    lines: Lines
    part: Part | None
    label: str
    target: str
    is_told: bool = False
    is_labelled: bool = False

    @property
    def is_email(self) -> bool:
        """Whether it is an e-mail address."""
        return "@" in self.target and "/" not in self.target


@dataclass(slots=True)
class Findings:
    """The facts about one partner, collected while its section is read.

    Attributes:
        document: the page.
        vocabulary: canonical names of applications.
        name: name of the partner.
        name_words: the words of its name, which say nothing new about it.
    """

    document: Document
    vocabulary: Vocabulary
    name: str
    description: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    applications: list[Name] = field(default_factory=list)
    addresses: list[Found] = field(default_factory=list)
    lists: dict[Part, list[Text]] = field(default_factory=dict)
    placements: list[Placement] = field(default_factory=list)
    changes: list[Remark] = field(default_factory=list)
    unplaced: list[Remark] = field(default_factory=list)
    name_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.name_words = frozenset(words_of(self.name))

    def place(self, key: str, lines: Lines) -> None:
        """Note that lines stand under a key."""
        self.placements.append(Placement(key, lines))

    def change(self, lines: Lines, text: str, reason: str) -> None:
        """Note what reads differently in the entry."""
        self.changes.append(Remark(lines, text, reason))

    def leave(self, lines: Lines, text: str, reason: str) -> None:
        """Note a fact that has no place in the entry."""
        self.unplaced.append(Remark(lines, text, reason))
