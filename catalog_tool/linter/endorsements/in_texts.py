"""Phrases that say that the platform's owner or the catalog approves of a partner.

A sentence is turned into a row of words: words of the grammar below stay, the owner and the
platform have one name each, and styled letters become plain ones. So a phrase is found however it
is styled, broken, hyphenated, or emphasized.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate

from catalog_tool.linter.endorsements.reading import (
    APPROVALS,
    RANKED,
    RANKS,
    fold_strokes,
    key,
    keys_of,
    names_of,
    to_plain_letters,
    words_among,
)

_OWNER, _PLATFORM, _PARTNER = "OWNER", "PLATFORM", "PARTNER"
_TECHNICAL = ("verified", "validated", "tested", "approved", "authorised", "authorized", "audited")
_GIVEN = (*APPROVALS, *RANKS, *_TECHNICAL, "backed", "sponsored", "vetted", "reviewed")
_ACTIVE = (
    *("recommend", "recommends", "recommended", "endorse", "endorses", "endorsed", "trusts"),
    *("certifies", "certified", "verifies", "verified", "approves", "approved", "backs"),
    *("validated", "tested", "accredited", "authorised", "authorized", "prefers", "sponsors"),
)
_PEOPLE = (
    *("team", "teams", "group", "engineers", "engineering", "staff", "experts", "corporation"),
    *("corp", "inc", "itself", "owner", "owners", "editors", "admins", "maintainers", "center"),
)
_OFFERED = (
    *("partner", "partners", "vendor", "provider", "supplier", "connector", "connectors"),
    *("gateway", "integration", "integrations", "solution", "solutions", "product", "products"),
    *("adapter", "agent", "company", "choice"),
)
# What a platform checks while it runs, which says nothing about a partner.
_CHECKED = (
    *("access", "account", "accounts", "attributes", "change", "changes", "credentials"),
    *("certificate", "certificates", "domain", "domains", "group", "groups", "identities"),
    *("identity", "password", "passwords", "permissions", "request", "requests", "role", "roles"),
    *("session", "sessions", "signature", "signatures", "tenant", "tenants", "token", "tokens"),
    *("user", "users"),
)
# The owner may recommend how things are done, and may certify people.
_METHODS = (
    *("api", "apis", "approach", "architecture", "configuration", "interface", "limits"),
    *("method", "methods", "pattern", "patterns", "practice", "practices", "procedure"),
    *("protocol", "settings", "steps", "values", "way"),
)
_PERSONS = (
    *("administrators", "architects", "consultants", "engineers", "experts", "people"),
    *("professional", "professionals", "specialists", "staff", "trainers"),
)
_TOOLS = (
    *("client", "logs", "test", "tests", "tenant", "tenants", "tool", "tools", "validator"),
    *("service", "suite", "workflow", "workflows"),
)
_PUBLISHED = ("docs", "documentation", "guide", "guides", "guidance", "marketplace", "page")
_DENIALS = ("not", "neither", "nor", "never", "without", "isn", "aren", "wasn", "cannot")
_SMALL = (
    *("a", "an", "and", "at", "by", "from", "has", "have", "for", "id", "in", "just", "most"),
    *("as", "of", "on", "only", "or", "our", "own", "platform", "s", "the", "these", "this"),
    *("through", "us", "using", "via", "with", "year", "catalog"),
)
_KNOWN = (
    *(_GIVEN, _ACTIVE, _PEOPLE, _OFFERED, _CHECKED, _METHODS, _PERSONS, _TOOLS, _PUBLISHED),
    *(_DENIALS, _SMALL, RANKED),
)
# A text without any of these approves of nothing, and looking for them is far faster.
_SIGNS = (
    *("official", "verifie", "certifie", "endorse", "approve", "recommend", "authori", "accredit"),
    *("validated", "tested", "audited", "trust", "back", "sponsor", "prefer", "vetted", "reviewed"),
    *("gold", "silver", "platinum", "premier", "elite", "strategic", "year"),
)
_SHORTEST_NAME = 4
_FAR = 8
_NEAR = 5
_SENTENCE = re.compile(r"(?:[^.;:!?•|]|[.;:!?](?!\s|\Z))+")
_BREAKS = re.compile(r"[\W_]+")
# Up to the next capital letter within a word WrittenLikeThis.
_WORD = re.compile(r"[^\W_]+?(?=(?<=[a-z])(?=[A-Z])|[\W_]|\Z)")


def may_endorse(text: str) -> bool:
    """Return whether a text, with or without its markup, contains a word of approval at all."""
    return _has_sign(fold_strokes(text.replace("*", "").lower()))


def _has_sign(folded: str) -> bool:
    return any(map(folded.__contains__, _fold_signs()))


def endorsements(text: str, platform: str, partner: str = "") -> Iterator[str]:
    """Yield each phrase that says that the platform's owner or this catalog approves of something.

    Texts can name standards and auditors: ``certified to ISO 27001`` passes. So does what the
    platform does while it runs (*tokens are verified by …*), and how its owner says that things are
    done (*the approach recommended by …*).

    Args:
        text: plain text.
        platform: the platform's name from the settings.
        partner: the name of the partner whose text it is.
    """
    seen = to_plain_letters(text)
    if not may_endorse(seen):
        return
    judges = (*map(fold_strokes, ("catalog", "platform")), *_names(platform, ""), *_parts(platform))
    for sentence in _SENTENCE.finditer(seen):
        folded = fold_strokes(_BREAKS.sub("", sentence.group().lower()))
        if any(judge in folded for judge in judges) and _has_sign(folded):
            yield from _in_sentence(seen, sentence, platform, partner)


def _in_sentence(text: str, sentence: re.Match[str], platform: str, partner: str) -> Iterator[str]:
    spans, words = _row(text, sentence, platform, partner)
    offsets = list(accumulate((len(word) + 1 for word in words), initial=0))
    place = {offset: at for at, offset in enumerate(offsets)}
    row = "".join(f"{word} " for word in words)
    for found in _grammar().finditer(row):
        first, end = _first_of_all(words, place[found.start()]), place[found.end()]
        is_title = text.startswith(":", spans[end - 1][1])  # a certificate of a person
        before, behind = words[max(0, first - _FAR) : first], words[end : end + 1]
        if not is_title and not _is_free(before, words[first:end], behind):
            yield " ".join(text[spans[first][0] : spans[end - 1][1]].split())


def _row(
    text: str, sentence: re.Match[str], platform: str, partner: str
) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the spans of a sentence's words, and the words as the grammar names them."""
    found = list(_WORD.finditer(text, sentence.start(), sentence.end()))
    keys = [key(word.group()) for word in found]
    names = _names(platform, partner)
    known = frozenset(names)
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    at = 0
    while at < len(found):
        size = words_among(keys, at, known)
        run = found[at : at + max(size, 1)]
        is_part = found[at].group()[0].isupper() and keys[at] in _parts(platform)
        plain = _known().get(keys[at]) or ("x" if not is_part else _PLATFORM)
        words.append(names["".join(keys[at : at + size])] if size else plain)
        spans.append((run[0].start(), run[-1].end()))
        at += len(run)
    return spans, words


