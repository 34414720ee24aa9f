"""Who asks: so that whoever wonders about our requests finds the catalog and its makers."""

from __future__ import annotations

import re
from importlib.metadata import version

from catalog_tool.model.settings import Settings

_DISTRIBUTION = "partner-catalog"
_TITLE_MAX_LENGTH = 80
# What may stand in a comment of the header (RFC 9110, section 5.6.5), without brackets of its own.
_NOT_IN_COMMENT = re.compile(r"[^A-Za-z0-9 .,:/?&=%_~+-]+")


def agent_of(settings: Settings) -> str:
    """Return the header ``User-Agent``: the program, the catalog, and where to find its makers."""
    contact = settings.repository or settings.site_url
    said = [settings.title[:_TITLE_MAX_LENGTH], f"+{contact}" if contact else ""]
    comment = "; ".join(filter(None, map(_plain, said)))
    return f"{_DISTRIBUTION}/{version(_DISTRIBUTION)} ({comment})"


def _plain(text: str) -> str:
    return " ".join(_NOT_IN_COMMENT.sub(" ", text).split())
