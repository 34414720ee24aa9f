"""What an older configuration says about the searches that the finder replaced.

The theme's plugin ``search``, its features, and the option ``full_text_limit`` have no effect
anymore. A note says so, and ``catalog upgrade`` removes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from catalog_tool.linter.edits import line_start, next_line
from catalog_tool.loader.configuration import FORMER_OPTION, compose
from catalog_tool.loader.option_messages import PLUGIN
from catalog_tool.model.settings import Settings

SEARCH = "search"
"""Name of the theme's plugin."""

_FEATURES = "search."
_Place = tuple[yaml.CollectionNode, int]
"""A list or mapping of the configuration, and the position of one of its members."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a list or mapping: its name, its value, and where it is in the text."""

    name: str
    value: yaml.Node | None
    start: int
    end: int


def former_search_note(settings: Settings) -> str:
    """Return a note for the owners if their configuration has another search, or ``""``."""
    path = settings.root / settings.configuration
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    place = next(_former(text), None)
    if not place:
        return ""
    collection, at = place
    member = _members(collection)[at]
    line = text.count("\n", 0, member.start) + 1
    return (
        f"{path.name}:{line}: {member.name!r} has no effect, because the finder is the site's only "
        "search and knows every word. Remove it, or run `catalog upgrade`."
    )


def without_former_search(text: str) -> str:
    """Return the text of ``mkdocs.yml`` without anything about the former searches."""
    while place := next(_former(text), None):
        shorter = _without(text, place)
        if shorter == text or compose(shorter) is None:
            break
        text = shorter
    return text


def _former(text: str) -> Iterator[_Place]:
    """Yield the place of each member that is about a former search."""
    document = compose(text)
    plugins, features = _find(document, "plugins"), _find(_find(document, "theme"), "features")
    named = {member.name: member.value for member in _members(plugins)}
    if PLUGIN not in named:
        return
    yield from _places(plugins, lambda member: member.name == SEARCH and not _is_off(member.value))
    yield from _places(named[PLUGIN], lambda member: member.name == FORMER_OPTION)
    if not all(member.name.startswith(_FEATURES) for member in _members(features)):
        yield from _places(features, lambda member: member.name.startswith(_FEATURES))


def _places(node: yaml.Node | None, is_former: Callable[[_Member], bool]) -> Iterator[_Place]:
    for at, member in enumerate(_members(node)):
        if isinstance(node, yaml.CollectionNode) and is_former(member):
            yield node, at


def _is_off(options: yaml.Node | None) -> bool:
    """Return whether the plugin is only there to turn it off, as Zensical needs it."""
    enabled = _find(options, "enabled")
    return isinstance(enabled, yaml.ScalarNode) and enabled.value == "false"


def _find(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return next((member.value for member in _members(node) if member.name == name), None)


def _members(node: yaml.Node | None) -> list[_Member]:
    """Return the members of a list or mapping. A list may have mappings with one key."""
    if isinstance(node, yaml.MappingNode):
        return [_member(key, value, key) for key, value in node.value]
    members = []
    for each in node.value if isinstance(node, yaml.SequenceNode) else []:
        is_mapping = isinstance(each, yaml.MappingNode) and each.value
        key, value = each.value[0] if is_mapping else (each, None)
        members.append(_member(key, value, each))
    return members


def _member(key: yaml.Node, value: yaml.Node | None, whole: yaml.Node) -> _Member:
    start, end = whole.start_mark.index, _end(value if value and whole is key else whole)
    return _Member(str(key.value), value, start, end)


def _end(node: yaml.Node) -> int:
    """Return where a node ends. A block ends where the next one begins, after comments."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _without(text: str, place: _Place) -> str:
    """Return the text without one member, and the same text if it can't be removed."""
    collection, at = place
    members = _members(collection)
    start, end = members[at].start, members[at].end
    if not collection.flow_style:
        line = line_start(text, start)
        following = end if text[end - 1] == "\n" else next_line(text, end)
        return text[:line] + text[following:] if text[line:start].strip() in ("", "-") else text
    if at + 1 < len(members):
        end = members[at + 1].start
    elif at:
        start = members[at - 1].end
    return text[:start] + text[end:]
