"""The catalog before a change, if the change removes names from the vocabulary."""

from __future__ import annotations

from contextlib import suppress

from catalog_tool.loader.entry import read_source
from catalog_tool.loader.git.command import GitError, git_output, git_output_start
from catalog_tool.loader.git.contents import blob_id
from catalog_tool.loader.limits import VOCABULARY_LIMITS
from catalog_tool.loader.schema.validate import validate
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Vocabulary


def catalog_before(settings: Settings, now: Catalog, revision: str) -> Catalog | None:
    """Return the catalog of a commit if its vocabulary has names that are gone now, or ``None``.

    Reading all entries of a commit takes as long as a check, and names are rarely removed. Without
    Git or outside a repository, there is no such catalog.

    Args:
        settings: the catalog.
        now: the same catalog as it is now.
        revision: any name of a commit.
    """
    with suppress(GitError, OSError):
        before = _vocabulary(settings, now, revision)
        if before and set(before.applications) - set(now.vocabulary.applications):
            from catalog_tool.loader.git.revision import load_revision  # noqa: PLC0415 - rarely needed

            return load_revision(settings, revision).catalog
    return None


def _vocabulary(settings: Settings, now: Catalog, revision: str) -> Vocabulary | None:
    """Return the vocabulary of a commit, or ``None`` if it is the same or can't be read."""
    place = f"{revision}:./{settings.vocabulary_path}"
    blob = git_output(settings.root, ["rev-parse", "--verify", "--quiet", place]).strip()
    if blob == blob_id(now.vocabulary_source.text):
        return None
    arguments = ["cat-file", "blob", blob]
    old = git_output_start(settings.root, arguments, VOCABULARY_LIMITS.max_bytes)
    text = old.decode(errors="replace")
    source, _ = read_source(settings.vocabulary_path, text, VOCABULARY_LIMITS)
    return validate(source, Vocabulary)[0] if source.root else None
