"""What readers see of text that has only paragraphs and simple lists, without the parser.

Most descriptions are simple, and a check only needs to know what readers see. So the parser makes
tokens only for pages. Readers see the same with it; a property test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Text that can neither start a new block nor change the block before it, in CommonMark with
# tables: no indentation, marker, underline, fence, HTML, link definition, or table row.
_LINE = r"(?![\s\-+*_=>#|`~<\[:]|\d{1,9}[.)])[^\n\r]++(?<!\s)"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*"
_LIST = rf"- {_LINE}(?:\n- {_LINE})*"
# In CommonMark, two lists in a row are one list with paragraphs, which is left to the parser.
_LIST_AND_PARAGRAPH = rf"(?:{_LIST}\n\n+)?{_PARAGRAPH}"
_TEXT = re.compile(
    rf"\n*(?:{_LIST_AND_PARAGRAPH}(?:\n\n+{_LIST_AND_PARAGRAPH})*(?:\n\n+{_LIST})?|{_LIST})\n*\Z"
)
_BETWEEN_BLOCKS = re.compile(r"\n\n+(?:- )?|\n- ")
_SIGN = re.compile(r"[\\`*_\[<&~\x00\r]")
_INLINE_MARKUP = re.compile(rf"{_SIGN.pattern}|\s\n|\n\s")
# Links, and words in bold within a text, that can't be read in any other way. Each part of the
# pattern begins with its sign, so that most of a text is skipped.
_WORDS = r"[A-Za-z0-9](?:[A-Za-z0-9 ,.:/()-]*[A-Za-z0-9])?"
_SPAN = re.compile(
    rf"\[(?<!!\[)(?P<label>{_WORDS})\]\((?P<target>https://[A-Za-z0-9./?=#%-]+)\)"
    rf"|\*\*(?<=[A-Za-z0-9 ,.]\*\*)(?P<strong>{_WORDS})\*\*(?=[A-Za-z0-9 ,.])"
)
_WORDS_OF_SPAN = r"\g<label>\g<strong>"


def quick_plain(text: str) -> str | None:
    """Return what readers see of simple text, or ``None`` for text that needs the parser."""
    if not _TEXT.match(text):
        return None
    if _SIGN.search(text):
        text = _SPAN.sub(_WORDS_OF_SPAN, text)
        if _SIGN.search(text):
            return None
    # The text has no NUL, which is one of the signs.
    blocks = _BETWEEN_BLOCKS.sub("\0", text.strip("\n").removeprefix("- "))
    return blocks.replace("\n", " ").replace("\0", "\n")


def quick_plain_line(text: str) -> str | None:
    """Return what readers see of one paragraph's text, or ``None`` if it needs the parser."""
    if _INLINE_MARKUP.search(text):
        text = _SPAN.sub(_WORDS_OF_SPAN, text)
        if _INLINE_MARKUP.search(text):
            return None
    return text.replace("\n", " ")


def quick_links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the target of each link of a text that needs no parser."""
    yield from ((span["label"], span["target"]) for span in _SPAN.finditer(text) if span["label"])
