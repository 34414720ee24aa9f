"""What is said about an entry to somebody who has a form before them, and no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.loader.load import read_source
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.site.form.fields import Field

_NAMED_KEY = re.compile(r"The key '(\w+)' ")
_FIELD_OF_RULE = {"no-applications": "applications", "too-many-words": "description"}
"""Fields to look at first for what is wrong with a whole entry."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that somebody should know about what they filled in.

    Attributes:
        field: label of the field; empty for the whole form.
        message: what is wrong.
        hint: what to do about it.
        rule: code and name of the rule; empty for what is wrong with the form itself.
        severity: only an error keeps the form from becoming an entry.
    """

    field: str
    message: str
    hint: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR


def remarks_of(
    diagnostics: Iterable[Diagnostic], path: str, text: str, fields: Iterable[Field]
) -> Iterator[Remark]:
    """Yield what a check found, each with the field of the form in place of a line.

    Args:
        diagnostics: what was found in the entry that the form came to.
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
        yield Remark(labels.get(key, ""), found.message, found.hint, rule, found.severity)


def _keys_by_line(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that a value stands on, with the key of the entry that it belongs to."""
    source, _ = read_source(path, text)
    for name, value in source.root.pairs if source.root else ():
        first, last = source.position(name.start)[0], source.position(value.end)[0]
        yield from ((line, name.value) for line in range(first, last + 1))
