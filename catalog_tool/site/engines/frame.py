"""What every engine gives the templates of the frame, and what it warns of."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict

from catalog_tool.linter.former_search import former_search_note
from catalog_tool.model.settings import Settings
from catalog_tool.site.messages import messages_of
from catalog_tool.site.messages.scripts import all_messages
from catalog_tool.site.requests import ANY_APPLICATION, request_link

# Not a logger of MkDocs, because a warning there stops a strict build.
_log = logging.getLogger(__name__)


def frame_values(settings: Settings) -> Mapping[str, Mapping[str, str] | None]:
    """Return the values for the templates, which they find in ``config.extra.catalog``."""
    requests = {"any_request": ANY_APPLICATION, "open_request": ""}
    links = {name: request_link(about, settings) for name, about in requests.items()}
    return {name: asdict(link) if link else None for name, link in links.items()}


def warn_of_settings(settings: Settings) -> None:
    """Warn of texts that nobody has translated, and of options without an effect."""
    every = all_messages()
    if english := messages_of(settings).untranslated(every):
        _log.warning(
            "Warning: %s of %s texts of the site are in English: they aren't translated into %r.",
            len(english),
            len(every),
            settings.language,
        )
    if note := former_search_note(settings):
        _log.warning("Warning: %s", note)
