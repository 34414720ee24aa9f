"""A new entry to fill in: every key explained, what only the partner can say left as a placeholder.

The explanations and examples are those of the model. What is left to fill in is written so that
the rule about placeholders points at each place, and at nothing else.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from catalog_tool.model.entry_yaml import SCHEMA_FROM_PARTNERS, entry_text
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import slug, sort_key

_COLUMNS = 90
_HEAD = """\
# Fill in what says TODO or example.com; `catalog check` finds every place. Lines that begin
# with # are comments for whoever writes this file: readers of the catalog never see them.
"""
_OPTIONAL_HEAD = """\
# What follows may be left out. To use a key, replace its example and take away the "# " before it.
"""


def new_entry(values: Mapping[str, Plain], schema: str = SCHEMA_FROM_PARTNERS) -> str:
    """Return the text of a new partner file, in canonical form and with comments.

    Args:
        values: what is known already, by key; ``name`` at least.
        schema: address of the JSON Schema, relative to the file.
    """
    filled = _placeholders(values) | dict(values)
    modeline, _ = entry_text({}, schema).split("\n", 1)
    blocks = {key: _block(key, filled) for key in Partner.model_fields}
    first_optional = next((key for key in blocks if key not in filled), "")
    return "\n".join([f"{modeline}\n{_HEAD}", *_with_head(blocks, first_optional)])


def known_spellings(
    names: Iterable[str], vocabulary: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return applications under the names that the catalog knows them by.

    Returns:
        The names in the order of the catalog, each once, and a sentence for each that was
        changed.
    """
    kept: dict[str, None] = {}
    said = []
    for name in names:
        canonical = vocabulary.canonical(name) or name
        if canonical in kept:
            said.append(f"{name!r} is listed once.")
        elif canonical != name:
            said.append(f"{name!r} is known here as {canonical!r}: written so.")
        kept[canonical] = None
    return tuple(sorted(kept, key=sort_key)), tuple(said)


def choices(key: str) -> tuple[str, ...]:
    """Return the words that a list may hold; none where it may hold any."""
    return tuple(_literals(Partner.model_fields[key].annotation))


def _placeholders(values: Mapping[str, Plain]) -> dict[str, Plain]:
    address = f"https://www.example.com/{slug(str(values['name'])) or 'partner'}"
    placeholders: dict[str, Plain] = {
        "website": address,
        "contact": f"{address}/contact",
        "description": "TODO: say in a few sentences what the integration connects and does.\n",
    }
    if not values.get("interfaces"):
        placeholders["applications"] = ("TODO name of an application",)
    return placeholders


def _with_head(blocks: Mapping[str, str], first_optional: str) -> Iterator[str]:
    for key, block in blocks.items():
        if key == first_optional:
            yield _OPTIONAL_HEAD
        yield block


def _block(key: str, filled: Mapping[str, Plain]) -> str:
    """Return one key with what it means; commented out, with an example, where nothing is known."""
    lines = list(_explanation(key))
    if key in filled:
        lines += _written(key, filled[key])
    else:
        lines += [f"# {line}" for line in _written(key, _example(key))]
    return "\n".join([*lines, ""])


def _explanation(key: str) -> Iterator[str]:
    words = choices(key)
    listed = f" Choose from: {', '.join(words)}." if words else ""
    text = f"{_field(key).description}{listed}"
    yield from (f"# {line}" for line in textwrap.wrap(text, _COLUMNS, break_on_hyphens=False))


def _written(key: str, value: Plain) -> list[str]:
    return entry_text({key: value}).splitlines()[1:]


def _example(key: str) -> Plain:
    example: Plain = (_field(key).examples or [""])[0]
    return example


def _field(key: str) -> FieldInfo:
    return Partner.model_fields[key]


def _literals(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _literals(argument)
