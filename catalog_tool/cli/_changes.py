"""What ``--since`` asks Git: which entries changed, and which are gone."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.cli._outcome import CannotRun
from catalog_tool.model.identifiers import identifier_in
from catalog_tool.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from a revision.

    Attributes:
        judged: paths of the entries to judge, those that are gone included; ``None`` for all.
        removed_ids: ids of the entries that are gone.
    """

    judged: frozenset[str] | None = None
    removed_ids: frozenset[str] = frozenset()


def changes_since(settings: Settings, revision: str) -> Changes:
    """Return what differs from a revision.

    Raises:
        CannotRun: Git cannot tell.
    """
    from catalog_tool.loader.git.command import GitError  # noqa: PLC0415 - only --since
    from catalog_tool.loader.git.history import changed_entries, removed_entries  # noqa: PLC0415

    try:
        changed = changed_entries(settings, revision)
        removed = removed_entries(settings, revision)
    except GitError as error:
        raise CannotRun(str(error), "--since needs a Git revision, such as origin/main.") from error
    ids = (identifier_in(path.rpartition("/")[2]) for path in removed)
    return Changes(changed | removed, frozenset(filter(None, ids)))
