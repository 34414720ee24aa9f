"""Keeps Python from searching for garbage while a command makes small objects and drops few."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Don't search for garbage: that takes time, and what a check or an import makes is in use.

    The size of their files is limited, so their memory is, too.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
