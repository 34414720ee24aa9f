"""Findings about one partner: facts with their lines, before they become an entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog_tool.importers.markdown.document import MarkdownPage
from catalog_tool.importers.markdown.line import Address
from catalog_tool.importers.markdown.words import Part, words_of
from catalog_tool.importers.result import ImportMessage, Lines, Placement
from catalog_tool.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of Markdown for the description or the note."""

    lines: Lines
    text: str


@dataclass(frozen=True, slots=True)
class ApplicationName:
    """The name of an application, perhaps only from a sentence.

    ``group`` is the heading above it, or ``""``.
    """

    lines: Lines
    name: str
    group: str = ""
    is_guess: bool = False


@dataclass(slots=True)
class PartnerFindings:
    """The facts about one partner, collected while its section is read.

    Attributes:
        document: the page.
        vocabulary: canonical names of applications.
        name: name of the partner.
        name_words: the words of its name, which add no meaning to a label.
    """

    document: MarkdownPage
    vocabulary: Vocabulary
    name: str
    description: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    applications: list[ApplicationName] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    lists: dict[Part, list[Text]] = field(default_factory=dict)
    placements: list[Placement] = field(default_factory=list)
    changes: list[ImportMessage] = field(default_factory=list)
    unplaced: list[ImportMessage] = field(default_factory=list)
    name_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.name_words = frozenset(words_of(self.name))

    def place(self, key: str, lines: Lines, *, is_guess: bool = False) -> None:
        """Record that lines are under a key."""
        self.placements.append(Placement(key, lines, is_guess))

    def report_change(self, lines: Lines, text: str, reason: str) -> None:
        """Record what is different in the entry."""
        self.changes.append(ImportMessage(lines, text, reason))

    def report_unplaced(self, lines: Lines, text: str, reason: str) -> None:
        """Record a fact that an entry has no field for."""
        self.unplaced.append(ImportMessage(lines, text, reason))
