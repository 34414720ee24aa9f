"""``catalog new``: an entry to fill in."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._answers import ask, refuses, told
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._settings import current_settings, nearby_settings
from catalog_tool.model.entry_template import choices, known_spellings
from catalog_tool.model.nodes import Plain
from catalog_tool.text.terminal import visible

SECTION = "partners"

_EPILOG = """\b
Examples:
  catalog new "Acme Identity"          asks, then writes partners/acme-identity.yaml
  catalog new "Acme Identity" --website https://www.acme.com --application "IBM RACF"

\b
Exit codes: 0 the entry is written, whatever is still to be filled in; 2 it could not be
written, or a value breaks a rule.
"""


@click.command(epilog=_EPILOG)
@click.argument("name")
@click.option("--website", metavar="URL", default="", help="Page of the company or the product.")
@click.option("--contact", metavar="URL", default="", help="Contact page, or an e-mail address.")
@click.option("--description", metavar="TEXT", default="", help="What the integration does.")
@click.option("--application", metavar="NAME", multiple=True, help="One it connects; repeatable.")
@click.option(
    "--interface",
    type=click.Choice(choices("interfaces")),
    multiple=True,
    help="A generic way to reach applications; repeatable.",
)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the entry, where it is not the catalog's own.",
)
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    name: str,
    website: str,
    contact: str,
    description: str,
    application: tuple[str, ...],
    interface: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Write a new entry, with every key explained, for the partner NAME.

    On a terminal it asks, unless options say what the entry shall hold. What nobody has said yet
    is left as a placeholder that `catalog check` finds. An existing file is never overwritten.
    """
    settings = catalog_tool.settings_of(folder, nearby_settings()) if folder else current_settings()
    draft = _checked(catalog_tool.new_draft(settings, name), "name")
    given: dict[str, Plain] = {
        "website": website,
        "contact": contact,
        "description": f"{description.strip()}\n" if description.strip() else "",
        "applications": _spelled(draft, application),
        "interfaces": interface,
    }
    for key, value in given.items():
        draft = _checked(draft.with_value(key, value), key) if value else draft
    if not any(given.values()) and sys.stdin.isatty() and sys.stdout.isatty():
        draft = ask(draft, draft.publication.catalog.vocabulary)
    path = settings.root / draft.path
    shown = os.path.relpath(path)
    with catalog_tool.writing(shown):
        catalog_tool.new_text(path, draft.text, "catalog new")
    _show_next_steps(draft, Path(shown).as_posix())


def _checked(draft: catalog_tool.Draft, key: str) -> catalog_tool.Draft:
    """Return a draft, if the rules accept the value of a key; say what they only point out.

    Raises:
        CannotRun: they do not accept it.
    """
    problems = draft.problems_of(key)
    if any(map(refuses, problems)):
        first, *rest = told(problem for problem in problems if refuses(problem))
        raise CannotRun("\n".join([f"{key}: {first}", *rest]), "Nothing was written.")
    for line in told(problems):
        click.echo(f"{key}: {line}", err=True)
    return draft


def _spelled(draft: catalog_tool.Draft, names: tuple[str, ...]) -> tuple[str, ...]:
    spelled, said = known_spellings(names, draft.publication.catalog.vocabulary)
    for sentence in said:
        click.echo(visible(sentence), err=True)
    return spelled


def _show_next_steps(draft: catalog_tool.Draft, shown: str) -> None:
    left = catalog_tool.check_draft(draft.publication, draft.path, draft.text)
    click.echo(f"\nWritten: {shown}")
    if left:
        click.echo("\nStill to fill in or to look at:")
    for problem in left:
        click.echo(f"  line {problem.line}: {visible(problem.message)}")
    click.echo("\nNext:")
    click.echo(f"  1. Edit {shown}; the comments in it explain every key.")
    click.echo(f"  2. Run: catalog check {shlex.quote(shown)}")
    click.echo("  3. When nothing is left, commit the file and open a pull request.")
