"""Reads the list of waiting pull requests, which ``catalog queue`` wrote."""

from __future__ import annotations

import os

from pydantic import ValidationError

from catalog_tool.loader.files.read import read_text
from catalog_tool.model.error import CatalogError
from catalog_tool.model.queue import QUEUE_FILE, Queue
from catalog_tool.model.settings import Settings

_MOST_BYTES = 256 * 1024


def load_queue(settings: Settings) -> Queue | None:
    """Return the waiting pull requests; ``None`` if nobody asked for them.

    Raises:
        CatalogError: the file contains something else.
    """
    path = settings.root / QUEUE_FILE
    if not os.path.lexists(path):
        return None
    text, problem = read_text(path, _MOST_BYTES)
    try:
        if not problem:
            return Queue.model_validate_json(text)
    except ValidationError:
        pass
    hint = "Delete it, or run `catalog queue`, which writes it again."
    raise CatalogError(f"{QUEUE_FILE} isn't a list of waiting pull requests.", hint)
