"""A web or email address of a page, and what tells its owner."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_tool.importers.result import Lines
from catalog_tool.text.urls.owners import host_in, is_first_page, is_like, owner_of


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
        return is_first_page(self.target)

    def is_like(self, name: str) -> bool:
        """Return whether a word of a name is in its domain."""
        return is_like(self.target, name)
