"""Parses YAML, JSON, CSV, TSV, and front matter into objects, which are keys with values."""

from __future__ import annotations

import csv
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from catalog_tool.importers.choices import FORMATS, Choices
from catalog_tool.importers.result import Lines
from catalog_tool.importers.sites import are_pages_of, has_site
from catalog_tool.importers.titles import keys_of
from catalog_tool.importers.toml import parse_toml
from catalog_tool.importers.words import TELLING
from catalog_tool.loader.limits import Limits
from catalog_tool.loader.yaml.parser import parse_source
from catalog_tool.model.error import CatalogError
from catalog_tool.model.key_names import LINK_KEY_OF_NAME
from catalog_tool.model.nodes import Mapping, Node, Plain, plain
from catalog_tool.model.nodes import Sequence as SequenceNode

_LIMITS = Limits(max_bytes=5 * 1024 * 1024, max_depth=12, max_nodes=1_000_000)
_START = re.compile(
    r"\s*(?:#[^\n]*\n\s*)*(?:[\[{]|(?:---|\+{3})\n|-\s+\{?[\w\"'.-]+ *:|[\w.-]+:(?:\s|\Z))"
)
_COMMENT = re.compile(r"\s*(?:#|\Z)")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)\n(.*?\n)\1(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"# (.+)\n?")
_DOCUMENT_START = re.compile(r"\A((?:#[^\n]*\n|\n)*)---[ \t]*(?=\n)")
_NO_SPACE = re.compile(r"^([ \t]*[\w-]+):(?=https?://)", re.MULTILINE)
_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_FORMULA = re.compile(r"'(?=\s*[=+\-@])")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_NOT_PARTNERS = frozenset({"links", "maintainers"})


ParsedObject = tuple[Lines, dict[str, Plain]]
"""Keys with their values, after their lines in the text."""
_Root = tuple[Mapping, Callable[[int], int]]
"""The tree of a text, and what says the line of an offset in it."""


def parse_objects(text: str, choices: Choices) -> Iterator[ParsedObject]:
    """Return the objects of a text, in the format that was given or else the one it looks like.

    Raises:
        CatalogError: the text doesn't have the format.
    """
    name = choices.format_name
    if name == "toml":
        return _of_root(*_toml_root(text, choices), choices)
    if name not in {"json", "yaml"} and (name or not _START.match(text)):
        return _of_rows(text, choices)
    if front := _FRONT_MATTER.match(text):
        return _of_page(text, front, choices)
    return _of_root(*_yaml_root(text, choices), choices)


def parse_front_matter(text: str, choices: Choices) -> dict[str, Plain] | None:
    """Return the values of a page's front matter, with the text below it; ``None`` if it has none.

    Raises:
        CatalogError: the front matter is broken.
    """
    front = _FRONT_MATTER.match(text)
    if not front:
        return None
    root, _ = _front_root(front, choices)
    return _with_body(_opened(_plain(root), choices), text[front.end() :], choices)


def _of_page(text: str, front: re.Match[str], choices: Choices) -> Iterator[ParsedObject]:
    """Yield the front matter of a page with its text."""
    lines = Lines(1, text.rstrip().count("\n") + 1)
    for _, values in _of_root(*_front_root(front, choices), choices):
        yield lines, _with_body(values, text[front.end() :], choices)


def _with_body(values: dict[str, Plain], body: str, choices: Choices) -> dict[str, Plain]:
    """Return front matter with the text of its page, whose heading can be the name."""
    body = body.strip()
    heading = _HEADING.match(body)
    if heading and "name" not in map(choices.guess_key, values):
        values = {**values, "name": heading.group(1).strip()}
        body = body[heading.end() :].strip()
    return {**values, "body": body} if body else values


def _front_root(front: re.Match[str], choices: Choices) -> _Root:
    read = _toml_root if front.group(1) == "+++" else _yaml_root
    return read("\n" + front.group(2), choices)


