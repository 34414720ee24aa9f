"""``catalog init``: a catalog for another organisation."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

import catalog_tool
from catalog_tool.cli._outcome import CannotRun
from catalog_tool.cli._publishing import checked_publication
from catalog_tool.cli.new_catalog import TOOL_REPOSITORY, NewCatalog, texts_of
from catalog_tool.model.settings import LOGIN_OR_TEAM

SECTION = "admins"

_FULL_ID = re.compile(r"[0-9a-f]{40}")
_LOGIN_OR_TEAM = re.compile(LOGIN_OR_TEAM)
# The theme puts the title into its pages without escaping it.
_ONE_LINE = re.compile(r"""[^\s"<>\\](?:[^\x00-\x1f\x7f"<>\\]{0,58}[^\s"<>\\])?""")
_REPOSITORY = re.compile(r"https://[a-z0-9.-]+(?:/[A-Za-z0-9_.-]+){2}")
_EPILOG = """\b
Example:
  catalog init ../cloud-partners --platform "Fabrikam Cloud" \\
    --repository https://github.com/fabrikam/cloud-partners --admin fabrikam/catalog-admins

\b
Exit codes: 0 the catalog is written, 2 it could not be.
"""


@click.command(epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--platform", required=True, metavar="NAME", help="What the partners connect to.")
@click.option("--repository", required=True, metavar="URL", help="Where it will be on GitHub.")
@click.option(
    "--admin",
    "admins",
    required=True,
    multiple=True,
    metavar="LOGIN",
    help="Who reviews: a login or organisation/team; repeatable.",
)
@click.option(
    "--tool-commit",
    metavar="SHA",
    help="Full id of the commit that its workflows call. [default: that of this program]",
)
def command(
    *,
    folder: Path,
    platform: str,
    repository: str,
    admins: tuple[str, ...],
    tool_commit: str | None,
) -> None:
    """Write a new catalog into DIR, ready to publish.

    It has entries only and no copy of the program: its workflows call those of the program's own
    repository, at one commit. In it are the settings, your first words around the entries, an
    empty vocabulary, the workflows, and what `catalog publish` makes. No file is overwritten.
    """
    catalog = NewCatalog(
        _matching(_ONE_LINE, platform, "--platform", "a name of at most 60 letters"),
        _matching(_REPOSITORY, repository.rstrip("/"), "--repository", "https://github.com/you/it"),
        tuple(_matching(_LOGIN_OR_TEAM, each, "--admin", "a login or team") for each in admins),
        _matching(_FULL_ID, tool_commit or _own_commit(), "--tool-commit", "40 digits, 0 to f"),
    )
    texts = {folder / path: text for path, text in texts_of(catalog).items()}
    _refuse_existing(texts)
    _write(texts)
    settings = catalog_tool.load_settings(folder)
    made = catalog_tool.published(checked_publication(settings))
    _write({folder / text.path: text.text for text in made})
    _show_next_steps(folder, catalog, len(texts) + len(made))


def _matching(form: re.Pattern[str], value: str, option: str, wanted: str) -> str:
    if form.fullmatch(value):
        return value
    raise CannotRun(f"{option} cannot be {value!r}.", f"Write it as {wanted}.")


def _own_commit() -> str:
    """Return the commit of this program where it runs in its own repository; else nothing is known.

    Raises:
        CannotRun: it was installed without its repository.
    """
    program = Path(catalog_tool.__file__).parents[1]
    if (program / ".git").exists():
        return catalog_tool.commit_id(program, "HEAD")
    hint = f"Name one of https://github.com/{TOOL_REPOSITORY}/commits with --tool-commit."
    raise CannotRun("It is not known which commit of the program the workflows shall call.", hint)


def _refuse_existing(paths: Iterable[Path]) -> None:
    for path in paths:
        if os.path.lexists(path):
            hint = "Name another folder, or a repository that is still empty."
            raise CannotRun(f"{path} exists already; nothing was written.", hint)


def _write(texts: Mapping[Path, str]) -> None:
    with catalog_tool.writing("The new catalog"):
        catalog_tool.replace_texts(texts, "catalog init")


def _show_next_steps(folder: Path, catalog: NewCatalog, count: int) -> None:
    pages = f"{catalog.repository}/settings/pages"
    actions = f"{catalog.repository}/settings/actions"
    click.echo(f"Written: {count} files in {folder}")
    click.echo("\nNext:")
    click.echo("  1. Read docs/prose, above all terms.md: what partners agree to is yours to say.")
    click.echo(f"  2. Choose GitHub Actions as the source of the pages: {pages}")
    click.echo(f"  3. Allow GitHub Actions to create pull requests: {actions}")
    click.echo(f"  4. Commit all of it, and push it as main to {catalog.repository}")
    click.echo("  5. Require the check 'validate / Review' and code owners' reviews on main.")
