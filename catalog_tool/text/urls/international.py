"""Internationalized (``xn--``) host names: checks that they aren't made to look like others.

Sources: RFC 5891 (internationalized names), Unicode report 39 (confusable names).
"""

from __future__ import annotations

import re
import string
from urllib.parse import quote

import unicodedata2 as unicodedata

from catalog_tool.text.characters.letters import is_letter

# Scripts that are used together in one word; any other mixture imitates another name.
_SCRIPTS_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
# Cyrillic and Greek letters that look exactly like Latin ones.
_LATIN_LOOKING = frozenset("аеорсухіјѕһԁԛԝӏορνι")


def international_fault(host: str) -> str:
    """Return what is wrong with the encoded labels of a host, or ``""``.

    >>> international_fault("xn--mnchen-3ya.de"), international_fault("xn--a.com")
    ('', 'has an invalid international (xn--) name')
    """
    labels = host.split(".")
    encoded = [label for label in labels if label[2:4] == "--"]
    if not encoded:
        return ""
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        shown = [idna.decode(label, strict=True) for label in encoded]
    except idna.IDNAError:
        return "has an invalid international (xn--) name"
    if not all(map(_is_one_script, shown)):
        return "mixes letters from several scripts"
    if labels[-1] not in encoded and any(map(_imitates_latin, shown)):
        return "uses letters that only look like Latin letters"
    return ""


def _is_one_script(label: str) -> bool:
    """Whether a name uses one script, by the first word of its letters' Unicode names."""
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in label if is_letter(char)}
    return len(scripts) <= 1 or any(map(scripts.issubset, _SCRIPTS_WRITTEN_TOGETHER))


def _imitates_latin(label: str) -> bool:
    """Whether all letters of a name look like Latin ones: ``аррӏе`` is all Cyrillic."""
    letters = {char for char in label if is_letter(char)}
    return bool(letters) and letters <= _LATIN_LOOKING


def encode_host(host: str) -> str:
    """Return a host name as the internet spells it; unchanged if that isn't possible.

    >>> encode_host("www.müller.de")
    'www.xn--mller-kva.de'
    """
    if host.isascii():
        return host
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return host


def encode_address(address: str) -> str:
    """Return a web address in ASCII that leads to the same page.

    >>> encode_address("https://www.müller.de/über")
    'https://www.xn--mller-kva.de/%C3%BCber'
    """
    scheme, slashes, rest = address.partition("//")
    if address.isascii() or not slashes:
        return address
    host, *path = re.split("(?=[/?#])", rest, maxsplit=1)
    return f"{scheme}//{encode_host(host)}{quote(''.join(path), safe=string.punctuation)}"


def decode_host(host: str) -> str:
    """Return a host name as people write it; a label that can't be decoded stays as it is.

    >>> decode_host("www.xn--mller-kva.de")
    'www.müller.de'
    """
    return ".".join(map(_decode, host.split("."))) if "xn--" in host else host


def _decode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        return idna.decode(label)
    except idna.IDNAError:
        return label
