"""A pull request with everything that its review needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from catalog_tool.loader.load import Loaded
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.renames import renamed_entries
from catalog_tool.model.settings import Settings

MOST_FILES = 3_000
"""Most partner files that one pull request may change; GitHub shows reviewers no more."""

MOST_BYTES = 16 * 1024 * 1024
"""Most bytes of partner files that one pull request may add: three thousand long entries."""


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request as GitHub describes it.

    Attributes:
        base: a name of the commit that it is merged into.
        head: a name of its own last commit.
        author: login of its author.
        description: its description; ``None`` if unknown, as in a merge queue.
        approvals: logins of the people who approve exactly this last commit.
        association: how GitHub knows its author, such as ``FIRST_TIME_CONTRIBUTOR``; empty if
            unknown.
        is_draft: whether its author still works on it.
    """

    base: str
    head: str
    author: str
    description: str | None = None
    approvals: tuple[str, ...] = ()
    association: str = ""
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class GeneratedChange:
    """A generated file that a pull request changes.

    Attributes:
        before: its text in the base branch.
        proposed: its text in the pull request; empty if it can't be read.
        due: the text that would be generated after the merge.
    """

    before: str
    proposed: str
    due: str


@dataclass(frozen=True)
class Proposal:
    """A pull request with the catalog before it and after it.

    Attributes:
        settings: the settings of the catalog in the base branch.
        author: login of its author.
        description: its description; ``None`` if unknown.
        base: id of the commit that it is merged into.
        head: id of its own last commit.
        changes: every path that the merge changes.
        conflicts: paths that Git can't merge; if there are any, nothing else was read.
        before: the catalog before the merge.
        after: the catalog after the merge.
        generated: the generated files that it changes, by path.
        incoming_bytes: size of all partner files that it adds or changes; 0 if there are too many.
        approvals: logins of the people who approve its last commit.
        association: how GitHub knows its author; empty if unknown.
        is_draft: whether its author still works on it.
    """

    settings: Settings
    author: str = ""
    description: str | None = None
    base: str = ""
    head: str = ""
    changes: tuple[ChangedFile, ...] = ()
    conflicts: tuple[str, ...] = ()
    before: Loaded = field(default_factory=lambda: Loaded(Catalog(), (), {}))
    after: Loaded = field(default_factory=lambda: Loaded(Catalog(), (), {}))
    generated: Mapping[str, GeneratedChange] = field(default_factory=dict)
    incoming_bytes: int = 0
    approvals: tuple[str, ...] = ()
    association: str = ""
    is_draft: bool = False

    @property
    def partner_changes(self) -> tuple[ChangedFile, ...]:
        """The changes in the folder of partner files."""
        return tuple(each for each in self.changes if each.kind.is_partner_file)

    @cached_property
    def old_ids(self) -> Mapping[str, str]:
        """The old id of each entry whose file was renamed, by its new id."""
        before, after = self.before.catalog, self.after.catalog
        gone = [entry.as_published for entry in before.entries if not after.has(entry.id)]
        come = [entry.as_published for entry in after.entries if not before.has(entry.id)]
        return {new: old for old, new in renamed_entries(gone, come, after.former).items()}

    @property
    def changes_program(self) -> bool:
        """Whether it changes the program or its settings but no entry, so it's reviewed as code."""
        return not self.partner_changes and any(
            each.kind is FileKind.OTHER for each in self.changes
        )

    @property
    def is_too_large(self) -> bool:
        """Whether it changes too much to read; then none of it was read."""
        return len(self.partner_changes) > MOST_FILES or self.incoming_bytes > MOST_BYTES

    @property
    def is_by_an_admin(self) -> bool:
        """Whether its author is one of the admins in the settings."""
        return is_among(self.author, self.settings.admins)

    def entry_before(self, identifier: str) -> Entry | None:
        """Return the entry of a file before the merge, also if the file had another name then."""
        before = self.before.catalog.by_id
        return before.get(identifier) or before.get(self.old_ids.get(identifier, ""))


def is_among(login: str, logins: tuple[str, ...]) -> bool:
    """Return whether a login is in a list; case doesn't matter, as on GitHub."""
    # Other alphabets have letters whose lowercase form is an ASCII letter; no login has them.
    return login.isascii() and login.lower() in {each.lower() for each in logins}
