"""``catalog find``: search the catalog as the site's finder does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click
import unicodedata2 as unicodedata

import catalog_tool
from catalog_tool.cli._exit import leave_with_findings
from catalog_tool.cli._format import format_option
from catalog_tool.cli._found import answer_lines
from catalog_tool.cli._progress import Progress
from catalog_tool.cli._settings import current_settings
from catalog_tool.linter.reporters.json import write
from catalog_tool.site.errors import require_site
from catalog_tool.text.characters.letters import words_in
from catalog_tool.text.phrases import quantity

if TYPE_CHECKING:
    from catalog_tool.site.finder import Facet, FinderAnswer, Mention

SECTION = "publishing"
MOST_SHOWN = 10
"""Results of each kind that are shown as text."""

_EPILOG = """\b
Examples:
  catalog find oracle
  catalog find who connects our SQL Server?
  catalog find sap hcm --filter regions=eu
  catalog find kafka --format json

\b
How results are ranked, best first:
  exact      the query is the name of an application or partner
  alias      the query is another name, such as Postgres for PostgreSQL
  former, product, host
             the query is a former name, product, or website of a partner
  prefix     the name begins with the query
  words      every word is in the name
  alias      every word is in one of the other names
  vendor, category, field
             every word is in this text, or in a value that a partner states
  words      each word is in one of these texts
  close      a word of a name only begins with a word. A text with the whole
             words comes first
  partner    an application and a partner that lists it, "kafka contoso";
             a partner that doesn't list it is shown as not_listing
If no name has the words, the answer has the partners with the words in
their texts, in any form (approval, approved), each with the sentence
("mentioned" in JSON). Texts with the words next to each other come first.
A partner that left the catalog is among them, with the reason. If no text
has them either:
  typo       one letter is missing, added, changed, or swapped, in a word
             of four letters or more; never a digit, or a word that is a name
  mentioned  a whole name among other words, "notre PostgreSQL, svp"
  category   what a category is about, "hospital"
  mentioned  everything except the version, "Oracle 19c"; a category or a
             value of a field among other words
If nothing has all of the words, partners with some of them in their texts are
"partly" in JSON. They don't count as found. If nobody lists one of several
names, partners that mention it are "partly" too. Below partners that list an
application, those that only mention it are "also".

The part of the answer whose first result has most of the question comes first, "leading" in JSON:
a text with a whole word before names that only begin like it, or a partner with all words in its
name.

If the query names several applications, "kafka and oracle", the partners that list all of them come
first. Results with more partners come first, then results in the order of the catalog. Words such
as "who connects our", "system", and "software" don't have to match. An application that the query
refuses, "databases but not oracle", isn't shown.

