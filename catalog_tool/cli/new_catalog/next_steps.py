"""What to do next with a new catalog, as ``catalog init`` says it."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from catalog_tool.cli.new_catalog import NewCatalog
from catalog_tool.model.settings import CONFIGURATION_FILE, TOOL_REPOSITORY

_DEAD_WORKFLOWS = (
    "GitHub runs workflows only from .github at the root of a repository. Move the catalog to a"
    " repository of its own. Otherwise, nothing is checked or published automatically."
)
_NO_WORKFLOWS = f"""
Warning: There are no workflows yet, because they call one commit of the program, and this
copy of it doesn't know its own. Choose a commit from
https://github.com/{TOOL_REPOSITORY}/commits
and run this command with it:
  """


def shown(folder: Path) -> str:
    """Return how to name the folder of a new catalog in a sentence."""
    return "this folder" if folder == Path() else folder.as_posix()


def show_next_steps(folder: Path, catalog: NewCatalog, *, is_built: bool) -> None:
    """Print what to do with a new catalog, and warn about workflows that GitHub would not run."""
    run = "catalog"
    if folder != Path():
        run += f" --config {shlex.quote((folder / CONFIGURATION_FILE).as_posix())}"
    steps = [
        f"Change what you like. `{run} serve` shows the site while you write.",
        f"Run `{run} build` to build the site{' again' if is_built else ''}.",
        "Read docs/prose, especially terms.md: you decide what partners agree to.",
    ]
    if not catalog.repository:
        steps.append("Delete the example before you publish the catalog.")
    else:
        _warn_about_workflows(folder, catalog)
        steps.append(
            f"Delete the example, commit everything, and push it as main to {catalog.repository}"
        )
        steps.append(f"Run `{run} doctor`. It lists what to set on GitHub, and checks it.")
    click.echo("\nNext:")
    for number, step in enumerate(steps, start=1):
        click.echo(f"  {number}. {step}")


def _warn_about_workflows(folder: Path, catalog: NewCatalog) -> None:
    if outer := _repository_around(folder.resolve()):
        click.echo(f"\nWarning: {shown(folder)} is inside the repository {outer}.", err=True)
        click.echo(_DEAD_WORKFLOWS, err=True)
    if not catalog.tool_commit:
        click.echo(_NO_WORKFLOWS + _same_command(folder, catalog), err=True)


def _same_command(folder: Path, catalog: NewCatalog) -> str:
    """Return the command that creates the same catalog with workflows, also after questions."""
    options = {
        "--platform": catalog.platform,
        "--language": catalog.language,
        "--connects": catalog.nouns,
        "--repository": catalog.repository,
    }
    given = [word for option in options.items() for word in option]
    admins = [word for login in catalog.admins for word in ("--admin", login)]
    command = ["catalog", "init", folder.as_posix(), *given, *admins, "--tool-commit", "COMMIT"]
    return shlex.join(command)


def _repository_around(folder: Path) -> str:
    """Return the path of the repository that a folder is only a part of, or an empty string."""
    if (folder / ".git").exists():
        return ""
    return next((each.as_posix() for each in folder.parents if (each / ".git").exists()), "")
