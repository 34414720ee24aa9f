"""Reads a page: which names it shows, and where it redirects its readers."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable

from catalog_tool.links.transport import Response
from catalog_tool.text.ordering import fold

_CHARSET = re.compile(r"charset=[\"']?([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
# The codecs of Python that web pages use; others decompress, execute, or take forever.
_ENCODINGS = re.compile(
    r"(?:iso-8859-\d{1,2}|windows-125\d|shift_jis|euc-(?:jp|kr)|gbk|gb18030|big5|utf-16(?:[lb]e)?)\Z"
)
_FALLBACK = "windows-1252"
_TAG = re.compile(r"<[^<>]*(?:>|\Z)")
# A page that sells a domain shows the domain, which doesn't count as the name of the partner.
# No pattern here backtracks, so no page takes quadratic time.
_HOST_NAME = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)++")
_META = re.compile(r"<meta\b[^<>]*>", re.IGNORECASE)
_REFRESH = re.compile(r"http-equiv\s*+=\s*+[\"']?refresh\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"content\s*+=\s*+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE
)
# At most a few seconds: a page that reloads itself now and then is not a redirect.
_AFTER_SECONDS = re.compile(
    r"\s*+\d?(?:\.\d*+)?\s*+[;,]\s*+(?:url\s*+=)?\s*+[\"']?(?P<url>[^\"'\s]+)", re.IGNORECASE
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
    """Return which names a page shows, in any spelling; host names don't count."""
    shown = _key(_HOST_NAME.sub(" ", html.unescape(_TAG.sub("", page))))
    return frozenset(name for name in names if _key(name) in shown)


def refresh_target(page: str) -> str:
    """Return the address that a page redirects to with a ``meta`` element, or ``""``."""
    for meta in _META.findall(page):
        content = _CONTENT.search(meta) if _REFRESH.search(meta) else None
        stated = content["double"] or content["single"] or "" if content else ""
        if sent := _AFTER_SECONDS.match(html.unescape(stated)):
            return sent["url"]
    return ""


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


def _key(text: str) -> str:
    """Return the letters and digits of a text, folded.

    Combining marks are removed first, because normalizing a long run of them takes quadratic time.
    """
    letters = "".join(filter(str.isalnum, text))
    return "".join(filter(str.isalnum, fold(letters)))
