"""Parses the answer in one field of the form.

Lists have one element per line. A name needs a dash in front of it only if it would be misread,
because it ends in a colon, starts like a list element, or has a comma.

People paste from word processors, so the bullets and numbers in front of list elements are removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog_tool.model.nodes import Plain
from catalog_tool.site.exporters.issue_form import has_separator
from catalog_tool.site.form.fields import Choice, Field
from catalog_tool.text.bullets import BULLET, HEADING, MARK, mark_list

# Not a blank, which would turn the name of a person into two accounts of strangers.
_BETWEEN_LOGINS = re.compile(r"[,;\n]")
_BOX = re.compile(r"[-*+] \[([xX ])\] (.*)")
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_SEVERAL = "Write each name on its own line. If it's one name, write '- ' in front of it."
# It never backtracks, so no run of blanks takes quadratic time.
_LABEL_ABOVE = re.compile(r":[ \t]*+\n\s*+(?=https?://)")
_MARKDOWN_LINK = re.compile(r"\[(?P<label>[^\[\]]+)\]\((?P<url>\S+)\)")
_AFTER_LABEL = " \t-–—|,;"
_LINK_HINT = "Write one link per line, such as `Documentation: https://docs.contoso.com/`."


class UnreadableAnswerError(ValueError):
    """An answer cannot be parsed; the message says why, and ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def value_of(field: Field, text: str) -> Plain:
    """Return the value of an answer; an empty value for an empty answer.

    Raises:
        UnreadableAnswerError: the answer cannot be parsed.
    """
    match field.control:
        case "text":
            prose = mark_list(_BLANK_LINES.sub("", text)).rstrip()
            return f"{prose}\n" if prose else ""
        case "lines":
            return _logins(text) if field.kind == "login" else _names(text)
        case "links":
            return tuple(map(_link, _nonblank_lines(_LABEL_ABOVE.sub(": ", text))))
        case "choice":
            return text.partition(":")[0].strip()
        case "choices":
            return _checked_values(text, field.choices)
        case _:
            return text.strip()


def _nonblank_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _logins(text: str) -> tuple[str, ...]:
    """Return logins, which have no commas, so a line can contain several."""
    stated = "\n".join(map(_strip_marker, _nonblank_lines(text)))
    return tuple(filter(None, map(str.strip, _BETWEEN_LOGINS.split(stated))))


def _names(text: str) -> Plain:
    alone: list[str] = []
    groups: dict[str, list[str]] = {}
    names = alone
    for line in _nonblank_lines(text):
        if heading := HEADING.match(line):
            names = groups.setdefault(heading["group"], [])
        elif has_separator(line) and not MARK.match(line):
            raise UnreadableAnswerError(f"{line!r} looks like several names.", _SEVERAL)
        else:
            names.append(_strip_marker(line))
    if not groups:
        return tuple(alone)
    if alone:
        message = f"{alone[0]!r} comes before the first heading, {next(iter(groups))!r}."
        raise UnreadableAnswerError(
            message, "Write every name below a heading, or don't use headings."
        )
    return {group: tuple(members) for group, members in groups.items()}


def _strip_marker(line: str) -> str:
    return MARK.sub("", line)


def _link(line: str) -> Plain:
    """Return a label and its link, which people separate with a colon, a dash or a comma.

    Raises:
        UnreadableAnswerError: the label or the link is missing.
    """
    bare = BULLET.sub("", line)
    if found := _MARKDOWN_LINK.fullmatch(bare):
        return {"label": found["label"], "url": found["url"]}
    label, _, url = bare.rpartition(" ")
    if not label:  # without a blank, as in "Documentation:https://docs.contoso.com/"
        start = max(bare.find("http"), 0)
        label, url = bare[:start], bare[start:]
    label = label.rstrip()
    label = label[:-1] if label.endswith(":") else label.rstrip(_AFTER_LABEL)
    if not (label and url):
        raise UnreadableAnswerError(f"{line!r} needs both a label and an address.", _LINK_HINT)
    return {"label": label, "url": url}


def _checked_values(text: str, choices: Iterable[Choice]) -> tuple[str, ...]:
    values = {choice.value: False for choice in choices}
    seen: set[str] = set()
    for line in _nonblank_lines(text):
        box = _BOX.fullmatch(line)
        value = box[2].partition(":")[0].strip() if box else ""
        if box is None or value not in values:
            known = ", ".join(values)
            raise UnreadableAnswerError(
                f"{line!r} isn't a box of this field.", f"The boxes are: {known}."
            )
        if value in seen:
            raise UnreadableAnswerError(f"The box {value!r} appears twice.", "Keep one of them.")
        seen.add(value)
        values[value] = box[1] != " "
    return tuple(value for value, is_ticked in values.items() if is_ticked)
