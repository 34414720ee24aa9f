"""Separates the mistakes among the errors of pydantic from errors that only follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from catalog_tool.loader.limits import MOST_GUESSED
from catalog_tool.loader.schema.key_aliases import (
    are_of_another_format,
    intended_key,
    known_name,
    names_of_own,
)
from catalog_tool.loader.schema.link_shapes import dash_between_keys, label_for_key
from catalog_tool.loader.schema.messages import place_of, schema_problem
from catalog_tool.loader.schema.ticked_names import ticked_names
from catalog_tool.loader.schema.unknown_keys import kind_of, known_keys
from catalog_tool.loader.yaml.mistakes import whole_file_mistake
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.edits import Where
from catalog_tool.model.nodes import Scalar
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.text.characters import hidden_characters

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def schema_problems(
    details: list[ErrorDetails], source: Source, model: type[BaseModel]
) -> Iterator[Problem]:
    """Yield one problem for each mistake among the schema errors of a file.

    Args:
        details: the errors of pydantic.
        source: the file.
        model: the model that the file doesn't fit.
    """
    keys = source.root.by_key if source.root else {}
    if issubclass(model, Partner) and (whole := _whole_file_problem(source, model.by_key())):
        yield whole
        return
    if issubclass(model, Partner) and are_of_another_format(
        keys, model.by_key().keys(), names_of_own(model)
    ):
        yield _foreign_keys(source, next(iter(keys)))
        return
    if issubclass(model, Partner) and (ticked := ticked_names(source)):
        yield ticked
        details = [detail for detail in details if place_of(detail)[0][:1] != ticked.where]
    meant = dict(_meant_keys(details, source, model))
    misspelled = set(_misspelled_places(details, source, meant))
    for detail in details:
        if not _follows(detail, misspelled, source):
            yield schema_problem(detail, source, model, meant)


def _whole_file_problem(source: Source, keys: Collection[str]) -> Problem | None:
    """Return the problem of a file that is something else, or an entry with something around it.

    If it can be repaired, its first line must be a key that entries don't have; otherwise, it is
    repaired already.
    """
    mistake = whole_file_mistake(source.text)
    if mistake is None or source.root is None:
        return None
    line, _ = source.position(mistake.span[0])
    unknown = (key for key, _ in source.root.pairs if key.value not in keys)
    is_repaired = all(source.position(key.start)[0] != line for key in unknown)
    if mistake.repair and is_repaired:
        return None
    return mistake.problem("wrong-shape")


def _foreign_keys(source: Source, first: str) -> Problem:
    message = f"None of the keys is a key of an entry. The first one is {first[:60]!r}."
    hint = (
        "Every entry uses the same English keys: name, website, contact, description, "
        "applications. Replace your keys with these. The values can stay in your language."
    )
    key = source.key((first,))
    span = (key.start, key.end) if key else None
    return Problem((), message, hint, span=span, rule="wrong-shape")


def _meant_keys(
    details: Sequence[ErrorDetails], source: Source, model: type[BaseModel]
) -> Iterator[tuple[Where, str | None]]:
    """Yield the place of each unknown key with the key that it is meant to be, if any."""
    unknown = [place_of(detail)[0] for detail in details if detail["type"] == "extra_forbidden"]
    meant = {}
    for number, where in enumerate(unknown):
        guess = intended_key if number < MOST_GUESSED else known_name
        known = known_keys(where, source, model)
        meant[where] = guess(str(where[-1]), known, names_of_own(model))
    if issubclass(model, Partner):
        unclear = [where for where, key in meant.items() if key is None and len(where) == 1]
        kinds = Counter(kind_of(source.node(where)) for where in unclear)
        missing = _missing_keys(details, source, model) - {*meant.values()}
        for where in unclear:
            kind = kind_of(source.node(where))
            meant[where] = kind if kind in missing and kinds[kind] == 1 else None
    yield from meant.items()


def _missing_keys(
    details: Sequence[ErrorDetails], source: Source, model: type[Partner]
) -> set[str]:
    """Return the keys that an entry needs and doesn't have."""
    places = (place_of(detail)[0] for detail in details if detail["type"] == "missing")
    missing = {str(where[0]) for where in places if len(where) == 1}
    if source.root is None or "applications" not in model.required:
        return missing
    is_listed = {*model.ways_in()} & source.root.by_key.keys()
    return missing if is_listed else missing | {"applications"}


def _misspelled_places(
    details: Iterable[ErrorDetails], source: Source, meant: Mapping[Where, str | None]
) -> Iterator[Where]:
    """Yield the places of the keys that unknown keys are meant to be."""
    for detail in details:
        where, _ = place_of(detail)
        if detail["type"] == "missing" and dash_between_keys(source, where):
            following = (where[0], int(where[1]) + 1)
            yield from ((*following, key) for key in ("label", "url"))
        if detail["type"] == "extra_forbidden":
            if label_for_key(source, where):
                yield from ((*where[:-1], key) for key in ("label", "url"))
            if key := meant.get(where):
                yield (*where[:-1], key)


def _follows(detail: ErrorDetails, misspelled: set[Where], source: Source) -> bool:
    """Whether a schema error only follows from another mistake that is reported anyway."""
    where, on_key = place_of(detail)
    kind = detail["type"]
    if kind == "missing":
        return where in misspelled
    # Whatever made it so long, the rules must not read it.
    if detail.get("ctx", {}).get("is_size"):
        return False
    is_value = not on_key and kind != "extra_forbidden"
    node = source.node(where) if is_value else source.key(where)
    if not isinstance(node, Scalar):
        node = source.key(where)
    # As written and as read: a hidden character can be there as itself or as an escape.
    seen = [source.text[node.start : node.end], node.value] if node else [str(where[-1:])]
    return any(next(hidden_characters(text), None) is not None for text in seen)
