"""``catalog schema``: the format of an entry, for editors."""

from __future__ import annotations

import click

from catalog_tool import pipeline
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.settings import SCHEMA_FILE

SECTION = "admins"

_EPILOG = """\b
Example:
  catalog schema > partner.schema.json
"""


@click.command(epilog=_EPILOG)
def command() -> None:
    """Print the JSON Schema of an entry.

    With it, editors complete and check an entry while one types.
    """
    publication = pipeline.check(current_settings(), rules={}).publication
    files = {file.path: file.text for file in pipeline.published(publication)}
    click.echo(files[SCHEMA_FILE], nl=False)
