"""``catalog init``: create a catalog for another organization."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import catalog_tool
from catalog_tool.cli._exit import CannotRun
from catalog_tool.cli._publishing import check_for_publishing
from catalog_tool.cli.new_catalog import LANGUAGES, NewCatalog, default_nouns, texts_of
from catalog_tool.cli.new_catalog.next_steps import show_next_steps, shown
from catalog_tool.cli.new_catalog.questions import QUESTIONS
from catalog_tool.site.errors import require_site
from catalog_tool.text.ordering import slug

SECTION = "admins"
RELEASED_COMMIT = "released-commit.txt"
"""The file in a released package that has the ID of its commit. The workflow release writes it."""

_EPILOG = """\b
Examples:
  catalog init ../cloud-partners        asks for everything, on a terminal
  catalog init ../exporters --platform "Contoso Observability" \\
    --connects "exporter, exporters"
  catalog init ../cloud-partners --platform "Fabrikam Cloud" \\
    --repository https://github.com/fabrikam/cloud-partners \\
    --admin fabrikam-fay

\b
Exit codes: 0 the catalog is written, 2 the command could not run. If the
extra 'site' is not installed, the catalog is written, but not its site.
"""


@click.command(epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--platform",
    metavar="NAME",
    help="What the partners connect to. [default: the name of the folder]",
)
@click.option(
    "--language",
    metavar="|".join(LANGUAGES),
    help=f"Language of the site. [default: {LANGUAGES[0]}]",
)
@click.option(
    "--connects",
    metavar="NOUNS",
    help="What the partners connect, for one and for several, such as 'exporter, exporters'."
    " [default: applications]",
)
@click.option(
    "--forge",
    metavar="github|none",
    help="Where partners propose entries. [default: github with --repository, otherwise none]",
)
@click.option("--repository", metavar="URL", help="Address of its repository on GitHub.")
@click.option(
    "--admin",
    "admins",
    multiple=True,
    metavar="LOGIN",
    help="GitHub login of a person who reviews pull requests; repeatable.",
)
@click.option(
    "--tool-commit",
    metavar="SHA",
    help="Full ID of the commit that the workflows call. [default: the commit of this program]",
)
def command(*, folder: Path, admins: tuple[str, ...], **options: str | None) -> None:
    """Create a new catalog in DIR, and build its site.

    The catalog holds only entries, and no copy of the program. You get the settings, starter
    texts, an example entry with a logo, two categories, and a field, and the files that `catalog
    publish` generates. With a repository on GitHub, you also get workflows. They call the workflows
    in the program's repository, pinned to one commit. On a terminal, you are asked for the values,
    unless you give any as options. Existing files are never overwritten.
    """
    given = {
        f"--{key.replace('_', '-')}": each for key, each in options.items() if each is not None
    }
    is_asked = not (given or admins) and sys.stdin.isatty() and sys.stdout.isatty()
    catalog = (_ask if is_asked else partial(_require, given, admins))(folder)
    texts = _with_generated(texts_of(catalog))
    with catalog_tool.writing("The new catalog"):
        catalog_tool.create_tree(texts, folder, "catalog init")
    click.echo(f"Wrote {len(texts)} files to {shown(folder)}.")
    fault = _build(folder)
    see = f"Open {folder / 'site' / 'index.html'} in your browser to see the site."
    click.echo(f"There is no site yet. {fault}" if fault else see)
    show_next_steps(folder, catalog, is_built=not fault)


def _build(folder: Path) -> str:
    """Build the site of a new catalog, and return why that isn't possible, or ``""``."""
    settings = catalog_tool.load_settings(folder)
    try:
        require_site()
        catalog_tool.build(check_for_publishing(settings), folder / "site")
    except catalog_tool.CatalogError as error:
        return error.message
    return ""


def _with_generated(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a new catalog with those that `catalog publish` generates.

    The Markdown catalog is not among them. It says what was published, so the example could then
    only be removed with a record.
    """
    with TemporaryDirectory() as place:
        draft = Path(place)
        catalog_tool.replace_texts(draft, texts, "catalog init")
        publication = check_for_publishing(catalog_tool.load_settings(draft))
        generated = catalog_tool.render_repository_files(publication)
    published = publication.settings.published
    return {**texts, **{file.path: file.text for file in generated if file.path != published}}


def _ask(folder: Path) -> NewCatalog:
    """Ask the person at the terminal what a new catalog in a folder is about.

    Raises:
        click.Abort: the person quit.
    """
    click.echo("Press Enter to accept the value in brackets.")
    catalog = _without_forge(folder, lambda option, default: QUESTIONS[option].ask(default))
    if QUESTIONS["--forge"].ask("none") == "none":
        return catalog
    guess = f"https://github.com/{slug(catalog.platform)}/{folder.resolve().name}"
    repository = QUESTIONS["--repository"].ask(guess).rstrip("/")
    admin = QUESTIONS["--admin"].ask(repository.split("/")[-2])
    return replace(catalog, repository=repository, admins=(admin,), **_own_pin())


def _require(given: Mapping[str, str], admins: Sequence[str], folder: Path) -> NewCatalog:
    """Return what a new catalog in a folder is about, as options say.

    Raises:
        CannotRun: a value can't be used, or one is missing.
    """

    def value(option: str, default: str) -> str:
        return QUESTIONS[option].require(given.get(option, default))

    catalog = _without_forge(folder, value)
    is_for_github = bool(admins or given.keys() & {"--repository", "--tool-commit"})
    if value("--forge", "github" if is_for_github else "none") == "none":
        if is_for_github:
            hint = "Leave out --forge none, or --repository, --admin, and --tool-commit."
            raise CannotRun(
                "Only a catalog on GitHub has a repository, admins, and workflows.", hint
            )
        return catalog
    if "--repository" not in given or not admins:
        raise CannotRun(
            "A catalog on GitHub needs --repository and --admin.", "Add what is missing."
        )
    return replace(
        catalog,
        repository=value("--repository", "").rstrip("/"),
        admins=tuple(map(QUESTIONS["--admin"].require, admins)),
        **({"tool_commit": value("--tool-commit", "")} if "--tool-commit" in given else _own_pin()),
    )


def _without_forge(folder: Path, value: Callable[[str, str], str]) -> NewCatalog:
    """Return what a catalog is about; ``value`` returns the value of an option for a default."""
    platform = value("--platform", _name_of(folder))
    language = value("--language", LANGUAGES[0])
    return NewCatalog(platform, language, value("--connects", default_nouns(language)))


def _name_of(folder: Path) -> str:
    """Return a name for a platform: that of a folder, in words."""
    words = re.split(r"[-_\s]+", folder.resolve().name)
    return " ".join(word.capitalize() if word.islower() else word for word in words)


def _own_pin() -> dict[str, str]:
    """Return the commit of this program if it is known, and its version if it is a release."""
    package = Path(catalog_tool.__file__).parent
    installed = distribution("partner-catalog")
    released = package / RELEASED_COMMIT
    if released.exists():
        commit = released.read_text(encoding="ascii").strip()
        return {"tool_commit": commit, "tool_version": installed.version}
    if (package.parent / ".git").exists():
        return {"tool_commit": catalog_tool.commit_id(package.parent, "HEAD")}
    # What pip notes when it installs from Git; PEP 610.
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    return {"tool_commit": str(origin.get("vcs_info", {}).get("commit_id", ""))}
