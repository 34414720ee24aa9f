"""What the finder in the browser searches: ``assets/finder-index.js``.

A script that only assigns, so that it loads from a folder on disk and under a policy that allows
scripts from the site alone. Columns instead of records, one string each: that is a third of the
size, and read faster. Line ``n`` of a column is of application or partner ``n``.

- ``names``, ``vendors``, ``categoryOf`` (position of the category, or empty) and ``aliases``
  (separated by tabs): of the applications; the first ``listed`` ones are those that some partner
  lists.
- ``partners``; ``lists``: the positions of each one's applications, each as the difference from
  the one before; ``states``: bits of the interfaces, then of the directions.
- ``slugs``, ``ids``: only where they are not the slug of the name, by position.
- ``fullLists``: addresses of the lists of those partners that keep one of their own, by position.
- ``categories``, ``interfaces``, ``directions``: pairs of id and name.
- ``descriptions``: what each category is about, in the order of ``categories``.
- ``fillers``, ``kinds``: the words of questions and those for applications of any sort, which the
  rules in Python alone list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from catalog_tool.model.publication import Publication
from catalog_tool.site.finder import FinderIndex, IndexedPartner, finder_index
from catalog_tool.site.finder.indexed import DIRECTIONS
from catalog_tool.site.finder.query import FILLERS, KINDS
from catalog_tool.text.ordering import slug

SITE_PATH = "assets/finder-index.js"

# What ends a script inside of a page, and what older browsers take for the end of a line.
_INERT = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def export(publication: Publication) -> str:
    """Return the script."""
    columns = _columns(finder_index(publication.catalog))
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.catalogFinderData={text.translate(_INERT)};\n"


def _columns(index: FinderIndex) -> dict[str, Any]:
    applications = (*index.applications, *index.unlisted)
    categories = list(index.categories)
    return {
        "listed": len(index.applications),
        "names": _column(each.name for each in applications),
        "vendors": _column(each.vendor for each in applications),
        "categoryOf": _column(
            str(categories.index(each.category)) if each.category in categories else ""
            for each in applications
        ),
        "aliases": _column("\t".join(map(_one_line, each.aliases)) for each in applications),
        "partners": _column(each.name for each in index.partners),
        "lists": _column(_differences(each.applications) for each in index.partners),
        "states": _column(str(_bits(each, index) or "") for each in index.partners),
        "slugs": _exceptions((each.name, each.slug) for each in index.applications),
        "ids": _exceptions((each.name, each.id) for each in index.partners),
        "fullLists": {
            at: each.full_list for at, each in enumerate(index.partners) if each.full_list
        },
        "categories": list(index.categories.items()),
        "interfaces": list(index.interfaces.items()),
        "directions": list(DIRECTIONS.items()),
        "descriptions": _column(index.descriptions[id_] for id_ in index.categories),
        "fillers": " ".join(sorted(FILLERS)),
        "kinds": " ".join(sorted(KINDS)),
    }


def _column(values: Iterable[str]) -> str:
    return "\n".join(value.replace("\n", " ") for value in values)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _differences(positions: Sequence[int]) -> str:
    return ",".join(str(after - before) for before, after in pairwise((0, *positions)))


def _bits(partner: IndexedPartner, index: FinderIndex) -> int:
    stated = {*partner.interfaces, *partner.directions}
    every = (*index.interfaces, *DIRECTIONS)
    return sum(1 << bit for bit, id_ in enumerate(every) if id_ in stated)


def _exceptions(pairs: Iterable[tuple[str, str]]) -> dict[int, str]:
    return {at: address for at, (name, address) in enumerate(pairs) if address != slug(name)}
