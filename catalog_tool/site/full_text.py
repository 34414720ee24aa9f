"""Full-text search for a catalog that is too large for the theme's search.

The theme's search sends all texts to each visitor at once. Above ``Settings.full_text_limit``
entries it gets only names and headings. Pagefind then indexes the texts in parts, and a visitor
downloads only the parts that a query needs. Pagefind is a separate program in a Python wheel: the
optional extra ``partner-catalog[large]``.
"""

from __future__ import annotations

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

from catalog_tool.model.publication import Publication

# Not the extra of this package, because somebody else may own its name on a package index.
INSTALL_HINT = 'Install it with: pip install "pagefind-bin>=1.5,<2"'

INDEX_FOLDER = "pagefind"
"""Folder of the site with Pagefind's index."""

_PACKAGE = "pagefind_bin"
_PAGES = "{partners,applications}/*/index.html"
# Pages that stand in for an entry aren't searched.
_SEARCHED = ".catalog-page:not([data-search-exclude])"
# For the theme's search. None of our marked elements contains another element with the same tag.
_EXCLUDED = re.compile(r"<(\w+)[^>]* data-search-exclude>.*?</\1>", re.DOTALL)
# The theme takes a page's first heading as its title. Pagefind searches the heading too.
_UNSEARCHED = "[data-search-exclude]:not(h1)"
# User interfaces that Pagefind adds. The site has its own.
_UNUSED = (
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
)


class TextsNotIndexedError(Exception):
    """Pagefind couldn't index the site. The message is the output of Pagefind."""


def searchable_html(html: str) -> str:
    """Return the part of a generated page that the theme's search should index.

    Args:
        html: body of the page. Elements that are marked for exclusion aren't in the result.

    >>> searchable_html('<p>Contoso <b data-search-exclude>stale</b></p>')
    '<p>Contoso </p>'
    """
    return _EXCLUDED.sub("", html)


def is_large(publication: Publication) -> bool:
    """Return whether a catalog has more entries than the theme's search should index."""
    return len(publication.catalog.entries) > publication.settings.full_text_limit


def is_available(publication: Publication) -> bool:
    """Return whether a catalog is large and Pagefind is installed to index it."""
    return is_large(publication) and find_spec(_PACKAGE) is not None


def missing_note(publication: Publication) -> str:
    """Return a note for the owners of a large catalog if Pagefind is missing, or ``""``."""
    if not is_large(publication) or is_available(publication):
        return ""
    count, limit = len(publication.catalog.entries), publication.settings.full_text_limit
    return (
        f"The catalog has {count:,} partners, more than full_text_limit ({limit:,}), so the site's "
        f"search finds only names and headings. To search descriptions too, it needs Pagefind. "
        f"{INSTALL_HINT}"
    )


def index_texts(site: Path) -> None:
    """Write Pagefind's index into a built site, below ``pagefind/``.

    Args:
        site: folder of the site.

    Raises:
        TextsNotIndexedError: Pagefind failed.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415 - an optional extra

    command = [str(get_executable()), "--silent", "--site", str(site), "--glob", _PAGES]
    command += ["--output-subdir", INDEX_FOLDER, "--exclude-selectors", _UNSEARCHED]
    command += ["--root-selector", _SEARCHED]
    finished = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - fixed arguments and a folder
    if finished.returncode:
        output = (finished.stderr or finished.stdout).strip()
        raise TextsNotIndexedError(f"Pagefind couldn't index the texts: {output}")
    for pattern in _UNUSED:
        for path in (site / INDEX_FOLDER).glob(pattern):
            path.unlink()
