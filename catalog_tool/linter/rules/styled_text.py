"""A text uses styled letters for emphasis.

Bold and italic letters from a text generator, letters in circles, full-width letters, and small
capitals are different characters from the plain letters. For emphasis, use Markdown: ``**bold**``.
The fix writes the plain letters. Raised digits as in *m²* can stay, and so can ``™``.

Why:
    Search doesn't find such words, and a screen reader spells them out or skips them.

Bad:
    tested_by: By {{ U+1D421 }}{{ U+1D41A }}{{ U+1D427 }}{{ U+1D41D }}

Good:
    tested_by: By hand
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_ascii
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Scalar
from catalog_tool.text.characters.compatibility_letters import compatibility_runs
from catalog_tool.text.phrases import shorten

CODE = "CAT124"
SEVERITY = Severity.WARNING

_TEXTS = ("description", "applications_note", "tested_by")


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report the first such run of each text; the fix corrects all of them."""
    if is_ascii(entry):
        return
    for key in _TEXTS:
        node = entry.source.node((key,))
        if not isinstance(node, Scalar):
            continue
        written = entry.source.text[node.start : node.end]
        runs = list(compatibility_runs(written))
        if runs:
            changes = tuple(
                Edit(start, start + len(run.text), run.plain)
                for run in runs
                for start in [node.start + run.start]
            )
            first = runs[0]
            message = (
                f"{shorten(first.text, 40)!r} is {shorten(first.plain, 40)!r} in styled letters."
            )
            hint = "Write plain letters. For emphasis in a description, use **bold**."
            fix = ProposedFix("write plain letters", changes)
            yield Problem((key,), message, hint, fix, quote=first.text)
