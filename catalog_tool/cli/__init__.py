"""The command line: one command a file.

Each module that does not start with an underscore is one subcommand and is named after it
(``import_`` where the name is a word of Python). It defines ``command``, and ``SECTION``: the
readers under which ``catalog --help`` lists it. Only the module of the called command is imported.

A command reads options, calls the public functions that ``catalog_tool`` lists, and prints what
they return: whatever it does, another program can do too.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from catalog_tool.cli._group import CatalogGroup

# Looking for plugins of pydantic reads the metadata of every installed package, at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# A check makes millions of small values that live to its end. Measured on 10,000 entries: at its
# usual pace the collector walks them so often that it takes a third of the time.
gc.set_threshold(200_000, 20, 100)

_HELP = """Keep a public catalog of partner integrations: one small YAML file a partner.

Partners describe their product in a file under partners/. This command checks those files,
explains each mistake with its line, and publishes them as one Markdown page and as a site
that people can search.

\b
Three commands to start with:
  catalog check                      check every entry
  catalog check --fix                mend what a machine can mend
  catalog explain missing-contact    say what a rule wants, with an example
"""
_EPILOG = """\b
Exit codes: 0 nothing wrong (warnings are allowed unless --strict), 1 problems found,
2 the command could not run.

\b
Environment: NO_COLOR and FORCE_COLOR switch colours off and on; CATALOG_DEBUG=1 shows
the whole traceback of a failure inside catalog itself.

More: `catalog COMMAND --help` for each command, `catalog rules` for what is checked,
and the Contribute page of the catalog's site for how to add an entry.
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
    help="The catalog's mkdocs.yml; by default the nearest one, here or in a folder above.",
)
@click.version_option(package_name="partner-catalog", prog_name="catalog")
@click.pass_context
def main(context: click.Context, configuration: Path | None) -> None:
    """Remember the configuration for the called command."""
    context.obj = configuration
