"""Finds the choice or the login that people mean by what they write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import islice

from pydantic import BaseModel

from catalog_tool.loader.limits import is_worth_a_guess
from catalog_tool.loader.schema.value_repairs import IntendedValue
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit, ReplaceValue, Where
from catalog_tool.model.fields import MOST_VALUES, TYPES, FieldValue
from catalog_tool.model.nodes import Mapping as KeysNode
from catalog_tool.model.nodes import Scalar, Sequence
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.text.ordering import fold, same_key, slug
from catalog_tool.text.phrases import shorten
from catalog_tool.text.yaml_scalar import as_scalar

Choices = Mapping[str, FieldValue]
"""The values that a place can have, each with its meaning."""
KEY_PER_LINE = "Write each key with its value on a separate line."


def intended_login(text: str) -> IntendedValue | None:
    """Return the GitHub login that a text is meant to be, or ``None``."""
    match = re.fullmatch(
        r"(?:(?:https?://)?(?:www\.)?github\.com/)?@?([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)/?",
        text.strip(),
    )
    if match and match[1] != text:
        return IntendedValue(match[1], is_certain=True)
    return IntendedValue("", is_certain=False, hint=_LOGIN_HINT)


_LOGIN_HINT = (
    "Write the name of the GitHub account. It's the last part of the profile's address, "
    "https://github.com/NAME."
)

_BOTH = {"both", "both ways", "bidirectional", "two-way", "inbound/outbound", "in/out", "beide"}
_MOST_SHOWN = 30
_WORD = re.compile(r"[^\W_]+")
_SEEN_MAX_LENGTH = 60
_UNCHECKED = re.compile(r"\W*\[\s*\]|\s*[☐☒❌✗✘]")
# In shorter words, one letter makes another word: test and rest, SAP and SOAP.
_SHORTEST_GUESS, _SHORTEST_TYPO, _CERTAIN = 4, 6, 0.85


def choices_at(where: Where, expected: str, model: type[BaseModel]) -> Choices:
    """Return the values that a place can have, each with its meaning.

    Args:
        where: the place.
        expected: the values in quotes, as pydantic lists them; empty if they aren't known.
        model: the model of the file.
    """
    own = model.own_fields.get(str(where[0])) if issubclass(model, Partner) else None
    if own:
        return own.choices
    named = TYPES if where[-1] == "type" else {}
    values = re.findall(r"'([^']*)'", expected)
    return {each: named.get(each) or FieldValue(name=each) for each in values}


def choice_problem(where: Where, seen: str, choices: Choices, model: type[BaseModel]) -> Problem:
    """Return the problem of a value that isn't one of ``choices``."""
    found = intended_choice(seen, choices) if is_worth_a_guess(where, seen) else None
    fix = None
    if found:
        change = ReplaceValue(where, found.value)
        fix = ProposedFix(f"write {found.value}", (change,), found.is_certain)
    meant = f"Did you mean {found.value!r}? " if found else ""
    is_of_entry = issubclass(model, Partner)
    none = " If none fits, leave it out, and say it in the description." if is_of_entry else ""
    hint = f"{meant}{choose_from(choices)}{'' if found else none}"
    message = f"{shorten(seen, _SEEN_MAX_LENGTH)!r} isn't one of the allowed values."
    return Problem(where, message, hint, fix, rule="invalid-value")


def choose_from(choices: Choices) -> str:
    """Return the hint that lists the first choices."""
    listed = ", ".join([*islice(choices, _MOST_SHOWN), "…"][: len(choices)])
    return f"Choose from: {listed}."


def intended_choice(text: str, choices: Choices) -> IntendedValue | None:
    """Return the one of ``choices`` that is meant, or ``None``."""
    if _UNCHECKED.match(text):
        return None
    by_name = {
        same_key(name): value
        for value, meaning in choices.items()
        for name in (value, meaning.name, *meaning.aliases)
    }
    key = same_key(text)
    if key in by_name:
        return IntendedValue(by_name[key], is_certain=True)
    if len(key) >= _SHORTEST_GUESS and (near := get_close_matches(key, by_name, 1)):
        is_typo = len(key) >= _SHORTEST_TYPO and get_close_matches(key, near, 1, _CERTAIN)
        return IntendedValue(by_name[near[0]], is_certain=bool(is_typo))
    words = set(_WORD.findall(fold(text)))
    named = {by_name[word] for word in words if word in by_name} or _described(words, choices)
    return IntendedValue(named.pop(), is_certain=False) if len(named) == 1 else None


def _described(words: set[str], choices: Choices) -> set[str]:
    """Return the values whose descriptions have one of the longer words."""
    longer = {word.removesuffix("s") for word in words if len(word) >= _SHORTEST_GUESS}
    return {
        value
        for value, meaning in choices.items()
        if longer
        & {each.removesuffix("s") for each in _WORD.findall(fold(meaning.description or ""))}
    }


def intended_choices(text: str, choices: Choices) -> list[str]:
    """Return the choices that a text lists, in its order; an uncertain part stays as it is."""
    if text.strip().lower() in _BOTH and len(choices) == 2:  # noqa: PLR2004 - both are two
        return list(choices)
    parts = re.split(r"[,;/+&\n]|\band\b|\bund\b|\bet\b|\by\b", without_brackets(text))
    named = filter(None, map(str.strip, parts))
    meant = ((intended_choice(part, choices), part) for part in named)
    return list(
        dict.fromkeys(found.value if found and found.is_certain else part for found, part in meant)
    )


def without_brackets(text: str) -> str:
    """Return a text without the brackets around it, if they belong together."""
    bare = text.strip()
    is_list = bare[:1] == "[" and bare[-1:] == "]" and not {*bare[1:-1]} & {*"[]"}
    return bare[1:-1].strip() if is_list else bare


def choices_from_list(
    source: Source, where: Where, node: Sequence
) -> tuple[str, ProposedFix | None]:
    """Return the repair of a list of what readers see in place of the values of a choice."""
    key = source.key(where)
    names = [each.value for each in node.children if isinstance(each, Scalar)]
    values = {slug(name): name for name in names}
    is_plain = len(values) == len(node.children) <= MOST_VALUES and all(values)
    around = source.node(where[:-1])
    is_free = isinstance(around, KeysNode) and not around.flow
    if not (key and is_plain and is_free) or "#" in source.text[node.start : node.end]:
        return KEY_PER_LINE, None
    lines = [f"{value}: {as_scalar(name)}" for value, name in values.items()]
    change, shown = lines_below(source, key, node, lines)
    fix = ProposedFix("write a key for each value", (change,), safe=False)
    return f"Write a key for each value, which entries then use:{shown}", fix


def lines_below(
    source: Source, key: Scalar, node: Scalar | Sequence, lines: list[str]
) -> tuple[Edit, str]:
    """Return the edit that writes lines below a key in place of its value, and what to show."""
    _, column = source.position(key.start)
    indent = " " * (column + 1)
    written = "".join(f"\n{indent}{line}" for line in lines)
    colon = source.text.find(":", key.end, node.start)
    end = node.end - (source.text[node.end - 1] == "\n")
    return Edit(colon + 1, end, written), written[:200]
