"""The messages of a script, and the nouns in them, as a script that is put in front of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from catalog_tool.model.messages import Messages
from catalog_tool.site.messages import INDEX
from catalog_tool.text.script_json import script_json


def script_messages(name: str, messages: Messages) -> str:
    """Return the script that assigns the messages of a published script; empty if it needs none.

    Args:
        name: path of the published script below ``assets/``.
        messages: the messages of this site. Those that are as in the script are left out, and so
            are nouns that are as in their placeholders. If the scripts lack some in its language,
            all of them speak English.
    """
    ids = message_index()["scripts"].get(name)
    if not ids:
        return ""
    script = ""
    if messages.untranslated(_of_scripts()):
        messages = messages.in_source_language()
        script = f"globalThis.catalogLanguage={json.dumps(messages.language)};\n"
    if nouns := {noun: own for noun, own in messages.nouns.items() if noun != own}:
        script += f"globalThis.catalogNouns={script_json(nouns)};\n"
    if own := dict(sorted(_own_messages(ids, messages))):
        text = script_json(own)
        script += f"globalThis.catalogMessages={{...globalThis.catalogMessages,...{text}}};\n"
    return script


def all_messages() -> tuple[str, ...]:
    """Return the English text of every message; of those with a number, the text for one."""
    return tuple(message[0] for message in message_index()["messages"])


@cache
def _of_scripts() -> tuple[str, ...]:
    return tuple(message[0] for ids in message_index()["scripts"].values() for message in ids)


@cache
def message_index() -> Mapping[str, Any]:
    """Return the forms of every message, and of those of each script, by the key of the index."""
    index: dict[str, Any] = json.loads(INDEX.read_text(encoding="utf-8"))
    return index


def _own_messages(ids: list[list[str]], messages: Messages) -> Iterator[tuple[str, Any]]:
    for id_ in ids:
        if len(id_) == 1:
            patterns: Any = messages.pattern(id_[0])
            is_own = patterns != id_[0]
        else:
            patterns = messages.plural_patterns(*id_)
            is_own = patterns != id_
        if is_own:
            yield id_[0], patterns
