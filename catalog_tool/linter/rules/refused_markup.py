"""The description or the note uses Markdown that entries don't support.

You can use paragraphs, lists, emphasis, links, and ``inline code``. You can't use headings, images,
HTML, tables, quotations, code blocks, horizontal lines, strikethrough, or link titles.
A ``<`` right before a letter counts as HTML, because browsers read it as a tag.

Why:
    All partners share one page, where people read one after the other. A heading in an entry would
    break the outline of that page, an image would load from another server, and HTML could do
    anything to the reader.

Bad:
    description: |
      # Contoso Gateway

      It connects mainframes.

Good:
    description: |
      **Contoso Gateway** connects mainframes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import markups
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import MOST_ALIKE, Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, Where
from catalog_tool.text.markup import Construct
from catalog_tool.text.refusals import Refusal

CODE = "CAT109"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT

_HINTS = {
    "heading": "Write it as its own paragraph, in **bold** if it needs to stand out.",
    "image": "Remove the image. If readers need it, add its page under 'links'.",
    "HTML": "Use Markdown instead, such as **bold** and [text](address). To show HTML to readers, "
    "put it in `backticks`.",
    "table": "Write a list instead, with one line for each row.",
    "quotation": "Write it as a paragraph.",
    "horizontal line": "Remove it. An empty line starts a new paragraph.",
    "link title": "Remove the text in quotation marks after the address. Nobody sees it.",
    "strikethrough": "Remove the text that no longer applies.",
}
_ARTICLES = {"HTML": "", "image": "An ", "strikethrough": "Text with "}
_CODE_HINT = "Put short code in `backticks`, and don't indent paragraphs."
# Where in its block a construct begins; all others begin with their block.
_BEGINNINGS = {"image": r"!\[", "HTML": r"<[A-Za-z/!?]", "strikethrough": r"~~"}
_LINE = r"(?<![^\n]) {0,3}"
_NOT_IN_CODE = r"(?=[^`]*(?:`[^`]*`[^`]*)*\Z)"
_LOOKS = {
    "heading": rf"{_LINE}#{{1,6}}(?=\s|\Z)|(?<=\S)\n(?P<found> {{0,3}}(?:=+|-+))[ \t]*(?=\n|\Z)",
    "image": rf"!\[[^\]]*\]\([^)]*\){_NOT_IN_CODE}",
    "HTML": rf"<(?:[A-Za-z][A-Za-z\d-]*(?:\s[^<>]*)?/?|/[A-Za-z][^<>]*|[!?][^>]*)>{_NOT_IN_CODE}",
    "table": rf"{_LINE}\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*(?=\n|\Z)",
    "quotation": rf"{_LINE}>",
    "horizontal line": rf"{_LINE}([*_-])(?:[ \t]*\1){{2,}}[ \t]*(?=\n|\Z)",
    "strikethrough": rf"~~(?=[^\s~])[^~]*~~{_NOT_IN_CODE}",
    "code block": rf"{_LINE}(?:```|~~~)|(?:^|\n[ \t]*\n)(?: {{4}}|\t)(?=\S)",
}
_MERGE_HINT = (
    "If it's left over from a merge, delete it, and keep one version of the text around it."
)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*")

LOOKS = tuple(
    Refusal(
        pattern,
        f"looks like {_ARTICLES.get(name, 'A ').lower()}{name}, which isn't supported",
        _HINTS.get(name, _CODE_HINT),
        quotes_match=True,
    )
    for name, pattern in _LOOKS.items()
)
"""How these constructs usually look, for browsers, which have no Markdown parser of ours."""
LINK = rf"\[[^\[\]\\]*\]\([ \t]*<?(?P<target>[^\s()<>]+){_NOT_IN_CODE}"
"""How a link usually looks."""


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each refused construct, once for each place."""
    for where, markup in markups(entry):
        for number, construct in enumerate(dict.fromkeys(markup.refused)):
            # Finding the place takes a search of the whole text; counted problems don't need it.
            if number <= MOST_ALIKE:
                yield _problem(entry, where, markup.text, construct)
            else:
                yield Problem(where, construct.name)


def _problem(entry: Entry, where: Where, text: str, construct: Construct) -> Problem:
    start, end = _extent(text, construct)
    article = _ARTICLES.get(construct.name, "A ")
    message = f"{article}{construct.name} isn't supported in {where[0]!r}."
    hint = _HINTS.get(construct.name, _CODE_HINT)
    if construct.name == "heading" and _underline(text[end + 1 :]) == "=======":
        message, hint = "The line ======= makes a heading of the text above it.", _MERGE_HINT
    return Problem(
        where,
        message,
        hint,
        _in_bold(entry, where, text[start:end], start),
        span=entry.source.span(where, start, end),
    )


def _underline(text: str) -> str:
    """Return the first line of equals signs in a paragraph, or ``""``."""
    return next((line.strip() for line in text.split("\n") if not line.strip(" \t=")), "")


def _extent(text: str, construct: Construct) -> tuple[int, int]:
    """Return where the first line of a construct begins and ends in the text."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: construct.line])
    beginning = _BEGINNINGS.get(construct.name)
    if beginning and (match := re.compile(beginning).search(text, start)):
        start = match.start()
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)


def _in_bold(entry: Entry, where: Where, line: str, start: int) -> ProposedFix | None:
    heading = _HEADING.fullmatch(line)
    span = entry.source.span(where, start, start + len(line)) if heading else None
    if heading is None or span is None or not heading.group(1):
        return None
    change = Edit(*span, f"**{heading.group(1)}**")
    return ProposedFix("write the heading in bold", (change,), safe=False)
