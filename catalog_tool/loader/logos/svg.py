"""Judges SVG files of strangers: shapes and colors pass, anything that acts or loads does not.

An SVG file is a document that can run scripts and load other files. Readers get a logo as a
picture, where browsers run nothing, but they can also open its address. So only elements and
attributes that draw are accepted, and a file with anything else is refused, not repaired: what is
published is what was reviewed. Sources: SVG 2 (elements, attributes), HTML (what an HTML parser
would make of the same bytes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from catalog_tool.loader.logos.allowed_svg import (
    ATTRIBUTES,
    ELEMENTS,
    FUNCTIONS,
    QUALIFIED_ATTRIBUTES,
    SVG,
    WHY_NOT,
)
from catalog_tool.model.diagnostic import Problem

MAX_BYTES = 32 * 1024
"""Size of the largest SVG file; logos that were exported for the web are smaller."""

MAX_DEPTH = 30
MAX_REFERENCES = 100
"""Most elements in a row that contain or refer to the next."""

MAX_DRAWN = 5_000
"""Most elements that are drawn, each counted as often as references repeat it."""

_FUNCTION = re.compile(r"([\w-]*)\s*\(")
_OWN_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([A-Za-z_][\w.-]*)\1\s*\)", re.ASCII)
_OWN_LINK = re.compile(r"#([A-Za-z_][\w.-]*)", re.ASCII)
_BOX_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)

_EXPORT = (
    "Export it as a plain SVG: in Inkscape, choose 'Optimized SVG'; in Illustrator, choose "
    "'Presentation Attributes'; or run it through SVGO. A PNG works too."
)


def svg_problem(content: bytes) -> Problem | None:
    """Return why an SVG file isn't accepted as a logo, or ``None``.

    Args:
        content: bytes of the file, at most :data:`MAX_BYTES`.

    Returns:
        The first problem, with its place in the text.
    """
    reader = _Reader()
    try:
        content.decode("utf-8")
        reader.read(content)
    except UnicodeDecodeError as error:
        reason, at = "isn't UTF-8", error.start
    except expat.ExpatError as error:
        reason, at = f"isn't valid XML: {expat.ErrorString(error.code)}", reader.error_at
    except _RefusedError as refused:
        reason, at = refused.reason, refused.at
    else:
        return None
    start = len(content[:at].decode("utf-8", errors="ignore"))
    return Problem((), f"The logo {reason}.", _EXPORT, span=(start, start + 1), rule="invalid-logo")


class _RefusedError(Exception):
    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


@dataclass
class _Element:
    """An element while its children are read.

    Attributes:
        name: name in SVG.
        at: offset in the file, in bytes.
        parts: elements in it.
        references: ids of the elements that it draws or uses.
    """

    name: str
    at: int
    parts: list[_Element] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


class _Reader:
    """Reads one file, and refuses it at the first thing that isn't allowed."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._root: _Element | None = None
        self._by_id: dict[str, _Element] = {}
        self._parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self._parser.XmlDeclHandler = self._check_declaration
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CommentHandler = self._check_comment
        self._parser.StartDoctypeDeclHandler = self._refuse("has a DOCTYPE. Remove that line")
        self._parser.ProcessingInstructionHandler = self._refuse("has a processing instruction")
        self._parser.StartCdataSectionHandler = self._refuse("has a CDATA section")

    def read(self, content: bytes) -> None:
        """Read the whole file.

        Raises:
            _RefusedError: the file has something that isn't allowed.
            expat.ExpatError: the file isn't XML.
        """
        self._parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
        if self._root:
            _count_drawn(self._root, self._by_id, {}, set())

    @property
    def error_at(self) -> int:
        """Offset of an error in the XML, in bytes."""
        return self._parser.ErrorByteIndex

    @property
    def _at(self) -> int:
        return self._parser.CurrentByteIndex

    def _refuse(self, reason: str) -> Callable[..., None]:
        def refuse(*_details: object) -> None:
            raise _RefusedError(reason, self._at)

        return refuse

    def _check_declaration(self, version: str, encoding: str | None, _standalone: int) -> None:
        # Browsers follow the declaration, and would read other characters than we do.
        if version != "1.0" or (encoding or "utf-8").lower() != "utf-8":
            raise _RefusedError("declares another encoding than UTF-8", self._at)

    def _check_comment(self, comment: str) -> None:
        # An HTML parser ends a comment earlier, and would see what stands in it.
        if re.search("[<>]", comment):
            raise _RefusedError("has a comment with < or >", self._at)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        at = self._at
        if namespace != SVG:
            raise _RefusedError(f"has an element of another language: <{_shown(name)}>", at)
        if name not in ELEMENTS:
            why = f", which {WHY_NOT[name]}" if name in WHY_NOT else ""
            raise _RefusedError(f"has <{_shown(name)}>{why}", at)
        if len(self._open) == MAX_DEPTH:
            raise _RefusedError(f"has more than {MAX_DEPTH} elements inside each other", at)
        element = _Element(name, at)
        for attribute, value in attributes.items():
            element.references += _references(attribute, value, at)
        self._place(element, attributes)

    def _place(self, element: _Element, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].parts.append(element)
        else:
            _check_root(element, attributes)
            self._root = element
        if identifier := attributes.get("id"):
            if identifier in self._by_id:
                raise _RefusedError("has two elements with one id", element.at)
            self._by_id[identifier] = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()


