"""What changed in the catalog, day by day, as the commits of this branch say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.git.command import GitError, commit_id, git_output, is_shallow
from catalog_tool.loader.git.contents import blob_id, read_contents
from catalog_tool.loader.git.history import day_of
from catalog_tool.loader.limits import ENTRY_LIMITS
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.freshness import months_later
from catalog_tool.model.history import Count, History, Replay
from catalog_tool.model.identifiers import identifier_in
from catalog_tool.model.settings import SHARED_FILES, Settings

MONTHS = 24
"""How far back the entries are compared."""
MOST_COMMITS = 3_000
"""Most commits whose entries are compared: four on each day of two years."""

# A merged change counts from the day of the merge, because no reader saw it before.
_LOG = (
    "log --first-parent -m --raw --no-abbrev -z --relative --no-renames --no-ext-diff --reverse"
    " --format=%x01%ct"
).split()
_REGULAR = "100"  # begins the mode of a file that isn't a link or a submodule


@dataclass(frozen=True, slots=True)
class _Step:
    """A commit that changed entries, or all commits of a day.

    Attributes:
        day: its day.
        objects: Git's id of each changed file by the id of the entry; ``""`` if it is gone.
        logos: the ids of the entries whose logo changed.
    """

    day: str
    objects: Mapping[str, str]
    logos: frozenset[str]


_Version = tuple[str, str]
"""The id of an entry, and Git's id of its content; ``""`` if it is gone."""

_last: dict[tuple[object, ...], History] = {}
"""The last history, because a preview asks again after each change of a file."""


def read_history(settings: Settings, catalog: Catalog, day: dt.date) -> History | None:
    """Return what changed in the last two years.

    Args:
        settings: the catalog.
        catalog: its entries now; what nothing names anymore isn't named here either.
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
    except (GitError, OSError):
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
    earlier, recent = _together("", commits[:first]).objects, commits[first:]
    is_cut = not earlier or len(recent) == MOST_COMMITS
    since = recent[0].day if recent and is_cut else start
    # What changed twice on one day is one piece of news.
    same_days = groupby(recent, key=lambda commit: commit.day)
    steps = [_together(on, same) for on, same in same_days]
    versions = _Versions(settings, catalog)
    versions.read({*earlier.items(), *(each for step in steps for each in step.objects.items())})
    replay = Replay(catalog, filter(None, map(versions.get, earlier.items())))
    counts = [*_replay(replay, steps, versions, since, str(day))]
    known = tuple(count for count in counts if count.day <= str(day))
    return History(since, replay.news(), known)


def _together(day: str, commits: Iterable[_Step]) -> _Step:
    objects, logos = dict[str, str](), set[str]()
    for commit in commits:
        objects |= commit.objects
        logos |= commit.logos
    return _Step(day, objects, frozenset(logos))


def _replay(
    replay: Replay, days: Iterable[_Step], versions: _Versions, since: str, until: str
) -> Iterator[Count]:
    """Replay the days, and yield the size of the catalog at the end of each month."""
    month = since[:7]
    for step in days:
        yield from map(replay.count, _ends_of_months(month, step.day[:7]))
        month = max(month, step.day[:7])
        replay.advance(step.day, versions.changed(step), step.logos)
    yield from map(replay.count, _ends_of_months(month, until[:7]))


def _ends_of_months(first: str, after: str) -> Iterator[str]:
    """Yield the last day of each month from one month to before another."""
    month = dt.date.fromisoformat(f"{first}-01")
    while str(month)[:7] < after:
        month = months_later(month, 1)
        yield str(month - dt.timedelta(days=1))


class _Versions:
    """The entries as they were in commits."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._settings = settings
        self._model = catalog.entry_model
        # Most entries are as some commit has them, so they needn't be read again.
        self._known: dict[_Version, Entry | None] = {
            (entry.id, blob_id(entry.source.text)): entry for entry in catalog.entries
        }

    def read(self, versions: AbstractSet[_Version]) -> None:
        """Read those that aren't known yet."""
        wanted = sorted(each for each in versions if each[1] and each not in self._known)
        objects = (object_id for _, object_id in wanted)
        contents = read_contents(self._settings.root, objects, ENTRY_LIMITS.max_bytes + 1)
        for version, content in zip(wanted, contents, strict=True):
            self._known[version] = self._entry(version[0], content)

    def get(self, version: _Version) -> Entry | None:
        """Return an entry as it was; ``None`` if there was none, or if it can't be read."""
        return self._known.get(version)

    def changed(self, day: _Step) -> dict[str, Entry | None]:
        """Return the entries that changed on a day; one with errors stays as it was."""
        found = ((version, self.get(version)) for version in day.objects.items())
        return {version[0]: entry for version, entry in found if entry or not version[1]}

    def _entry(self, identifier: str, content: bytes) -> Entry | None:
        if len(content) > ENTRY_LIMITS.max_bytes:
            return None
        path = f"{self._settings.partners}/{identifier}.yaml"
        source, problems = read_source(path, content.decode(errors="replace"))
        entry, _ = read_entry(identifier, source, self._model)
        # What the format of today refuses may have been right then, but broken YAML never was.
        return None if problems or not entry or not entry.partner.name else entry


def _commits(settings: Settings) -> Iterator[_Step]:
    """Yield the commits of this branch that changed entries or logos, the first first."""
    day, objects, logos = "", dict[str, str](), set[str]()
    parts = iter(git_output(settings.root, [*_LOG, "--", settings.partners]).split("\0"))
    for part in parts:
        # Zeros separate commits and files, and a line end follows each commit.
        head = part.lstrip("\n")
        if head.startswith("\x01"):
            if objects or logos:
                yield _Step(day, objects, frozenset(logos))
            day, objects, logos = day_of(int(head[1:])) or day, {}, set()
        elif head.startswith(":"):
            path = next(parts, "")
            objects |= _objects(settings, head, path)
            logos |= _logos(settings, path)
    if objects or logos:
        yield _Step(day, objects, frozenset(logos))


def _objects(settings: Settings, facts: str, path: str) -> dict[str, str]:
    """Return the entry that a line of the log is about, with its object; empty if it is another."""
    _, mode, _, after, _ = facts.split()
    folder, _, name = path.rpartition("/")
    identifier = "" if name in SHARED_FILES else identifier_in(name)
    if folder != settings.partners or not identifier:
        return {}
    return {identifier: after if mode.startswith(_REGULAR) else ""}


def _logos(settings: Settings, path: str) -> set[str]:
    """Return the id of the entry whose logo a file is, if it is one."""
    folder, _, name = path.rpartition("/")
    return {name.rpartition(".")[0]} if folder == settings.logos_path else set()
