"""Exchanges two folders in one step, which Python itself can't do."""

from __future__ import annotations

import os

from catalog_tool.loader.files.system import CAN_OPEN_FOLDERS
from catalog_tool.writer.places import Place

# Linux and macOS name it differently; the arguments are the same. Sources: linux/fs.h
# (RENAME_EXCHANGE) and sys/stdio.h (RENAME_SWAP), both stable interfaces.
_FUNCTIONS = ("renameat2", "renameatx_np")
_EXCHANGE = 2


def exchange(first: Place, second: Place) -> bool:
    """Exchange two existing folders in one file system; both exist at every moment.

    Returns:
        Whether they were exchanged; ``False`` if the system or the file system can't do it.
    """
    if not CAN_OPEN_FOLDERS:
        return False
    import ctypes  # noqa: PLC0415 - most commands exchange nothing

    system = ctypes.CDLL(None)
    rename = next((getattr(system, name) for name in _FUNCTIONS if hasattr(system, name)), None)
    if rename is None:
        return False
    old, new = first.folder.descriptor, second.folder.descriptor
    return bool(rename(old, os.fsencode(first.name), new, os.fsencode(second.name), _EXCHANGE) == 0)
