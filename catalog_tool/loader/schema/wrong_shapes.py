"""Values of the wrong shape, such as a list written as text, and their repair."""

from __future__ import annotations

import re
from itertools import islice

from pydantic import BaseModel

from catalog_tool.loader.limits import LONGEST_GUESSED, MOST_REWRITTEN
from catalog_tool.loader.schema.choice_repairs import (
    KEY_PER_LINE,
    Choices,
    choices_at,
    choices_from_list,
    choose_from,
    intended_choices,
    lines_below,
    without_brackets,
)
from catalog_tool.loader.schema.link_shapes import links_from_text, write_link, write_links
from catalog_tool.loader.schema.value_repairs import intended_contact, without_markdown
from catalog_tool.model.diagnostic import ProposedFix
from catalog_tool.model.edits import Edit, Where
from catalog_tool.model.nodes import Mapping, Scalar, Sequence
from catalog_tool.model.source import Source
from catalog_tool.text.urls.address import contact_fault
from catalog_tool.text.yaml_scalar import as_scalar

TEXT = "text"
LIST = "a list"
KEYS = "keys with values"
ONE_PER_LINE = "Write one value per line, each after '- '."

_GLUED_DASH = re.compile(r"(?m)(?:^|(?<=\n))[ \t]*-(?=[^\s\-])")
# The patterns don't start with anything of variable length, because a long text of spaces or digits
# would be scanned again and again. What surrounds each part is removed afterwards.
_ONLY_WORDS = re.compile("[a-z ,()'-]+")
# A comma in brackets is part of a name, as in "SAP (ECC, S/4HANA)".
_SEPARATORS = re.compile(r"(?:[,;](?![^()\n]{0,99}\))|\n)(?:[ \t]+and\b)?|(?<=\s)•")
_BULLET = re.compile(r"\A(?:[-–—•*+·]|\d+[.)])\s+")
_LINK_KEYS = {"label", "url"}
_NAMING_KEYS: dict[str | int, frozenset[str]] = {
    "applications": frozenset("name app application title system product label".split()),
    "former_names": frozenset({"name"}),
    "products": frozenset({"name", "product", "title"}),
    "maintainers": frozenset("username login github github_login user account handle".split()),
}
_NAMING_KEYS_OF_CHOICES = frozenset({"name", "type", "value", "id"})
_MOST_NAMED = 5
_TEXTS = {("description",), ("applications_note",)}


def shape_repair(
    source: Source, where: Where, expected: str, model: type[BaseModel]
) -> tuple[str, ProposedFix | None]:
    """Return what to write instead of a value of the wrong shape, and the fix if there is one.

    Args:
        source: the file.
        where: the value.
        expected: :data:`TEXT`, :data:`LIST` or :data:`KEYS`.
        model: the model of the file.
    """
    node = source.node(where)
    if expected == LIST and isinstance(node, Scalar):
        return _list_from_text(source, where, node, choices_at(where, "", model))
    if expected == LIST and isinstance(node, Mapping):
        return _list_from_keys(source, node)
    if expected == TEXT and isinstance(node, Mapping):
        return _text_from_keys(source, where, node)
    if expected == TEXT and isinstance(node, Sequence):
        return _text_from_list(source, where, node)
    return _keys(source, where)


def _keys(source: Source, where: Where) -> tuple[str, ProposedFix | None]:
    """Return the repair of a value that has no keys."""
    node = source.node(where)
    if isinstance(node, Scalar) and where[0] == "links":
        return write_link(source, node)
    if isinstance(node, Sequence) and where[-1] == "values":
        return choices_from_list(source, where, node)
    return KEY_PER_LINE, None


