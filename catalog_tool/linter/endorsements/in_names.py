"""Claims of approval in the names of partners."""

from __future__ import annotations

import re
from functools import cache

from catalog_tool.linter.endorsements.reading import (
    APPROVALS,
    RANKED,
    RANKS,
    TOKEN,
    key,
    names_of,
    to_plain_letters,
    words_among,
)

BADGE = "[✓✔✅☑🗸🗹★☆⭐✪✯✰🌟🏅🎖🏆🥇🥈🥉🛡🔰👑💯ⓥ]"
"""Pattern of signs that mean an approval."""
CLAIM = rf"\b(?:{'|'.join(APPROVALS)}|(?:{'|'.join(RANKS)})[ -]?(?:{'|'.join(RANKED)})s?)\b"
"""Pattern of words that claim it, in plain letters; :func:`claim_in_name` finds more."""
# Words that say honestly that a product works with the platform.
_LINKING = frozenset({"for", "with", "to"})
# Words that can be between these and the name of the platform.
_ARTICLES = frozenset({"a", "an", "our", "the"})
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def claim_in_name(name: str) -> str:
    """Return the word or sign of a name that claims an approval, as in ``Contoso (verified)``."""
    words = _words(name)
    keys = list(map(key, words))
    for at in range(len(keys)):
        if size := words_among(keys, at, _claims()):
            return " ".join(words[at : at + size])
    badge = re.search(BADGE, name)
    return badge.group() if badge else ""


def platform_in_name(name: str, platform: str) -> str:
    """Return the part of a partner's name that poses as the platform or its owner.

    The first word of the platform's name is taken as its owner: *Microsoft* of *Microsoft
    Dynamics*. ``Contoso for Microsoft Dynamics`` says whose product it is, so it passes, and so
    does ``Microsoftware GmbH``.

    Args:
        name: the name of a partner.
        platform: the platform's name from the settings; a platform without its own name, such as
            ``the platform``, isn't checked.
    """
    owned = names_of(platform)
    if not owned:
        return ""
    words = _words(name)
    keys = list(map(key, words))
    at = 0
    while at < len(keys):
        size = words_among(keys, at, owned)
        if size and not _is_linked(keys[:at]):
            return " ".join(words[at : at + size])
        at += size or 1
    return ""


def _words(name: str) -> list[str]:
    """Return the words of a name as a quick reader sees them, also those WrittenLikeThis."""
    return TOKEN.findall(_HUMP.sub(" ", to_plain_letters(name)))


@cache
def _claims() -> frozenset[str]:
    """Return the keys of the words that claim an approval in a name."""
    ranked = [f"{rank}{kind}" for rank in RANKS for kind in RANKED]
    return frozenset(map(key, [*APPROVALS, *ranked, *(f"{each}s" for each in ranked)]))


def _is_linked(before: list[str]) -> bool:
    """Whether the words before the platform's name, except articles, end with a word like *for*."""
    last = next((word for word in reversed(before) if word not in _ARTICLES), "")
    return last in _LINKING
