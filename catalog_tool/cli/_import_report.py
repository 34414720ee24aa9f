"""The report of an import: which lines of each partner went where, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from typing import Any

from catalog_tool import Report
from catalog_tool.cli._reporting import shown_path
from catalog_tool.importers.files import ImportedFiles
from catalog_tool.importers.folder import SkippedFile
from catalog_tool.importers.result import Count, ImportedPartner, ImportMessage, Lines, Placement
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import diagnostic_object
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.nodes import Plain
from catalog_tool.text.phrases import quantity

FORMAT_VERSION = 1
_EXCERPT_LENGTH = 60
_KEY_WIDTH = 17
_MOST_SKIPPED = 20
_IF_MISREAD = "If one was misread, say what it is: --columns name=TITLE,website=TITLE."
_IF_NOT_FOUND = "`catalog import --help` shows which lists can be read."


def is_complete(files: ImportedFiles, report: Report | None) -> bool:
    """Return whether all lists were read, every fact has a place, and no entry has an error.

    Args:
        files: what was imported.
        report: the report of the check; ``None`` without entries.
    """
    has_errors = report is not None and report.count(Severity.ERROR) > 0
    is_read = not any(each.is_list for each in files.skipped)
    return bool(files.texts) and is_read and not has_errors and not files.unplaced


def document(files: ImportedFiles, report: Report | None, *, is_written: bool) -> doc.Document:
    """Return the report for people: what was found, where lines went, and what is wrong.

    Args:
        files: what was imported.
        report: the report of the check; ``None`` without entries.
        is_written: whether the entries were written; otherwise, the report shows them.
    """
    partners = zip(files.imported.partners, files.texts, strict=True)
    changes, left_out = files.imported.changes, files.imported.left_out
    return doc.Document(
        (
            *_overview(files),
            *(_section(partner, path) for partner, path in partners),
            doc.Section(("Changed throughout the page",), (_list(map(_describe, changes)),)),
            doc.Section(("Left out",), (_list(map(_describe, left_out)),)),
            doc.Section(("Files that weren't read",), (_skipped(files.skipped),)),
            *(() if is_written else _drafts(files)),
            *(_problems(report) if report else ()),
        ),
        (" ".join(_sentences(files, is_written=is_written)),),
    )


def facts(files: ImportedFiles, report: Report | None) -> dict[str, Any]:
    """Return the report for programs. Lines count from 1; ranges include both ends."""
    partners = zip(files.imported.partners, files.texts, strict=True)
    return {
        "version": FORMAT_VERSION,
        "source": files.source.as_posix(),
        "summary": {
            "partners": len(files.texts),
            "unplaced": files.unplaced,
            "errors": report.count(Severity.ERROR) if report else 0,
            "links": _count(files.links),
            "records": _count(files.imported.records),
            "lines": _count(files.lines),
        },
        "partners": [_partner(partner, path) for partner, path in partners],
        "changes": [_message(each) for each in files.imported.changes],
        "left_out": [_message(each) for each in files.imported.left_out],
        "skipped": [{"file": each.file, "reason": each.reason} for each in files.skipped],
        "columns": list(files.imported.columns),
        "diagnostics": list(map(diagnostic_object, report.diagnostics)) if report else [],
    }


def _overview(files: ImportedFiles) -> Iterator[doc.Block]:
    """Yield a table that shows at a glance whether the list was understood."""
    rows = tuple(_row(partner) for partner in files.imported.partners)
    if rows:
        yield doc.Table(("Name", "Website", "Contact", "Applications"), rows)
    if columns := files.imported.columns:
        titles = doc.Foreign(", ".join(columns))
        yield doc.Paragraph(("Columns of the list: ", titles, f". {_IF_MISREAD}"))
    elif not rows:
        yield doc.Paragraph((_IF_NOT_FOUND,))


def _row(partner: ImportedPartner) -> tuple[doc.Inline, ...]:
    texts = (str(partner.values.get(key, "")) for key in ("name", "website", "contact"))
    count = _names_in(partner.values.get("applications", ()))
    return (*((doc.Foreign(text),) for text in texts), (str(count),))


def _names_in(applications: Plain) -> int:
    groups = applications.values() if isinstance(applications, dict) else [applications]
    return sum(map(len, groups))


def _drafts(files: ImportedFiles) -> Iterator[doc.Block]:
    for path, text in files.texts.items():
        yield doc.Section((doc.Foreign(path.as_posix()),), (doc.CodeBlock("yaml", text),))


def _count(count: Count) -> dict[str, int]:
    return {**asdict(count), "neither": count.neither}


def _problems(report: Report) -> Iterator[doc.Block]:
    if report.diagnostics:
        root = report.publication.settings.root
        found = tuple(
            replace(each, path=shown_path(root, each.path, "text")) for each in report.diagnostics
        )
        yield doc.Findings(found)
        yield doc.Paragraph((Summary.of(found, report.files).sentence(),))


def _section(partner: ImportedPartner, path: Path) -> doc.Section:
    keys: dict[str, list[Placement]] = {}
    for placement in partner.placements:
        keys.setdefault(placement.key, []).append(placement)
    placed = (_describe_placement(*each) for each in keys.items())
    changed = (("changed ", *_describe(remark)) for remark in partner.changes)
    not_placed: doc.Inline = (doc.Strong(("not placed",)), " ")
    unplaced = ((*not_placed, *_describe(remark)) for remark in partner.unplaced)
    title = (doc.Foreign(partner.name), " -> ", doc.Foreign(path.as_posix()))
    return doc.Section(title, (_list(chain(placed, changed, unplaced)),))


def _describe_placement(key: str, placements: Sequence[Placement]) -> doc.Inline:
    places = (
        (", " if n else "", *_place(each.lines), " (guessed)" if each.is_guess else "")
        for n, each in enumerate(placements)
    )
    noun = _noun(*(each.lines for each in placements))
    return (f"{key:<{_KEY_WIDTH}} <- {noun}", *chain.from_iterable(places))


def _describe(message: ImportMessage) -> doc.Inline:
    text = " ".join(message.text.split())
    quoted: doc.Inline = (' "', doc.Foreign(text, _EXCERPT_LENGTH), '"') if text else ()
    place = (_noun(message.lines), *_place(message.lines))
    return (*place, ": ", doc.Foreign(message.reason), *quoted)


def _skipped(files: Sequence[SkippedFile]) -> doc.List:
    lists_first = sorted(files, key=lambda each: not each.is_list)
    items = ((doc.Foreign(each.file), ": ", doc.Foreign(each.reason)) for each in lists_first)
    return doc.List(tuple(map(doc.Item, items)), _MOST_SKIPPED)


def _list(lines: Iterable[doc.Inline]) -> doc.List:
    return doc.List(tuple(map(doc.Item, lines)))


def _place(lines: Lines) -> doc.Inline:
    """Return the numbers of lines, after their file if there are several."""
    numbers = str(lines.first) if lines.first == lines.last else f"{lines.first}-{lines.last}"
    return (doc.Foreign(lines.file), f":{numbers}") if lines.file else (numbers,)


def _noun(first: Lines, *others: Lines) -> str:
    if first.file:
        return ""
    return "lines " if others or first.first != first.last else "line "


def _sentences(files: ImportedFiles, *, is_written: bool) -> Iterator[str]:
    partners = quantity(len(files.texts), "partner")
    if not files.texts:
        yield "No partners were found, so nothing was written."
    else:
        yield f"Imported {partners}." if is_written else f"Found {partners}. Nothing was written."
    if files.unplaced:
        yield f"{quantity(files.unplaced, 'fact')} could not be placed; see above."
    counts = {"link": files.links, "record": files.imported.records, "line": files.lines}
    for noun, count in counts.items():
        if noun == "record" and not count.total:
            continue
        where = f"{count.entries} in entries, {count.report} in this report"
        yield f"{quantity(count.total, noun)}: {where}, {count.neither} in neither."


def _partner(partner: ImportedPartner, path: Path) -> dict[str, Any]:
    return {
        "path": path.as_posix(),
        "name": partner.name,
        "values": dict(partner.values),
        **_lines(partner.lines),
        "placed": [
            {"key": each.key, "guessed": each.is_guess, **_lines(each.lines)}
            for each in partner.placements
        ],
        "changes": [_message(each) for each in partner.changes],
        "unplaced": [_message(each) for each in partner.unplaced],
    }


def _message(message: ImportMessage) -> dict[str, Any]:
    return {**_lines(message.lines), "text": message.text, "reason": message.reason}


def _lines(lines: Lines) -> dict[str, Any]:
    file = {"file": lines.file} if lines.file else {}
    return {**file, "first_line": lines.first, "last_line": lines.last}
