"""One value of an entry as people write it into a field of the form, and back.

Lists have one element a line. Only a name that would be taken for something else, because it ends
in a colon, begins like an element of a list or has a comma, needs a dash before it.

People paste from word processors: the signs and numbers that those put before the elements of a
list are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from catalog_tool.model import Partner
from catalog_tool.nodes import Plain
from catalog_tool.pages.form_fields import Choice, Field

# With those of word processors: some draw them with letters of a font of symbols, from U+F020.
_SIGNS = "•·▪◦‣●○■–—\uf020-\uf0ff"
_BULLET = re.compile(rf"\A(?:[-*+{_SIGNS}]\s+|o\t\s*)")
_MARK = re.compile(rf"{_BULLET.pattern}|\A\d{{1,3}}[.)]\s+")
_PASTED_BULLETS = re.compile(rf"^[ \t]*[{_SIGNS}][ \t\xa0]+", re.MULTILINE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Not a blank: of the name of a person it would make the accounts of two strangers.
_BETWEEN_LOGINS = re.compile(r"[,;\n]")
_BOX = re.compile(r"[-*+] \[([xX ])\] (.*)")
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_GROUP_END = ":"
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


def has_groups(key: str) -> bool:
    """Return whether the values of a key can be put under headings."""
    return any(isinstance(example, dict) for example in Partner.model_fields[key].examples or ())


def box_label(choice: Choice) -> str:
    """Return the words beside the box of a choice; what is before a colon is the value."""
    return f"{choice.value}: {choice.meaning}" if choice.meaning else choice.value


def as_text(field: Field, value: Any) -> str:  # noqa: ANN401 - whatever an example of the model is
    """Return a value as it is written into a field; the boxes of choices are GitHub's to draw."""
    if isinstance(value, str):
        return value.strip("\n")
    if isinstance(value, dict):
        blocks = ("\n".join([f"{group}:", *_bare(names)]) for group, names in value.items())
        return "\n\n".join(blocks)
    if field.control == "links":
        return "\n".join(_bare(f"{link['label']}: {link['url']}" for link in value))
    return "\n".join(_bare(value))


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


def _bare(names: Iterable[str]) -> list[str]:
    written = []
    for name in names:
        is_ambiguous = _MARK.match(name) or name.endswith(_GROUP_END) or _has_separator(name)
        written.append(f"- {name}" if is_ambiguous else name)
    return written


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


def _has_separator(name: str) -> bool:
    """Return whether a name has a comma or the like that separates: not one in brackets."""
    return any(sign in _IN_BRACKETS.sub("", name) for sign in ",;")


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
