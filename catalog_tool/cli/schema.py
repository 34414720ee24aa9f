"""``catalog schema``: print a JSON Schema for editors."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, SCHEMA_FILE

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog schema > partner.schema.json
  catalog schema --options > options.schema.json
"""


@click.command(epilog=_EPILOG)
@click.option("--options", is_flag=True, help="Print the schema of the options in mkdocs.yml.")
def command(*, options: bool) -> None:
    """Print the JSON Schema of an entry.

    With the schema, an editor can complete and check an entry while you type. The schema of the
    options does the same for the plugin `catalog` in mkdocs.yml, and allows anything else there.
    `catalog publish` writes both to docs/schema/.
    """
    file = OPTIONS_SCHEMA_FILE if options else SCHEMA_FILE
    click.echo(catalog_tool.json_schema(current_settings(), file), nl=False)
