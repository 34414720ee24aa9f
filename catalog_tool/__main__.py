"""``python -m catalog_tool`` is the command ``catalog``."""

from catalog_tool.cli import main

main(prog_name="catalog")
