"""What changed in the catalog, day by day, as the commits of this branch say it."""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.git.command import GitError, commit_id, git_output, is_shallow
from catalog_tool.loader.git.contents import GitContents
from catalog_tool.loader.git.history import day_of
from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import months_later
from catalog_tool.model.history import Count, History, Replay
from catalog_tool.model.identifiers import identifier_in
from catalog_tool.model.settings import SHARED_FILES, Settings

MONTHS = 24
"""How far back the entries are compared."""
MOST_COMMITS = 5_000
"""Most commits whose entries are compared: seven on each day of two years."""

# A merged change counts from the day of the merge, because no reader saw it before.
_LOG = (
    "log --first-parent -m --raw --no-abbrev -z --relative --no-renames --no-ext-diff --reverse"
    " --format=%x01%ct"
).split()
_REGULAR = "100"  # begins the mode of a file that isn't a link or a submodule


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit that changed entries.

    Attributes:
        day: its day.
        objects: Git's id of each changed file by the id of the entry; ``""`` if it is gone.
    """

    day: str
    objects: Mapping[str, str]


_last: dict[tuple[object, ...], History] = {}
"""The last history, because a preview asks again after each change of a file."""


def read_history(settings: Settings, catalog: Catalog, day: dt.date) -> History | None:
    """Return what changed in the last two years.

    Args:
        settings: the catalog.
        catalog: its entries now; what nothing names any more isn't named here either.
        day: the day of the publication.

    Returns:
        The changes; ``None`` if they aren't known: without Git, outside a repository, without a
        commit of an entry, and in a shallow or partial clone.
    """
    try:
        if is_shallow(settings.root):
            return None
        head = commit_id(settings.root, "HEAD")
        key = (settings.root, settings.partners, day, head, *_as_they_are(catalog))
        if key not in _last:
            history = _read(settings, catalog, day)
            _last.clear()
            if history:
                _last[key] = history
        return _last.get(key)
    except (GitError, OSError, subprocess.CalledProcessError):
        return None


def _as_they_are(catalog: Catalog) -> Iterator[object]:
    """Yield what decides how commits are read, and which partners are named."""
    for source in (catalog.vocabulary_source, catalog.fields_source, catalog.former_source):
        yield source.text
    yield catalog.entry_model.required
    yield frozenset(catalog.by_id)


def _read(settings: Settings, catalog: Catalog, day: dt.date) -> History | None:
    commits = list(_commits(settings))
    if not commits:
        return None
    start = str(months_later(day, -MONTHS))
    first = next((at for at, each in enumerate(commits) if each.day >= start), len(commits))
    first = max(first, len(commits) - MOST_COMMITS)
    earlier, recent = commits[:first], commits[first:]
    is_cut = not earlier or len(recent) == MOST_COMMITS
    since = recent[0].day if recent and is_cut else start
    with GitContents(settings.root) as contents:
        versions = _Versions(settings, catalog, contents)
        replay = Replay(catalog, versions.before(earlier))
        counts = [*_replay(replay, recent, versions, since, str(day))]
    known = tuple(count for count in counts if count.day <= str(day))
    return History(since, replay.news(), known)


def _replay(
    replay: Replay, commits: Iterable[_Commit], versions: _Versions, since: str, until: str
) -> Iterator[Count]:
    """Replay the commits, and yield the size of the catalog at the end of each month."""
    month = since[:7]
    for day, same in groupby(commits, key=lambda commit: commit.day):
        yield from map(replay.count, _ends_of_months(month, day[:7]))
        month = max(month, day[:7])
        replay.advance(day, versions.changed(same))
    yield from map(replay.count, _ends_of_months(month, until[:7]))


def _ends_of_months(first: str, after: str) -> Iterator[str]:
    """Yield the last day of each month from one month to before another."""
    month = dt.date.fromisoformat(f"{first}-01")
    while str(month)[:7] < after:
        month = months_later(month, 1)
        yield str(month - dt.timedelta(days=1))


class _Versions:
    """The entries as they were in commits."""

    def __init__(self, settings: Settings, catalog: Catalog, contents: GitContents) -> None:
        self._settings = settings
        self._catalog = catalog
        self._contents = contents
        # Most entries are as some commit has them, so they needn't be read again.
        self._known: dict[tuple[str, str], Entry | None] = {
            (entry.id, _object_id(entry.source.text)): entry for entry in catalog.entries
        }

    def before(self, commits: Iterable[_Commit]) -> Iterator[Entry]:
        """Yield the entries as they were after some commits."""
        objects = {key: each for commit in commits for key, each in commit.objects.items()}
        yield from filter(None, (self._version(*each) for each in objects.items()))

    def changed(self, commits: Iterable[_Commit]) -> dict[str, Entry | None]:
        """Return the entries that some commits changed; one with errors stays as it was."""
        changed: dict[str, Entry | None] = {}
        for commit in commits:
            for identifier, object_id in commit.objects.items():
                found = self._version(identifier, object_id)
                if found or not object_id:
                    changed[identifier] = found
        return changed

    def _version(self, identifier: str, object_id: str) -> Entry | None:
        key = (identifier, object_id)
        if object_id and key not in self._known:
            self._known[key] = self._read(identifier, object_id)
        return self._known.get(key)

    def _read(self, identifier: str, object_id: str) -> Entry | None:
        content = self._contents.read(object_id, ENTRY_LIMITS.max_bytes + 1)
        if len(content) > ENTRY_LIMITS.max_bytes:
            return None
        path = f"{self._settings.partners}/{identifier}.yaml"
        source, problems = read_source(path, content.decode(errors="replace"))
        entry, _ = read_entry(identifier, source, self._catalog.entry_model)
        # What the format of today refuses may have been right then, but broken YAML never was.
        return None if problems or not entry or not entry.partner.name else entry


def _commits(settings: Settings) -> Iterator[_Commit]:
    """Yield the commits of this branch that changed entries, the first first."""
    day, objects = "", dict[str, str]()
    parts = iter(git_output(settings.root, [*_LOG, "--", settings.partners]).split("\0"))
    for part in parts:
        # Zeros separate commits and files, and a line end follows each commit.
        head = part.lstrip("\n")
        if head.startswith("\x01"):
            if objects:
                yield _Commit(day, objects)
            day, objects = day_of(int(head[1:])) or day, {}
        elif head.startswith(":"):
            objects |= _objects(settings, head, next(parts, ""))
    if objects:
        yield _Commit(day, objects)


def _objects(settings: Settings, facts: str, path: str) -> dict[str, str]:
    """Return the entry that a line of the log is about, with its object; empty if it is another."""
    _, mode, _, after, _ = facts.split()
    folder, _, name = path.rpartition("/")
    identifier = "" if name in SHARED_FILES else identifier_in(name)
    if folder != settings.partners or not identifier:
        return {}
    return {identifier: after if mode.startswith(_REGULAR) else ""}


def _object_id(text: str) -> str:
    """Return Git's id of a file with this text."""
    content = text.encode()
    head = b"blob %d\0" % len(content)
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()
