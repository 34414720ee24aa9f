"""``catalog upgrade``: rewrite an older catalog into the current format."""

from __future__ import annotations

from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._reporting import show_patch
from catalog_tool.text.terminal import visible

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog upgrade            show the changes, as a patch
  catalog upgrade --write    make them

After that, run `catalog check` and `catalog publish`.

Exit codes: 0 the catalog has the current format, 1 it doesn't yet, 2 the
command could not run.
"""


@click.command(epilog=_EPILOG)
@click.option("--write", is_flag=True, help="Write the changes: all of them or none.")
@click.pass_obj
def command(configuration: Path | None, *, write: bool) -> None:
    """Rewrite entries, shared files, and settings of an older version.

    Nothing is written without --write. The patch goes to standard output, and what is different to
    standard error. Comments and everything that is already in the current format stay as they are.
    """
    upgraded = catalog_tool.upgrade(configuration)
    for message in upgraded.messages:
        click.echo(message, err=True)
    if not upgraded.files:
        click.echo("This catalog already has the current format.")
    elif write:
        catalog_tool.write_fixes(upgraded.files, upgraded.root)
        for file in upgraded.files:
            click.echo(f"Wrote {visible(file.path)}.")
    else:
        show_patch(catalog_tool.make_patch(upgraded.files))
        click.echo(
            "Nothing was written. To write the changes, run `catalog upgrade --write`.", err=True
        )
        leave_with_findings()
