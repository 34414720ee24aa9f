"""One value of an entry as people write it into a field of the form, and back.

Lists have one element a line. Only a name that would be taken for something else, because it ends
in a colon, begins like an element of a list or has a comma, needs a dash before it.

People paste from word processors: the signs and numbers that those put before the elements of a
list are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_tool.model.nodes import Plain
from catalog_tool.site.exporters._issue_form import (
    _BULLET,
    _GROUP_END,
    _MARK,
    _SIGNS,
    _has_separator,
)
from catalog_tool.site.form.fields import Choice, Field

_PASTED_BULLETS = re.compile(rf"^[ \t]*[{_SIGNS}][ \t\xa0]+", re.MULTILINE)
# Not a blank: of the name of a person it would make the accounts of two strangers.
_BETWEEN_LOGINS = re.compile(r"[,;\n]")
_BOX = re.compile(r"[-*+] \[([xX ])\] (.*)")
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_SEVERAL = "Write each on a line of its own. If it is one name, write '- ' before it."
# It never goes back, so that no run of blanks takes time in the square of its length.
_LABEL_ABOVE = re.compile(r":[ \t]*+\n\s*+(?=https?://)")
_MARKDOWN_LINK = re.compile(r"\[(?P<label>[^\[\]]+)\]\((?P<url>\S+)\)")
_AFTER_LABEL = " \t-–—|,;"
_LINK_HINT = "One a line, such as `Documentation: https://docs.contoso.com/`."


class UnreadableAnswerError(ValueError):
    """What was written into a field has no meaning; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def value_of(field: Field, text: str) -> Plain:
    """Return the value that is written in a field; an empty one where nothing is.

    Raises:
        UnreadableAnswerError: it has no meaning.
    """
    match field.control:
        case "text":
            prose = _PASTED_BULLETS.sub("- ", _BLANK_LINES.sub("", text)).rstrip()
            return f"{prose}\n" if prose else ""
        case "lines":
            return _logins(text) if field.kind == "login" else _names(text)
        case "links":
            return tuple(map(_link, _filled(_LABEL_ABOVE.sub(": ", text))))
        case "choices":
            return _chosen(text, field.choices)
        case _:
            return text.strip()


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _logins(text: str) -> tuple[str, ...]:
    """Return logins, which have no commas, so that a line may hold several."""
    stated = "\n".join(map(_unmarked, _filled(text)))
    return tuple(filter(None, map(str.strip, _BETWEEN_LOGINS.split(stated))))


def _names(text: str) -> Plain:
    alone: list[str] = []
    groups: dict[str, list[str]] = {}
    names = alone
    for line in _filled(text):
        if line.endswith(_GROUP_END) and not _BULLET.match(line):
            names = groups.setdefault(line[:-1].strip(), [])
        elif _has_separator(line) and not _MARK.match(line):
            raise UnreadableAnswerError(f"{line!r} looks like several names.", _SEVERAL)
        else:
            names.append(_unmarked(line))
    if not groups:
        return tuple(alone)
    if alone:
        message = f"{alone[0]!r} stands before the first heading, {next(iter(groups))!r}."
        raise UnreadableAnswerError(
            message, "Write each name below a heading, or no heading at all."
        )
    return {group: tuple(members) for group, members in groups.items()}


def _unmarked(line: str) -> str:
    return _MARK.sub("", line)


def _link(line: str) -> Plain:
    """Return a link and its label, between which people write a colon, a dash or a comma.

    Raises:
        UnreadableAnswerError: it has no label.
    """
    bare = _BULLET.sub("", line)
    if found := _MARKDOWN_LINK.fullmatch(bare):
        return {"label": found["label"], "url": found["url"]}
    label, _, url = bare.rpartition(" ")
    if not label:  # without a blank, as in "Documentation:https://docs.contoso.com/"
        start = max(bare.find("http"), 0)
        label, url = bare[:start], bare[start:]
    label = label.rstrip()
    label = label[:-1] if label.endswith(":") else label.rstrip(_AFTER_LABEL)
    if not (label and url):
        raise UnreadableAnswerError(f"{line!r} is no address with words before it.", _LINK_HINT)
    return {"label": label, "url": url}


def _chosen(text: str, choices: Iterable[Choice]) -> tuple[str, ...]:
    values = {choice.value: False for choice in choices}
    seen: set[str] = set()
    for line in _filled(text):
        box = _BOX.fullmatch(line)
        value = box[2].partition(":")[0].strip() if box else ""
        if box is None or value not in values:
            known = ", ".join(values)
            raise UnreadableAnswerError(
                f"{line!r} is no box of this field.", f"The boxes are: {known}."
            )
        if value in seen:
            raise UnreadableAnswerError(f"The box {value!r} is there twice.", "Leave one of them.")
        seen.add(value)
        values[value] = box[1] != " "
    return tuple(value for value, is_ticked in values.items() if is_ticked)
