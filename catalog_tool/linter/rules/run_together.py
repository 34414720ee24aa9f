"""Several lines of a list have run together into one name.

A line of a list continues the name above it when its hyphen does not stand in the same column.
YAML then reads both lines as one name with a hyphen in the middle. The fix moves the hyphens into
one column.

Why:
    Readers would find one application with an odd long name, and miss the two that were meant.

Bad:
    applications:
      - IBM RACF
        - SAP ECC

Good:
    applications:
      - IBM RACF
      - SAP ECC
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceText
from catalog_tool.model.nodes import Scalar

CODE = "CAT114"
SEVERITY = Severity.ERROR

_LINE_BEGINNING_WITH_DASH = re.compile(r"(?<=\n)[ \t]*(?=- )")


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each application whose text spans lines that begin with a hyphen."""
    for where, name in entry.partner.listed_applications():
        node = entry.source.node(where) if " - " in name else None
        if not isinstance(node, Scalar) or node.style:
            continue
        text = entry.source.text
        places = list(_LINE_BEGINNING_WITH_DASH.finditer(text, node.start, node.end))
        if not places:
            continue
        line_start = text.rfind("\n", 0, node.start) + 1
        indent = " " * (text.index("-", line_start) - line_start)
        changes = tuple(ReplaceText(place.start(), place.end(), indent) for place in places)
        names = name.split(" - ")
        yield Problem(
            where,
            f"{len(names)} lines have become one name: {name!r}.",
            f"Put the hyphens in one column: {', '.join(f'- {each}' for each in names)}.",
            ProposedFix("put the hyphens in one column", changes),
        )
