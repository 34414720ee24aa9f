"""The report of an import: which lines of each partner went where, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from catalog_tool import Report
from catalog_tool.cli._reporting import shown_path
from catalog_tool.importers.files import ImportedFiles
from catalog_tool.importers.result import ImportedPartner, ImportMessage, Lines
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import diagnostic_object
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.model.diagnostic import Severity
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_EXCERPT_LENGTH = 60
_KEY_WIDTH = 17


def is_complete(files: ImportedFiles, report: Report | None) -> bool:
    """Return whether there are partners, every fact has a place, and no entry has an error."""
    has_errors = report is None or report.count(Severity.ERROR) > 0
    return not has_errors and not files.unplaced


def document(files: ImportedFiles, report: Report | None) -> doc.Document:
    """Return the report for people: where lines went, what was left out, and problems."""
    partners = zip(files.imported.partners, files.texts, strict=True)
    changes, left_out = files.imported.changes, files.imported.left_out
    return doc.Document(
        (
            *(_section(partner, path) for partner, path in partners),
            doc.Section(("Changed throughout the page",), (_list(map(_describe, changes)),)),
            doc.Section(("Left out",), (_list(map(_describe, left_out)),)),
            *(_problems(report) if report else ()),
        ),
        (_sentence(files),),
    )


def facts(files: ImportedFiles, report: Report | None) -> dict[str, Any]:
    """Return the report for programs. Lines count from 1; ranges include both ends."""
    partners = zip(files.imported.partners, files.texts, strict=True)
    return {
        "version": FORMAT_VERSION,
        "source": str(files.source),
        "summary": {
            "partners": len(files.texts),
            "unplaced": files.unplaced,
            "errors": report.count(Severity.ERROR) if report else 0,
        },
        "partners": [_partner(partner, path) for partner, path in partners],
        "changes": [_remark(remark) for remark in files.imported.changes],
        "left_out": [_remark(remark) for remark in files.imported.left_out],
        "diagnostics": list(map(diagnostic_object, report.diagnostics)) if report else [],
    }


def _problems(report: Report) -> Iterator[doc.Block]:
    if report.diagnostics:
        root = report.publication.settings.root
        found = tuple(
            replace(each, path=shown_path(root, each.path, "text")) for each in report.diagnostics
        )
        yield doc.Findings(found)
        yield doc.Paragraph((Summary.of(found, report.files).sentence(),))


def _section(partner: ImportedPartner, path: Path) -> doc.Section:
    keys: dict[str, list[str]] = {}
    for placement in partner.placements:
        keys.setdefault(placement.key, []).append(_numbers(placement.lines))
    placed = (_describe_placement(key, numbers) for key, numbers in keys.items())
    changed = (("changed ", *_describe(remark)) for remark in partner.changes)
    not_placed: doc.Inline = (doc.Strong(("not placed",)), " ")
    unplaced = ((*not_placed, *_describe(remark)) for remark in partner.unplaced)
    title = (doc.Foreign(partner.name), " -> ", doc.Foreign(str(path)))
    return doc.Section(title, (_list(chain(placed, changed, unplaced)),))


def _describe_placement(key: str, numbers: list[str]) -> doc.Inline:
    noun = "line" if len(numbers) == 1 and numbers[0].isdigit() else "lines"
    return (f"{key:<{_KEY_WIDTH}} <- {noun} {', '.join(numbers)}",)


def _describe(remark: ImportMessage) -> doc.Inline:
    noun = "line" if remark.lines.first == remark.lines.last else "lines"
    text = " ".join(remark.text.split())
    quoted: doc.Inline = (' "', doc.Foreign(text, _EXCERPT_LENGTH), '"') if text else ()
    return (f"{noun} {_numbers(remark.lines)}: ", doc.Foreign(remark.reason), *quoted)


def _list(lines: Iterable[doc.Inline]) -> doc.List:
    return doc.List(tuple(map(doc.Item, lines)))


def _numbers(lines: Lines) -> str:
    return str(lines.first) if lines.first == lines.last else f"{lines.first}-{lines.last}"


def _sentence(files: ImportedFiles) -> str:
    if not files.texts:
        return "No partners were found on this page, so nothing was written."
    imported = f"Imported {quantity(len(files.texts), 'partner')}"
    if files.unplaced:
        return f"{imported}. {quantity(files.unplaced, 'fact')} could not be placed; see above."
    return f"{imported}. Every fact has a place."


def _partner(partner: ImportedPartner, path: Path) -> dict[str, Any]:
    return {
        "path": str(path),
        "name": partner.name,
        **_lines(partner.lines),
        "placed": [
            {"key": placement.key, **_lines(placement.lines)} for placement in partner.placements
        ],
        "changes": [_remark(remark) for remark in partner.changes],
        "unplaced": [_remark(remark) for remark in partner.unplaced],
    }


def _remark(remark: ImportMessage) -> dict[str, Any]:
    return {**_lines(remark.lines), "text": remark.text, "reason": remark.reason}


def _lines(lines: Lines) -> dict[str, int]:
    return {"first_line": lines.first, "last_line": lines.last}
