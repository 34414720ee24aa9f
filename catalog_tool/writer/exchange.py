"""Exchanges two folders in one step, which Python itself can't do."""

from __future__ import annotations

import os
import sys

from catalog_tool.writer.places import Place

# Source: linux/fs.h; the number is part of the kernel's stable interface.
_RENAME_EXCHANGE = 2


def exchange(first: Place, second: Place) -> bool:
    """Exchange two existing folders in one file system; both exist at every moment.

    Returns:
        Whether they were exchanged; ``False`` if the system or the file system can't do it.
    """
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - most commands exchange nothing

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (first.folder, os.fsencode(first.name), second.folder, os.fsencode(second.name))
    return bool(rename(*names, _RENAME_EXCHANGE) == 0)
