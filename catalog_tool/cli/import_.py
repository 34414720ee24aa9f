"""``catalog import``: from a page that was kept by hand to one file for each partner."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from catalog_tool import pipeline
from catalog_tool.cli._format import format_option
from catalog_tool.cli._import_report import Outcome, document, facts
from catalog_tool.cli._outcome import CannotRun, leave_with_findings
from catalog_tool.cli._reporting import FORMATS, show
from catalog_tool.cli._settings import nearby_settings, schema_address, settings_of
from catalog_tool.importers import MAX_BYTES, identifiers, read_catalog
from catalog_tool.importers.result import Import
from catalog_tool.linter.report import Report
from catalog_tool.loader.files.read import read_text
from catalog_tool.loader.load import load_vocabulary
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.identifiers import ENTRY_SUFFIX
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.writer import replace_texts, writing

SECTION = "admins"

_EPILOG = """\b
Examples:
  catalog import partners.md --into partners      one file for each partner on the page
  catalog import CATALOG.md --into restored       the entries that a catalog was published from

\b
Exit codes: 0 every fact of every partner has its place; 1 something has none, or an entry
breaks a rule (it is written all the same); 2 the page cannot be read or a file is in the way.
"""


@click.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="Folder for the entries, such as partners; made if it does not exist.",
)
@format_option(FORMATS, "How to report.")
def command(file: Path, folder: Path, format_name: str) -> None:
    """Turn a Markdown catalog that was kept by hand into one file for each partner.

    The report says which lines of FILE went where in each entry, what was changed on the way, and
    what was left out and why: nothing is dropped silently. Existing files are never overwritten.
    """
    text, problem = read_text(file, MAX_BYTES)
    if problem:
        raise CannotRun(f"{file}: {problem.message}", problem.hint)
    current = nearby_settings()
    target = settings_of(folder, current)
    imported = read_catalog(text, _vocabulary(target, current))
    texts = _texts(imported, folder, target)
    _write(texts)
    outcome = Outcome(str(file), imported, tuple(texts), _check(texts, target))
    show(outcome, format_name, document, facts)
    if not outcome.is_complete:
        leave_with_findings()


def _vocabulary(target: Settings, current: Settings | None) -> Vocabulary:
    own = load_vocabulary(target)
    return own if own.applications or current is None else load_vocabulary(current)


def _texts(imported: Import, folder: Path, target: Settings) -> dict[Path, str]:
    """Return the text of each entry by its file, in the order of the page."""
    schema = schema_address(target)
    names = identifiers(imported.partners)
    return {
        folder / f"{name}{ENTRY_SUFFIX}": entry_text(partner.values, schema)
        for name, partner in zip(names, imported.partners, strict=True)
    }


def _write(texts: Mapping[Path, str]) -> None:
    """Write all files or none; those that are there already must say the same."""
    in_the_way = [str(path) for path, text in texts.items() if _differs(path, text)]
    if in_the_way:
        hint = "Nothing was written. Move these files away, or import into another folder."
        listed = "\n".join(["These files exist and say something else:", *in_the_way])
        raise CannotRun(listed, hint)
    with writing("The entries"):
        replace_texts(texts, "catalog import")


def _differs(path: Path, text: str) -> bool:
    return os.path.lexists(path) and (not path.is_file() or path.read_bytes() != text.encode())


def _check(texts: Mapping[Path, str], target: Settings) -> Report | None:
    """Judge the entries that were written, beside those that were there."""
    paths = [f"{target.partners}/{path.name}" for path in texts]
    return pipeline.check(target, only=paths) if paths else None
