"""What the values of objects and of a catalog's own fields say, whatever their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from catalog_tool.importers.names import split
from catalog_tool.importers.result import Import, ImportMessage, Lines
from catalog_tool.importers.words import CORE, says_nothing
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.text.markup.markdown import line_to_markdown, without_separators
from catalog_tool.text.ordering import same_key


def is_empty(value: Plain) -> bool:
    """Return whether a value says nothing."""
    return value in ("null", "~", (), {}) or (isinstance(value, str) and not value.strip())


def all_of(value: Plain) -> tuple[Plain, ...]:
    """Return the values of a list, or the only value."""
    return value if isinstance(value, tuple) else (value,)


def said(value: Plain) -> str:
    """Return the words of a value."""
    if isinstance(value, dict):
        return "; ".join(f"{title}: {said(each)}" for title, each in value.items())
    return ", ".join(map(said, value)) if isinstance(value, tuple) else value


def as_markdown(text: str) -> str:
    """Return plain text as Markdown for an entry, which can't have comments."""
    return without_separators(line_to_markdown(text))


def value_in(field: FieldDefinition, value: Plain) -> Plain:
    """Return a value as entries have it: the ids of choices, and a list if there can be several."""
    is_text = field.multiple and isinstance(value, str)
    texts = tuple(split(said(value)) if is_text else map(said, all_of(value)))
    chosen, rest = chosen_in(field, ", ".join(texts)) if field.choices else ([], "")
    if chosen and says_nothing(rest):
        texts = tuple(chosen)
    return texts if field.multiple or len(texts) != 1 else texts[0]


def chosen_in(
    field: FieldDefinition, text: str, *, is_exact: bool = False
) -> tuple[Sequence[str], str]:
    """Return the choices that a text names, and the rest of the text.

    Args:
        field: a field with choices.
        text: a text of any length.
        is_exact: whether names count only as they are written, because *rest* is also a word.
    """
    choices = field.choices.items()
    ids = {name: value for value, each in choices for name in (value, each.name, *each.aliases)}
    names = map(re.escape, sorted(ids, key=len, reverse=True))
    any_name = "|".join(name.replace(r"\ ", r"\s+") for name in names)
    by_key = {same_key(name): value for name, value in ids.items()}
    pattern = re.compile(rf"(?<!\w)({any_name})s?(?!\w)", 0 if is_exact else re.IGNORECASE)
    found: dict[str, None] = {}

    def take(named: re.Match[str]) -> str:
        value = by_key.get(same_key(named[1]))
        if value is None:  # such as a dotless ı, which only the pattern takes for an i
            return named[0]
        found[value] = None
        return " "

    rest = pattern.sub(take, text)
    return list(found), rest


def fields_to_add(imported: Import, file: str) -> Iterator[ImportMessage]:
    """Yield why each column that is in descriptions is there, and how to keep it as a field."""
    lines: dict[str, Lines] = {}
    for partner in imported.partners:
        for line in str(partner.values.get("description", "")).split("\n"):
            lines.setdefault(line.partition(": ")[0], partner.lines)
    for title in imported.columns:
        if where := lines.get(as_markdown(title.strip())):
            yield ImportMessage(where, "", _why_described(title, file))


def _why_described(title: str, file: str) -> str:
    """Return why the values of a column are in descriptions."""
    key = CORE.key_of(title)
    if key in Partner.model_fields:
        return f"What {title!r} says here isn't a value of {key!r}, so it is in the description."
    reason = f"{title!r} isn't a field of this catalog, so it is in the description."
    return f"{reason} To make it a field, add it to {file}."
