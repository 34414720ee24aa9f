"""Report the settings: for people, as a checklist if GitHub wasn't asked, and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog_tool.contributions.github.settings.check import Check, Result, State
from catalog_tool.contributions.github.settings.inspection import Inspection
from catalog_tool.linter.reporters import document as doc
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_LONGEST_FOUND = 500
_CHECKLIST_NOTE = (
    "Without a token, nobody can tell whether GitHub is set up like this. Go through the list, or "
    "set GITHUB_TOKEN to the token of an admin and run `catalog doctor` again."
)


def document(inspection: Inspection) -> doc.Document:
    """Return the report for people: what is wrong first, and what is right last."""
    unknown = _of(inspection, State.UNKNOWN)
    title = "Can't tell" if inspection.is_asked else "To check on GitHub"
    notes = () if inspection.is_asked else (doc.Paragraph((_CHECKLIST_NOTE,)),)
    blocks = (
        _section("Wrong", inspection, _wrong(inspection, is_required=True)),
        _section("Recommended", inspection, _wrong(inspection, is_required=False)),
        _section(title, inspection, unknown, notes if unknown else ()),
        _right(inspection),
    )
    return doc.Document(blocks, (_summary(inspection),))


def facts(inspection: Inspection) -> dict[str, Any]:
    """Return the report for programs. ``version`` increases with each change of this format."""
    return {
        "version": FORMAT_VERSION,
        "repository": inspection.repository,
        "summary": {state.value: len(_of(inspection, state)) for state in State},
        "checks": [
            {
                "name": each.check.name,
                "state": each.state.value,
                "required": each.check.is_required,
                "expected": _filled(each.check.expected, inspection),
                "found": each.found,
                "reason": each.check.reason,
                "advice": _filled(each.check.advice, inspection),
                "url": _page(each.check, inspection),
            }
            for each in inspection.results
        ],
    }


def _section(
    title: str, inspection: Inspection, results: Iterable[Result], notes: tuple[doc.Block, ...] = ()
) -> doc.Section:
    items = tuple(_item(each, inspection) for each in results)
    return doc.Section((title,), (*notes, doc.List(items)))


def _item(result: Result, inspection: Inspection) -> doc.Item:
    check = result.check
    box = () if inspection.is_asked else (doc.PageOnly("[ ] "),)
    words = (check.reason, _filled(check.advice, inspection), _page(check, inspection))
    found = ((doc.Foreign(result.found, _LONGEST_FOUND),),) if result.found else ()
    lines: tuple[doc.Inline, ...] = (*found, (" ".join(filter(None, words)),))
    expected = doc.Strong((_filled(check.expected, inspection),))
    return doc.Item((*box, expected), tuple(map(doc.Paragraph, lines)))


def _right(inspection: Inspection) -> doc.Section:
    right = _of(inspection, State.OK)
    items = tuple(doc.Item((_filled(each.check.expected, inspection),)) for each in right)
    return doc.Section(("OK",), (doc.List(items),))


def _summary(inspection: Inspection) -> str:
    wrong = len(_wrong(inspection, is_required=True))
    recommended = len(_wrong(inspection, is_required=False))
    unknown = len(_of(inspection, State.UNKNOWN))
    right = len(_of(inspection, State.OK))
    return (
        f"Of {quantity(len(inspection.results), 'check')}: {wrong:,} wrong, "
        f"{recommended:,} recommended, {unknown:,} unknown, {right:,} OK."
    )


def _wrong(inspection: Inspection, *, is_required: bool) -> list[Result]:
    wrong = _of(inspection, State.WRONG)
    return [each for each in wrong if each.check.is_required is is_required]


def _of(inspection: Inspection, state: State) -> list[Result]:
    return [each for each in inspection.results if each.state is state]


def _filled(text: str, inspection: Inspection) -> str:
    return text.replace("{branch}", inspection.branch)


def _page(check: Check, inspection: Inspection) -> str:
    is_known = inspection.repository and check.page
    return f"{inspection.repository}/{check.page}" if is_known else ""
