"""The header ``User-Agent``, so that a host can find out who sends the requests."""

from __future__ import annotations

import re
from importlib.metadata import version

from catalog_tool.model.settings import Settings

_DISTRIBUTION = "partner-catalog"
_TITLE_MAX_LENGTH = 80
# Everything but what a comment of the header may contain (RFC 9110, section 5.6.5), and brackets.
_NOT_IN_COMMENT = re.compile(r"[^A-Za-z0-9 .,:/?&=%_~+-]+")


def agent_of(settings: Settings) -> str:
    """Return the header ``User-Agent``: the program, the catalog, and an address to ask."""
    contact = settings.repository or settings.site_url
    said = [settings.title[:_TITLE_MAX_LENGTH], f"+{contact}" if contact else ""]
    comment = "; ".join(filter(None, map(_plain, said)))
    return f"{_DISTRIBUTION}/{version(_DISTRIBUTION)} ({comment})"


def _plain(text: str) -> str:
    return " ".join(_NOT_IN_COMMENT.sub(" ", text).split())
