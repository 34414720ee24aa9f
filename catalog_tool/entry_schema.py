"""The format of a partner file as JSON Schema, for editors and for programs.

It is made from the model that reads the files. Editors complete keys and values by it and show
descriptions and examples; what it can express, it refuses as the checks do. Every value is text:
an editor that reads ``NO`` or ``1.10`` as something else asks for quotes.
Sources: JSON Schema 2020-12; ``markdownDescription`` as the YAML language server reads it.
"""

from __future__ import annotations

import json
from typing import Any

from catalog_tool.model import Partner
from catalog_tool.quoting import as_scalar

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Return the JSON Schema of a partner file; it is the same for every catalog."""
    schema = Partner.model_json_schema()
    definitions = {name: _strict(each) for name, each in schema.pop("$defs").items()}
    described = {"$schema": _DIALECT, **_strict(schema), "$defs": definitions}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _strict(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a mapping with what an author needs to know beside each key."""
    keys = {key: _described(key, value) for key, value in schema["properties"].items()}
    return {**schema, "properties": keys}


def _described(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one value without what only the model needs."""
    value = {name: part for name, part in schema.items() if name not in {"default", "title"}}
    # A key may be left out, but where it stands it has a value.
    if alternatives := [each for each in value.get("anyOf", ()) if each != {"type": "null"}]:
        rest = {name: part for name, part in value.items() if name != "anyOf"}
        value = rest | (alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives})
    return value | {"markdownDescription": _hover(key, value)}


def _hover(key: str, schema: dict[str, Any]) -> str:
    """Return what an editor shows beside a key: what it means, and examples to copy."""
    blocks = ("\n".join(["```yaml", *_yaml(key, each), "```"]) for each in schema["examples"])
    return f"{schema['description']}\n\n" + "\n\nor\n\n".join(blocks)


def _yaml(key: str, example: object) -> list[str]:
    """Return one key with an example of its value as lines of YAML."""
    match example:
        case dict():
            nested = [line for name, value in example.items() for line in _yaml(name, value)]
            return [f"{key}:", *(f"  {line}" for line in nested)]
        case list():
            elements = [line for element in example for line in _element(element)]
            return [f"{key}:", *(f"  {line}" for line in elements)]
        case str() if "\n" in example:
            return [f"{key}: |", *(f"  {line}" for line in example.splitlines())]
        case _:
            return [f"{key}: {as_scalar(str(example))}"]


def _element(element: object) -> list[str]:
    if not isinstance(element, dict):
        return [f"- {as_scalar(str(element))}"]
    lines = [line for name, value in element.items() for line in _yaml(name, value)]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
