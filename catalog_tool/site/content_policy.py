"""The Content-Security-Policy in the head of each page.

It allows the site's own script files and the inline scripts that the theme writes. It allows
nothing from another host, and nothing that was injected into a page. Hashing the inline scripts
of a page would allow injected ones too. So the hashes come from the 404 page, which has no text
of any partner, and other pages can only have the same scripts.
This module reads only the finished folder, so any engine can build the site.

Sources: CSP Level 3 (W3C), Material for MkDocs 9, Zensical.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

NOT_FOUND_PAGE = "404.html"
"""The page for unknown addresses. It has no text of any partner."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'

# File name endings that browsers open as a page with scripts.
_PAGE_ENDINGS = (".htm", ".html", ".xhtml")
_HEAD = b"<head>"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# One of the theme's scripts has the path to the root of the site.
_SCOPE = re.compile(r'new URL\("([^"]*)",location\)')


@dataclass(frozen=True, slots=True)
class ThemeScripts:
    """The inline scripts that the theme writes into every page.

    Attributes:
        texts: each script, as the 404 page has it.
    """

    texts: tuple[str, ...]

    @property
    def base(self) -> str:
        """The path of the site's root that the 404 page uses."""
        found = next(filter(None, map(_SCOPE.search, self.texts)), None)
        return found[1] if found else ""

    def on_page(self, path: str) -> tuple[str, ...]:
        """Return the scripts that a page must have.

        Args:
            path: the page's file below the folder of the site, with forward slashes.
        """
        if path == NOT_FOUND_PAGE:
            return self.texts
        return _with_base(self.texts, path_to_root(path))


@lru_cache(maxsize=64)  # pages of equal depth have the same scripts
def _with_base(scripts: tuple[str, ...], base: str) -> tuple[str, ...]:
    return tuple(_SCOPE.sub(f'new URL("{base}",location)', script) for script in scripts)


def is_page(path: str) -> bool:
    """Return whether browsers open a file as a page, going by its name."""
    return path.lower().endswith(_PAGE_ENDINGS)


def path_to_root(path: str) -> str:
    """Return the relative path from a page to the root of the site.

    >>> path_to_root("partners/aquera/index.html"), path_to_root("index.html")
    ('../..', '.')
    """
    return "/".join([".."] * path.count("/")) or "."


def theme_scripts(not_found_page: str) -> ThemeScripts:
    """Return the theme's inline scripts, read from the 404 page.

    Args:
        not_found_page: the HTML of the 404 page.
    """
    return ThemeScripts(tuple(_INLINE.findall(not_found_page)))


def write_policies(folder: Path) -> None:
    """Write the policy into each page of a finished site.

    Args:
        folder: the site. A page without a head is left unchanged, and the audit rejects it.

    Raises:
        OSError: a file of the site can't be read or written.
    """
    not_found = folder / NOT_FOUND_PAGE
    text = not_found.read_bytes().decode(errors="replace") if not_found.is_file() else ""
    scripts = theme_scripts(text)
    for file in sorted(folder.rglob("*")):
        if is_page(file.name) and file.is_file():
            path = file.relative_to(folder).as_posix()
            policy = content_policy(scripts.on_page(path))
            file.write_bytes(_with_policy(file.read_bytes(), policy))


def content_policy(scripts: Iterable[str]) -> str:
    """Return the policy of a page.

    Args:
        scripts: its inline scripts.

    >>> content_policy([])[:42]
    "default-src 'none'; script-src 'self'; sty"
    """
    return _policy(tuple(scripts))


@lru_cache(maxsize=64)  # pages of equal depth have the same scripts
def _policy(scripts: tuple[str, ...]) -> str:
    hashes = dict.fromkeys(f"'sha256-{_digest(script)}'" for script in scripts)
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'"],
        # The theme's style sheets have icons as data addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with_policy(page: bytes, policy: str) -> bytes:
    """Return a page with the policy first in its head. All other bytes stay the same.

    The policy wouldn't apply to anything before it.
    """
    return page.replace(_HEAD, _HEAD + f"\n    {META.format(policy)}".encode(), 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
