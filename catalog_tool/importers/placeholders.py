"""Recognizes records that only show where a partner can be, such as *Your logo here*."""

from __future__ import annotations

from collections.abc import Iterable

from catalog_tool.importers.words import is_to_fill_in, words_of
from catalog_tool.model.placeholders import is_placeholder as has_placeholder
from catalog_tool.text.urls.owners import host_in

_PLACES = frozenset("available example pending placeholder tba tbd vacant you your".split())


def is_placeholder(name: str, site: str, texts: Iterable[str]) -> bool:
    """Return whether a record says so, or has no website of its own and a name or text to replace.

    Args:
        name: its name.
        site: its website, or ``""``.
        texts: everything else that it says.
    """
    told = [name, *(text for text in texts if not host_in(text))]
    words = words_of(name)
    is_place = bool(words and is_to_fill_in(name)) or not _PLACES.isdisjoint(words)
    is_own = host_in(site) is not None and not has_placeholder(site)
    is_free = not is_own and (is_place or any(map(has_placeholder, told)))
    return is_free or "placeholder" in map(str.lower, told)
