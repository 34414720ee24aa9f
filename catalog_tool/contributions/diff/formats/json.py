"""For programs: one JSON object, whose shape is a contract (``version`` counts its changes)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from catalog_tool.contributions.diff.changes import (
    Difference,
    Fact,
    Fate,
    Kind,
    ListChanged,
    NameDifference,
    OrderChanged,
    PartnerDifference,
    ProseChanged,
    ValueChanged,
    WordsChanged,
)
from catalog_tool.contributions.diff.formats import Ends

FORMAT_VERSION = 1
_KINDS: dict[type[Fact], str] = {
    ListChanged: "list",
    OrderChanged: "order",
    ProseChanged: "prose",
    ValueChanged: "value",
    WordsChanged: "words",
}


def report(difference: Difference, ends: Ends) -> str:
    """Return the difference as JSON; texts are whole and as they were written.

    ``head`` is null for the files on disk. A fact says its ``kind``: ``value`` (``field``,
    ``before``, ``after``; empty where there is none), ``list`` (``field``, ``added``,
    ``removed``), ``order`` (``field``), ``words`` (``before``, ``after``) or ``prose`` (``field``
    and ``runs`` of words that are ``same``, ``removed``, ``added`` or ``left out``).
    """
    whole = {
        "version": FORMAT_VERSION,
        "base": ends.base,
        "head": ends.head or None,
        "summary": _summary(difference),
        "partners": [_with_facts(found) for found in difference.partners],
        "pages": [asdict(found) for found in difference.pages],
        "names": [_with_facts(found) for found in difference.names],
        "unreadable": [asdict(found) for found in difference.unreadable],
        "unseen": list(difference.unseen),
    }
    text = json.dumps(whole, indent=2) + "\n"
    # GitHub's runner obeys "##[" wherever a log has it; the escape is the same JSON.
    return text.replace("##[", "#\\u0023[")


def _summary(difference: Difference) -> dict[str, Any]:
    partners = [found.kind for found in difference.partners]
    pages = [found.fate for found in difference.pages]
    return {
        "partners": {str(kind): partners.count(kind) for kind in Kind},
        "pages": {str(fate): pages.count(fate) for fate in Fate},
        "names": len(difference.names),
        "unreadable": len(difference.unreadable),
        "unseen": len(difference.unseen),
    }


def _with_facts(found: PartnerDifference | NameDifference) -> dict[str, Any]:
    return asdict(found) | {"facts": [_fact(fact) for fact in found.facts]}


def _fact(fact: Fact) -> dict[str, Any]:
    return {"kind": _KINDS[type(fact)], **asdict(fact)}
