"""Two revisions of a catalog compared, read from Git as they are: nothing is checked out or run."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.contributions.diff.changes import Difference
from catalog_tool.contributions.diff.comparison import compare
from catalog_tool.loader.git.command import commit_id, merge_base
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.loader.load import ProgressCallback, load_catalog
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Ends:
    """What was compared.

    Attributes:
        base: the commit that the difference begins with.
        head: the commit it ends with; ``""`` for the files on disk.
    """

    base: str
    head: str


def diff(
    settings: Settings, base: str, head: str = "", progress: ProgressCallback | None = None
) -> tuple[Difference, Ends]:
    """Return what readers will see change between two revisions, and which commits these are.

    As on a pull request, the comparison begins where the two parted.

    Args:
        settings: the catalog, in a repository.
        base: a name of the commit to begin with.
        head: a name of the commit to end with; the files on disk if it is empty.
        progress: told how many of how many files are read, of each of the two in turn.

    Raises:
        GitError: a revision is unknown, or cannot be read.
        CatalogError: neither of the two has a partner file.
        OSError: the folder of the partner files cannot be listed.
    """
    start = merge_base(settings.root, base, head or "HEAD")
    end = commit_id(settings.root, head) if head else ""
    old = load_revision(settings, start, progress)
    new = load_revision(settings, end, progress) if end else load_catalog(settings, progress)
    if not (old.sources or new.sources):
        hint = "Run it in the folder of the catalog's mkdocs.yml, or name that file with --config."
        raise CatalogError(f"Neither of the two has a file in {settings.partners}/.", hint)
    return compare(old, new), Ends(start, end)
