"""Recognizes records that only show where a partner can be, such as *Your logo here*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_tool.importers.words import is_to_fill_in, words_of
from catalog_tool.text.urls.owners import host_in

_PLACES = frozenset("available example pending placeholder tba tbd vacant you your".split())
_FILLER = re.compile(r"\blorem? ipsum\b", re.IGNORECASE)
_RESERVED = frozenset({"example.com", "example.net", "example.org"})


def is_placeholder(name: str, site: str, texts: Iterable[str]) -> bool:
    """Return whether a record says so, or has no website of its own and a name or text to replace.

    Args:
        name: its name.
        site: its website, or ``""``.
        texts: everything else that it says.
    """
    told = list(texts)
    words = words_of(name)
    is_place = bool(words and is_to_fill_in(name)) or not _PLACES.isdisjoint(words)
    host = host_in(site)
    is_own = host is not None and host[0] not in _RESERVED
    is_free = not is_own and (is_place or any(map(_FILLER.search, told)))
    return is_free or "placeholder" in map(str.lower, told)
