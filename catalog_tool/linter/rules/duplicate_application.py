"""An application is listed twice.

Two names count as the same if they differ only in capitalization, spaces, or punctuation, or if
the vocabulary of the catalog has both as names of one application. All groups of an entry are
checked together.

Why:
    The catalog counts and compares applications. If one is listed twice, it looks like two
    different applications, and customers wonder what the difference is.

Bad:
    applications:
      - IBM i (AS/400)
      - IBM I (AS-400)

Good:
    applications:
      - IBM i (AS/400)
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import applications
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Remove, Where
from catalog_tool.text.ordering import same_key

CODE = "CAT108"
SEVERITY = Severity.ERROR


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report each name whose application is already listed."""
    seen: dict[str, tuple[Where, str]] = {}
    for where, name in applications(entry):
        if not name:
            continue
        key = same_key(catalog.vocabulary.canonical(name) or name)
        first_where, first = seen.setdefault(key, (where, name))
        if first_where != where:
            yield _problem(where, name, first, _line(entry, first_where))


def _problem(where: Where, name: str, first: str, line: int) -> Problem:
    is_spelling = same_key(name) == same_key(first)
    if is_spelling:
        spelling = "" if name == first else f" as {first!r}"
        message = f"{name!r} is already listed on line {line}{spelling}."
    else:
        message = f"{name!r} is another name of {first!r}, which is listed on line {line}."
    fix = ProposedFix("remove the second one", (Remove(where),), safe=is_spelling)
    return Problem(where, message, "Keep one of them.", fix)


def _line(entry: Entry, where: Where) -> int:
    node = entry.source.node(where)
    return entry.source.position(node.start)[0] if node else 1
