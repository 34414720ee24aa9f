"""Lines of the description look like a list but are published as one paragraph.

A list needs ``- `` at the beginning of each line. Tabs, emoji, and signs such as ``•`` don't make a
list, and YAML joins the lines of a description that doesn't begin with ``|``. The fix writes the
dashes and the ``|``.

Why:
    Readers see one run-on paragraph with signs in it, and have to find out where each point begins.

Bad:
    description: |
      The gateway can:
      • create accounts
      • remove them

Good:
    description: |
      The gateway can:
      - create accounts
      - remove them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import DESCRIPTION
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Scalar
from catalog_tool.text.bullets import UNMARKED_LINE

CODE = "CAT136"
SEVERITY = Severity.WARNING

_DASHED_LINE = re.compile(r"\n[ \t]*- ")
_LINE_START = re.compile(r"\n[ \t]*(?=\S)")
# Letters of symbol fonts are invisible, which another rule reports, and YAML refuses leading tabs.
_REPORTED = re.compile("[\uf020-\uf0ff]")
_MOST_SHOWN = 3
_HINT = "Begin each line of the list with '- '."


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report lines with other signs, or else dashes that YAML joins with the text before them."""
    source, node = entry.source, entry.source.node(DESCRIPTION)
    if not isinstance(node, Scalar):
        return
    found = UNMARKED_LINE.finditer(source.text, node.start, node.end)
    lines = [line for line in found if line["indent"] and not _REPORTED.search(line.group())]
    if len(lines) > 1 and node.style == "|":
        changes = tuple(
            Edit(*line.span("bullet"), "- ")
            if line["bullet"]
            else Edit(line.start("emoji"), line.start("emoji"), "- ")
            for line in lines
        )
        first = lines[0]
        signs = dict.fromkeys(line.group().strip() or "a tab" for line in lines)
        shown = " or ".join([*signs][:_MOST_SHOWN])
        message = f"{len(lines)} lines begin with {shown}, which doesn't make a list."
        fix = ProposedFix("begin the lines with dashes", changes)
        span = (first.start(first.lastgroup or 0), first.end())
        yield Problem(DESCRIPTION, message, _HINT, fix, span=span)
    elif not node.style and (dash := _DASHED_LINE.search(source.text, node.start, node.end)):
        block = "|\n  " + _LINE_START.sub("\n  ", source.text[node.start : node.end])
        fix = ProposedFix("write the text as lines", (Edit(node.start, node.end, block),))
        message = "YAML joins these lines to one, so their dashes don't make a list."
        hint = "Write '|' after 'description:', and the text on the lines below it."
        yield Problem(DESCRIPTION, message, hint, fix, span=(dash.end() - 2, dash.end()))
