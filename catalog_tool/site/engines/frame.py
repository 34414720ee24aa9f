"""What every engine gives the templates of the frame, refuses, and warns of."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from catalog_tool.linter.former_search import former_search_note
from catalog_tool.model.messages import messages_of
from catalog_tool.model.settings import (
    OPTIONS_SCHEMA_FILE,
    SCHEMA_FILE,
    SHARED_SCHEMA_FILES,
    Settings,
)
from catalog_tool.site.messages.scripts import all_messages
from catalog_tool.site.requests import ANY_APPLICATION, request_link

# Not a logger of MkDocs, because a warning there stops a strict build.
_log = logging.getLogger(__name__)
_ON_A_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_GENERATED = {SCHEMA_FILE, OPTIONS_SCHEMA_FILE, *SHARED_SCHEMA_FILES.values()}
"""Files that `catalog publish` writes, and the site has, too."""


def frame_values(settings: Settings) -> Mapping[str, Mapping[str, str] | None]:
    """Return the values for the templates, which they find in ``config.extra.catalog``."""
    requests = {"any_request": ANY_APPLICATION, "open_request": ""}
    links = {name: request_link(about, settings) for name, about in requests.items()}
    return {name: asdict(link) if link else None for name, link in links.items()}


def default_navigation(settings: Settings, paths: Iterable[str]) -> list[object]:
    """Return the navigation of a site whose owner wrote none: the main pages, and the owner's.

    Args:
        settings: the catalog.
        paths: the owner's pages below the folder of the documentation.
    """
    words = messages_of(settings)
    main = {
        words.gettext("Home"): "index.md",
        words.gettext("%(Partners)s"): "catalog/index.md",
        words.gettext("%(Applications)s"): "applications/index.md",
        words.gettext("Check a list"): "coverage/index.md",
        words.gettext("What’s new"): "new/index.md",
        words.gettext("Add your integration"): "contribute/index.md",
    }
    return [*({str(title): path} for title, path in main.items()), *_sections(sorted(paths))]


def _sections(paths: Iterable[str], depth: int = 0) -> Iterator[object]:
    """Yield sorted pages; those of a folder are a section with its name."""
    for folder, group in groupby(paths, lambda path: path.split("/")[depth:-1][:1]):
        if not folder:
            yield from group
        else:
            title = folder[0].replace("-", " ").replace("_", " ").capitalize()
            yield {title: [*_sections(group, depth + 1)]}


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


def warn_of_missing(named: Iterable[str], folder: Path, configuration: Path) -> None:
    """Warn of files that a configuration names for every page, but that the site doesn't have.

    Args:
        named: paths on the site, and addresses on other hosts, which aren't looked for.
        folder: the finished site.
        configuration: the configuration.
    """
    for path in named:
        if not (_ON_A_HOST.match(path) or (folder / path).is_file()):
            message = "Warning: %s names %s, but the site has no such file."
            _log.warning(message, configuration.name, path)


def fault_of_link(path: Path, root: Path) -> str:
    """Return why a file of the owner can't be published, or ``""``: engines follow links.

    Args:
        path: the file, or a folder of files.
        root: the folder of the catalog.
    """
    if path.resolve().is_relative_to(root.resolve()):
        return ""
    return f"{path.as_posix()} leads outside the catalog. Replace the symbolic link with a file."


def warn_of_replaced(path: str, address: str) -> None:
    """Warn that a generated page replaces a file of the owner, unless that was generated, too.

    Args:
        path: the file, relative to the root of the catalog.
        address: the address of the page below the root of the site.
    """
    if path in _GENERATED:
        return  # a rule says that it is old
    message = "Warning: %s isn't on the site because the catalog generates /%s."
    _log.warning(message, path, address)
