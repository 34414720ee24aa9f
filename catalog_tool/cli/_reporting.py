"""Print a report: its format, the form of its paths, and whether it has colors."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from catalog_tool.cli._format import default_format
from catalog_tool.linter.reporters import Summary, reporter, write
from catalog_tool.linter.reporters.document import Document
from catalog_tool.text.terminal import path_from_here

if TYPE_CHECKING:
    from catalog_tool import Patch, Report

Values = TypeVar("Values")

_ON_GITHUB = frozenset({"github", "markdown", "sarif"})


def wants_color(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether standard output should have colors (no-color.org, force-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and environment.get("TERM") != "dumb"


def _columns() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def show(
    values: Values,
    format_name: str,
    document: Callable[[Values], Document],
    facts: Callable[[Values], dict[str, Any]],
) -> None:
    """Print the results of a command in one of ``FORMATS``.

    Args:
        values: the results.
        format_name: one of ``FORMATS``.
        document: turns the results into a document for people.
        facts: turns the results into an object for programs.
    """
    if format_name == "json":
        from catalog_tool.linter.reporters.json import write as write_json  # noqa: PLC0415 - rarely

        text = write_json(facts(values))
    else:
        text = write(document(values), format_name, _columns())
    click.echo(text, nl=False, color=wants_color())


def show_report(report: Report, format_name: str | None = None, *, strict: bool = False) -> None:
    """Print the report of a check.

    Args:
        report: the report.
        format_name: one of the formats, or ``None`` for the default.
        strict: whether warnings fail the check too.
    """
    format_name = format_name or default_format()
    root = report.publication.settings.root
    diagnostics = [
        replace(found, path=shown_path(root, found.path, format_name))
        for found in report.diagnostics
    ]
    paths = [shown_path(root, path, format_name) for path in report.paths]
    excepted = len(report.excepted)
    summary = Summary.of(diagnostics, report.files, paths=paths, strict=strict, excepted=excepted)
    text = reporter(format_name, _columns())(diagnostics, summary)
    click.echo(text, nl=False, color=wants_color())


def show_patch(patch: Patch) -> None:
    """Print a patch."""
    colors = {"+": "green", "-": "red", "@": "cyan"}
    for line in patch.lines:
        click.secho(line, fg=colors.get(line[:1]), color=wants_color())


def shown_path(root: Path, path: str, format_name: str) -> str:
    """Return a path of the catalog in the form that a format needs.

    It is relative to the working directory for people, who click or copy it; to the workspace for
    GitHub; and to the root of the catalog for programs.
    """
    if not path:
        return path
    if format_name == "text":
        return path_from_here(root / path)
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or root).resolve()
    if format_name in _ON_GITHUB and root.is_relative_to(workspace):
        return (root.relative_to(workspace) / path).as_posix()
    return path
