"""Exchanges two folders in one step, which Python itself can't do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Source: linux/fcntl.h and linux/fs.h; both numbers are part of the kernel's stable interface.
_RELATIVE_TO_WORKING_DIRECTORY = -100
_RENAME_EXCHANGE = 2


def exchange(first: Path, second: Path) -> bool:
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
    here = _RELATIVE_TO_WORKING_DIRECTORY
    return bool(rename(here, os.fsencode(first), here, os.fsencode(second), _RENAME_EXCHANGE) == 0)
