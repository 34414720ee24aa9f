"""What was read from a catalog, for reading it again after a few changes."""

from __future__ import annotations

from collections.abc import Mapping

from catalog_tool.loader.entry_files import ReadFile
from catalog_tool.model.partner import Partner


class Memory:
    """The files of a catalog as they were last read: a file with the same text is the same entry.

    It has only the files of one catalog, and none of another model. Nothing is kept on disk.

    Attributes:
        files: the files that were read last, by path.
    """

    def __init__(self) -> None:
        self.files: Mapping[str, ReadFile] = {}
        self._model: tuple[object, type[Partner]] = (None, Partner)

    def same_model(self, key: object, model: type[Partner]) -> type[Partner]:
        """Return the model of the last time if its key is equal, or forget all files.

        Args:
            key: everything that decides how entries are read.
            model: a model that was made from it now.
        """
        if self._model[0] != key:
            self._model, self.files = (key, model), {}
        return self._model[1]
