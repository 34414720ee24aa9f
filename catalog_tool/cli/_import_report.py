"""What an import did: partner by partner which lines went where, and what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from click import style

from catalog_tool.cli._reporting import shown_path
from catalog_tool.importers.result import Import, ImportedPartner, Lines, Remark
from catalog_tool.linter.report import Report
from catalog_tool.linter.reporters import Summary, counted, reporter
from catalog_tool.model.diagnostic import Severity
from catalog_tool.text.terminal import visible

FORMAT_VERSION = 1
_EXCERPT_LENGTH = 60
_KEY_WIDTH = 17


@dataclass(frozen=True, slots=True)
class Outcome:
    """An import that has been written.

    Attributes:
        source: the page that was read.
        imported: what it said.
        paths: the file of each partner.
        report: what the rules say about these files; ``None`` if there are none.
    """

    source: str
    imported: Import
    paths: tuple[Path, ...]
    report: Report | None

    @property
    def unplaced(self) -> int:
        """How many facts have no place."""
        return sum(len(partner.unplaced) for partner in self.imported.partners)

    @property
    def is_complete(self) -> bool:
        """Whether there are partners, all facts have their place, and no entry has an error."""
        has_errors = self.report is None or self.report.count(Severity.ERROR) > 0
        return not has_errors and not self.unplaced


def as_text(outcome: Outcome) -> str:
    """Return the report for a terminal, with its styles."""
    sections = [
        "\n".join(_partner_lines(partner, path))
        for partner, path in zip(outcome.imported.partners, outcome.paths, strict=True)
    ]
    general = (
        ("Changed in the whole page", outcome.imported.changes),
        ("Left out", outcome.imported.left_out),
    )
    for title, remarks in general:
        if remarks:
            sections.append("\n".join([style(title, bold=True), *map(_remark_line, remarks)]))
    if outcome.report and outcome.report.diagnostics:
        sections.append(_problems(outcome.report))
    sections.append(_sentence(outcome))
    return "\n\n".join([*sections, ""]).removesuffix("\n")


def as_json(outcome: Outcome) -> str:
    """Return the report as one JSON object; lines count from 1, both ends included."""
    partners = zip(outcome.imported.partners, outcome.paths, strict=True)
    whole = {
        "version": FORMAT_VERSION,
        "source": outcome.source,
        "summary": {
            "partners": len(outcome.paths),
            "unplaced": outcome.unplaced,
            "errors": outcome.report.count(Severity.ERROR) if outcome.report else 0,
        },
        "partners": [_partner(partner, path) for partner, path in partners],
        "changes": [_remark(remark) for remark in outcome.imported.changes],
        "left_out": [_remark(remark) for remark in outcome.imported.left_out],
        "diagnostics": _diagnostics(outcome.report),
    }
    # GitHub's runner obeys "##[" wherever a log has it; the escape is the same JSON.
    return json.dumps(whole, indent=2).replace("##[", "#\\u0023[") + "\n"


def _problems(report: Report) -> str:
    root = report.publication.settings.root
    found = [replace(each, path=shown_path(root, each.path, "text")) for each in report.diagnostics]
    return reporter("text")(found, Summary.of(found, report.files)).rstrip("\n")


def _partner_lines(partner: ImportedPartner, path: Path) -> Iterator[str]:
    yield f"{style(visible(partner.name), bold=True)} -> {visible(str(path))}"
    keys: dict[str, list[str]] = {}
    for placement in partner.placements:
        keys.setdefault(placement.key, []).append(_numbers(placement.lines))
    for key, numbers in keys.items():
        noun = "line" if len(numbers) == 1 and numbers[0].isdigit() else "lines"
        yield f"  {key:<{_KEY_WIDTH}} <- {noun} {', '.join(numbers)}"
    yield from (_remark_line(remark, "changed") for remark in partner.changes)
    yield from (_remark_line(remark, style("no place", fg="red")) for remark in partner.unplaced)


def _remark_line(remark: Remark, mark: str = "") -> str:
    noun = "line" if remark.lines.first == remark.lines.last else "lines"
    text = visible(" ".join(remark.text.split()))
    excerpt = text if len(text) <= _EXCERPT_LENGTH else f"{text[: _EXCERPT_LENGTH - 1]}…"
    place = " ".join(filter(None, (mark, noun, _numbers(remark.lines))))
    quoted = f' "{excerpt}"' if excerpt else ""
    return f"  {place}: {remark.reason}{quoted}"


def _numbers(lines: Lines) -> str:
    return str(lines.first) if lines.first == lines.last else f"{lines.first}-{lines.last}"


def _sentence(outcome: Outcome) -> str:
    if not outcome.paths:
        return "No partner was found on this page; nothing was written."
    imported = f"{counted(len(outcome.paths), 'partner')} imported"
    if outcome.unplaced:
        return f"{imported}; {counted(outcome.unplaced, 'fact')} could not be placed (see above)."
    return f"{imported}; every fact has its place."


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


def _remark(remark: Remark) -> dict[str, Any]:
    return {**_lines(remark.lines), "text": remark.text, "reason": remark.reason}


def _lines(lines: Lines) -> dict[str, int]:
    return {"first_line": lines.first, "last_line": lines.last}


def _diagnostics(report: Report | None) -> Iterable[Any]:
    found = report.diagnostics if report else ()
    files = report.files if report else 0
    told: list[Any] = json.loads(reporter("json")(found, Summary.of(found, files)))["diagnostics"]
    return told
