"""The logo of a partner: a picture that was judged, with the name of its file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated

from catalog_tool.model.values import length_check, refuse, text_schema, unless_draft
from catalog_tool.text.ordering import ID_MAX_LENGTH
from catalog_tool.text.refusals import Refusal

_ENDINGS = (".svg", ".png")
_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|png)$"

NO_LOGO = Refusal(
    rf"^(?!{_PATTERN[1:-1]}\Z)",
    "isn't the name of a logo",
    "Write the file name of your entry with .svg or .png, and upload that file to logos/.",
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that is safe to publish.

    Attributes:
        name: name of its file: the id of the entry with ``.svg`` or ``.png``.
        content: the file as it is published.
    """

    name: str
    content: bytes

    @property
    def address(self) -> str:
        """Its address on the site."""
        return f"logos/{self.name}"

    @property
    def facts(self) -> str:
        """Its name, size, and checksum, so that two versions can be told apart in words."""
        checksum = hashlib.sha256(self.content).hexdigest()[:12]
        return f"{self.name}, {len(self.content):,} bytes, SHA-256 {checksum}…"


def is_logo_name(text: str) -> bool:
    """Return whether a text can be the name of a logo, of whatever entry."""
    return re.fullmatch(_PATTERN, text, re.ASCII) is not None


def logo_names(identifier: str) -> tuple[str, ...]:
    """Return the names that the logo of an entry can have."""
    return tuple(identifier + ending for ending in _ENDINGS)


def _check_logo(value: str) -> None:
    length_check(ID_MAX_LENGTH + len(".svg"))(value)
    if reason := NO_LOGO.reason_against(value):
        meant = value.replace("\\", "/").rpartition("/")[2].lower()
        is_meant = "://" not in value and re.fullmatch(_PATTERN, meant, re.ASCII)
        raise refuse("invalid-value", reason, NO_LOGO.hint, meant if is_meant else "")


LogoName = Annotated[
    str,
    unless_draft(_check_logo),
    text_schema(_PATTERN, "Write the file name of the entry with .svg or .png."),
]
