"""Writes an entry as YAML in canonical form, for the template, the importers, and examples.

The canonical form starts with the path of the schema for editors. Keys are in the order of the
model, the description is a block of text, and there is one application per line. It reads back to
exactly the same values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.yaml_scalar import as_scalar

SCHEMA_FROM_PARTNERS = "../docs/schema/partner.schema.json"
"""Path of the JSON Schema, relative to the folder of partner files."""

Example = int | str | Iterable["Example"] | Mapping[str, "Example"]
"""A value of an entry, or an example of one in the model."""
_INDENT = "  "
_LONGEST_PLAIN_KEY = 1000
"""A longer key needs a question mark. Source: YAML 1.1, 7.3.1: 1024 characters."""


def entry_text(
    values: Mapping[str, Plain], schema: str = SCHEMA_FROM_PARTNERS, model: type[Partner] = Partner
) -> str:
    """Return the text of a partner file.

    Args:
        values: values of an entry by key, as returned by :func:`values_of`. They may be invalid,
            so that a draft can be written too. Empty lists are left out.
        schema: path of the JSON Schema, relative to the file.
        model: the keys that an entry can have.

    Raises:
        KeyError: entries don't have one of the keys.
    """
    unknown = values.keys() - model.by_key().keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    lines = [f"# yaml-language-server: $schema={schema}"]
    for key in model.by_key():
        value = values.get(key, ())
        if isinstance(value, str) or value:
            lines.extend(key_lines(key, value))
    return "\n".join([*lines, ""])


def values_of(partner: Partner) -> dict[str, Plain]:
    """Return the values of an entry by key, without keys that it leaves out."""
    return partner.model_dump(by_alias=True, exclude_defaults=True)


def key_lines(key: str, value: Example, indent: str = "") -> Iterator[str]:
    """Yield the lines of one key with its value; only the options of a catalog have numbers."""
    if isinstance(value, int):
        yield f"{indent}{key}: {value}"
        return
    if isinstance(value, str):
        if key == "description" and _fits_a_block(value):
            yield from _block(key, value)
        else:
            yield f"{indent}{_key(key, indent)} {as_scalar(value)}"
        return
    yield indent + _key(key, indent)
    if isinstance(value, Mapping):
        for name, names in value.items():
            yield from key_lines(name, names, indent + _INDENT)
    else:
        for element in value:
            yield from _element(element, indent + _INDENT)


def _element(element: Example, indent: str) -> Iterator[str]:
    if isinstance(element, str):
        yield f"{indent}- {as_scalar(element)}"
    elif isinstance(element, Mapping):
        first, *rest = (
            line for key, value in element.items() for line in key_lines(key, value, " ")
        )
        yield f"{indent}-{first}"
        yield from (f"{indent} {line}" for line in rest)


def _key(key: str, indent: str) -> str:
    written = as_scalar(key)
    return f"? {written}\n{indent}:" if len(written) > _LONGEST_PLAIN_KEY else f"{written}:"


def _fits_a_block(text: str) -> bool:
    """Whether a text can be a block; hidden characters must be written as escapes instead."""
    is_all_visible = "\r" not in text and next(hidden_characters(text), None) is None
    return bool(text.strip()) and is_all_visible


def _block(key: str, text: str) -> Iterator[str]:
    """Yield a block of text, with marks for its indentation and its last line ends if needed."""
    content = text.removesuffix("\n")
    deeper = str(len(_INDENT)) if text[0] in " \n\t" else ""
    ending = "-" if content == text else "+" if content.endswith("\n") else ""
    yield f"{key}: |{deeper}{ending}"
    yield from (_INDENT + line if line else "" for line in content.split("\n"))