\b
Exit codes: 0 found, 1 nothing found, 2 the command could not run.
"""


@click.command(epilog=_EPILOG)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@format_option(["json", "text"], "How to show the answer.")
@click.option("--category", multiple=True, metavar="ID", help="Only this category; repeatable.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only partners that state this value of a field of the catalog; repeatable.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Most results of each kind. [default: {MOST_SHOWN}, or all with json]",
)
def command(
    *,
    query: tuple[str, ...],
    format_name: str,
    category: tuple[str, ...],
    filters: tuple[str, ...],
    limit: int | None,
) -> None:
    """Find partners that connect an application.

    QUERY is any name of an application or partner, or a question, as on the site. You don't need
    quotation marks.
    """
    require_site()
    with Progress("Reading") as progress:
        settings = current_settings()
        loaded = catalog_tool.load_catalog(settings, progress)
    _warn_of_errors(loaded)
    chosen = _chosen(category, filters, catalog_tool.facet_values(loaded.catalog))
    question = " ".join(query)
    _refuse_wordless(question, chosen)
    answer = catalog_tool.find(loaded.catalog, question, chosen, settings=settings)
    if answer.query != question:
        message = f"Only the first {len(answer.query)} characters of the question were used."
        click.echo(message, err=True)
    if format_name == "json":
        click.echo(write(_contract(answer, limit)), nl=False)
    else:
        for line in answer_lines(answer, loaded.catalog, limit or MOST_SHOWN):
            click.echo(line)
    if not answer.is_found:
        leave_with_findings()


def _refuse_wordless(question: str, chosen: Mapping[Facet, list[str]]) -> None:
    """Refuse a question that would list everything. A symbol is looked for, and nobody has it.

    Raises:
        click.UsageError: the question has no words, and no filter is selected.
    """
    has_symbol = any(unicodedata.category(char) == "So" for char in question)
    if not (words_in(question) or has_symbol or chosen):
        raise click.UsageError("The question has no words. Type a name, such as: catalog find sap")


def _warn_of_errors(loaded: catalog_tool.Loaded) -> None:
    """Warn that results may be missing, because some files have errors."""
    # Only the rules know which problems are errors. They are loaded only if there are problems.
    if loaded.problems and (files := catalog_tool.errors_in_reading(loaded)):
        have = "has" if len(files) == 1 else "have"
        message = f"{quantity(len(files), 'file')} {have} errors, so results may be missing."
        click.echo(f"Warning: {message} Run `catalog check` to see them.", err=True)


def _chosen(
    categories: Iterable[str], filters: Iterable[str], values: Mapping[Facet, Mapping[str, str]]
) -> dict[Facet, list[str]]:
    """Return the selected values of each facet.

    Raises:
        click.UsageError: the catalog doesn't have one of them.
    """
    chosen: dict[Facet, list[str]] = {}
    for each in (*(f"category={one}" for one in categories), *filters):
        facet, _, value = each.partition("=")
        _refuse_unknown("filter", facet, values)
        _refuse_unknown(facet, value, values[facet])
        chosen.setdefault(facet, []).append(value)
    return chosen


def _refuse_unknown(kind: str, value: str, known: Mapping[str, object]) -> None:
    if value not in known:
        near = get_close_matches(value.lower(), known, 1)
        advice = f"Did you mean {near[0]}?" if near else _list(known)
        raise click.UsageError(f"There is no {kind} {value!r}. {advice}")


def _list(known: Mapping[str, object]) -> str:
    return f"Choose one of: {', '.join(known)}." if known else "This catalog has none."


def _contract(answer: FinderAnswer, limit: int | None) -> dict[str, Any]:
    """Return the answer in the form that programs can rely on."""
    return {
        "query": answer.query,
        "leading": answer.leading,
        "applications": [
            {
                "name": each.name,
                "slug": each.slug,
                "partners": list(each.partners),
                "match": each.match,
                "matched": each.matched,
            }
            for each in answer.applications[:limit]
        ],
        "partners": [
            {"id": each.id, "name": each.name, "match": each.match, "matched": each.matched}
            for each in answer.partners[:limit]
        ],
        "together": _together(answer),
        "mentioned": [_mention(each) for each in answer.mentioned[:limit]],
        "partly": [_mention(each) for each in answer.partly[:limit]],
        "also": [_mention(each) for each in answer.also[:limit]],
        "may_connect": [
            {"id": each.id, "name": each.name, "reach": list(each.reach)}
            for each in answer.may_connect[:limit]
        ],
        "nearest": [
            {"kind": each.kind, "name": each.name, "address": each.address}
            for each in answer.nearest
        ],
        "longer_lists": [
            {"id": each.id, "name": each.name, "url": each.url}
            for each in answer.longer_lists[:limit]
        ],
    }


def _together(answer: FinderAnswer) -> dict[str, Any] | None:
    if answer.together is None:
        return None
    return asdict(answer.together)


def _mention(found: Mention) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.name,
        "where": found.where,
        "sentence": found.sentence,
        "marks": found.marks,
        "is_apart": found.is_apart,
        "is_denied": found.is_denied,
        "missing": found.missing,
        "listed": found.listed,
    }
