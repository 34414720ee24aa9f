"""Several lines of a list were read as one name.

If the dash of a line isn't in the same column as the dash above it, the line continues the name
above. YAML then reads both lines as one name with a dash in the middle. The fix aligns the dashes.

Why:
    Readers would find one application with an odd, long name, and miss the two that you meant.

Bad:
    applications:
      - IBM Maximo
        - SAP ECC

Good:
    applications:
      - IBM Maximo
      - SAP ECC
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.edits import line_start
from catalog_tool.linter.rules._texts import applications
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Scalar

CODE = "CAT114"
SEVERITY = Severity.ERROR

_LINE_BEGINNING_WITH_DASH = re.compile(r"(?<=\n)[ \t]*(?=- )")


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each application whose text spans lines that begin with a dash."""
    for where, name in applications(entry):
        node = entry.source.node(where) if " - " in name else None
        if not isinstance(node, Scalar) or node.style:
            continue
        text = entry.source.text
        places = list(_LINE_BEGINNING_WITH_DASH.finditer(text, node.start, node.end))
        if not places:
            continue
        line = line_start(text, node.start)
        indent = " " * (text.index("-", line) - line)
        changes = tuple(Edit(*place.span(), indent) for place in places)
        names = name.split(" - ")
        yield Problem(
            where,
            f"{len(names)} lines were read as one name: {name!r}.",
            f"Align the dashes in one column: {', '.join(f'- {each}' for each in names)}.",
            ProposedFix("align the dashes", changes),
        )
