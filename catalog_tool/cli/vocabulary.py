"""``catalog vocabulary suggest``: what the vocabulary lacks, as a patch."""

from __future__ import annotations

from collections.abc import Iterator

import click

import catalog_tool
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.phrases import quantity
from catalog_tool.text.terminal import visible

SECTION = "admins"

_MOST_SHOWN = 20

_EPILOG = """\b
Example:
  catalog vocabulary suggest     names and aliases to add, as a patch
"""
_SUGGEST_EPILOG = """\b
Examples:
  catalog vocabulary suggest                      names of at least 2 partners
  catalog vocabulary suggest --min-partners 1     every name
  catalog vocabulary suggest | git apply          add them, then review

Spellings that differ only in case, spaces, and punctuation are one name. A
name with its abbreviation in brackets, such as Northwind Resource Planner
(NRP), and rare names one typo away from another name become aliases. The
category comes from the heading of the group if it has the name of a category.
Otherwise it is `todo`, which the check refuses until you choose one.

Exit codes: 0 the suggestions are complete, 2 the command could not run.
"""


@click.group(epilog=_EPILOG)
def command() -> None:
    """Maintain the names that entries refer to."""


@command.command(epilog=_SUGGEST_EPILOG)
@click.option(
    "--min-partners",
    "least",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    metavar="N",
    help="Suggest an entry for names that at least N partners list.",
)
def suggest(*, least: int) -> None:
    """Suggest entries and aliases from what the partners list.

    The patch goes to standard output, and a summary to standard error. Nothing is written. Comments
    and the order of the vocabulary stay as they are.
    """
    settings = current_settings()
    with Progress("Reading") as progress:
        loaded = catalog_tool.load_catalog(settings, progress)
    found = catalog_tool.suggest_vocabulary(loaded, least)
    for line in catalog_tool.make_patch([found.file]).lines if found.additions else ():
        click.echo(line)
    for line in _summary(found, least, loaded.catalog.vocabulary):
        click.echo(line, err=True)


def _summary(
    suggested: catalog_tool.SuggestedVocabulary, least: int, vocabulary: Vocabulary
) -> Iterator[str]:
    additions = suggested.additions
    if not additions:
        yield f"The vocabulary has every name that at least {quantity(least, 'partner')} list."
        return
    new = [each for each in additions if not each.is_known]
    aliases = sum(len(each.aliases) for each in additions)
    names = f"{aliases:,} {'alias' if aliases == 1 else 'aliases'}"
    yield f"Suggested {quantity(len(new), 'new application')} and {names}:"
    for each in additions[:_MOST_SHOWN]:
        near = "" if each.is_known else vocabulary.near_miss(each.name)
        question = f". Is it a typo of {near}?" if near else ""
        yield f"  {visible(f'{each.name}: {each.facts}{question}')}"
    if (more := len(additions) - _MOST_SHOWN) > 0:
        yield f"  and {more:,} more, see the patch"
    if not all(each.category for each in new):
        yield "Replace each `category: todo`. Until then, the check reports it (CAT206)."
