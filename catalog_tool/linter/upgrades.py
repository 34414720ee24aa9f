"""Rewrites what older catalogs have into today's format. Comments and everything else stay.

To change the format, add an upgrade to :data:`UPGRADES`, and an example to the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from catalog_tool.linter.edits import edits_of, line_start, next_line
from catalog_tool.linter.fix import FixedFile, list_changes, text_of
from catalog_tool.linter.former_search import without_former_search
from catalog_tool.loader.configuration import find_configuration, find_option, load_settings
from catalog_tool.loader.entry import read_source
from catalog_tool.loader.files.tree import ChangedTree, DiskTree
from catalog_tool.loader.limits import VOCABULARY_LIMITS
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.model.edits import Remove, Reorder, apply_edits
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence
from catalog_tool.model.settings import Settings
from catalog_tool.model.source import Source
from catalog_tool.text.yaml_scalar import as_scalar

_Texts = dict[str, str]
_INTERFACES = "interfaces"
_FORMER_KEYS = {
    _INTERFACES: """\
interfaces:
  label: Generic interfaces
  type: choice
  multiple: true
  values:
{values}  show: [page, compare, filter]
  reaches_any_application: true
""",
    "directions": """\
directions:
  label: Directions
  type: choice
  multiple: true
  values:
    outbound: Outbound
    inbound: Inbound
  show: [page, compare, filter]
""",
}
"""The fields that were keys of every catalog, and their definitions."""
_INDENT_OF_VALUES = "    "
_IDENTIFIER = re.compile("[a-z0-9]+")
_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A catalog in today's format; nothing is written.

    Attributes:
        root: the root of the catalog.
        files: the files that change.
        messages: what is different now, one sentence each.
    """

    root: Path
    files: tuple[FixedFile, ...]
    messages: tuple[str, ...]


def upgrade(configuration: Path | None = None) -> Upgraded:
    """Return what an older catalog has in today's format. Nothing is written.

    Args:
        configuration: as for ``load_settings``.

    Raises:
        CatalogError: there is no catalog, its configuration is invalid, or one of its files is
            written in a way that can't be upgraded.
    """
    path = find_configuration(configuration).resolve()
    tree, messages = ChangedTree(DiskTree(path.parent)), list[str]()
    text, _ = text_of(path.name, tree)
    upgraded = text
    for message, rewrite_text in CONFIGURATION_UPGRADES.items():
        before, upgraded = upgraded, rewrite_text(upgraded)
        messages += [message] if upgraded != before else []
    if upgraded != text:
        tree = replace(tree, texts={path.name: upgraded})
    settings = load_settings(path, upgraded or None)
    for message, rewrite in UPGRADES.items():
        if texts := rewrite(load_catalog(settings, tree=tree), settings):
            tree = replace(tree, texts={**tree.texts, **texts})
            messages.append(message)
    files = tuple(file for file in list_changes(tree) if file.is_changed)
    return Upgraded(settings.root, files, tuple(messages))


def _move_teams(text: str) -> str:
    """Make the list of admins the list of code owners if it has teams. Logins stay admins."""
    found = find_option(text, "admins")
    values = found[1].value if found else ()
    listed = [str(each.value) for each in values] if isinstance(values, list) else []
    logins = [each for each in listed if "/" not in each]
    if not found or logins == listed or find_option(text, "code_owners"):
        return text
    start, end = found[0].start_mark.index, found[0].end_mark.index
    margin = text[line_start(text, start) : start]
    separator = ", " if margin.strip() else f"\n{margin}"
    admins = ", ".join(map(as_scalar, logins))
    upgraded = f"{text[:start]}admins: [{admins}]{separator}code_owners{text[end:]}"
    return upgraded if find_option(upgraded, "code_owners") else text


CONFIGURATION_UPGRADES: dict[str, Callable[[str], str]] = {
    "Teams can't be admins. They stay code owners.": _move_teams,
    "The finder is the site's only search, and knows every word.": without_former_search,
}
"""The same for the text of ``mkdocs.yml``."""


def _list_exceptions(loaded: Loaded, settings: Settings) -> _Texts:
    path, text = settings.exceptions_path, loaded.catalog.exceptions_source.text
    source, _ = read_source(path, text, VOCABULARY_LIMITS)
    key, listed = source.key(("exceptions",)), source.node(("exceptions",))
    if not key or not source.root or len(source.root.pairs) > 1:
        return {}
    if not isinstance(listed, Sequence):
        raise _refuse(source, key, "Write each exception below '- ' at the margin.")
    if listed.flow:
        return {path: f"{text[: key.start]}{text[listed.start :]}"}
    start = next_line(text, key.end)
    _, _, remark = text[key.end : start].partition(":")
    below = _indented(text[start:], _column(text, listed), margin="")
    return {path: f"{text[: key.start]}{remark.lstrip()}{below}"}


