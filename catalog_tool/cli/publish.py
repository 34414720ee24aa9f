"""``catalog publish``: the one published Markdown catalog."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from catalog_tool import pipeline
from catalog_tool.cli._outcome import CannotRun, leave_with_findings
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli._settings import current_settings
from catalog_tool.cli._writing import told_if_not_written
from catalog_tool.rules.rule import all_rules
from catalog_tool.settings import Settings
from catalog_tool.writer import replace_texts

SECTION = "publishing"
GENERATED_FILE_RULES = "CAT3"
"""Start of the codes of the rules about generated files, which publishing is the remedy for."""

_EPILOG = """\b
Examples:
  catalog publish              write CATALOG.md and the JSON Schema
  catalog publish --check      only say whether they are up to date
  catalog publish page.md      write the Markdown catalog somewhere else
"""


@click.command(epilog=_EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if it is stale.")
def command(file: Path | None, *, only_check: bool) -> None:
    """Write the one Markdown catalog, and the JSON Schema.

    The entries are checked first: nothing is written if one has an error.

    With FILE, only the Markdown catalog is written, to that file.
    """
    settings = current_settings()
    texts = _texts(settings, file)
    if only_check:
        _refuse_stale(texts)
        changed: tuple[Path, ...] = ()
    else:
        with told_if_not_written(" and ".join(map(str, texts))):
            changed = replace_texts(texts, "catalog publish")
    for path in changed:
        click.echo(f"Wrote {path}.")
    if not changed:
        click.echo("Everything published is up to date.")


def _refuse_stale(texts: Mapping[Path, str]) -> None:
    stale = [path for path, text in texts.items() if _read(path) != text]
    for path in stale:
        click.echo(f"{path} is out of date: run `catalog publish`.")
    if stale:
        leave_with_findings()


def _texts(settings: Settings, file: Path | None) -> dict[Path, str]:
    """Return the texts to publish by the files they belong in."""
    rules = {
        name: rule
        for name, rule in all_rules().items()
        if not rule.code.startswith(GENERATED_FILE_RULES)
    }
    published = pipeline.published(checked_publication(settings, rules))
    texts = {text.path: text.text for text in published}
    if file:
        _refuse_foreign(file, texts[settings.published])
        return {file: texts[settings.published]}
    return {settings.root / path: text for path, text in texts.items()}


def _refuse_foreign(file: Path, text: str) -> None:
    """Make sure that a file which exists begins as the catalog's own does."""
    existing = _read(file)
    if existing and existing.partition("\n")[0] != text.partition("\n")[0]:
        hint = "Name another file, or remove this one first."
        raise CannotRun(f"{file} exists, and catalog did not make it.", hint)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode(errors="replace")
    except FileNotFoundError:
        return None
