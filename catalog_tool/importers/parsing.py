"""Parses YAML, JSON, TOML, CSV, TSV, and front matter into objects, which are keys with values."""

from __future__ import annotations

import csv
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from catalog_tool.importers.choices import FORMATS, Choices
from catalog_tool.importers.result import Lines
from catalog_tool.importers.tree import objects_in, only_object_in, values_of
from catalog_tool.loader.limits import Limits
from catalog_tool.loader.toml import parse_toml
from catalog_tool.loader.yaml.documents import documents_as_list
from catalog_tool.loader.yaml.parser import parse_source
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Mapping, Plain

_LIMITS = Limits(max_bytes=5 * 1024 * 1024, max_depth=12, max_nodes=1_000_000)
_START = re.compile(
    r"\s*(?:#[^\n]*\n\s*)*(?:[\[{]|(?:---|\+{3})\n|-\s+\{?[\w\"'.-]+ *:|[\w.-]+:(?:\s|\Z))"
)
_MOST_ABOVE = 10
"""The most lines of a table until the titles of its columns, including these."""
_COMMENT = re.compile(r"\s*(?:#|\Z)")
_FRONT_MATTER = re.compile(r"\n*(---|\+\+\+)\n(.*?\n)\1(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"# (.+)\n?")
_NO_SPACE = re.compile(r"^([ \t]*[\w-]+):(?=https?://)", re.MULTILINE)
_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_HALF_CHARACTER = re.compile(r"(?<!\\)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_FORMULA = re.compile(r"'(?=\s*[=+\-@])")


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
    front = _FRONT_MATTER.match(text)
    if front and not (name and _START.match(text[front.end() :])):
        return _of_page(text, front, choices)
    return _of_root(*_yaml_root(text, choices), choices)


def parse_document(text: str, choices: Choices) -> dict[str, Plain] | None:
    """Return what a file says that may be about one partner; ``None`` if it lists several objects.

    That is the front matter of a page with the text below it, or else the only object, whose key
    can be its name.

    Raises:
        CatalogError: the text doesn't have the format.
    """
    if choices.format_name:
        read = _toml_root if choices.format_name == "toml" else _yaml_root
        return only_object_in(read(text, choices)[0], choices)
    front = _FRONT_MATTER.match(text)
    if not front or not front.group(2).strip():
        return None
    root, _ = _front_root(front, choices)
    return _with_body(values_of(root, choices), text[front.end() :], choices)


def _of_page(text: str, front: re.Match[str], choices: Choices) -> Iterator[ParsedObject]:
    """Yield the front matter of a page with its text."""
    lines = Lines(1, text.rstrip().count("\n") + 1)
    for _, values in _of_root(*_front_root(front, choices), choices):
        yield lines, _with_body(values, text[front.end() :], choices)


def _with_body(values: dict[str, Plain], body: str, choices: Choices) -> dict[str, Plain]:
    """Return front matter with the text of its page, whose heading can be the name."""
    body = body.strip()
    names = [value for title, value in values.items() if choices.guess_key(title) == "name"]
    heading = _HEADING.match(body)
    if heading and (not names or heading.group(1).strip() in names):
        values = values if names else {**values, "name": heading.group(1).strip()}
        body = body[heading.end() :].strip()
    return {**values, "body": body} if body else values


def _front_root(front: re.Match[str], choices: Choices) -> _Root:
    read = _toml_root if front.group(1) == "+++" else _yaml_root
    lines_above = front.string.count("\n", 0, front.start(2))
    return read("\n" * lines_above + front.group(2), choices)


def _yaml_root(text: str, choices: Choices) -> _Root:
    text = _SURROGATES.sub(lambda pair: str(json.loads(f'"{pair.group()}"')), text)
    text = _NO_SPACE.sub(r"\1: ", documents_as_list(text))
    start = next((line for line in text.split("\n") if not _COMMENT.match(line)), "").lstrip()
    lead = "list: " if start.startswith("[") else "list:\n" if start.split()[:1] == ["-"] else ""
    source, problems = parse_source("", lead + text, _LIMITS)

    def line_at(offset: int) -> int:
        return source.position(offset)[0] - lead.count("\n")

    for problem in problems:
        line = line_at(problem.span[0] if problem.span else 0)
        fault = _json_fault(text) if choices.format_name == "json" else ""
        raise _unfitting(choices, fault or f"Line {line}: {problem.message}")
    return source.root or Mapping(0, 0, {}), line_at


def _json_fault(text: str) -> str:
    """Return where and why a text isn't JSON; ``""`` if that isn't why it can't be read."""
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError as error:
        is_cut_off = error.pos >= len(text.rstrip())
        reason = "The file ends too early" if is_cut_off else error.msg
        return f"Line {error.lineno}: {reason}."
    except RecursionError:
        return ""
    half = _HALF_CHARACTER.search(text)
    line = half and text.count("\n", 0, half.start()) + 1
    return f"Line {line}: {half.group()} is half of a character." if half else ""


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
    for node, values in objects_in(root, choices):
        yield Lines(line_at(node.start), line_at(max(node.start, node.end - 1))), values


def _of_rows(text: str, choices: Choices) -> Iterator[ParsedObject]:
    lines = [f"{line}\n" for line in text.split("\n")]  # a cell can have several
    head = "".join(lines[:_MOST_ABOVE])
    delimiter = "\t" if choices.format_name == "tsv" else max(",;\t", key=head.count)
    above = _lines_above(lines[:_MOST_ABOVE], delimiter, choices)
    reader = csv.reader(chain([""] * above, lines[above:]), delimiter=delimiter)
    first = above + 1
    try:
        titles = list(_titles(next(filter(None, reader), [])))
        known = sum(bool(choices.guess_key(title)) for title in titles)
        is_table = len(titles) > 1 and (choices.format_name or choices.columns or known > 1)
        if not is_table:
            raise _unfitting(choices, "The first line must have the titles of the columns.")
        first = reader.line_num + 1
        for row in reader:
            titles += [f"column {n}" for n in range(len(titles) + 1, len(row) + 1)]
            cells = zip(titles, (_FORMULA.sub("", cell, count=1) for cell in row), strict=False)
            told = ((title, _told(cell, title, choices)) for title, cell in cells)
            yield Lines(first, reader.line_num), {title: cell for title, cell in told if cell}
            first = reader.line_num + 1
    except csv.Error as error:
        reason = f"A cell has more than {csv.field_size_limit():,} characters."
        reason = f"{reason} Is a quotation mark never closed?"
        raise _unfitting(choices, f"Line {first}: {reason}") from error


def _told(cell: str, title: str, choices: Choices) -> str:
    """Return what a cell says; only one with a text or a list keeps its lines."""
    is_line = "\n" not in cell or not choices.can_have_lines(title)
    return " ".join(cell.split()) if is_line else cell.strip()


def _lines_above(lines: Sequence[str], delimiter: str, choices: Choices) -> int:
    """Return the number of lines above the titles of the columns, such as the title of a sheet."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 0
    for number, row in enumerate(rows):
        if len({each for title in row if (each := choices.guess_key(title))}) > 1:
            return number if len(rows) == len(lines) else 0
    return 0


def _titles(row: Sequence[str]) -> Iterator[str]:
    for n, title in enumerate(" ".join(title.split()) for title in row):
        yield title if title and title not in row[:n] else f"column {n + 1}"


def _unfitting(choices: Choices, reason: str) -> CatalogError:
    name = FORMATS.get(choices.format_name, "a list of objects")
    hint = "Choose another format with --from."
    return CatalogError(f"This can't be read as {name}. {reason}", hint)
