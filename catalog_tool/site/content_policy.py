"""What a page lets the browser do: the Content-Security-Policy that each page carries in its head.

Scripts of the site's own files run, and those inline scripts that the theme is known to write;
nothing comes from another host, and nothing that slipped into a page acts. Hashing what stands in
a page would bless whatever slipped in. So the scripts are read off the page for lost readers
(``404.html``), which holds no word of any partner, and every other page may have only the same.

Sources: CSP Level 3 (W3C), Material for MkDocs 9.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

LOST_PAGE = "404.html"
"""The page for readers who are lost; nothing in it was written by a partner."""

COMPILING_PAGE = "search/"
"""The page that searches every word of a large catalog: Pagefind compiles WebAssembly there."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'

_HEAD = "<head>"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SCOPE = 'new URL("{}",location)'


@dataclass(frozen=True, slots=True)
class ThemeScripts:
    """The inline scripts that the theme writes into every page.

    Attributes:
        texts: each script, as the page for lost readers has it.
        base: the way from that page to the root of the site, as one of the scripts names it.
    """

    texts: tuple[str, ...]
    base: str

    def on_page(self, base: str) -> tuple[str, ...]:
        """Return the scripts as another page must have them.

        Args:
            base: the way from that page to the root of the site: ``.``, ``../..``.
        """
        known, named = _SCOPE.format(self.base), _SCOPE.format(base)
        return tuple(text.replace(known, named) for text in self.texts)


def theme_scripts(lost_page: str, base: str) -> ThemeScripts:
    """Read the theme's inline scripts off the page for lost readers.

    Args:
        lost_page: the HTML of that page.
        base: the path of the root of the site there.
    """
    return ThemeScripts(tuple(_INLINE.findall(lost_page)), base)


def content_policy(scripts: Iterable[str], address: str = "") -> str:
    """Return the policy of a page.

    Args:
        scripts: its inline scripts.
        address: where it is below the root of the site.

    >>> content_policy([])[:42]
    "default-src 'none'; script-src 'self'; sty"
    """
    compiling = ["'wasm-unsafe-eval'"] if address == COMPILING_PAGE else []
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


def with_policy(html: str, policy: str) -> str:
    """Return a page with its policy before anything else in its head.

    What stands before the policy would not be bound by it.
    """
    return html.replace(_HEAD, f"{_HEAD}\n    {META.format(policy)}", 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