def _shown(name: str) -> str:
    return name[:40].encode("ascii", errors="replace").decode()


def _check_root(element: _Element, attributes: dict[str, str]) -> None:
    if element.name != "svg":
        raise _RefusedError("doesn't begin with <svg>", element.at)
    box = attributes.get("viewBox", "").replace(",", " ").split()
    numbers = [float(each) for each in box if _BOX_NUMBER.fullmatch(each)]
    if len(numbers) != 4 or len(box) != 4 or min(numbers[2:]) <= 0:  # noqa: PLR2004 - x, y, width, height
        reason = 'has no viewBox, so it can\'t be scaled. Write one, such as viewBox="0 0 64 64"'
        raise _RefusedError(reason, element.at)


def _references(qualified: str, value: str, at: int) -> Iterator[str]:
    """Yield the ids that an attribute refers to.

    Raises:
        _RefusedError: the attribute isn't allowed, or its value could load or run something.
    """
    name = QUALIFIED_ATTRIBUTES.get(qualified, qualified)
    if name not in ATTRIBUTES:
        raise _RefusedError(f'has the attribute "{_shown(name.rpartition(" ")[2])}"', at)
    if name == "aria-label":
        return
    if name == "href":
        if not (link := _OWN_LINK.fullmatch(value)):
            raise _RefusedError("refers to something outside the file", at)
        yield link[1]
        return
    # A backslash or a comment hides a name from us, but not from a style sheet.
    if "\\" in value or "/*" in value:
        raise _RefusedError("has an attribute with \\ or /*", at)
    for function in _FUNCTION.finditer(value):
        if function[1] not in FUNCTIONS:
            raise _RefusedError(f"uses the function {_shown(function[1])}()", at)
        if function[1] == "url":
            own = _OWN_REFERENCE.match(value, function.start())
            if not own:
                raise _RefusedError("refers to something outside the file", at)
            yield own[2]


def _count_drawn(
    element: _Element, by_id: dict[str, _Element], drawn: dict[int, int], within: set[int]
) -> int:
    """Return how many elements an element draws, with what it refers to.

    Args:
        element: the element.
        by_id: elements by their id.
        drawn: results by the offset of an element; filled here, so that each is counted once.
        within: offsets of the elements that are being counted.

    Raises:
        _RefusedError: references repeat too much, or lead back.
    """
    if (key := element.at) in within:
        raise _RefusedError("refers to itself", key)
    if len(within) == MAX_REFERENCES:
        raise _RefusedError(f"has more than {MAX_REFERENCES} references in a row", key)
    if key in drawn:
        return drawn[key]
    within.add(key)
    used = [by_id[each] for each in element.references if each in by_id]
    number = 1 + sum(_count_drawn(each, by_id, drawn, within) for each in (*element.parts, *used))
    within.remove(key)
    if number > MAX_DRAWN:
        raise _RefusedError(f"draws more than {MAX_DRAWN:,} elements", key)
    drawn[key] = number
    return number
