"""What was read from a catalog, for reading it again after a few changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from catalog_tool.loader.entry_files import ReadFile
from catalog_tool.model.partner import Partner


class Memory:
    """The files of a catalog as they were last read: a file with the same text is the same entry.

    It has only the files of one catalog, and none of another model. Nothing is kept on disk.

    Attributes:
        files: the files that were read last, by path.
        unchanged: paths whose files are known to be the same since then, without reading them.
    """

    def __init__(self) -> None:
        self.files: Mapping[str, ReadFile] = {}
        self.unchanged: Collection[str] = ()
        self._model: tuple[object, type[Partner]] = (None, Partner)

    def unchanged_entry(self, path: str) -> ReadFile | None:
        """Return a file that needn't be read, because it has an entry and is the same."""
        known = self.files.get(path) if path in self.unchanged else None
        return known if known and known.entry else None

    def same_model(self, key: object, model: type[Partner]) -> type[Partner]:
        """Return the model of the last time if its key is equal, or forget all files.

        Args:
            key: everything that decides how entries are read.
            model: a model that was made from it now.
        """
        if self._model[0] != key:
            self._model, self.files = (key, model), {}
        return self._model[1]
