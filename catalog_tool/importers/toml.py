"""Reads TOML as the same nodes as YAML; each table has the lines from its header to the next."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict, deque
from collections.abc import Iterator

from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence

_HEADER = re.compile(r"^[ \t]*\[\[?([^\[\]\n]+)\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_Span = tuple[int, int]
_Path = tuple[str, ...]


def parse_toml(text: str) -> Mapping:
    """Return the root of a TOML file, whose values are text as in YAML.

    Raises:
        tomllib.TOMLDecodeError: the text isn't TOML.
    """
    told = tomllib.loads(text)
    spans: dict[_Path, deque[_Span]] = defaultdict(deque)
    headers = list(_HEADER.finditer(text))
    ends = (header.start() for header in headers[1:])
    for header, end in zip(headers, [*ends, len(text)], strict=False):
        if path := tuple(_path(header[1])):
            spans[path].append((header.start(), end))
    node = _node(told, (), (0, len(text)), spans)
    return node if isinstance(node, Mapping) else Mapping(0, 0, {})


def _path(name: str) -> Iterator[str]:
    """Yield the keys of a header such as ``partners."Contoso, Inc."``; none of one in a text."""
    try:
        inner = tomllib.loads(f"[{name}]")
    except tomllib.TOMLDecodeError:
        return
    while inner:
        key, inner = inner.popitem()
        yield key


def _node(value: object, path: _Path, span: _Span, spans: dict[_Path, deque[_Span]]) -> Node:
    if isinstance(value, dict):
        start, end = spans[path].popleft() if spans.get(path) else span
        by_key = {
            key: (Scalar(start, start, key), _node(each, (*path, key), (start, end), spans))
            for key, each in value.items()
        }
        return Mapping(start, max([end, *(node.end for _, node in by_key.values())]), by_key)
    if isinstance(value, list):
        children = tuple(_node(each, path, span, spans) for each in value)
        return Sequence(*span, children)
    return Scalar(*span, str(value).lower() if isinstance(value, bool) else str(value))
