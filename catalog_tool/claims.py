"""What a text claims about the platform's opinion of a partner, which the catalog cannot vouch for.

English only: a catalog's texts are English, and no list of words covers the languages of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, takewhile

from catalog_tool.characters.look_alikes import in_latin
from catalog_tool.ordering import same_key

_APPROVALS = (
    *("official", "officially", "verified", "certified", "endorsed", "approved", "recommended"),
    *("authorised", "authorized", "accredited"),
)
_AUTHORITY = "|".join(_APPROVALS)
_RANKS = ("gold", "silver", "platinum", "premier", "preferred", "trusted", "elite", "strategic")
_RANKED = ("partner", "vendor", "provider", "supplier")
# Without one of these a text approves of nothing, and looking for them is far quicker.
_SIGNS = (
    *("official", "verified", "certified", "endorsed", "approved", "recommended", "authori"),
    *("accredited", "validated", "tested by"),
)
_BADGE = re.compile("[✓✔✅☑🗸🗹★☆⭐✪✯✰🌟🏅🎖🏆🥇🥈🥉🛡🔰👑💯ⓥ]")
# What the platform's owner itself publishes may be called official.
_PUBLISHED = "(?:docs?|documentation|guides?|guidance|marketplace|pages?|web ?sites?)"
# Words with which a name says honestly that it works with the platform.
_LINKING = frozenset({"for", "with", "to"})
_ARTICLES = frozenset({"a", "an", "our", "the"})
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKEN = re.compile(r"[^\W_]+")
_SAME_STROKES = str.maketrans("1l0", "iio")
_SHORTEST_RUN = 4


def claim_in_name(name: str) -> str:
    """Return the word or sign of a name that claims an approval, as in ``Contoso (verified)``."""
    words = _words(name)
    keys = list(map(_key, words))
    for at in range(len(keys)):
        if size := _owned_words(keys[at:], _claims()):
            return " ".join(words[at : at + size])
    badge = _BADGE.search(name)
    return badge.group() if badge else ""


def platform_in_name(name: str, platform: str) -> str:
    """Return the part of a partner's name that poses as the platform or as its owner.

    The first word of the platform's name is taken for its owner: *Microsoft* of *Microsoft Entra
    ID*. ``Contoso for Microsoft Entra ID`` says whose product is meant, and passes; so does
    ``Microsoftware GmbH``.

    Args:
        name: the name of a partner.
        platform: the platform as the settings name it; one without a name of its own, such as
            ``the platform``, is posed as by nobody.
    """
    owned = _names_of(platform)
    if not owned:
        return ""
    words = _words(name)
    keys = list(map(_key, words))
    at = 0
    while at < len(keys):
        size = _owned_words(keys[at:], owned)
        if size and not _is_linked(keys[:at]):
            return " ".join(words[at : at + size])
        at += size or 1
    return ""


def may_endorse(text: str) -> bool:
    """Return whether a text, with or without its markup, holds a word of approval at all."""
    folded = text.replace("*", "").lower()
    return any(sign in folded for sign in _SIGNS)


def endorsements(text: str, platform: str) -> Iterator[str]:
    """Yield each phrase that says the platform's owner, or this catalog, approves of something.

    Standards and auditors may be named: ``certified to ISO 27001`` passes.
    """
    if not may_endorse(text):
        return
    for found in _endorsement(platform).finditer(text):
        yield " ".join(found.group().split())


def _words(name: str) -> list[str]:
    """Return the words of a name as a quick reader sees them, those WrittenLikeThis too."""
    return _TOKEN.findall(_HUMP.sub(" ", _readable(name)))


@cache
def _claims() -> frozenset[str]:
    ranked = [f"{rank}{kind}" for rank in _RANKS for kind in _RANKED]
    return frozenset(map(_key, [*_APPROVALS, *ranked, *(f"{each}s" for each in ranked)]))


def _readable(name: str) -> str:
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", in_latin(name))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _owned_words(keys: list[str], owned: frozenset[str]) -> int:
    """Return how many of the first words together are among those that are not free; or 0."""
    longest = max(map(len, owned))
    runs = takewhile(lambda run: len(run) <= longest, accumulate(keys))
    return max((size for size, run in enumerate(runs, start=1) if run in owned), default=0)


def _key(word: str) -> str:
    """Return the key of a word as a quick reader sees it: ``M1cr0soft``, ``Rnicrosoft``."""
    return same_key(word).translate(_SAME_STROKES).replace("rn", "m")


def _is_linked(before: list[str]) -> bool:
    """Whether the words before one, articles apart, end in a word such as *for*."""
    last = next((word for word in reversed(before) if word not in _ARTICLES), "")
    return last in _LINKING


@lru_cache
def _names_of(platform: str) -> frozenset[str]:
    """Return the keys of the platform's owner, and of each run of two or more of its words."""
    words = _TOKEN.findall(platform)
    if not words or words[0].islower():
        return frozenset()
    keys = list(map(_key, words))
    from_owner = accumulate(keys)
    others = (run for at in range(1, len(keys)) for run in [*accumulate(keys[at:])][1:])
    return frozenset([*from_owner, *(run for run in others if len(run) >= _SHORTEST_RUN)])


@lru_cache
def _endorsement(platform: str) -> re.Pattern[str]:
    words = platform.split()
    owner = re.escape(words[0]) if _names_of(platform) else "(?!)"
    judge = rf"(?:the )?(?:{owner}|(?:platform|catalog)(?:'s owners?)?\b)"
    verb = rf"(?:{_AUTHORITY}|validated|tested)"
    return re.compile(
        rf"(?<!\bnot )\b{verb}(?:(?:,| and| or| &)? {verb})*\s+by\s+{judge}[\w ]{{0,20}}"
        rf"|\b{owner}[ -](?:{_AUTHORITY})\b(?! ID\b|:)"
        rf"|\b(?:{_AUTHORITY})\s+{owner}\b(?!\s+{_PUBLISHED})(?:\s+[\w-]+){{0,2}}",
        re.IGNORECASE,
    )
