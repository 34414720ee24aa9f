"""The Content-Security-Policy in the head of each page, and what it lets a page run and load.

It allows the site's own files, the hosts that the option ``content_policy`` has, and the inline
code of the theme and of plugins. It allows nothing that was injected into a page. Hashing the
inline code of a page would allow injected code too. So the hashes come from two pages that have no
text of any partner, and the catalog's other pages can only have the same code. On pages that only
the owner writes, and that the option declares, the owner's code is hashed too.
This module reads only the finished folder, so any engine can build the site.

Sources: CSP Level 3 (W3C), Material for MkDocs 9, Zensical, mkdocs-redirects.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from catalog_tool.model.content_policy import ContentPolicy

NOT_FOUND_PAGE = "404.html"
"""The page for unknown addresses. It has no text of any partner."""

FRAME_PAGES = (NOT_FOUND_PAGE, "rules/index.html")
"""Pages without text of any partner: what they have is from the theme, plugins, or hooks. Some
plugins don't change the first one, because it isn't a page of MkDocs."""

DATA_TYPES = frozenset(["application/json", "application/ld+json"])
"""Types of scripts that a browser always reads as data. Source: HTML, the script element."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'

# The first parts of the addresses of the catalog's pages.
_OURS = frozenset(
    "404.html api applications catalog categories compare contribute coverage index.html new "
    "numbers partners queue rules terms".split()
)
# File name endings that browsers open as a page with scripts.
_PAGE_ENDINGS = (".htm", ".html", ".xhtml")
_HEAD = b"<head>"
# One of the theme's scripts has the path to the root of the site.
_SCOPE = re.compile(r'new URL\("([^"]*)",location\)')
# The script in the pages of mkdocs-redirects keeps the anchor. The target is on the site.
_REDIRECT = re.compile(
    r"var anchor=window\.location\.hash\.substr\(1\);"
    r'location\.href="[\w.~%-][\w./~%-]*(?:#[\w.~%-]*)?"\+\(anchor\?"#"\+anchor:""\)'
)


@dataclass(frozen=True, slots=True)
class InlineCode:
    """The scripts and styles inside a page.

    Attributes:
        scripts: the text of each script that runs.
        styles: the text of each style sheet.
    """

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    def __add__(self, other: InlineCode) -> InlineCode:
        """Return the code of both, each text once."""
        scripts = dict.fromkeys(self.scripts + other.scripts)
        return InlineCode(tuple(scripts), tuple(dict.fromkeys(self.styles + other.styles)))

    @property
    def base(self) -> str:
        """The path of the site's root that the scripts use."""
        found = next(filter(None, map(_SCOPE.search, self.scripts)), None)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class SitePolicy:
    """What each page of a finished site may run and load.

    Attributes:
        declared: what the owner of the catalog has declared.
        not_found: the inline code of the 404 page.
        frame: the inline code that the theme and plugins write into every page.
    """

    declared: ContentPolicy
    not_found: InlineCode
    frame: InlineCode

    @classmethod
    def read(cls, declared: ContentPolicy, text: Callable[[str], str]) -> SitePolicy:
        """Return the policy of a finished site.

        Args:
            declared: what the owner of the catalog has declared.
            text: returns the text of a page, by its path; an empty text if it doesn't exist.
        """
        not_found, page = (_inline_code(text(path)) for path in FRAME_PAGES)
        return cls(declared, not_found, not_found + page)

    def inline_code(self, path: str, html: str) -> InlineCode:
        """Return the inline code that a page may have.

        Args:
            path: the page's file below the folder of the site, with forward slashes.
            html: its text, which only counts if the owner wrote the page.
        """
        if path == NOT_FOUND_PAGE:
            return self.not_found
        frame = InlineCode(_with_base(self.frame.scripts, path_to_root(path)), self.frame.styles)
        if is_of_catalog(path):
            return frame
        own = _inline_code(html)
        if self.declared.has_file(path):
            return frame + own
        return frame + InlineCode(tuple(filter(_REDIRECT.fullmatch, own.scripts)))


@lru_cache(maxsize=64)  # pages of equal depth have the same scripts
def _with_base(scripts: tuple[str, ...], base: str) -> tuple[str, ...]:
    scoped = (_SCOPE.sub(f'new URL("{base}",location)', script) for script in scripts)
    return tuple(dict.fromkeys(scoped))


def _inline_code(html: str) -> InlineCode:
    tree = LexborHTMLParser(html)
    scripts = (
        node.text()
        for node in tree.css("script:not([src])")
        if (node.attributes.get("type") or "") not in DATA_TYPES
    )
    return InlineCode(tuple(scripts), tuple(node.text() for node in tree.css("style")))


def is_of_catalog(path: str) -> bool:
    """Return whether a path below the folder of the site is an address of the catalog's pages.

    >>> is_of_catalog("partners/contoso/index.html"), is_of_catalog("about/index.html")
    (True, False)
    """
    return path.partition("/")[0] in _OURS


def is_page(path: str) -> bool:
    """Return whether browsers open a file as a page, going by its name."""
    return path.lower().endswith(_PAGE_ENDINGS)


def path_to_root(path: str) -> str:
    """Return the relative path from a page to the root of the site.

    >>> path_to_root("partners/contoso/index.html"), path_to_root("index.html")
    ('../..', '.')
    """
    return "/".join([".."] * path.count("/")) or "."


def write_policies(folder: Path, declared: ContentPolicy) -> None:
    """Write the policy into each page of a finished site.

    Args:
        folder: the site. A page without a head is left unchanged, and the audit rejects it.
        declared: what the owner of the catalog has declared.

    Raises:
        OSError: a file of the site can't be read or written.
    """

    def text(path: str) -> str:
        file = folder / path
        return file.read_bytes().decode(errors="replace") if file.is_file() else ""

    site = SitePolicy.read(declared, text)
    for file in _pages_below(folder):
        if file.is_file():
            page, path = file.read_bytes(), file.relative_to(folder).as_posix()
            html = "" if is_of_catalog(path) else page.decode(errors="replace")
            code = site.inline_code(path, html)
            file.write_bytes(_with_policy(page, content_policy(code, declared)))


def _pages_below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if is_page(name))


@lru_cache(maxsize=64)  # pages of equal depth have the same code
def content_policy(code: InlineCode, declared: ContentPolicy) -> str:
    """Return the policy of a page.

    Args:
        code: the inline code that it may have.
        declared: what the owner of the catalog has declared.

    >>> content_policy(InlineCode(), ContentPolicy())[:42]
    "default-src 'none'; script-src 'self'; sty"
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(code.scripts)],
        "style-src": ["'self'", *_hashes(code.styles)],
        # The theme's style sheets have icons as data addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": [],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    for name, sources in directives.items():
        sources += [f"https://{host}" for host in declared.hosts(name)]
    return "; ".join(" ".join([name, *each]) for name, each in directives.items() if each)


def _hashes(texts: Iterable[str]) -> list[str]:
    return [f"'sha256-{_digest(text)}'" for text in dict.fromkeys(texts)]


def _with_policy(page: bytes, policy: str) -> bytes:
    """Return a page with the policy first in its head. All other bytes stay the same.

    The policy wouldn't apply to anything before it.
    """
    return page.replace(_HEAD, _HEAD + f"\n    {META.format(policy)}".encode(), 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
