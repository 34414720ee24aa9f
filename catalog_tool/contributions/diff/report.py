"""A difference as a document and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from catalog_tool.contributions.diff.changes import (
    Difference,
    Fate,
    FieldChange,
    Kind,
    NameDifference,
    PartnerDifference,
    ProseChanged,
    Run,
    RunKind,
    TextDifference,
    WordsChanged,
)
from catalog_tool.contributions.diff.revisions import ComparedCommits
from catalog_tool.contributions.diff.wording import (
    LONGEST_VALUE,
    join_phrases,
    name_phrases,
    page_phrase,
    partner_phrases,
    summary,
    text_phrases,
    unreadable_phrase,
)
from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.changes import GroupChanged, ListChanged, OrderChanged, ValueChanged
from catalog_tool.text.phrases import CUT

FORMAT_VERSION = 1
_MOST_OPEN = 600  # characters of changed words that a page shows without a click
_MOST_NAMES_OPEN = 10
_KINDS: dict[type[FieldChange], str] = {
    GroupChanged: "group",
    ListChanged: "list",
    OrderChanged: "order",
    ProseChanged: "prose",
    ValueChanged: "value",
    WordsChanged: "words",
}


def document(difference: Difference, ends: ComparedCommits) -> doc.Document:
    """Return what readers will see, with collapsed details."""
    return doc.Document(blocks(difference, ends))


def blocks(difference: Difference, ends: ComparedCommits) -> tuple[doc.Block, ...]:
    """Return the parts of a difference; partners come first and get most of the space."""
    partners = doc.List(tuple(map(_partner, difference.partners)), weight=0.6)
    unreadable = _list((unreadable_phrase(found) for found in difference.unreadable), 0.1)
    texts = doc.List(tuple(map(_text, difference.texts)), weight=0.3)
    pages = _list((page_phrase(found) for found in difference.pages), 0.15)
    names = _list(map(_name, difference.names), 0.1)
    unseen = _list(((doc.Foreign(path),) for path in difference.unseen), 0.05)
    merge = ("the result of merging ", doc.Code(ends.head[:12]))
    end = merge if ends.head else ("the files on disk",)
    return (
        doc.Paragraph((doc.Strong(("What readers will see.",)), f" {summary(difference)}")),
        partners,
        texts,
        unreadable,
        names if len(names.items) <= _MOST_NAMES_OPEN else _fold("Names", names),
        _fold("Pages", pages),
        _fold("Changed files without a visible change", unseen),
        doc.Paragraph(("Compared ", doc.Code(ends.base[:12]), " with ", *end, "."), is_small=True),
    )


def facts(difference: Difference, ends: ComparedCommits) -> dict[str, Any]:
    """Return the difference for programs, with complete and unchanged texts.

    ``version`` is the version of this format. ``head`` is null for the files on disk. Each fact has
    a ``kind``: ``value`` (``field``, ``before``, ``after``; empty for no value), ``list``
    (``field``, ``added``, ``removed``), ``order`` (``field``), ``group`` (``before``, ``after``,
    ``names``; no names if the whole group was renamed), ``words`` (``before``, ``after``) or
    ``prose`` (``field`` and ``runs`` of words that are ``same``, ``removed``, ``added`` or
    ``left out``).
    """
    return {
        "version": FORMAT_VERSION,
        "base": ends.base,
        "head": ends.head or None,
        "summary": _numbers(difference),
        "partners": [_with_facts(found) for found in difference.partners],
        "texts": [_with_facts(found) for found in difference.texts],
        "pages": [asdict(found) for found in difference.pages],
        "names": [_with_facts(found) for found in difference.names],
        "unreadable": [asdict(found) for found in difference.unreadable],
        "unseen": list(difference.unseen),
    }


def _list(lines: Iterable[doc.Inline], weight: float) -> doc.List:
    return doc.List(tuple(map(doc.Item, lines)), weight=weight)


def _fold(title: str, listed: doc.List) -> doc.Fold:
    return doc.Fold(f"{title}: {len(listed.items):,}", (listed,))


def _partner(found: PartnerDifference) -> doc.Item:
    return _item(found, found.name, partner_phrases(found))


def _text(found: TextDifference) -> doc.Item:
    return _item(found, found.path, text_phrases(found))


def _item(
    found: PartnerDifference | TextDifference, name: str, phrases: Iterable[doc.Inline]
) -> doc.Item:
    kind = "" if found.kind is Kind.CHANGED else f" ({found.kind})"
    said = join_phrases(phrases)
    prose = (fact for fact in found.facts if isinstance(fact, ProseChanged) and fact.runs)
    below = tuple(_prose(fact, is_open=found.kind is not Kind.NEW) for fact in prose)
    colon = ": " if said else ""
    return doc.Item((doc.Strong((doc.Foreign(name),)), f"{kind}{colon}", *said), below)


def _name(found: NameDifference) -> doc.Inline:
    return (doc.Strong((doc.Foreign(found.name),)), ": ", *join_phrases(name_phrases(found)))


def _prose(fact: ProseChanged, *, is_open: bool) -> doc.Block:
    """Return the changed words of a text; a long one is folded."""
    title = fact.field.replace("_", " ")
    words = tuple(span for run in fact.runs for span in (" ", _run(run)))
    if is_open and sum(len(run.text) for run in fact.runs) <= _MOST_OPEN:
        return doc.Paragraph((f"{title}:", *words))
    return doc.Fold(title, (doc.Paragraph(words[1:]),))


def _run(run: Run) -> str | doc.Foreign | doc.Changed:
    if run.kind is RunKind.LEFT_OUT:
        return CUT
    words = doc.Foreign(run.text, LONGEST_VALUE)
    return words if run.kind is RunKind.SAME else doc.Changed(words, run.kind is RunKind.ADDED)


def _numbers(difference: Difference) -> dict[str, Any]:
    partners = [found.kind for found in difference.partners]
    pages = [found.fate for found in difference.pages]
    return {
        "partners": {str(kind): partners.count(kind) for kind in Kind},
        "pages": {str(fate): pages.count(fate) for fate in Fate},
        "texts": len(difference.texts),
        "names": len(difference.names),
        "unreadable": len(difference.unreadable),
        "unseen": len(difference.unseen),
    }


def _with_facts(found: PartnerDifference | TextDifference | NameDifference) -> dict[str, Any]:
    return asdict(found) | {"facts": [_fact(fact) for fact in found.facts]}


def _fact(fact: FieldChange) -> dict[str, Any]:
    return {"kind": _KINDS[type(fact)], **asdict(fact)}