def _list_from_text(
    source: Source, where: Where, node: Scalar, choices: Choices
) -> tuple[str, ProposedFix | None]:
    written = source.text[node.start : node.end]
    line_start = source.text.rfind("\n", 0, node.start) + 1
    found = _GLUED_DASH.finditer(source.text, line_start, node.end)
    dashes = list(islice(found, MOST_REWRITTEN + 1))
    if len(dashes) > MOST_REWRITTEN:
        return ONE_PER_LINE, None
    if dashes and not node.style:
        changes = tuple(Edit(dash.end(), dash.end(), " ") for dash in dashes)
        fix = ProposedFix("add a space after each dash", changes)
        return f"Add a space after each dash: - {written.lstrip('-')[:40].splitlines()[0]}", fix
    key = source.key(where)
    if where == ("links",) and key and (links := links_from_text(node.value)):
        return write_links(source, key, node, links)
    names = _names(node.value, written, where, choices)
    if choices and choices.keys().isdisjoint(names):
        return f"{ONE_PER_LINE} {choose_from(choices)}", None
    if key is None or not names or len(names) > MOST_REWRITTEN:
        return ONE_PER_LINE, None
    is_certain = all(map(_BULLET.match, filter(None, map(str.strip, written.splitlines()))))
    return _one_per_line(source, key, node, names, is_certain=is_certain)


def _names(value: str, written: str, where: Where, choices: Choices) -> list[str]:
    """Return the values in a text that should have been a list."""
    if choices:
        return intended_choices(value, choices) if len(value) <= LONGEST_GUESSED else []
    lines = [line for line in map(str.strip, written.splitlines()) if line]
    if len(lines) == 1 or "," in lines[0]:
        lines = _SEPARATORS.split(without_brackets(value))
    bare = (_BULLET.sub("", line.strip()).strip(" ,;") for line in lines)
    if where[0] == "applications":
        bare = (without_markdown(name, is_address=False) for name in bare)
    names = [name for name in bare if name and name not in {"|", ">"}]
    # What is below a group may be a remark about it, as in "Oracle: read only".
    is_remark = len(where) > 1 and all(map(_ONLY_WORDS.fullmatch, names))
    return [] if is_remark else names


def _one_per_line(
    source: Source, key: Scalar, node: Scalar, names: list[str], *, is_certain: bool
) -> tuple[str, ProposedFix | None]:
    change, shown = lines_below(source, key, node, [f"- {as_scalar(name)}" for name in names])
    fix = ProposedFix("write one value per line", (change,), is_certain)
    return f"Write one value per line, each after '- ':{shown}", fix


def _list_from_keys(source: Source, node: Mapping) -> tuple[str, ProposedFix | None]:
    values = [value for _, value in node.pairs if isinstance(value, Scalar)]
    keys = {key.value for key, _ in node.pairs}
    if node.flow or len(values) != len(node.pairs) or not node.pairs:
        return ONE_PER_LINE, None
    if keys <= _LINK_KEYS:
        lines = [key.start for key, _ in node.pairs]
        marks = ("- ", *("  " for _ in lines[1:]))
        changes = tuple(Edit(at, at, m) for at, m in zip(lines, marks, strict=True))
        return "Write a dash before the first key.", ProposedFix("make it a list", changes)
    if not all(value.value.startswith("https://") for value in values):
        return ONE_PER_LINE, None
    _, column = source.position(node.start)
    break_ = f"\n{' ' * (column + 1)}"
    changes = tuple(
        Edit(key.start, value.end, f"- label: {as_scalar(key.value)}{break_}url: {value.value}")
        for key, value in node.pairs
        if isinstance(value, Scalar)
    )
    return "Write a label and a url for each link.", ProposedFix("write label and url", changes)


def _text_from_keys(source: Source, where: Where, node: Mapping) -> tuple[str, ProposedFix | None]:
    if where in _TEXTS and not node.flow:
        return _text_with_bar(source, where)
    if where == ("contact",) and (found := _contact_in(node)):
        change = Edit(source.text.rfind(":", 0, node.start) + 1, node.end, f" {found}")
        hint = f"Write only the address: contact: {found}{_left_out(node, found)}"
        return hint, ProposedFix(f"write {found}", (change,), safe=False)
    if isinstance(where[-1], int):
        return _item_from_keys(source, where, node)
    return "Put text that contains a colon in quotes.", None


