"""``catalog check``: all rules over the entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalog_tool.cli._changes import Changes, changes_since
from catalog_tool.cli._format import judging_format_option
from catalog_tool.cli._outcome import leave_with_findings
from catalog_tool.cli._paths import entry_paths
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._reporting import show_report, wants_colour
from catalog_tool.cli._selection import selected_rules
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.report import Report
from catalog_tool.linter.reporters import FORMATS, Summary
from catalog_tool.loader.files.tree import ChangedTree, DiskTree
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check as check_catalog
from catalog_tool.text.phrases import counted
from catalog_tool.text.terminal import visible

if TYPE_CHECKING:
    from catalog_tool.linter.fix import Judge

SECTION = "partners"

_NO_PATCH = (
    "This is no patch: it shows as escapes what nobody can see. 'catalog check --fix' changes it."
)

_EPILOG = """\b
Examples:
  catalog check                             every entry
  catalog check partners/contoso.yaml       one entry, against the whole catalog
  catalog check --fix                       mend what a machine can mend, show the rest
  catalog check --since origin/main         only what you have changed
  catalog check --select too-many-words,CAT104
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@judging_format_option(FORMATS, "How to show the problems.")
@click.option("--fix", is_flag=True, help="Apply every fix that is safe, then show what remains.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Let --fix and --diff make judgements for you.")
@click.option("--select", multiple=True, metavar="RULES", help="Apply only these rules.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--since", metavar="REV", help="Judge only entries changed since a Git revision.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[Path, ...],
    format_name: str,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    strict: bool,
) -> None:
    """Check the entries and explain every mistake.

    Without PATH all entries are checked. A PATH is a partner file or a folder of them; it is
    always judged against the whole catalog, so that a duplicate is found from either side.

    RULES are codes or names, separated by commas; `catalog rules` lists them. Of each rule the
    first 50 problems of a file are listed and the others counted; the sums are of all of them.
    """
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other: choose one.")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    rules = selected_rules(select, ignore)
    settings = current_settings()
    changes = Changes() if since is None else changes_since(settings, since)
    only = _chosen(settings, paths, changes.judged)

    def judge(tree: ChangedTree) -> Report:
        new = tree.renamed
        now = None if only is None else {*only, *(new[path] for path in only & new.keys())}
        earlier = changes.removed_ids
        with Progress("Checking") as told:
            return check_catalog(
                settings, only=now, rules=rules, progress=told, earlier=earlier, tree=tree
            )

    files = ChangedTree(DiskTree(settings.root))
    if diff:
        report = _show_diff(judge, files, unsafe=unsafe_fixes)
    else:
        report = _fixed(judge, files, unsafe=unsafe_fixes) if fix else judge(files)
        show_report(report, format_name, strict=strict)
    if report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING)):
        leave_with_findings()


def _chosen(
    settings: Settings, paths: tuple[Path, ...], changed: frozenset[str] | None
) -> frozenset[str] | None:
    """Return the paths of the entries to judge, or ``None`` for all."""
    named = entry_paths(settings, paths) if paths else None
    if changed is None:
        return named
    return changed if named is None else named & changed


def _fixed(judge: Judge, files: ChangedTree, *, unsafe: bool) -> Report:
    from catalog_tool.cli._fixing import write_files  # noqa: PLC0415 - only --fix writes
    from catalog_tool.linter.fix import fix  # noqa: PLC0415 - only --fix writes

    outcome = fix(judge, files, unsafe=unsafe)
    write_files(outcome.files, outcome.after.publication.settings.root)
    if changed := [file.path for file in outcome.files if file.is_changed]:
        click.echo(f"Mended {counted(len(changed), 'file')}: {', '.join(changed)}", err=True)
    for file in outcome.files:
        if file.is_renamed:
            click.echo(f"Renamed {visible(file.path)} to {visible(file.new_path)}", err=True)
    return outcome.after


def _show_diff(judge: Judge, files: ChangedTree, *, unsafe: bool) -> Report:
    from catalog_tool.cli._difference import difference  # noqa: PLC0415 - only --diff
    from catalog_tool.linter.fix import fix  # noqa: PLC0415

    outcome = fix(judge, files, unsafe=unsafe)
    shown = difference(outcome.files)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in shown.lines:
        click.secho(line, fg=colours.get(line[:1]), color=wants_colour())
    report = outcome.before
    click.echo(Summary.of(report.diagnostics, report.files).sentence(), err=True)
    if not shown.is_patch:
        click.echo(_NO_PATCH, err=True)
    return report
