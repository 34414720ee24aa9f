"""``catalog schema``: print the JSON Schema of an entry, for editors."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._settings import current_settings

SECTION = "admins"

_EPILOG = """\b
Example:
  catalog schema > partner.schema.json
"""


@click.command(epilog=_EPILOG)
def command() -> None:
    """Print the JSON Schema of an entry.

    With the schema, an editor can complete and check an entry while you type.
    """
    click.echo(catalog_tool.entry_schema(current_settings()), nl=False)