def _yaml_root(text: str, choices: Choices) -> _Root:
    text = _SURROGATES.sub(lambda pair: str(json.loads(f'"{pair.group()}"')), text)
    text = _NO_SPACE.sub(r"\1: ", _DOCUMENT_START.sub(r"\1", text))
    start = next((line for line in text.split("\n") if not _COMMENT.match(line)), "").lstrip()
    lead = "list: " if start.startswith("[") else "list:\n" if start.split()[:1] == ["-"] else ""
    source, problems = parse_source("", lead + text, _LIMITS)

    def line_at(offset: int) -> int:
        return source.position(offset)[0] - lead.count("\n")

    for problem in problems:
        line = line_at(problem.span[0] if problem.span else 0)
        raise _unfitting(choices, f"Line {line}: {problem.message}")
    return source.root or Mapping(0, 0, {}), line_at


def _toml_root(text: str, choices: Choices) -> _Root:
    try:
        root = parse_toml(text, _LIMITS.max_depth)
    except ValueError as error:
        raise _unfitting(choices, str(error)) from error
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    return root, lambda offset: bisect_right(starts, offset)


def _of_root(
    root: Mapping, line_at: Callable[[int], int], choices: Choices
) -> Iterator[ParsedObject]:
    choices = _with_names(root, choices)
    for name, node in _objects(root, choices):
        values = _opened(_plain(node), choices)
        is_named = not name or "name" in map(choices.guess_key, values)
        lines = Lines(line_at(node.start), line_at(max(node.start, node.end - 1)))
        yield lines, values if is_named else {"name": name, **values}


def _with_names(root: Mapping, choices: Choices) -> Choices:
    """Return choices with the key that has the names, if only its values say so."""
    with_sites = [each for each in map(_plain, _mappings(root)) if has_site(each, choices)]
    keys = keys_of(with_sites, choices)
    named = {title: "name" for title in keys if keys[title] == "name" != choices.guess_key(title)}
    return replace(choices, columns={**choices.columns, **named})


def _plain(node: Mapping) -> dict[str, Plain]:
    return {key.value: plain(value) for key, value in node.pairs}


