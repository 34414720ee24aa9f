"""A difference as a document and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
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
    Run,
    RunKind,
    ValueChanged,
    WordsChanged,
)
from catalog_tool.contributions.diff.revisions import Ends
from catalog_tool.contributions.diff.wording import (
    joined,
    name_phrases,
    page_phrase,
    partner_phrases,
    summary,
    unreadable_phrase,
)
from catalog_tool.text.document import (
    Block,
    Changed,
    Code,
    Document,
    Fold,
    Foreign,
    Inline,
    Item,
    List,
    Paragraph,
    Section,
    Strong,
)
from catalog_tool.text.phrases import CUT

FORMAT_VERSION = 1
_LONGEST_RUN = 1_000
_KINDS: dict[type[Fact], str] = {
    ListChanged: "list",
    OrderChanged: "order",
    ProseChanged: "prose",
    ValueChanged: "value",
    WordsChanged: "words",
}


def document(difference: Difference, ends: Ends) -> Document:
    """Return what readers will see, with the details folded away."""
    return Document(blocks(difference, ends))


def blocks(difference: Difference, ends: Ends) -> tuple[Block, ...]:
    """Return the parts of a difference; partners come first and have most of the room."""
    partners = List(tuple(map(_partner, difference.partners)), weight=0.6)
    unreadable = _list((unreadable_phrase(found) for found in difference.unreadable), 0.1)
    pages = _list((page_phrase(found) for found in difference.pages), 0.15)
    names = _list(map(_name, difference.names), 0.1)
    unseen = _list(((Foreign(path),) for path in difference.unseen), 0.05)
    head = Code(ends.head[:12]) if ends.head else "the files on disk"
    return (
        Paragraph((Strong(("What readers will see.",)), f" {summary(difference)}")),
        partners,
        Section(("Not compared",), (unreadable,)),
        _fold("Pages", pages),
        _fold("Names", names),
        _fold("Files changed, but not for readers", unseen),
        Paragraph(("Compared: ", Code(ends.base[:12]), " to ", head, "."), is_small=True),
    )


def facts(difference: Difference, ends: Ends) -> dict[str, Any]:
    """Return the difference for programs; texts are whole and as they were written.

    ``version`` counts the changes of this contract. ``head`` is null for the files on disk. A fact
    says its ``kind``: ``value`` (``field``, ``before``, ``after``; empty where there is none),
    ``list`` (``field``, ``added``, ``removed``), ``order`` (``field``), ``words`` (``before``,
    ``after``) or ``prose`` (``field`` and ``runs`` of words that are ``same``, ``removed``,
    ``added`` or ``left out``).
    """
    return {
        "version": FORMAT_VERSION,
        "base": ends.base,
        "head": ends.head or None,
        "summary": _numbers(difference),
        "partners": [_with_facts(found) for found in difference.partners],
        "pages": [asdict(found) for found in difference.pages],
        "names": [_with_facts(found) for found in difference.names],
        "unreadable": [asdict(found) for found in difference.unreadable],
        "unseen": list(difference.unseen),
    }


def _list(lines: Iterable[Inline], weight: float) -> List:
    return List(tuple(map(Item, lines)), weight=weight)


def _fold(title: str, listed: List) -> Fold:
    return Fold(f"{title}: {len(listed.items):,}", (listed,))


def _partner(found: PartnerDifference) -> Item:
    kind = "" if found.kind is Kind.CHANGED else f" ({found.kind})"
    said = joined(partner_phrases(found))
    prose = (fact for fact in found.facts if isinstance(fact, ProseChanged) and fact.runs)
    return Item((Strong((Foreign(found.name),)), f"{kind}: ", *said), tuple(map(_prose, prose)))


def _name(found: NameDifference) -> Inline:
    return (Strong((Foreign(found.name),)), ": ", *joined(name_phrases(found)))


def _prose(fact: ProseChanged) -> Fold:
    words = [span for run in fact.runs for span in (" ", _run(run))]
    return Fold(fact.field.replace("_", " "), (Paragraph(tuple(words[1:])),))


def _run(run: Run) -> str | Foreign | Changed:
    if run.kind is RunKind.LEFT_OUT:
        return CUT
    words = Foreign(run.text, _LONGEST_RUN)
    return words if run.kind is RunKind.SAME else Changed(words, run.kind is RunKind.ADDED)


def _numbers(difference: Difference) -> dict[str, Any]:
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
