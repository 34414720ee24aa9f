"""The command line: one command per file.

Each module without a leading underscore is one subcommand and has its name (``import_`` because
``import`` is a keyword of Python). It defines ``command``, and ``SECTION``: the heading under which
``catalog --help`` lists it. Only the module of the command that runs is imported.

A command reads options, calls public functions of ``catalog_tool``, and prints what they return.
Other programs can do the same.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from catalog_tool.cli._group import CatalogGroup

# At each start, pydantic would read the metadata of every installed package to look for plugins.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# A check creates millions of small values that live until it ends. With the default thresholds,
# the garbage collector takes a third of the time (measured with 10,000 entries).
gc.set_threshold(200_000, 20, 100)

_HELP = """Maintain a public catalog of partner integrations, with one small YAML file per partner.

Partners describe their product in a file under partners/. This command checks those files,
explains each mistake with its line, and publishes them as one Markdown page and as a site
that people can search.

\b
Three commands to start with:
  catalog check                      check every entry
  catalog check --fix                fix what can be fixed automatically
  catalog explain missing-contact    explain a rule, with an example
"""
_EPILOG = """Exit codes: 0 no errors (and no warnings, with --strict), 1 problems found, 2 the
command could not run.

Environment: NO_COLOR turns colors off and FORCE_COLOR turns them on. CATALOG_DEBUG=1 shows the
full traceback if catalog itself fails.

To learn more, run `catalog COMMAND --help` for a command and `catalog rules` for everything
that is checked. The Contribute page of the catalog's site explains how to add an entry.
"""


@click.group(
    name="catalog",
    cls=CatalogGroup,
    help=_HELP,
    epilog=_EPILOG,
    context_settings={"max_content_width": 100},
)
@click.option(
    "--config",
    "configuration",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The catalog's mkdocs.yml. [default: the nearest one, in this folder or a parent]",
)
@click.version_option(package_name="partner-catalog", prog_name="catalog")
@click.pass_context
def main(context: click.Context, configuration: Path | None) -> None:
    """Keep the path of the configuration for the command that runs."""
    context.obj = configuration
