"""Reads a page: which names it shows, and where it redirects its readers."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import unicodedata2 as unicodedata

from catalog_tool.links.target import join
from catalog_tool.links.tokens import Tag, tokens_of
from catalog_tool.links.transport import Response
from catalog_tool.text.ordering import fold

_CHARSET = re.compile(r"charset=[\"']?([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
# The codecs of Python that web pages use; others decompress, execute, or take forever.
_ENCODINGS = re.compile(
    r"(?:iso-8859-\d{1,2}|windows-125\d|shift_jis|euc-(?:jp|kr)|gbk|gb18030|big5|utf-16(?:[lb]e)?)\Z"
)
_FALLBACK = "windows-1252"
# Tags inside a word; all others separate words.
_INSIDE_WORDS = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike"
    " strong sub sup tt u var wbr".split()
)
# A page that sells a domain shows the domain, which doesn't count as the name of the partner.
# No pattern here backtracks, so no page takes quadratic time.
_HOST_NAME = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)++")
# Marks, and characters that nobody sees.
_IGNORED = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
# A letter or digit of a script that separates words. Korean does too, but joins particles to them.
_SPACED = r"[^\W\u0e00-\U0010ffff]"
# At most a few seconds: a page that reloads itself now and then is not a redirect. Browsers drop
# the fraction, and read what isn't "url=" as the address itself.
_REFRESH = re.compile(
    r"\s*+(?:0*+[0-9]?(?<=[0-9])|(?=\.))(?![0-9])[0-9.]*+(?:\s*+[;,]|\s)\s*+"
    r"(?:url\s*+=\s*+)?"
    r"(?:\"(?P<double>[^\"]*)|'(?P<single>[^']*)|(?P<bare>.*))",
    re.IGNORECASE | re.DOTALL,
)


def page_text(response: Response) -> str | None:
    """Return the text of a page with its markup; ``None`` if it has no readable text.

    A compressed page is not read, because the request doesn't allow compression.
    """
    kind = response.headers.get("content-type", "").lower()
    encoding = response.headers.get("content-encoding", "").strip().lower()
    is_page = not kind or kind.startswith(("text/", "application/xhtml"))
    if not response.body or not is_page or encoding not in {"", "identity"}:
        return None
    return _decode(response.body, kind)


def names_on(page: str, names: Iterable[str]) -> frozenset[str]:
    """Return which names a page shows as words of their own; host names don't count."""
    shown = _words(_HOST_NAME.sub(" ", html.unescape("".join(map(_shown, tokens_of(page))))))
    return frozenset(name for name in names if _name_pattern(name).search(shown))


def _shown(token: Tag | str) -> str:
    if isinstance(token, str):
        return token
    return "" if token.name.removeprefix("/") in _INSIDE_WORDS else " "


def _name_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a name: its words, with or without a separator between them.

    A name in a script without spaces has no words of its own, so it can be anywhere.
    """
    spelled = _words(name)
    before = rf"(?<!{_SPACED})" if re.match(_SPACED, spelled) else ""
    after = rf"(?!{_SPACED})" if re.match(_SPACED, spelled[-1:]) else ""
    return re.compile(before + " ?".join(map(re.escape, spelled.split())) + after)


def _words(text: str) -> str:
    """Return the words of a text, folded, with a space between two words.

    Combining marks are removed first, because normalizing a long run of them takes quadratic time.
    """
    letters = "".join(map(_spelled, text))
    return " ".join("".join(map(_spelled, fold(letters))).split())


@lru_cache(2**12)
def _spelled(char: str) -> str:
    """Return a letter or digit; ``""`` for what is part of a word without being a letter."""
    if char.isalnum():
        return char
    is_separator = char.isspace() or unicodedata.category(char) not in _IGNORED
    return " " if is_separator else ""


def refresh_target(page: str) -> str:
    """Return the address that a page redirects to with a ``meta`` element, or ``""``.

    Raises:
        UnsafeTargetError: the base of the page makes the address ambiguous.
    """
    base, templates = "", 0
    for tag in tokens_of(page):
        if isinstance(tag, str):
            continue
        templates += {"template": 1, "/template": -1}.get(tag.name, 0)
        if tag.name == "base":
            base = base or tag.attributes.get("href", "").strip()
        elif tag.name == "meta" and templates <= 0 and (sent := _refresh_of(tag.attributes)):
            return join(base, sent) if base else sent
    return ""


def _refresh_of(meta: Mapping[str, str]) -> str:
    is_refresh = meta.get("http-equiv", "").lower() == "refresh"
    return refresh_address(meta.get("content", "")) if is_refresh else ""


def refresh_address(content: str) -> str:
    """Return the address in the header ``Refresh``, or in a ``meta`` element, or ``""``."""
    sent = _REFRESH.match(content)
    return (sent["double"] or sent["single"] or sent["bare"] or "").strip() if sent else ""


def _decode(body: bytes, kind: str) -> str:
    try:
        # Incremental, because the last character may be incomplete.
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        stated = _CHARSET.search(kind) or _CHARSET.search(body[:1024].decode("latin-1"))
    encoding = stated[1].lower() if stated else _FALLBACK
    known = encoding if _ENCODINGS.match(encoding) else _FALLBACK
    try:
        return body.decode(known, errors="replace")
    except LookupError:
        return body.decode(_FALLBACK, errors="replace")
