"""One entry as YAML in canonical form: what the scaffold and the importers write.

Canonical is: the schema's address for editors first, keys in the order of the model, the
description as a block of text, one application a line. It reads back to exactly the same values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.text.characters import hidden_characters
from catalog_tool.text.yaml_scalar import as_scalar

SCHEMA_FROM_PARTNERS = "../docs/schema/partner.schema.json"
"""Address of the JSON Schema, relative to the folder of the partner files."""

_INDENT = "  "
_LONGEST_PLAIN_KEY = 1000
"""A longer key needs a mark of its own. Source: YAML 1.1, 7.3.1: 1024 characters."""


def entry_text(values: Mapping[str, Plain], schema: str = SCHEMA_FROM_PARTNERS) -> str:
    """Return the text of a partner file.

    Args:
        values: values of an entry by key, such as :func:`values_of` returns; they need not be
            valid, so that a draft can be written too. Empty lists are left out.
        schema: address of the JSON Schema, relative to the file.

    Raises:
        KeyError: a key that entries do not have.
    """
    unknown = values.keys() - Partner.model_fields.keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    lines = [f"# yaml-language-server: $schema={schema}"]
    for key in Partner.model_fields:
        value = values.get(key, ())
        if isinstance(value, str) or value:
            lines.extend(_lines(key, value))
    return "\n".join([*lines, ""])


def values_of(partner: Partner) -> dict[str, Plain]:
    """Return what an entry says, by key; what it leaves out is left out."""
    return partner.model_dump(exclude_defaults=True)


def _lines(key: str, value: Plain, indent: str = "") -> Iterator[str]:
    """Yield the lines of one key with its value."""
    if isinstance(value, str):
        if key == "description" and _fits_a_block(value):
            yield from _block(key, value)
        else:
            yield f"{indent}{_key(key, indent)} {as_scalar(value)}"
        return
    yield indent + _key(key, indent)
    if isinstance(value, dict):
        for name, names in value.items():
            yield from _lines(name, names, indent + _INDENT)
    else:
        for element in value:
            yield from _element(element, indent + _INDENT)


def _element(element: Plain, indent: str) -> Iterator[str]:
    if isinstance(element, str):
        yield f"{indent}- {as_scalar(element)}"
    elif isinstance(element, dict):
        first, *rest = (line for key, value in element.items() for line in _lines(key, value, " "))
        yield f"{indent}-{first}"
        yield from (f"{indent} {line}" for line in rest)


def _key(key: str, indent: str) -> str:
    written = as_scalar(key)
    return f"? {written}\n{indent}:" if len(written) > _LONGEST_PLAIN_KEY else f"{written}:"


def _fits_a_block(text: str) -> bool:
    """Whether a block of text can hold it; hidden characters must be seen as escapes."""
    is_all_visible = "\r" not in text and next(hidden_characters(text), None) is None
    return bool(text.strip()) and is_all_visible


def _block(key: str, text: str) -> Iterator[str]:
    """Yield a block of text, marked with what its first and last line would not tell."""
    content = text.removesuffix("\n")
    deeper = str(len(_INDENT)) if text[0] in " \n\t" else ""
    ending = "-" if content == text else "+" if content.endswith("\n") else ""
    yield f"{key}: |{deeper}{ending}"
    yield from (_INDENT + line if line else "" for line in content.split("\n"))
