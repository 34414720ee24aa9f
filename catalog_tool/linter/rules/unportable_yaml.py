"""Some editors and programs refuse this YAML.

The check reads YAML as most programs do, but a few are stricter. In YAML 1.2, a comment needs a
space before its ``#``, also after ``|``, ``>``, brackets, and quotation marks. Tabs in a value
without quotation marks look like spaces, and some programs don't accept them. The fix writes spaces
and doesn't change what is published.

Why:
    Your editor can mark the line as an error, and then it doesn't check the rest of the entry.

Bad:
    description: >#
      Contoso Gateway connects mainframe applications.

Good:
    description: >
      Contoso Gateway connects mainframe applications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules import trailing_comment
from catalog_tool.linter.rules._texts import DESCRIPTION, NOTE
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, Where
from catalog_tool.model.nodes import Node, Scalar, Sequence

CODE = "CAT143"
SEVERITY = Severity.WARNING
HAS_VALUES = False

# Everywhere else, another rule refuses tabs.
_TEXTS = {DESCRIPTION, NOTE, ("summary",), ("tested_by",)}
_MAY_TOUCH = re.compile(r"[|>0-9+\-'\"\]},]#")
_BLOCK = re.compile(r"[|>][-+0-9]*(?=#)")
_FLOW = re.compile(r",?(?=#)")
# Possessive, and only from the start of each run: long runs are read only once.
_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?=\S)")


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report each comment without a space before it, and each value with tabs."""
    source = entry.source
    if _MAY_TOUCH.search(source.text):
        lost = {each.span[0] for each in trailing_comment.check_entry(entry, catalog) if each.span}
        found = {at for each in _values(source.root) for at in _comments(each, source.text)}
        yield from map(_touching_comment, sorted(found - lost))
    if "\t" in source.text:
        for where, scalar, _ in source.scalars():
            if (
                (where in _TEXTS or where[0] in catalog.fields)
                and not scalar.style
                and "\t" in source.text[scalar.start : scalar.end]
            ):
                yield from _tabs(where, scalar, source.text)


def _values(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    children: tuple[Node, ...] = ()
    if isinstance(node, Sequence):
        children = node.children
    elif not isinstance(node, Scalar):
        children = tuple(value for _, value in node.pairs)
    for child in children:
        yield from _values(child)


def _comments(node: Node, text: str) -> Iterator[int]:
    """Yield where a comment touches the value before it, or the sign of a block."""
    if isinstance(node, Scalar) and node.style in {"|", ">"}:
        found = _BLOCK.match(text, node.start)
    else:
        # The end of a list or mapping without brackets is that of its last value.
        is_closed = isinstance(node, Scalar) or node.flow
        found = _FLOW.match(text, node.end) if is_closed else None
    if found:
        yield found.end()


def _touching_comment(at: int) -> Problem:
    fix = ProposedFix("add a space before the comment", (Edit(at, at, " "),))
    hint = "Put a space before '#'."
    return Problem((), "A comment needs a space before it.", hint, fix, span=(at, at + 1))


def _tabs(where: Where, scalar: Scalar, text: str) -> Iterator[Problem]:
    runs = [each for each in _BLANKS.finditer(text, scalar.start, scalar.end) if "\t" in each[0]]
    if not runs:
        return
    changes = tuple(Edit(*each.span(), each[0].replace("\t", " ")) for each in runs)
    fix = ProposedFix("replace the tabs with spaces", changes)
    first = runs[0].start() + runs[0][0].index("\t")
    message = "The value contains a tab, which some editors and programs refuse."
    yield Problem(where, message, "Replace it with a space.", fix, span=(first, first + 1))
