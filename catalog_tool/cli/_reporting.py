"""Showing a report: in which format, with which paths, in colour or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from catalog_tool import Report
from catalog_tool.cli._format import usual_format
from catalog_tool.linter.reporters import Summary, reporter, write
from catalog_tool.linter.reporters.document import Document

Shown = TypeVar("Shown")

_ON_GITHUB = frozenset({"github", "markdown", "sarif"})


def wants_colour(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether standard output should be coloured (no-color.org, force-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and environment.get("TERM") != "dumb"


def show(
    values: Shown,
    format_name: str,
    document: Callable[[Shown], Document],
    facts: Callable[[Shown], dict[str, Any]],
) -> None:
    """Print values in one of ``FORMATS``.

    Args:
        values: what the command found.
        format_name: one of ``FORMATS``.
        document: makes a document of the values, for people.
        facts: makes an object of them, for programs.
    """
    if format_name == "json":
        from catalog_tool.linter.reporters.json import write as write_json  # noqa: PLC0415 - rarely

        text = write_json(facts(values))
    else:
        text = write(document(values), format_name)
    click.echo(text, nl=False, color=wants_colour())


def show_report(report: Report, format_name: str | None = None, *, strict: bool = False) -> None:
    """Print a report in the format that was asked for, or that suits where we are.

    Args:
        report: what a check found.
        format_name: one of the formats, or ``None`` to choose.
        strict: whether warnings fail the run too.
    """
    format_name = format_name or usual_format()
    root = report.publication.settings.root
    diagnostics = [
        replace(found, path=shown_path(root, found.path, format_name))
        for found in report.diagnostics
    ]
    paths = [shown_path(root, path, format_name) for path in report.paths]
    summary = Summary.of(diagnostics, report.files, paths=paths, strict=strict)
    text = reporter(format_name)(diagnostics, summary)
    click.echo(text, nl=False, color=wants_colour())


def shown_path(root: Path, path: str, format_name: str) -> str:
    """Return a path of the catalog as the reader of a format needs it.

    A person can click or copy what is relative to the working directory; GitHub knows what is
    relative to its workspace; a program knows the root of the catalog.
    """
    if not path:
        return path
    if format_name == "text":
        return Path(os.path.relpath(root / path)).as_posix()
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or root).resolve()
    if format_name in _ON_GITHUB and root.is_relative_to(workspace):
        return (root.relative_to(workspace) / path).as_posix()
    return path
