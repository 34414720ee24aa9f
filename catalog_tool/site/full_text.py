"""Search in every word of a catalog that is too large for the theme's search.

The theme's search sends each visitor all texts at once. Above a size (``Settings.full_text_limit``)
it gets names and headings only, and Pagefind indexes the texts in parts, of which a visitor is sent
the few that a query needs. Pagefind is a program of its own in a Python wheel: the optional extra
``partner-catalog[large]``.
"""

from __future__ import annotations

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

from catalog_tool.model.publication import Publication

# Not the extra by this package's name: who holds that name elsewhere is not ours to promise.
INSTALL_HINT = 'Install it with: pip install "pagefind-bin>=1.5,<2"'

INDEX_FOLDER = "pagefind"
"""Folder of the site that holds Pagefind's index."""

_PACKAGE = "pagefind_bin"
_PAGES = "{partners,applications}/*/index.html"
# What is there in place of an entry is not searched.
_SEARCHED = ".catalog-page:not([data-search-exclude])"
# For the theme's search; no such element of ours has another of its own tag inside.
_EXCLUDED = re.compile(r"<(\w+)[^>]* data-search-exclude>.*?</\1>", re.DOTALL)
# A page's first heading is its title elsewhere; Pagefind looks for words in both.
_UNSEARCHED = "[data-search-exclude]:not(h1)"
# Interfaces that Pagefind would offer; the site has its own.
_UNUSED = (
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
)


class TextsNotIndexedError(Exception):
    """Pagefind could not index the site; the message is what it said."""


def searched(html: str) -> str:
    """Return what the theme's search shall find of a page that the catalog made.

    Args:
        html: body of the page; what is marked to be left out is not in the result.

    >>> searched('<p>Contoso <b data-search-exclude>stale</b></p>')
    '<p>Contoso </p>'
    """
    return _EXCLUDED.sub("", html)


def is_large(publication: Publication) -> bool:
    """Return whether a catalog has more entries than the theme's search shall read."""
    return len(publication.catalog.entries) > publication.settings.full_text_limit


def is_available(publication: Publication) -> bool:
    """Return whether a catalog is large and Pagefind is there to index it."""
    return is_large(publication) and find_spec(_PACKAGE) is not None


def missing_note(publication: Publication) -> str:
    """Return what the owners of a large catalog shall know where Pagefind is missing, or ``""``."""
    if not is_large(publication) or is_available(publication):
        return ""
    count, limit = len(publication.catalog.entries), publication.settings.full_text_limit
    return (
        f"With {count:,} partners (more than full_text_limit: {limit:,}) the site's search knows "
        f"names and headings only; for the words of descriptions it needs Pagefind. {INSTALL_HINT}"
    )


def index_texts(site: Path) -> None:
    """Write Pagefind's index of a built site into the site, below ``pagefind/``.

    Args:
        site: folder of the site.

    Raises:
        TextsNotIndexedError: Pagefind failed.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415 - an optional extra

    command = [str(get_executable()), "--silent", "--site", str(site), "--glob", _PAGES]
    command += ["--output-subdir", INDEX_FOLDER, "--exclude-selectors", _UNSEARCHED]
    command += ["--root-selector", _SEARCHED]
    finished = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own words and a folder
    if finished.returncode:
        said = (finished.stderr or finished.stdout).strip()
        raise TextsNotIndexedError(f"Pagefind could not index the texts: {said}")
    for pattern in _UNUSED:
        for path in (site / INDEX_FOLDER).glob(pattern):
            path.unlink()
