"""``catalog init``: create a catalog for another organization."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._publishing import check_for_publishing
from catalog_tool.cli.new_catalog import TOOL_REPOSITORY, NewCatalog, texts_of
from catalog_tool.model.settings import CONFIGURATION_FILE
from catalog_tool.model.values import LOGIN_PATTERN

SECTION = "admins"

_FULL_ID = re.compile(r"[0-9a-f]{40}")
_LOGIN = re.compile(LOGIN_PATTERN)
_ONE_LOGIN = "the GitHub login of a person; a team can only be in code_owners, in mkdocs.yml"
# The theme inserts the title into its pages without escaping it.
_ONE_LINE = re.compile(r"""[^\s"<>\\](?:[^\x00-\x1f\x7f"<>\\]{0,58}[^\s"<>\\])?""")
_REPOSITORY = re.compile(r"https://[a-z0-9.-]+(?:/[A-Za-z0-9_.-]+){2}")
_DEAD_WORKFLOWS = (
    "GitHub runs workflows only from .github at the root of a repository. Move the catalog to a"
    " repository of its own. Otherwise, nothing is checked or published automatically."
)
_EPILOG = """\b
Example:
  catalog init ../cloud-partners --platform "Fabrikam Cloud" \\
    --repository https://github.com/fabrikam/cloud-partners \\
    --admin fabrikam-fay

\b
Exit codes: 0 the catalog is written, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--platform", required=True, metavar="NAME", help="What the partners connect to.")
@click.option(
    "--repository", required=True, metavar="URL", help="Address of its repository on GitHub."
)
@click.option(
    "--admin",
    "admins",
    required=True,
    multiple=True,
    metavar="LOGIN",
    help="GitHub login of a person who reviews pull requests; repeatable.",
)
@click.option(
    "--tool-commit",
    metavar="SHA",
    help="Full ID of the commit that the workflows call. [default: the commit of this program]",
)
def command(
    *,
    folder: Path,
    platform: str,
    repository: str,
    admins: tuple[str, ...],
    tool_commit: str | None,
) -> None:
    """Create a new catalog in DIR, ready to publish.

    The catalog holds only entries. It has no copy of the program: its workflows call the workflows
    in the program's repository, pinned to one commit. You get the settings, starter texts, an empty
    vocabulary, the workflows, and the files that `catalog publish` generates. Existing files are
    never overwritten.
    """
    catalog = NewCatalog(
        _matching(
            _ONE_LINE,
            platform,
            "--platform",
            'a name of at most 60 characters, without ", <, >, or \\',
        ),
        _matching(_REPOSITORY, repository.rstrip("/"), "--repository", "https://github.com/you/it"),
        tuple(_matching(_LOGIN, each, "--admin", _ONE_LOGIN) for each in admins),
        _matching(_FULL_ID, tool_commit or _own_commit(), "--tool-commit", "40 hexadecimal digits"),
    )
    texts = _with_generated(texts_of(catalog))
    with catalog_tool.writing("The new catalog"):
        catalog_tool.create_tree(texts, folder, "catalog init")
    _show_next_steps(folder, catalog, len(texts))


def _with_generated(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a new catalog with those that `catalog publish` generates."""
    with TemporaryDirectory() as place:
        draft = Path(place)
        catalog_tool.replace_texts(draft, texts, "catalog init")
        publication = check_for_publishing(catalog_tool.load_settings(draft))
        generated = catalog_tool.render_repository_files(publication)
    return {**texts, **{file.path: file.text for file in generated}}


def _matching(pattern: re.Pattern[str], value: str, option: str, expected: str) -> str:
    if pattern.fullmatch(value):
        return value
    raise CannotRun(f"{option} can't be {value!r}.", f"Enter {expected}.")


def _own_commit() -> str:
    """Return the commit of this program, if it runs in a clone of its repository.

    Raises:
        CannotRun: it was installed without its repository.
    """
    program = Path(catalog_tool.__file__).parents[1]
    if (program / ".git").exists():
        return catalog_tool.commit_id(program, "HEAD")
    hint = f"Choose one from https://github.com/{TOOL_REPOSITORY}/commits."
    raise CannotRun("Use --tool-commit to say which commit the workflows should call.", hint)


def _repository_around(folder: Path) -> Path | None:
    """Return the repository of which a folder is only a part, if any."""
    if (folder / ".git").exists():
        return None
    return next((each for each in folder.parents if (each / ".git").exists()), None)


def _show_next_steps(folder: Path, catalog: NewCatalog, count: int) -> None:
    click.echo(f"Wrote {count} files to {folder}.")
    if outer := _repository_around(folder.resolve()):
        click.echo(f"\nWarning: {folder} is inside the repository {outer}.", err=True)
        click.echo(_DEAD_WORKFLOWS, err=True)
    click.echo("\nNext:")
    click.echo("  1. Read docs/prose, especially terms.md: you decide what partners agree to.")
    click.echo(f"  2. Commit everything, and push it as main to {catalog.repository}")
    doctor = f"catalog --config {folder / CONFIGURATION_FILE} doctor"
    click.echo(f"  3. Run `{doctor}`. It lists what to set on GitHub, and checks it.")