def _item_from_keys(source: Source, where: Where, node: Mapping) -> tuple[str, ProposedFix | None]:
    """Return the repair of a value of a list that YAML reads as keys."""
    if len(node.pairs) == 1 and isinstance(node.pairs[0][1], Sequence):
        dash = source.text.rfind("-", 0, node.start)
        changes = (Edit(dash, node.start, ""),)
        hint = "Remove the dash before the group. Only the names in a group have one."
        return hint, ProposedFix("remove the dash", changes, safe=False)
    written = source.text[node.start : node.end].rstrip()
    own = frozenset({str(where[0]), str(where[0]).removesuffix("s")})
    naming = _NAMING_KEYS.get(where[0], own | _NAMING_KEYS_OF_CHOICES)
    if name := _name_in(node, naming):
        change = Edit(node.start, node.start + len(written), as_scalar(name))
        fix = ProposedFix(f"write {name}", (change,), safe=len(node.pairs) == 1)
        kind = "login" if where[0] == "maintainers" else "name"
        return f"Write only the {kind}: - {as_scalar(name)}{_left_out(node, name)}", fix
    if where[0] == "maintainers":
        return "Write the GitHub login of each person, without keys.", None
    if "\n" in written:
        return "Put text that contains a colon in quotes.", None
    quoted = as_scalar(written)
    fix = ProposedFix("put it in quotes", (Edit(node.start, node.start + len(written), quoted),))
    return f"YAML reads text before a colon and a space as a key. Put it in quotes: {quoted}", fix


def _text_with_bar(source: Source, where: Where) -> tuple[str, ProposedFix | None]:
    """Return the repair of a text that YAML reads as keys or a list."""
    key, node = source.key(where), source.node(where)
    colon = source.text.find(":", key.end) if key else -1
    if node is None or colon < 0 or "\n" not in source.text[colon : node.start]:
        return "Put text that contains a colon in quotes.", None
    fix = ProposedFix("write | before the text", (Edit(colon + 1, colon + 1, " |"),))
    return f"Write '{where[0]}: |', and put the text below it, indented by two spaces.", fix


def _contact_in(node: Mapping) -> str:
    """Return the first address among values that should have been one address, or ``""``."""
    values = [value.value for _, value in node.pairs if isinstance(value, Scalar)]
    for value in values:
        if contact_fault(value) is None:
            return value
        if (meant := intended_contact(value)) and meant.value:
            return meant.value
    return ""


def _text_from_list(source: Source, where: Where, node: Sequence) -> tuple[str, ProposedFix | None]:
    if where in _TEXTS and not node.flow and len(node.children) > 1:
        return _text_with_bar(source, where)
    first = node.children[0] if node.children else None
    if len(node.children) != 1 or not isinstance(first, Scalar):
        return "Keep one of the values, without a dash.", None
    change = Edit(node.start, node.end, as_scalar(first.value, first.style))
    return f"Write {as_scalar(first.value)}", ProposedFix("write it as text", (change,))


def _name_in(node: Mapping, keys: frozenset[str] | None) -> str:
    """Return the value of the only key that names something, as in lists of other formats."""
    named = [
        value.value
        for key, value in node.pairs
        if isinstance(value, Scalar) and keys and _spell(key.value) in keys
    ]
    return named[0] if len(named) == 1 else ""


def _spell(key: str) -> str:
    return key.casefold().replace("-", "_").replace(" ", "_")


def _left_out(node: Mapping, kept: str) -> str:
    """Return the sentence that names the values that a repair leaves out."""
    others = [
        f"{key.value}: {value.value}"
        for key, value in node.pairs
        if isinstance(value, Scalar) and value.value != kept
    ]
    return f" (leaves out {', '.join(map(repr, others[:_MOST_NAMED]))})" if others else ""
