"""Finds the objects of a list in the tree of a text, and opens the objects in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import chain

from catalog_tool.importers.choices import Choices
from catalog_tool.importers.sites import SITE, are_pages_of, has_site
from catalog_tool.importers.words import TELLING, words_of
from catalog_tool.model.key_names import LINK_KEY_OF_NAME
from catalog_tool.model.nodes import Mapping, Node, Plain, Scalar, plain
from catalog_tool.model.nodes import Sequence as SequenceNode

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_PERSONS = frozenset("author authors committers contributors organizers speakers staff".split())
"""Keys of persons, who can be listed beside partners."""
_SINGLE = frozenset({"name", "website", "description"})
"""Keys with one text, which can have details."""
_NOT_PARTNERS = frozenset({"links", "maintainers"})


def objects_in(root: Mapping, choices: Choices) -> Iterator[tuple[Mapping, dict[str, Plain]]]:
    """Yield each object of the lists in a tree, with its values, or the root if it has no list.

    Args:
        root: the tree.
        choices: what was said about the list.
    """
    by_key = {k: (key, _with_rows(value)) for k, (key, value) in root.by_key.items()}
    root = root._replace(by_key=by_key)
    for name, node in _objects(root, choices):
        values = _opened(_plain(root) if node is root else _without_frame(node, choices), choices)
        is_named = not name or "name" in map(choices.guess_key, values)
        yield node, values if is_named else {"name": name, **values}


def only_object_in(root: Mapping, choices: Choices) -> dict[str, Plain] | None:
    """Return what a tree with a single object says, or ``None``.

    The root is the object if it has a name. Otherwise, the only value can be an object, whose key
    is its name if it has no other.
    """
    told = {key.value for key, value in root.pairs if isinstance(value, Scalar)}
    if "name" in map(choices.guess_key, told):
        return values_of(root, choices)
    key, node = root.pairs[0] if len(root.pairs) == 1 else (None, root)
    inner = node.pairs if key and isinstance(node, Mapping) else ()
    if not any(isinstance(value, Scalar) for _, value in inner):
        return None
    values = _opened({of.value: plain(value) for of, value in inner}, choices)
    is_named = "name" in map(choices.guess_key, values)
    return values if is_named or not key else {"name": key.value, **values}


def values_of(node: Mapping, choices: Choices) -> dict[str, Plain]:
    """Return what an object says, also in the objects in it."""
    return _opened(_plain(node), choices)


def _with_rows(node: Node) -> Node:
    """Return a node whose lists of texts with an address are objects, like the rows of a table."""
    if isinstance(node, Mapping):
        by_key = {k: (key, _with_rows(value)) for k, (key, value) in node.by_key.items()}
        return node._replace(by_key=by_key)
    if not isinstance(node, SequenceNode):
        return node
    return node._replace(children=tuple(map(_row, node.children)))


def _row(node: Node) -> Node:
    cells = node.children if isinstance(node, SequenceNode) else ()
    texts = [each.value for each in cells if isinstance(each, Scalar)]
    if len(texts) < len(cells) or not any(map(SITE.match, texts)):
        return _with_rows(node)
    keys = [Scalar(each.start, each.start, f"column {n}") for n, each in enumerate(cells, start=1)]
    by_key = {key.value: (key, cell) for key, cell in zip(keys, cells, strict=True)}
    return Mapping(node.start, node.end, by_key)


def _without_frame(node: Mapping, choices: Choices) -> dict[str, Plain]:
    """Return what an object of a list says, or its only object that has a name if it has none.

    So exports have them, such as ``{"id": 1, "fields": {"name": "Contoso"}}``.
    """
    values = _plain(node)
    named = {
        title: value
        for title, value in values.items()
        if isinstance(value, dict) and "name" in map(choices.guess_key, value)
    }
    frames = [title for title in named if choices.guess_key(title) in {"", "name"}]
    has_name = "name" in map(choices.guess_key, values.keys() - named.keys())
    if has_name or len(frames) != 1:
        return values
    outer = {title: value for title, value in values.items() if title != frames[0]}
    inner = named[frames[0]].items()
    return {f"{frames[0]} {key}" if key in outer else key: value for key, value in inner} | outer


def _plain(node: Mapping) -> dict[str, Plain]:
    return {key.value: plain(value) for key, value in node.pairs}


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
    if inner and meant in _SINGLE and not is_in_languages and (text := _text_of(meant, inner)):
        yield title, unescape(str(inner[text])) if meant == "name" else inner[text]
        yield from ((f"{title} {each}", told) for each, told in inner.items() if each != text)
        return
    if not inner or not (is_in_languages or (meant in {"", "contact", "links"} and not is_link)):
        yield title, value
        return
    for each, told in inner.items():
        key = choices.guess_key(each)
        is_of_title = key == "name" or (key and not meant and key not in choices.fields)
        own = f"{title} {each}" if is_of_title or is_in_languages else each
        yield title if is_in_languages and meant and each == main else own, told


def _text_of(meant: str, values: dict[str, Plain]) -> str:
    """Return the key of the text in a value with details, such as ``{uri: …, title: …}``."""
    texts = [each for each, value in values.items() if isinstance(value, str) and value]
    sites = [each for each in texts if SITE.match(str(values[each]))]
    return next(iter(sites if meant == "website" else texts), "")


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
    """Yield the values of an object by key, without persons and the objects that are about it."""
    values = _plain(node)
    told = {choices.guess_key(k): v for k, v in values.items() if isinstance(v, str)}
    for key, value in node.pairs:
        is_of_persons = not _PERSONS.isdisjoint(words_of(key.value))
        if not (is_of_persons or are_pages_of(told, values[key.value], choices)):
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
    shared = Counter(key for _, value in objects for key in value.by_key)
    are_alike = len(objects) == len(pairs) and 2 * max(shared.values(), default=0) > len(objects)
    is_list = isinstance(node, SequenceNode) or are_alike
    telling = sum(_is_telling(key, value, choices) for key, value in objects)
    if is_list and 0 < telling * 2 >= len(objects):
        yield from objects
    else:
        yield from chain.from_iterable(_listed(each, choices) for each in inner)


def _is_telling(key: str, node: Mapping, choices: Choices) -> bool:
    """Return whether an object has a web address, or else a name or a key, and a contact."""
    values = _without_frame(node, choices)
    keys = set(map(choices.guess_key, values))
    is_named = bool(key) or "name" in keys
    return has_site(values, choices) or (is_named and not TELLING.isdisjoint(keys))
