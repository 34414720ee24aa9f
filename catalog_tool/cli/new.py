"""``catalog new``: write an entry to fill in."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._answers import ask, explain, is_error
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._settings import current_settings, nearby_settings
from catalog_tool.model.entry_template import known_spellings
from catalog_tool.model.nodes import Plain
from catalog_tool.text.terminal import path_from_here, visible

SECTION = "partners"

_EPILOG = """\b
Examples:
  catalog new "Acme Cloud"         ask, then write partners/acme-cloud.yaml
  catalog new "Acme Cloud" --website https://www.acme.com

Exit codes: 0 the entry is written, even if something is left to fill in; 2 the entry could
not be written, or a value breaks a rule.
"""


@click.command(epilog=_EPILOG)
@click.argument("name")
@click.option("--website", metavar="URL", default="", help="Page of the company or the product.")
@click.option("--contact", metavar="URL", default="", help="Contact page, or an email address.")
@click.option("--description", metavar="TEXT", default="", help="What the integration does.")
@click.option(
    "--application", metavar="NAME", multiple=True, help="Application that it connects; repeatable."
)
@click.option(
    "--field",
    "fields",
    metavar="FIELD=VALUE",
    multiple=True,
    help="Value of one of the catalog's own fields; repeatable.",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the entry. [default: the folder with the partner files]",
)
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    name: str,
    website: str,
    contact: str,
    description: str,
    application: tuple[str, ...],
    fields: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Write a new entry for the partner NAME, with every key explained.

    On a terminal, you are asked for the values, unless you give any as options. Missing values
    become placeholders, which `catalog check` finds. An existing file is never overwritten.
    """
    settings = catalog_tool.settings_of(folder, nearby_settings()) if folder else current_settings()
    draft = _require_valid(catalog_tool.new_draft(settings, name), "name")
    given: dict[str, Plain] = {
        "website": website,
        "contact": contact,
        "description": f"{description.strip()}\n" if description.strip() else "",
        "applications": _resolve(draft, application),
        **_own_values(draft, fields),
    }
    for key, value in given.items():
        draft = _require_valid(draft.with_value(key, value), key) if value else draft
    if not any(given.values()) and sys.stdin.isatty() and sys.stdout.isatty():
        draft = _answered(draft)
    shown = path_from_here(settings.root / draft.path)
    with catalog_tool.writing(shown):
        catalog_tool.new_text(settings.root, draft.path, draft.text, "catalog new")
    _show_next_steps(draft, shown)


def _answered(draft: catalog_tool.Draft) -> catalog_tool.Draft:
    """Return the draft with the answers of the person at the terminal.

    Raises:
        click.Abort: the person quit; the answers so far are printed as a command.
    """
    try:
        for answered in ask(draft, draft.publication.catalog.vocabulary):
            draft = answered
    except click.Abort:
        if options := list(_options(draft)):
            again = shlex.join(["catalog", "new", str(draft.values["name"]), *options])
            click.echo(f"\n\nNothing was written. To write your answers so far, run:\n  {again}")
        raise
    return draft


def _options(draft: catalog_tool.Draft) -> Iterator[str]:
    """Yield the options that stand for the values of a draft."""
    own = draft.publication.catalog.fields
    for key, value in draft.values.items():
        for each in (value,) if isinstance(value, str) else value:
            text = str(each).strip()
            if key in own:
                yield from ("--field", f"{key}={text}")
            elif key != "name":
                yield from (f"--{'application' if key == 'applications' else key}", text)


def _own_values(draft: catalog_tool.Draft, given: tuple[str, ...]) -> dict[str, Plain]:
    """Return the values of own fields that were given as options.

    Raises:
        click.UsageError: the catalog doesn't have one of the fields.
    """
    own = draft.publication.catalog.fields
    values: dict[str, tuple[str, ...]] = {}
    for each in given:
        key, _, value = each.partition("=")
        if key not in own:
            known = f"Choose one of: {', '.join(own)}." if own else "This catalog has none."
            raise click.UsageError(f"There is no field {key!r}. {known}")
        values[key] = (*values.get(key, ()), value)
    return {key: each if own[key].multiple else each[-1] for key, each in values.items()}


def _require_valid(draft: catalog_tool.Draft, key: str) -> catalog_tool.Draft:
    """Return a draft if the value of a key has no errors, and print its warnings.

    Raises:
        CannotRun: the value has an error.
    """
    problems = draft.problems_of(key)
    if any(map(is_error, problems)):
        first, *rest = explain(filter(is_error, problems))
        raise CannotRun("\n".join([f"{key}: {first}", *rest]), "Nothing was written.")
    for line in explain(problems):
        click.echo(f"{key}: {line}", err=True)
    return draft


def _resolve(draft: catalog_tool.Draft, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the catalog's names for applications, and print what was replaced."""
    resolved, notes = known_spellings(names, draft.publication.catalog.vocabulary)
    for note in notes:
        click.echo(visible(note), err=True)
    return resolved


def _show_next_steps(draft: catalog_tool.Draft, shown: str) -> None:
    left = catalog_tool.check_draft(draft.publication, draft.path, draft.text)
    click.echo(f"\nWrote {shown}.")
    if left:
        click.echo("\nStill to do:")
    for problem in left:
        click.echo(f"  line {problem.line}: {visible(problem.message)}")
    click.echo("\nNext:")
    click.echo(f"  1. Edit {shown}. The comments in the file explain every key.")
    click.echo(f"  2. Run: catalog check {shlex.quote(shown)}")
    if draft.publication.settings.github:
        click.echo("  3. When the check passes, commit the file and open a pull request.")
    else:
        click.echo("  3. When the check passes, run: catalog build")
