"""A new entry to fill in, with an explanation of every key and placeholders for missing values.

The explanations and examples come from the model. The rule about placeholders reports each
placeholder and nothing else.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args, get_origin

from catalog_tool.model.entry_yaml import SCHEMA_FROM_PARTNERS, entry_text
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import slug, sort_key

_COLUMNS = 90
_HEAD = """\
# Replace every TODO and example.com. `catalog check` finds them all. Lines that begin with #
# are comments for people who edit this file. Readers of the catalog never see them.
"""
_OPTIONAL_HEAD = """\
# A key after "# " is optional. To use it, replace its example and remove the "# " before it.
"""


def new_entry(
    values: Mapping[str, Plain], schema: str = SCHEMA_FROM_PARTNERS, model: type[Partner] = Partner
) -> str:
    """Return the text of a new partner file, in canonical form and with comments.

    Args:
        values: the known values by key; at least ``name``.
        schema: path of the JSON Schema, relative to the file.
        model: the keys that an entry can have, and those that it needs.
    """
    needed = {"name", "website", *model.required, *model.own_fields}
    placeholders = _placeholders(values, model).items()
    filled = {key: text for key, text in placeholders if key in needed} | dict(values)
    modeline, _ = entry_text({}, schema).split("\n", 1)
    blocks = {key: _block(key, filled, model) for key in model.by_key()}
    first_optional = next((key for key in blocks if key not in filled), "")
    return "\n".join([f"{modeline}\n{_HEAD}", *_with_head(blocks, first_optional)])


def known_spellings(
    names: Iterable[str], vocabulary: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return applications under their names in the catalog.

    Returns:
        The names in the order of the catalog without duplicates, and a sentence about each change.
    """
    kept: dict[str, None] = {}
    said = []
    for name in names:
        canonical = vocabulary.canonical(name) or name
        if canonical in kept:
            said.append(f"{name!r} is already in the list.")
        elif canonical != name:
            said.append(f"{name!r} is listed as {canonical!r}, its name in this catalog.")
        kept[canonical] = None
    return tuple(sorted(kept, key=sort_key)), tuple(said)


def choices(key: str, model: type[Partner] = Partner) -> tuple[str, ...]:
    """Return the words that are allowed as values; empty if any word is allowed."""
    return tuple(_literals(model.by_key()[key].annotation))


def _placeholders(values: Mapping[str, Plain], model: type[Partner]) -> dict[str, Plain]:
    address = f"https://www.example.com/{slug(str(values['name'])) or 'partner'}"
    placeholders: dict[str, Plain] = {
        "website": address,
        "contact": f"{address}/contact",
        "description": "TODO: say in a few sentences what the integration connects and does.\n",
    }
    for key, field in model.own_fields.items():
        if field.required:
            placeholders[key] = (f"TODO {field.example}",) if field.multiple else "TODO"
    if not any(values.get(key) for key in model.ways_in()[1:]):
        placeholders["applications"] = ("TODO name of an application",)
    return placeholders


def _with_head(blocks: Mapping[str, str], first_optional: str) -> Iterator[str]:
    for key, block in blocks.items():
        if key == first_optional:
            yield _OPTIONAL_HEAD
        yield block


def _block(key: str, filled: Mapping[str, Plain], model: type[Partner]) -> str:
    """Return one key with its explanation; a key without a value is a commented example."""
    lines = list(_explanation(key, model))
    if key in filled:
        lines += _written(key, filled[key], model)
    else:
        lines += [f"# {line}" for line in _written(key, _example(key, filled, model), model)]
    return "\n".join([*lines, ""])


def _explanation(key: str, model: type[Partner]) -> Iterator[str]:
    words = choices(key, model)
    listed = f" Choose from: {', '.join(words)}." if words else ""
    text = f"{model.by_key()[key].description}{listed}"
    yield from (f"# {line}" for line in textwrap.wrap(text, _COLUMNS, break_on_hyphens=False))


def _written(key: str, value: Plain, model: type[Partner]) -> list[str]:
    return entry_text({key: value}, model=model).splitlines()[1:]


def _example(key: str, filled: Mapping[str, Plain], model: type[Partner]) -> Plain:
    if key == "logo" and (identifier := slug(str(filled["name"]))):
        return f"{identifier}.svg"  # the check wants the name of the entry
    example: Plain = (model.by_key()[key].examples or [""])[0]
    return example


def _literals(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _literals(argument)
