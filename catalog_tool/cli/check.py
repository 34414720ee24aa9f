"""``catalog check``: apply the rules to the entries."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._collection import without_collection
from catalog_tool.cli._exit import leave_with_findings, usage_error
from catalog_tool.cli._format import format_option
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._publishing import show_note
from catalog_tool.cli._reporting import show_patch, show_report
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters import CHECK_FORMATS, Summary
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SECTION = "partners"

_NO_PATCH = (
    "This is not a patch, because it shows invisible characters as escapes. To apply the changes,"
    " run 'catalog check --fix'."
)

_EPILOG = """\b
Examples:
  catalog check                         every entry
  catalog check partners/contoso.yaml   one entry, against the whole catalog
  catalog check --fix                   apply safe fixes, show the rest
  catalog check --since origin/main     only what changed since then
  catalog check --select too-many-words,CAT104
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@format_option(CHECK_FORMATS, "How to show the problems.", finds_problems=True)
@click.option("--fix", is_flag=True, help="Apply all safe fixes, then show what remains.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Include fixes that need your judgment.")
@click.option("--select", multiple=True, metavar="RULES", help="Apply only these rules.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Skip these rules.")
@click.option("--since", metavar="REV", help="Check only entries changed since a Git revision.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
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

    Without PATH, all entries are checked. A PATH is a partner file or a folder of partner files.
    It is always checked against the whole catalog, so a duplicate is found in either of the files.

    RULES are codes or names, separated by commas; `catalog rules` lists them. For each rule and
    file, the first 50 problems are listed. The others are counted, and the totals include them.
    """
    if fix and diff:
        raise click.UsageError("--fix and --diff can't be used together. Choose one.")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes works only with --fix or --diff.")
    settings = current_settings()
    with usage_error():
        rules = catalog_tool.select_rules(settings, select, ignore)
    scope = catalog_tool.scope_of(settings, paths, since)

    with without_collection(), Progress("Checking") as progress:
        if not (fix or diff):
            report = catalog_tool.check(settings, scope, rules=rules, progress=progress)
        else:
            fixes = catalog_tool.fix(
                settings, scope, rules=rules, progress=progress, unsafe=unsafe_fixes
            )
            report = fixes.after if fix else fixes.before
    show_note(catalog_tool.former_search_note(settings))
    if fix:
        _write(fixes, settings)
    if diff:
        _show_patch(fixes)
    else:
        show_report(report, format_name, strict=strict)
    if report.count(catalog_tool.Severity.ERROR) or (
        strict and report.count(catalog_tool.Severity.WARNING)
    ):
        leave_with_findings()


def _write(fixes: catalog_tool.Fixes, settings: catalog_tool.Settings) -> None:
    catalog_tool.write_fixes(fixes.files, settings.root)
    if changed := [file.path for file in fixes.files if file.is_changed]:
        click.echo(f"Fixed {quantity(len(changed), 'file')}: {', '.join(changed)}", err=True)
    for file in fixes.files:
        if file.is_renamed:
            click.echo(f"Renamed {visible(file.path)} to {visible(file.new_path)}", err=True)


def _show_patch(fixes: catalog_tool.Fixes) -> None:
    patch = catalog_tool.make_patch(fixes.files)
    show_patch(patch)
    report = fixes.before
    click.echo(
        Summary.of(report.diagnostics, report.files, excepted=len(report.excepted)).sentence(),
        err=True,
    )
    if not patch.is_exact:
        click.echo(_NO_PATCH, err=True)
