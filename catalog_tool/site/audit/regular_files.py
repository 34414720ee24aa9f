"""Checks that a site consists of regular files: whoever serves it might follow a link out of it."""

from __future__ import annotations

import stat
from collections.abc import Iterator

from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.fault import Fault


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield each link and each special file, such as a pipe."""
    for name, path in sorted(site.places):
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            yield Fault(name, "This is a link or a special file, and not part of a site.")