def _first_of_all(words: list[str], at: int) -> int:
    """Return the position of the first word of an enumeration, as in *certified and endorsed*."""
    while words[at] in _GIVEN:
        step = 2 if words[at - 1] in {"and", "or"} else 1
        if at < step or words[at - step] not in _GIVEN:
            break
        at -= step
    return at


def _is_free(before: list[str], phrase: list[str], behind: list[str]) -> bool:
    """Whether a phrase is negated, or is about something other than a partner."""
    if _is_denied(before[-_NEAR:]):
        return True
    about = next((word for word in reversed(before) if word in _subjects()), "")
    nouns = {about, *behind} - set(_OFFERED)
    given = phrase[: phrase.index("by")] if "by" in phrase else phrase
    is_technical = given[-1] in _TECHNICAL or given[0] in {_PLATFORM, "platform"}
    if is_technical and nouns & {*_CHECKED, "through", "via"}:
        return True
    is_product = phrase[-1] == _PLATFORM and given[-1] == "tested"
    is_manner = before[-1:] == ["as"] and given[-1] == "recommended"
    return is_product or is_manner or bool(nouns & {*_METHODS, *_PERSONS, *_PUBLISHED, "id"})


def _is_denied(before: list[str]) -> bool:
    at = next((at for at, word in enumerate(before) if word in _DENIALS), None)
    return at is not None and before[at + 1 : at + 2] not in (["only"], ["just"])


@cache
def _subjects() -> frozenset[str]:
    return frozenset([*_OFFERED, *_CHECKED, *_METHODS, *_PERSONS])


@cache
def _known() -> dict[str, str]:
    return {key(word): word for words in _KNOWN for word in words}


@cache
def _fold_signs() -> tuple[str, ...]:
    return tuple(map(fold_strokes, _SIGNS))


@lru_cache
def _parts(platform: str) -> frozenset[str]:
    """Return the keys of the longer words of the platform's name, without its owner."""
    return frozenset(each for each in keys_of(platform)[1:] if len(each) >= _SHORTEST_NAME)


@lru_cache
def _names(platform: str, partner: str) -> dict[str, str]:
    owned = dict.fromkeys(names_of(platform), _PLATFORM)
    owner = dict.fromkeys(keys_of(platform)[:1], _OWNER)
    mine = {key(partner): _PARTNER} if len(partner) >= _SHORTEST_NAME else {}
    return mine | owned | owner


@cache
def _grammar() -> re.Pattern[str]:
    given, active, people = map("|".join, (_GIVEN, _ACTIVE, _PEOPLE))
    offered, ranks, ranked = map("|".join, (_OFFERED, RANKS, RANKED))
    approval, tools = "|".join(APPROVALS), "|".join(_TOOLS)
    whose = "(?:OWNER|PLATFORM|platform|catalog)"
    noun = r"(?!(?:with|in|for|on|and|using|by)\b)\w+ "
    judge = (
        rf"(?:(?:the |this )?{whose} (?:s )?(?:{noun}){{0,2}}(?:{people}) "
        rf"|(?:the )?(?:\w+ ){{1,3}}(?:{people}) (?:at|of|from) (?:OWNER|PLATFORM) "
        rf"|(?:the |this )?{whose} (?!(?:{noun}){{0,3}}(?:{tools})\b))"
    )
    return re.compile(
        rf"\b(?:{given}) by {judge}"
        rf"|\b{judge}(?:(?:has|have) )?(?:{active}) (?:us|our|this|these|PARTNER) "
        rf"|\bOWNER (?:{approval}) "
        rf"|\b(?:OWNER|catalog) (?:s )?(?:most |own )?(?:{approval}|{ranks}) (?:{offered}) "
        rf"|\bOWNER (?:\w+ )?(?:{ranks}) (?:{ranked}) |\bOWNER (?:\w+ ){{0,3}}partner of the year "
        rf"|\b(?:{approval}) (?:OWNER|PLATFORM) (?:s )?(?:\w+ ){{0,2}}(?:{offered}) "
        rf"|\b(?:{approval}|preferred|trusted|strategic) (?:\w+ )?(?:partner|connector|gateway) "
        rf"of (?:the |this )?{whose} "
    )
