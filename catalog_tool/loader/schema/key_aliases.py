"""Finds the key of an entry that the author of an unknown key meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from itertools import islice
from types import MappingProxyType

from pydantic import BaseModel

from catalog_tool.loader.limits import MOST_GUESSED
from catalog_tool.model.key_names import (
    DEFINITION_KEY_OF_NAME,
    KEY_OF_NAME,
    LINK_KEY_OF_NAME,
    UNCERTAIN_NAMES,
)
from catalog_tool.model.partner import Partner
from catalog_tool.text.characters.confusables import in_latin
from catalog_tool.text.ordering import fold

_LONGEST_KEY = 100  # in characters; a longer one is a text without its key
# Similarity of two keys, from 0 to 1: enough for a suggestion, and enough for a safe fix.
_LIKELY = 0.7
_CERTAIN = 0.85
_FEWEST_FOREIGN = 3  # keys; fewer get a message each
_LINK_KEYS = frozenset({"label", "url"})
_NUMBER = re.compile(r"\A[0-9]+_")
_NONE: Mapping[str, str] = MappingProxyType({})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def intended_key(
    key: str, known: Iterable[str], own_names: Mapping[str, str] = _NONE
) -> str | None:
    """Return the known key that an unknown one is meant to be, or ``None``.

    Case, accents, spaces, and hyphens don't matter. Other words that people use, and typos of one
    or two letters, are recognized.

    Args:
        key: the key as written.
        known: the keys that are allowed here and aren't used yet.
        own_names: what the catalog calls some of them, from :func:`names_of_own`.
    """
    if len(key) > _LONGEST_KEY:
        return None
    choices = list(known)
    if name := known_name(key, choices, own_names):
        return name
    spelled = _normalize(key)
    near = get_close_matches(spelled, choices, 1, _LIKELY)
    named = [choice for choice in choices if choice in spelled.split("_")]
    return next(iter([*near, *named]), None)


def names_of_own(model: type[BaseModel]) -> dict[str, str]:
    """Return keys by what a catalog calls them: the nouns of its owner, and its own fields."""
    if not issubclass(model, Partner):
        return {}
    fields = (
        (name, key)
        for key, definition in model.own_fields.items()
        for name in (definition.label, *definition.aliases)
    )
    named = (*model.own_nouns.items(), *fields)
    return {spelled: key for name, key in named if (spelled := _normalize(name))}


def known_name(
    key: str, known: Collection[str], own_names: Mapping[str, str] = _NONE
) -> str | None:
    """Return the key that has this name or alias, or ``None``; the catalog's own names go first."""
    spelled = _normalize(key)
    if spelled in known:
        return spelled
    names = LINK_KEY_OF_NAME if {*known} <= _LINK_KEYS else KEY_OF_NAME
    others = (own_names.get(spelled), names.get(spelled), DEFINITION_KEY_OF_NAME.get(spelled))
    return next((other for other in others if other in known), None)


def are_of_another_format(
    keys: Collection[str], fields: AbstractSet[str], own_names: Mapping[str, str] = _NONE
) -> bool:
    """Whether the keys of a file have nothing to do with an entry, so one message is enough.

    Args:
        keys: all keys of the file, as written.
        fields: all keys of an entry.
        own_names: what the catalog calls some of them.
    """
    if len(keys) < _FEWEST_FOREIGN or not fields.isdisjoint(keys):
        return False
    some = islice(keys, MOST_GUESSED)
    return sum(intended_key(key, fields, own_names) is not None for key in some) <= len(keys) / 4


def no_key_hint(
    key: str,
    missing: Collection[str],
    fields: Collection[str],
    own_names: Mapping[str, str] = _NONE,
) -> str:
    """Return the hint for an unknown key that doesn't resemble any of the missing keys.

    Args:
        key: the key as written.
        missing: the known keys that aren't used yet.
        fields: all keys that are allowed here.
        own_names: what the catalog calls some of them.
    """
    present = known_name(key, fields, own_names)
    if present and _normalize(key) not in UNCERTAIN_NAMES:
        return f"It means the same as {present!r}, which is already here. Keep one of them."
    if not missing:
        return (
            "No other keys are allowed here. If it comes from an older version of this program, "
            "run `catalog upgrade`, which moves it. Otherwise, remove it."
        )
    if "name" in fields:
        return f"Say it in the description, or remove it. Other known keys: {', '.join(missing)}."
    return f"Known keys: {', '.join(missing)}."


def is_certain(key: str, meant: str, own_names: Mapping[str, str] = _NONE) -> bool:
    """Whether a key can only mean ``meant``, so that renaming it is safe."""
    spelled = _normalize(key)
    if own_names.get(spelled) == meant:
        return True
    if spelled in UNCERTAIN_NAMES:
        return False
    if known_name(key, [meant]):
        return True
    return bool(get_close_matches(spelled, [meant], 1, _CERTAIN))


def _normalize(key: str) -> str:
    return _NUMBER.sub("", _NOT_WORD.sub("_", fold(in_latin(key))).strip("_"))