def _define_fields(loaded: Loaded, settings: Settings) -> _Texts:
    vocabulary, own = loaded.catalog.vocabulary_source, loaded.catalog.entry_model.own_fields
    described = vocabulary.node((_INTERFACES,))
    entries = [entry.source for entry in loaded.catalog.entries]
    stated = {key: [*_stated(key, entries)] for key in _FORMER_KEYS}
    texts, values = _without_interfaces(vocabulary) if described else ({}, "")
    known = [key.value for key, _ in described.pairs] if isinstance(described, Mapping) else []
    for value in dict.fromkeys(stated[_INTERFACES]):
        if value not in known and _IDENTIFIER.fullmatch(value):
            name = value.upper() if len(value) <= _LONGEST_ABBREVIATION else value.capitalize()
            values += f"{_INDENT_OF_VALUES}{value}: {name}\n"
    is_needed = {**stated, _INTERFACES: values}
    missing = [key for key in _FORMER_KEYS if key not in own and is_needed[key]]
    if not missing:
        return texts
    before = loaded.sources.get(settings.fields_path, Source("")).text
    start = f"{before}\n" if before and not before.endswith("\n") else before
    definitions = [_FORMER_KEYS[key].replace("{values}", values) for key in missing]
    return {
        **texts,
        settings.fields_path: "".join([start, *definitions]),
        **{source.path: _with_last(missing, source) for source in entries},
    }


UPGRADES: dict[str, Callable[[Loaded, Settings], _Texts]] = {
    "The exceptions are a list, without a key above it.": _list_exceptions,
    "Interfaces and directions are fields of your own. You can change and remove them.": (
        _define_fields
    ),
}
"""What is different in today's format, and what rewrites the files that aren't in it."""


def _stated(key: str, entries: Iterable[Source]) -> Iterator[str]:
    """Yield every value that entries have for a key."""
    for source in entries:
        node = source.node((key,))
        values: tuple[Node, ...] = node.children if isinstance(node, Sequence) else ()
        yield from (each.value for each in values if isinstance(each, Scalar))


def _without_interfaces(vocabulary: Source) -> tuple[_Texts, str]:
    """Return the vocabulary without its interfaces, and their lines as values of a field."""
    key, described = vocabulary.key((_INTERFACES,)), vocabulary.node((_INTERFACES,))
    edits = edits_of([Remove((_INTERFACES,))], vocabulary)
    text = vocabulary.text
    if not key or not isinstance(described, Mapping) or not edits:
        hint = "Define 'interfaces' in _fields.yaml, and remove it there."
        raise _refuse(vocabulary, key, hint)
    if described.flow:
        values = "".join(
            f"{_INDENT_OF_VALUES}{_on_one_line(name, value, vocabulary)}\n"
            for name, value in described.pairs
        )
        return {vocabulary.path: apply_edits(text, edits)}, values
    above, below = text[edits[0].start : key.start], text[next_line(text, key.end) : edits[0].end]
    values = _indented(above, 0) + _indented(below, _column(text, described))
    return {vocabulary.path: apply_edits(text, edits)}, f"{values.rstrip()}\n"


def _on_one_line(name: Scalar, value: Node, source: Source) -> str:
    """Return a key with its value, as they are in braces.

    Raises:
        CatalogError: there is a comment between them.
    """
    written = source.text[name.start : value.end]
    if "#" in written:
        raise _refuse(source, name, "Write it without braces, or remove the comment.")
    return " ".join(written.split())


def _with_last(keys: list[str], source: Source) -> str:
    """Return the text of an entry with some keys after the others, if its lines can be moved."""
    pairs = source.root.pairs if source.root else ()
    names = [key.value for key, _ in pairs]
    order = sorted(range(len(names)), key=lambda at: (names[at] in keys, at))
    return apply_edits(source.text, edits_of([Reorder((), tuple(order))], source))


def _indented(text: str, width: int, margin: str = _INDENT_OF_VALUES) -> str:
    """Return lines with another indentation; ``width`` is the one that they have."""
    return "".join(
        f"{margin}{line[width:] if not line[:width].strip() else line.lstrip()}"
        if line.strip()
        else line
        for line in text.splitlines(keepends=True)
    )


def _column(text: str, node: Node) -> int:
    return node.start - line_start(text, node.start)


def _refuse(source: Source, key: Scalar | None, hint: str) -> CatalogError:
    line, _ = source.position(key.start if key else 0)
    place = f"{source.path}, line {line}: '{source.line_text(line).strip()}'"
    return CatalogError(f"{place} is written in a way that can't be upgraded.", hint)
