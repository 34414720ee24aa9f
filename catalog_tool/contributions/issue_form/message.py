"""Messages about an entry for people who filled in a form and have no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.loader.entry import read_source
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.site.form.fields import Field

_NAMED_KEY = re.compile(r"The key '(\w+)' ")
_FIELD_OF_RULE = {"no-applications": "applications", "too-many-words": "description"}
"""The fields to look at first for problems of the whole entry."""


@dataclass(frozen=True, slots=True)
class FormMessage:
    """One message about a filled-in form.

    Attributes:
        field: label of the field; empty for the whole form.
        message: what is wrong.
        hint: what to do about it.
        rule: code and name of the rule; empty for a problem with the form itself.
        severity: only an error prevents an entry.
    """

    field: str
    message: str
    hint: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR


def messages_of(
    diagnostics: Iterable[Diagnostic], path: str, text: str, fields: Iterable[Field]
) -> Iterator[FormMessage]:
    """Yield the results of a check, with the field of the form instead of the line.

    Args:
        diagnostics: the problems of the entry from the form.
        path: the file of that entry.
        text: its text.
        fields: the fields of the form.
    """
    labels = {field.key: field.label for field in fields}
    keys = dict(_keys_by_line(path, text))
    for found in diagnostics:
        named = _NAMED_KEY.match(found.message)
        key = named[1] if named else _FIELD_OF_RULE.get(found.name) or keys.get(found.line, "")
        rule = f"{found.code} {found.name}"
        yield FormMessage(labels.get(key, ""), found.message, found.hint, rule, found.severity)


def _keys_by_line(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a value, with the key of the value."""
    source, _ = read_source(path, text)
    for name, value in source.root.pairs if source.root else ():
        first, last = source.position(name.start)[0], source.position(value.end)[0]
        yield from ((line, name.value) for line in range(first, last + 1))
