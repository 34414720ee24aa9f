"""Exchanging two folders in one step, which Python itself cannot do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Source: linux/fcntl.h and linux/fs.h; both numbers are part of the kernel's stable interface.
_RELATIVE_TO_WORKING_DIRECTORY = -100
_RENAME_EXCHANGE = 2


def exchange(first: Path, second: Path) -> bool:
    """Let two existing folders of one file system change places, at no moment being absent.

    Returns:
        Whether it was done; ``False`` where the system or the file system cannot do it.
    """
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - most commands exchange nothing

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    here = _RELATIVE_TO_WORKING_DIRECTORY
    return bool(rename(here, os.fsencode(first), here, os.fsencode(second), _RENAME_EXCHANGE) == 0)
