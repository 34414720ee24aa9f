"""What a fact is, and the entries that facts are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from catalog_tool.linter.reporters.document import Foreign, Link
from catalog_tool.loader.pull_request.proposal import Proposal, is_among
from catalog_tool.model.catalog import Entry
from catalog_tool.model.settings import Settings

MOST_NAMED = 12
"""Most names of one list that are shown; the rest is counted."""

Words = tuple[str | Foreign | Link, ...]


class FactKind(StrEnum):
    """The question that a fact answers."""

    AUTHOR = "author"
    PROOF = "proof"
    SEVERAL_COMPANIES = "several-companies"
    MANY_ENTRIES = "many-entries"
    NEW_DOMAIN = "new-domain"
    SHARED_DOMAIN = "shared-domain"
    CHANGED_DOMAIN = "changed-domain"
    SIMILAR_DOMAIN = "similar-domain"
    CONTACT_DOMAIN = "contact-domain"
    FREE_MAIL = "free-mail"
    KNOWN_NAME = "known-name"
    SIMILAR_NAME = "similar-name"
    COPIED_TEXT = "copied-text"
    NAMED_PARTNER = "named-partner"
    UNKNOWN_APPLICATIONS = "unknown-applications"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a pull request or an entry in it.

    Attributes:
        kind: the question that it answers.
        words: the answer, as one sentence.
        path: the file of the entry; empty if the fact is about the whole pull request.
        name: the name of the partner; empty if the fact is about the whole pull request.
        needs_admin: whether an admin has to decide because of it.
    """

    kind: FactKind
    words: Words
    path: str = ""
    name: str = ""
    needs_admin: bool = False

    @property
    def text(self) -> str:
        """The sentence as plain text, which may contain text of strangers."""
        return "".join(_plain(span) for span in self.words)

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that it links to."""
        return tuple(span.address for span in self.words if isinstance(span, Link))


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """An entry that a pull request adds or changes.

    Attributes:
        entry: the entry as proposed.
        before: the entry in the base branch, also under an old file name; ``None`` if it is new.
    """

    entry: Entry
    before: Entry | None

    def is_maintained_by(self, login: str) -> bool:
        """Return whether a login is a maintainer in the base branch."""
        return self.before is not None and is_among(login, self.before.partner.maintainers)

    def has_changed(self, *keys: str) -> bool:
        """Return whether the entry is new, or one of these values differs."""
        before = self.before
        return before is None or any(
            getattr(before.partner, key) != getattr(self.entry.partner, key) for key in keys
        )

    def fact(self, kind: FactKind, *words: str | Foreign | Link, needs_admin: bool = False) -> Fact:
        """Return a fact about the entry."""
        return Fact(kind, words, self.entry.source.path, self.entry.title, needs_admin)


def proposed_entries(proposal: Proposal) -> Iterator[ProposedEntry]:
    """Yield each readable entry that a pull request adds or changes."""
    for change in proposal.partner_changes:
        if entry := proposal.after.catalog.by_id.get(change.identifier):
            yield ProposedEntry(entry, proposal.entry_before(entry.id))


def listed(names: Iterable[str]) -> Words:
    """Return names with commas between them; the rest of a long list is counted."""
    named = tuple(names)
    shown = [span for name in named[:MOST_NAMED] for span in (", ", Foreign(name))][1:]
    rest = len(named) - MOST_NAMED
    return (*shown, f" and {rest:,} more") if rest > 0 else tuple(shown)


def entry_link(entry: Entry, settings: Settings) -> Foreign | Link:
    """Return the name of an entry of the base branch, with a link to its file."""
    name = Foreign(entry.title)
    if not settings.github:
        return name
    path = quote(f"{settings.branch}/{entry.source.path}")
    return Link(name, f"{settings.github}/blob/{path}")


def _plain(span: str | Foreign | Link) -> str:
    match span:
        case str():
            return span
        case Foreign(text):
            return text
        case Link(label):
            return _plain(label)
