"""A list of applications ends with words such as *etc.* or *and many more*.

These words aren't the name of an application. The rule knows them in English, with a number (*200+
more*), and the usual ones in German, French, and Spanish. The fix moves them to
``applications_note``.

Why:
    The site has a page for each application. Nobody looks for a page with the title *Who connects
    etc.?*

Bad:
    applications:
      - IBM Maximo
      - and many more

Good:
    applications_note: And many more.
    applications:
      - IBM Maximo
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.linter.rules._texts import applications
from catalog_tool.model.applications import NO_APPLICATION
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Change, Edit, Remove, ReplaceValue, Where
from catalog_tool.text.yaml_scalar import as_scalar

CODE = "CAT135"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Report each of them; the fix of the first makes room for that of the next."""
    listed = applications(entry)
    found = [(where, name) for where, name in listed if _is_refused(name)]
    for position, (where, name) in enumerate(found):
        is_movable = position == 0 and len(found) < len(listed)
        fix = _move(entry, where, name) if is_movable else None
        message = NO_APPLICATION.sentence_against(name)
        yield Problem(where, message, NO_APPLICATION.hint, fix)


@lru_cache(2**14)  # entries repeat the names of applications
def _is_refused(name: str) -> bool:
    return NO_APPLICATION.refuses(name)


def _move(entry: Entry, where: Where, name: str) -> ProposedFix | None:
    key = entry.source.key(("applications",))
    if key is None:
        return None
    note = entry.partner.applications_note or ""
    sentence = f"{name[0].upper()}{name[1:].rstrip('. ')}."
    if note:
        added: Change = ReplaceValue(("applications_note",), f"{note.rstrip()} {sentence}")
    else:
        line = f"applications_note: {as_scalar(sentence)}\n"
        added = Edit(key.start, key.start, line)
    return ProposedFix("move it to applications_note", (added, Remove(where)), safe=False)
