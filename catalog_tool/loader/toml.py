"""Reads TOML as the same nodes as YAML; each table has the lines from its header to the next."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date, time

from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence

_HEADER = re.compile(r"^[ \t]*\[\[?([^\[\]\n]+)\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_JOINED_KEYS = re.compile(
    r"""(?<![\w"'\\-])(?>(?:[\w-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*')[ \t]*\.[ \t]*){32}"""
)
"""More keys with dots than any list has; the parser takes the square of their number."""
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_TOO_DEEP = "Tables or lists are nested too deep."
_Span = tuple[int, int]
_Path = tuple[str, ...]


def parse_toml(text: str, max_depth: int) -> Mapping:
    """Return the root of a TOML file, whose values are text as in YAML.

    Args:
        text: the text, whose lines end with line feeds.
        max_depth: how deep tables and lists may be nested.

    Raises:
        ValueError: the text isn't TOML, or is nested deeper; the message has the line.
    """
    if joined := _JOINED_KEYS.search(text):
        line = text.count("\n", 0, joined.start()) + 1
        raise ValueError(f"Line {line}: Too many keys are joined with dots.")
    told = _parsed(text)
    spans: dict[_Path, deque[_Span]] = defaultdict(deque)
    headers = list(_HEADER.finditer(text))
    ends = (header.start() for header in headers[1:])
    for header, end in zip(headers, [*ends, len(text)], strict=False):
        if path := tuple(_path(header[1])):
            spans[path].append((header.start(), end))
    node = _node(told, (), (0, len(text)), spans, max_depth)
    return node if isinstance(node, Mapping) else Mapping(0, 0, {})


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        line = int((where and where[1]) or text.rstrip("\n").count("\n") + 1)
        raise ValueError(f"Line {line}: {_WHERE.sub('', str(error))}.") from error
    except ValueError as error:
        raise ValueError("A number has too many digits.") from error
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error


def _path(name: str) -> Iterator[str]:
    """Yield the keys of a header such as ``partners."Contoso, Inc."``; none of one in a text."""
    try:
        inner = tomllib.loads(f"[{name}]")
    except tomllib.TOMLDecodeError:
        return
    while inner:
        key, inner = inner.popitem()
        yield key


def _node(
    value: object, path: _Path, span: _Span, spans: dict[_Path, deque[_Span]], depth: int
) -> Node:
    if depth < 0:
        raise ValueError(_TOO_DEEP)
    if isinstance(value, dict):
        start, end = spans[path].popleft() if spans.get(path) else span
        within = start, end
        by_key = {
            key: (Scalar(start, start, key), _node(each, (*path, key), within, spans, depth - 1))
            for key, each in value.items()
        }
        return Mapping(start, max([end, *(node.end for _, node in by_key.values())]), by_key)
    if isinstance(value, list):
        children = tuple(_node(each, path, span, spans, depth - 1) for each in value)
        return Sequence(*span, children)
    text = value.isoformat() if isinstance(value, date | time) else str(value)
    return Scalar(*span, text.lower() if isinstance(value, bool) else text)
