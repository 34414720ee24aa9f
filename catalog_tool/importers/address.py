"""A web or email address of a page, and what tells its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog_tool.importers.result import Lines
from catalog_tool.importers.words import words_of
from catalog_tool.text.urls.domains import domain_of, is_domain, registrable_domain

_OUTSIDE = re.compile(r"(?:(?:https?:)?//|www\.)([^/?#\s@:]+)(?:/([^/?#\s]*))?", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"([\w-]+(?:\.[\w-]+)+)(?:/([^/?#\s]*)|\Z)")
_FILE = re.compile(r"\.(?:md|py|rs|sh|zip)\Z", re.IGNORECASE)
"""The end of a file's name that is also the end of domains."""
_SHORT = 2
"""Most letters of a word that says nothing about an address."""
_SHARED_HOSTS = frozenset("bitbucket.org codeberg.org github.com gitlab.com linkedin.com".split())
"""Hosts on which the first part of a path is an owner."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web or email address.

    Attributes:
        lines: its lines.
        target: the address as written.
        text: the text of the link, or the words next to it; ``""`` if it is the address itself.
        key: the key that its label or its section names; ``""`` for anything else.
        is_in_text: whether a text of the entry contains it, too.
        is_labeled: whether the key comes from its own label.
    """

    lines: Lines
    target: str
    text: str = ""
    key: str = ""
    is_in_text: bool = False
    is_labeled: bool = False

    @property
    def is_email(self) -> bool:
        """Whether it is an email address."""
        return "@" in self.target and "/" not in self.target

    @property
    def is_outside(self) -> bool:
        """Whether it leads to another site, or is an email address."""
        return self.is_email or host_in(self.target) is not None

    @property
    def owner(self) -> str:
        """What tells its owner: its domain, or its account on a shared host."""
        return owner_of(self.target)

    @property
    def project(self) -> str:
        """Its owner, or on a shared host the project of the owner."""
        return self.target.rstrip("/") if "/" in self.owner else self.owner

    @property
    def is_first_page(self) -> bool:
        """Whether it is the first page of its owner."""
        site = self.target.lower().rpartition("://")[2].removeprefix("www.")
        return site.rstrip("/") == self.owner

    def is_like(self, name: str) -> bool:
        """Return whether a word of a name is in its domain."""
        return is_like(self.target, name)


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
    address = Address(Lines(1, 1), target)
    return address.is_first_page and "/" in address.owner


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
