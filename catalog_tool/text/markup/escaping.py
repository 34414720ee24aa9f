"""Escapes plain text as Markdown that shows exactly that text, here and on GitHub.

Only characters that would have an effect are escaped, in general with a backslash. ``<`` becomes a
reference, because Python-Markdown, which MkDocs uses, ignores a backslash before it; ``{`` is
escaped for its attribute lists, which CommonMark doesn't know. GitHub acts on
more than CommonMark does (bare addresses, footnotes, task lists, strikethrough). It also acts on
the *rendered* text (email addresses, mentions, issue references, commit ids, emoji names, math),
in which backslashes and character references are gone. So such text is split with an empty comment,
which shows nothing.
Sources: GitHub Flavored Markdown 0.29; github/cmark-gfm issue 181 for the comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.text.markup.blocks import SEPARATOR

_PUNCTUATION = r"!-/:-@\[-`{-~"
_REFERENCED = re.compile(f"[{_PUNCTUATION}]")
# Text at the start of a line that begins or changes a block; its last character is escaped.
_LINE_START = re.compile(
    r"[-+*](?=\s|\Z)|#(?=#{0,5}(?:\s|\Z))|>|=(?==*\s*\Z)|[-|:](?=[-|:\s]*\Z)|~(?=~~)"
    r"|\*(?=[*\s]*\Z)|_(?=[_\s]*\Z)|\[(?=[ xX]\])|\d{1,9}[.)](?=\s|\Z)"
)
# Characters that have an effect anywhere, in CommonMark or in GitHub's extensions.
_ANYWHERE = re.compile(
    rf"\\(?=[{_PUNCTUATION}\s]|\Z)|`|&(?=#[0-9x]|[a-z][a-z0-9]*;)|\{{"
    r"|\[(?=[\^!]|TOC\])|\](?=[(\[:])|!(?=\[)"
    r"|(?<=http):(?=//)|(?<=https):(?=//)|(?<=ftp):(?=//)|(?<=www)\.",
    re.IGNORECASE,
)
# What no parser takes for the start of a tag is left, such as "5 < 7".
_TAG = re.compile(r"<(?![ 0-9])")
# Characters that would end the text of a link or turn it into a footnote.
_LINK_TEXT = re.compile(r"[\[\]]|(?<=\A\[)\^")
# White space next to a delimiter, as defined by CommonMark.
_BLANK = r"[ \t\n\f\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_NOT_BLANK = _BLANK.replace("[", "[^")
# White space that may be lost at the end of a line. References to other white space characters
# show a different character.
_LOST_AT_EDGE = re.compile(r"[^\S\x0b\x1c-\x1f\x85]")
# A delimiter between spaces, or ``_`` inside a word, neither opens nor closes anything.
_DELIMITERS = {
    "*": re.compile(rf"(?<={_NOT_BLANK})\*|\*(?={_NOT_BLANK})"),
    "_": re.compile(rf"(?!(?<!{_NOT_BLANK})_(?!{_NOT_BLANK}))(?!(?<=[^\W_])_(?=[^\W_]))_"),
    "~": re.compile(rf"(?<={_NOT_BLANK})~|~(?={_NOT_BLANK})"),
}
# Text that GitHub acts on after rendering; it is split after the first character.
_RENDERED = re.compile(
    r"@(?=[\w.-])|#(?=\d)|(?<=\bgh)-(?=\d)"
    r"|:(?=(?:[0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):)",
    re.IGNORECASE,
)
_COMMIT = re.compile(r"\b(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)
_NO_COMMIT = 6  # characters; too few for a commit id
_MATHS = re.compile(r"\$(?=\S)[^$]*(?<=\S)\$|\$\$|\$(?=`)|(?<=`)\$")
_LINE_END = re.compile(r"[\n\r]")


@dataclass(frozen=True, slots=True)
class EscapeContext:
    """The context of a run of text, on which the effect of its characters depends.

    Attributes:
        before: the Markdown character right before, ``""`` at the start of the paragraph.
        after: the Markdown right after, up to a line end, ``""`` at the end of the paragraph.
        opens: whether the run is the first one inside a delimiter.
        closes: whether the run is the last one inside a delimiter.
        pairing: which of ``*``, ``_``, and ``~`` could form pairs in the paragraph.
        maths: whether GitHub could read a formula in the paragraph.
        in_link: whether the run is part of the text of a link.
        encoded: whether to write every punctuation mark as a character reference.
    """

    before: str = ""
    after: str = ""
    opens: bool = False
    closes: bool = False
    pairing: str = ""
    maths: bool = False
    in_link: bool = False
    encoded: bool = False


def pairing_in(source: str) -> str:
    """Return the delimiters that could have an effect at least twice in a paragraph."""
    return "".join(
        delimiter for delimiter, acts in _DELIMITERS.items() if len(acts.findall(source)) > 1
    )


def has_maths(source: str) -> bool:
    """Return whether GitHub could read a formula in a paragraph."""
    return "$" in source and _MATHS.search(source) is not None


def escape(text: str, around: EscapeContext) -> str:
    """Return one run of plain text as Markdown, with as little escaping as its context allows."""
    if not text:
        return ""
    pieces = [*text]
    referenced = {*_offsets_to_reference(text, around)}
    for at in referenced:
        pieces[at] = "&"
    backslashed = {*_offsets_to_backslash("".join(pieces), around)}
    for at in backslashed.intersection(range(len(text))):
        pieces[at] = f"\\{text[at]}"
    for found in _TAG.finditer(text):
        pieces[found.start()] = "&lt;"
    for at in referenced:
        pieces[at] = f"&#{ord(text[at])};"
    for at in {*_offsets_to_cut(text, around)}:
        pieces[at] += SEPARATOR
    return "".join(pieces)


def _offsets_to_backslash(text: str, around: EscapeContext) -> Iterator[int]:
    patterns = [_ANYWHERE, *(_DELIMITERS[delimiter] for delimiter in around.pairing)]
    if around.in_link:
        patterns.append(_LINK_TEXT)
    window = around.before + text + around.after
    for pattern in patterns:
        for found in pattern.finditer(window):
            yield found.start() - len(around.before)
    if around.before in {"", "\n"} and (start := _LINE_START.match(text + around.after)):
        yield start.end() - 1


def _offsets_to_cut(text: str, around: EscapeContext) -> Iterator[int]:
    yield from (found.start() for found in _RENDERED.finditer(text))
    for found in _COMMIT.finditer(text):
        yield from range(found.start() + _NO_COMMIT - 1, found.end() - 1, _NO_COMMIT)
    if around.maths:
        yield from (at for at, char in enumerate(text) if char == "$")


def _offsets_to_reference(text: str, around: EscapeContext) -> Iterator[int]:
    if around.encoded:
        yield from (found.start() for found in _REFERENCED.finditer(text))
    if around.maths:
        yield from (at for at, char in enumerate(text) if char == "$")
    yield from (found.start() for found in _LINE_END.finditer(text))
    for at, beside, inside in (
        (0, around.before, around.opens),
        (len(text) - 1, around.after, around.closes),
    ):
        is_at_line_edge = not beside or beside.endswith("\n")
        if (is_at_line_edge and _LOST_AT_EDGE.match(text[at])) or (
            inside and re.match(_BLANK, text[at])
        ):
            yield at