def _mappings(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
        yield from chain.from_iterable(_mappings(value) for _, value in node.pairs)
    elif isinstance(node, SequenceNode):
        yield from chain.from_iterable(map(_mappings, node.children))


def _opened(told: dict[str, Plain], choices: Choices) -> dict[str, Plain]:
    """Return what an object says, also in the objects in it."""
    values: dict[str, Plain] = {}
    for title, value in told.items():
        for inner, each in _flat(title, value, choices):
            is_free = inner == title or not (inner in told or inner in values)
            values[inner if is_free else f"{title} {inner}"] = each
    return values


def _flat(title: str, value: Plain, choices: Choices) -> Iterator[tuple[str, Plain]]:
    """Yield what a key says, such as each key in ``contact: {email: …, website: …}``.

    Of a text in several languages, the English one is preferred. A key in an object whose own key
    has no meaning, such as ``author: {name: …}``, has none of the partner, either.
    """
    meant = choices.guess_key(title)
    inner = value if isinstance(value, dict) else {}
    is_link = meant == "links" and "label" in map(LINK_KEY_OF_NAME.get, inner)
    is_in_languages = meant != "applications" and all(map(_LANGUAGE.fullmatch, inner))
    main = next((each for each in ("en", *inner) if each in inner), "")
    if not inner or not (is_in_languages or (meant in {"", "contact", "links"} and not is_link)):
        yield title, value
        return
    for each, told in inner.items():
        key = choices.guess_key(each)
        is_of_title = key == "name" or (key and not meant and key not in choices.fields)
        own = f"{title} {each}" if is_of_title or is_in_languages else each
        yield title if is_in_languages and meant and each == main else own, told


def _objects(root: Mapping, choices: Choices) -> list[tuple[str, Mapping]]:
    """Return the objects of all lists, or the root if it is the partner; see :func:`_listed`."""
    keys = set(map(choices.guess_key, root.by_key))
    is_partner = "name" in keys and not TELLING.isdisjoint(keys)
    pairs = list(_others_in(root, choices))
    # What a partner says about itself in lists, such as its links, are no partners.
    below = [value for key, value in pairs if not choices.guess_key(key)]
    found = [each for node in (below if is_partner else [root]) for each in _listed(node, choices)]
    lists = [] if is_partner else [v.children for _, v in pairs if isinstance(v, SequenceNode)]
    other = [("", each) for values in lists for each in values if isinstance(each, Mapping)]
    return found or other or [("", root)]


def _others_in(node: Mapping, choices: Choices) -> Iterator[tuple[str, Node]]:
    """Yield the values of an object, without the objects that are about it, by key."""
    values = _plain(node)
    told = {choices.guess_key(k): v for k, v in values.items() if isinstance(v, str)}
    for key, value in node.pairs:
        if not are_pages_of(told, values[key.value], choices):
            yield key.value, value


def _listed(node: Node, choices: Choices) -> Iterator[tuple[str, Mapping]]:
    """Yield the objects of the lists below a node, each after its key if that is its name."""
    if isinstance(node, Mapping):
        pairs = list(_others_in(node, choices))
        inner = [value for key, value in pairs if choices.guess_key(key) not in _NOT_PARTNERS]
    else:
        inner = list(node.children) if isinstance(node, SequenceNode) else []
        pairs = [("", value) for value in inner]
    # The key of the only object is the title of a category.
    named = [(key if len(pairs) > 1 else "", value) for key, value in pairs]
    objects = [(key, value) for key, value in named if isinstance(value, Mapping)]
    is_list = isinstance(node, SequenceNode) or len(objects) == len(pairs)
    telling = sum(_is_telling(key, value, choices) for key, value in objects)
    if is_list and 0 < telling * 2 >= len(objects):
        yield from objects
    else:
        yield from chain.from_iterable(_listed(each, choices) for each in inner)


def _is_telling(key: str, node: Mapping, choices: Choices) -> bool:
    """Return whether an object has a name, which can be its key, and an address or the like."""
    keys = set(map(choices.guess_key, node.by_key))
    is_named = bool(key) or "name" in keys
    return is_named and (not TELLING.isdisjoint(keys) or has_site(_plain(node), choices))


def _of_rows(text: str, choices: Choices) -> Iterator[ParsedObject]:
    head = text.partition("\n")[0]
    delimiter = "\t" if choices.format_name == "tsv" else max(",;\t", key=head.count)
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    try:
        titles = list(_titles(next(reader)))
        known = sum(bool(choices.guess_key(title)) for title in titles)
        is_table = len(titles) > 1 and (choices.format_name or choices.columns or known > 1)
        if not is_table:
            raise _unfitting(choices, "The first line must have the titles of the columns.")
        first = reader.line_num + 1
        for row in reader:
            titles += [f"column {n}" for n in range(len(titles) + 1, len(row) + 1)]
            cells = zip(
                titles, (_FORMULA.sub("", cell, count=1).strip() for cell in row), strict=False
            )
            yield Lines(first, reader.line_num), {k: cell for k, cell in cells if cell}
            first = reader.line_num + 1
    except csv.Error as error:  # such as a cell of more than 128 KiB
        raise _unfitting(choices, f"Line {reader.line_num}: {error}.") from error


def _titles(row: Sequence[str]) -> Iterator[str]:
    for n, title in enumerate(map(str.strip, row)):
        yield title if title and title not in row[:n] else f"column {n + 1}"


def _unfitting(choices: Choices, reason: str) -> CatalogError:
    name = FORMATS.get(choices.format_name, "a list of objects")
    hint = "Choose another format with --from."
    return CatalogError(f"This can't be read as {name}. {reason}", hint)
