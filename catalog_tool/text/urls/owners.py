"""What tells the owner of an address that people write, with or without a scheme.

That is its domain, or its account on a host that many share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.text.name_finder import words_of
from catalog_tool.text.urls.domains import domain_of, is_domain, registrable_domain

_OUTSIDE = re.compile(r"(?:(?:https?:)?//|www\.)([^/?#\s@:]+)(?:/([^/?#\s]*))?", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"([\w-]+(?:\.[\w-]+)+)(?:/([^/?#\s]*)|\Z)")
_FILE = re.compile(r"\.(?:md|py|rs|sh|zip)\Z", re.IGNORECASE)
"""The end of a file's name that is also the end of domains."""
_SHORT = 2
"""Most letters of a word that says nothing about an address."""
_SHARED_HOSTS = frozenset("bitbucket.org codeberg.org github.com gitlab.com linkedin.com".split())
"""Hosts on which the first part of a path is an owner."""


@lru_cache(4096)
def host_in(target: str) -> tuple[str, str] | None:
    """Return the host of a web address and the first part of its path, or ``None``."""
    match = _OUTSIDE.match(target)
    if not match and (match := _WITHOUT_SCHEME.match(target)):
        match = None if _FILE.search(match[1]) or not is_domain(match[1].lower()) else match
    return (match[1].lower().removeprefix("www."), (match[2] or "").lower()) if match else None


def owner_of(target: str) -> str:
    """Return what tells the owner of a web or email address, or ``""``."""
    if not (found := host_in(target)):
        return domain_of(target)
    host, account = found
    return f"{host}/{account}" if host in _SHARED_HOSTS else registrable_domain(host)


def is_account(target: str) -> bool:
    """Return whether a web address is the page of an account on a shared host."""
    return "/" in owner_of(target) and is_first_page(target)


def is_first_page(target: str) -> bool:
    """Return whether a web address is the first page of its owner."""
    site = target.lower().rpartition("://")[2].removeprefix("www.")
    return site.rstrip("/") == owner_of(target)


def is_like(target: str, name: str) -> bool:
    """Return whether a word of a name is in the domain of a web or email address."""
    return any(_found(name, target))


def is_named(target: str, name: str) -> bool:
    """Return whether all words of a name are in the domain of a web or email address."""
    found = _found(name, target)
    return bool(found) and all(found)


def _found(name: str, target: str) -> list[bool]:
    """Return for each word of a name that says something whether it is in the domain."""
    owner = owner_of(target)
    words = [word for word in words_of(name) if len(word) > _SHORT]
    return [word in owner and "/" not in owner for word in words]
