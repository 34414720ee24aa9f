"""Splits a page into tags and text where browsers do, in linear time.

Comments disappear, and a ``>`` in quotation marks doesn't end a tag. Python's own parser differs
from browsers in these points, and from one version of Python to the next.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

# No pattern here backtracks, so no page takes quadratic time.
_VALUE = r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+)"
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE})?+"
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[\s/]|{_ATTRIBUTE})*+)(?:(?P<closed>>)|\Z)"
    r"|<(?:[!?]|/(?=[^A-Za-z]))[^>]*+(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(
    rf"(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>{_VALUE}))?", re.DOTALL
)
# Between these tags, there are no others. Browsers that run scripts read noscript like this.
_ONLY_TEXT = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
_REFERENCE = re.compile(r"&(#(?:[xX][0-9A-Fa-f]++|[0-9]++);?|[A-Za-z][A-Za-z0-9]*+(?:;|(?!=)))")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page.

    Attributes:
        name: its name in lowercase, with a slash before that of an end tag.
        written: its attributes as written.
    """

    name: str
    written: str

    @property
    def attributes(self) -> dict[str, str]:
        """The values of its attributes by their names in lowercase; the first of a name counts."""
        found = reversed([*_ATTRIBUTES.finditer(self.written)])
        return {each["name"].lower(): _value(each["value"] or "") for each in found}


def tokens_of(page: str) -> Iterator[Tag | str]:
    """Yield the tags and the runs of text of a page, with character references as written."""
    position = 0
    while markup := _MARKUP.search(page, position):
        yield page[position : markup.start()]
        position = markup.end()
        if markup["closed"]:
            tag = Tag(f"{markup['end']}{markup['name']}".lower(), markup["attributes"])
            yield tag
            if tag.name in _ONLY_TEXT:
                position = _end_of_text(page, tag.name, start := position)
                yield page[start:position]
    yield page[position:]


def _end_of_text(page: str, name: str, start: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, start)
    return end.start() if end else len(page)


def _value(written: str) -> str:
    unquoted = written[1:].removesuffix(written[0]) if written[:1] in {'"', "'"} else written
    return _REFERENCE.sub(_referenced, unquoted)


def _referenced(reference: re.Match[str]) -> str:
    """Return what a reference stands for; in an attribute, one without its end can be text."""
    is_number = reference[1].startswith("#")
    return html.unescape(reference[0]) if is_number else html5.get(reference[1], reference[0])
