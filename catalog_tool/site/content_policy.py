"""What a page lets the browser do: the Content-Security-Policy that each page carries in its head.

Scripts of the site's own files run, and those inline scripts that the theme is known to write;
nothing comes from another host, and nothing that slipped into a page acts. Hashing what stands in
a page would bless whatever slipped in. So the scripts are read off the page for lost readers
(``404.html``), which holds no word of any partner, and every other page may have only the same.
The finished folder is all that is looked at, so it does not matter which program built the site.

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

LOST_PAGE = "404.html"
"""The page for readers who are lost; nothing in it was written by a partner."""

COMPILING_PAGE = "search/index.html"
"""The page that searches every word of a large catalog: Pagefind compiles WebAssembly there."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'

# What browsers open as a page with scripts, by the end of its file's name.
_PAGE_ENDINGS = (".htm", ".html", ".xhtml")
_HEAD = b"<head>"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# One of the theme's scripts names the way to the root of the site.
_SCOPE = re.compile(r'new URL\("([^"]*)",location\)')


@dataclass(frozen=True, slots=True)
class ThemeScripts:
    """The inline scripts that the theme writes into every page.

    Attributes:
        texts: each script, as the page for lost readers has it.
    """

    texts: tuple[str, ...]

    @property
    def base(self) -> str:
        """The path of the root of the site, which the page for lost readers is made for."""
        found = next(filter(None, map(_SCOPE.search, self.texts)), None)
        return found[1] if found else ""

    def on_page(self, path: str) -> tuple[str, ...]:
        """Return the scripts as a page must have them.

        Args:
            path: the page's file below the folder of the site, with forward slashes.
        """
        if path == LOST_PAGE:
            return self.texts
        return _fitted(self.texts, way_to_root(path))


@lru_cache(maxsize=64)  # pages of one depth have the same scripts
def _fitted(scripts: tuple[str, ...], base: str) -> tuple[str, ...]:
    return tuple(_SCOPE.sub(f'new URL("{base}",location)', script) for script in scripts)


def is_page(path: str) -> bool:
    """Return whether browsers open a file as a page, judged by its name."""
    return path.lower().endswith(_PAGE_ENDINGS)


def way_to_root(path: str) -> str:
    """Return what leads from a page to the root of the site.

    >>> way_to_root("partners/aquera/index.html"), way_to_root("index.html")
    ('../..', '.')
    """
    return "/".join([".."] * path.count("/")) or "."


def theme_scripts(lost_page: str) -> ThemeScripts:
    """Read the theme's inline scripts off the page for lost readers.

    Args:
        lost_page: the HTML of that page.
    """
    return ThemeScripts(tuple(_INLINE.findall(lost_page)))


def write_policies(folder: Path) -> None:
    """Write its policy into each page of a finished site.

    Args:
        folder: the site; a page without a head stays as it is, and the audit refuses it.

    Raises:
        OSError: a file of the site cannot be read or written.
    """
    lost = folder / LOST_PAGE
    text = lost.read_bytes().decode(errors="replace") if lost.is_file() else ""
    scripts = theme_scripts(text)
    for file in sorted(folder.rglob("*")):
        if is_page(file.name) and file.is_file():
            path = file.relative_to(folder).as_posix()
            policy = content_policy(scripts.on_page(path), path)
            file.write_bytes(_with_policy(file.read_bytes(), policy))


def content_policy(scripts: Iterable[str], path: str = "") -> str:
    """Return the policy of a page.

    Args:
        scripts: its inline scripts.
        path: its file below the folder of the site.

    >>> content_policy([])[:42]
    "default-src 'none'; script-src 'self'; sty"
    """
    return _policy(tuple(scripts), compiles=path == COMPILING_PAGE)


@lru_cache(maxsize=64)  # pages of one depth have the same scripts
def _policy(scripts: tuple[str, ...], *, compiles: bool) -> str:
    compiling = ["'wasm-unsafe-eval'"] if compiles else []
    hashes = dict.fromkeys(f"'sha256-{_digest(script)}'" for script in scripts)
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *compiling, *hashes],
        "style-src": ["'self'"],
        # The theme's style sheets hold their icons as addresses of their own.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with_policy(page: bytes, policy: str) -> bytes:
    """Return a page with its policy before anything else in its head.

    What stands before the policy would not be bound by it. Every other byte stays as it is.
    """
    return page.replace(_HEAD, _HEAD + f"\n    {META.format(policy)}".encode(), 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
