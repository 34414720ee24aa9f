"""``catalog schema``: print a JSON Schema for editors."""

from __future__ import annotations

import click

import catalog_tool
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, SCHEMA_FILE, SHARED_SCHEMA_FILES

SECTION = "admins"

_FILES = {"entry": SCHEMA_FILE, "options": OPTIONS_SCHEMA_FILE, **SHARED_SCHEMA_FILES}

_EPILOG = """\b
Examples:
  catalog schema > partner.schema.json
  catalog schema options > options.schema.json
  catalog schema vocabulary > vocabulary.schema.json
"""


@click.command(epilog=_EPILOG)
@click.argument("kind", type=click.Choice([*_FILES]), default="entry", metavar="[KIND]")
def command(*, kind: str) -> None:
    """Print the JSON Schema of an entry, or of a file of another kind.

    KIND is entry (the default), options (of the plugin `catalog` in mkdocs.yml; anything else there
    is allowed), fields, vocabulary, former, or exceptions. With a schema, an editor can complete
    and check a file while you type. `catalog publish` writes all of them to docs/schema/, and the
    site has them at schema/.
    """
    click.echo(catalog_tool.json_schema(current_settings(), _FILES[kind]), nl=False)
