"""Lists that YAML misreads: on one line, with unpaired brackets, or with misplaced groups."""

from __future__ import annotations

import re

from catalog_tool.loader.yaml.mistakes.line import LINK_KEYS, LISTS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit
from catalog_tool.text.yaml_scalar import as_scalar

_DASH = re.compile(r"(?:^|\s+)[-–—•*]\s+")
_CHECKBOX = re.compile(
    r"[ \t]*(?P<bullet>[-*+•–—])[ \t]+(?:\[(?P<mark>[ xX✓✔]?)\])[ \t]+(?P<name>\S.*)"
)
_MOST_NAMED = 10
_LIST_END = re.compile(r"(?:\][ \t]*(?P<comment>#.*)?)?\Z")
_QUOTED = re.compile(r"\A([\"'])(.*)\1\Z")
_COMMA = re.compile(r"\s*,\s*")


def checkboxes(line: SourceLine) -> Mistake | None:
    """Recognize a list with checkboxes; keep what is checked, if anything is."""
    if not _CHECKBOX.match(line.content):
        return None
    boxes = [(at, box) for at in line.block() if (box := _CHECKBOX.match(at.content))]
    unchecked = [box["name"] for _, box in boxes if not box["mark"].strip()]
    kept = [(at, box) for at, box in boxes if box["mark"].strip()]
    # What isn't checked isn't supported, so it must never become an application.
    changes = [at.delete() for at, box in boxes if not box["mark"].strip()]
    changes += [
        Edit(
            at.start + box.start("bullet"),
            at.start + len(at.content),
            f"- {as_scalar(box['name'])}",
        )
        for at, box in kept
    ]
    names = ", ".join(map(repr, unchecked[:_MOST_NAMED]))
    what = f", and these aren't checked: {names}" if unchecked else ""
    return Mistake(
        f"Checkboxes belong to Markdown{what}.",
        "Write '- ' before what you support, and delete the rest.",
        line.span,
        tuple(sorted(changes, key=lambda change: change.start)) if kept else (),
        "keep what is checked",
        safe=not unchecked,
    )


def list_on_one_line(line: SourceLine) -> Mistake | None:
    """Recognize a list on the line of its key, with dashes or unpaired brackets."""
    if line.key not in LISTS or line.value is None:
        return None
    start, value = line.value
    if value.startswith("- "):
        separator, message = _DASH, "A list with dashes must start on the line below its key."
    elif (
        value.startswith("[")
        and (message := _unpaired_bracket(value))
        and "]" not in line.text[line.end :]
    ):
        separator = _COMMA
    else:
        return None
    end = _LIST_END.search(value)
    parts = separator.split(value[: end and end.start()].strip("[] "))
    names = [as_scalar(_QUOTED.sub(r"\2", name)) for name in parts if name]
    comment = f" {end['comment']}" if end and end["comment"] else ""
    after_key = line.text.rindex(":", line.start, start) + 1
    lines = "".join(f"\n{line.indent}  - {name}" for name in names)
    return Mistake(
        message,
        f"Write one value per line, each after '- ':{lines[:200]}",
        (start, start + len(value)),
        (Edit(after_key, start + len(value), f"{comment}{lines}"),),
        "write one value per line",
        safe=False,
    )


def _unpaired_bracket(value: str) -> str:
    read, sign, comment = value.partition(" #")
    surplus = read.count("[") - read.count("]")
    if surplus > 0 and sign:
        return f"YAML reads {'#' + comment!r} as a comment, so the bracket [ is never closed."
    if surplus > 0:
        return "The bracket [ is never closed."
    return "The bracket ] has no matching [." if surplus else ""


def unclosed_brace(line: SourceLine) -> Mistake | None:
    """Recognize a list whose value has a curly bracket that is never closed."""
    if line.key not in LISTS | {"links"} or line.value is None:
        return None
    start, value = line.value
    if value[0] != "{" or line.text.count("{", start) <= line.text.count("}", start):
        return None
    wanted = "'- label: …' and below it 'url: …'" if line.key == "links" else "'- ' and a name"
    return Mistake(
        "The bracket { is never closed.",
        f"Write it without brackets, on separate lines: {wanted}.",
        (start, start + len(value)),
    )


def missing_dash(line: SourceLine) -> Mistake | None:
    """Recognize a line without a dash that lines up with the dashes of the list above it."""
    text = line.content.lstrip()
    is_own_kind = text.startswith("-") or text.endswith(":") or line.key in LINK_KEYS
    above = line.nearest_above()
    if not line.indent or is_own_kind or above is None or above.indent != line.indent:
        return None
    if not above.has_dash:
        return None
    written = f"- {as_scalar(text)}"
    return Mistake(
        f"This line is in a list but has no dash: {text[:60]}",
        f"If it belongs to the list, write {written[:80]}",
        line.span,
        (Edit(*line.span, written),),
        "add a dash",
        safe=False,
    )


def group_beside_names(line: SourceLine) -> Mistake | None:
    """Recognize the name of a group that lines up with the dashes above it."""
    text = line.content.lstrip()
    above = line.nearest_above()
    if not line.indent or not text.endswith(":") or above is None or above.indent != line.indent:
        return None
    if text.startswith("-") or not above.has_dash:
        return None
    return Mistake(
        f"The group {text[:60]!r} is in a list with names that have no group.",
        "Put a group above those names too. If you want one list, delete this line instead.",
        line.span,
    )
