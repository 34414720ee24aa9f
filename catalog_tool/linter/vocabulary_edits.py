"""Writes additions into the text of the vocabulary. Everything else stays the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from catalog_tool.linter.edits import line_start, next_line
from catalog_tool.linter.fix import FixedFile
from catalog_tool.linter.vocabulary_additions import Addition, additions
from catalog_tool.loader.entry import read_source
from catalog_tool.loader.limits import VOCABULARY_LIMITS
from catalog_tool.loader.load import Loaded
from catalog_tool.loader.schema.validate import validate
from catalog_tool.model.edits import Edit, apply_edits
from catalog_tool.model.error import CatalogError
from catalog_tool.model.nodes import Mapping, Node, Sequence, walk_scalars
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.ordering import sort_key
from catalog_tool.text.yaml_scalar import as_scalar

NO_CATEGORY = "todo"
"""The category of an application that a person has to choose; the check refuses it."""

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class SuggestedVocabulary:
    """What the vocabulary lacks, and its file with that.

    Attributes:
        additions: the suggested names, in the order of the catalog.
        file: the file before and after.
    """

    additions: tuple[Addition, ...]
    file: FixedFile


def suggest_vocabulary(loaded: Loaded, least: int = 2) -> SuggestedVocabulary:
    """Return what the vocabulary of a catalog lacks. Nothing is written.

    Args:
        loaded: the catalog.
        least: the number of partners from which a name gets an entry of its own.

    Raises:
        CatalogError: the vocabulary has errors, or is written in a way that can't be added to.
    """
    source = loaded.catalog.vocabulary_source
    if any(problem.path == source.path for problem in loaded.problems):
        raise CatalogError(f"{source.path} has errors.", "Run `catalog check`, and fix them first.")
    found = additions(loaded.catalog, least)
    after = _with_additions(source, found) if found else source.text
    if found and not _has_all(source.path, after, found, loaded.catalog.vocabulary):
        raise CatalogError(
            f"{source.path} is written in a way that can't be added to.",
            "Write one key per line under `applications:`, without braces.",
        )
    is_new = source.path not in loaded.sources
    file = FixedFile(source.path, source.text, after, source.path, is_new=is_new)
    return SuggestedVocabulary(found, file)


def _has_all(path: str, text: str, found: Iterable[Addition], before: Vocabulary) -> bool:
    """Whether a text reads back as the vocabulary with exactly these additions."""
    source, problems = read_source(path, text, VOCABULARY_LIMITS)
    after = validate(source, Vocabulary)[0] if source.root and not problems else None
    if after is None or after.applications.keys() - before.applications.keys() != {
        each.name for each in found if not each.is_known
    }:
        return False
    unchanged = after.applications.keys() - {each.name for each in found}
    return all(after.applications[name] == before.applications[name] for name in unchanged) and all(
        {*each.aliases} <= {*after.applications[each.name].aliases} for each in found
    )


def _with_additions(source: Source, found: Collection[Addition]) -> str:
    applications = source.node(("applications",))
    new = [each for each in found if not each.is_known]
    if not isinstance(applications, Mapping):
        text = source.text if source.text.endswith("\n") or not source.text else f"{source.text}\n"
        blank = "\n" if text else ""
        return f"{text}{blank}applications:\n{''.join(_application(each, _INDENT) for each in new)}"
    # At the same place, aliases of the application above come first.
    known = (each for each in found if each.is_known)
    edits = [edit for each in known for edit in _insert_aliases(each, source)]
    edits += (_insert_application(each, applications, source.text) for each in new)
    return apply_edits(source.text, edits)


def _application(addition: Addition, indent: str) -> str:
    """Return the lines of a new application."""
    lines = [
        f"{as_scalar(addition.name)}:",
        f"{_INDENT}category: {addition.category or NO_CATEGORY}",
    ]
    if addition.aliases:
        lines += [
            f"{_INDENT}aliases:",
            *(f"{_INDENT * 2}- {as_scalar(a)}" for a in addition.aliases),
        ]
    return "".join(f"{indent}{line}\n" for line in lines)


def _insert_application(addition: Addition, applications: Mapping, text: str) -> Edit:
    """Return the edit that puts an application before the first one that sorts after it."""
    key = sort_key(addition.name)
    first, last = applications.pairs[0][0], applications.pairs[-1][1]
    written = _application(addition, text[line_start(text, first.start) : first.start])
    for following, _ in applications.pairs:
        if sort_key(following.value) > key:
            return _insertion(text, _above_comments(text, following.start), written)
    return _insertion(text, next_line(text, _end(last) - 1), written)


def _insert_aliases(addition: Addition, source: Source) -> Iterator[Edit]:
    """Yield the edits that add aliases to an application, each in its place."""
    text = source.text
    application = source.node(("applications", addition.name))
    aliases = source.node(("applications", addition.name, "aliases"))
    if not isinstance(application, Mapping):
        return
    if isinstance(aliases, Sequence) and not aliases.flow:
        start = aliases.children[0].start
        dash = text[line_start(text, start) : start]
        for alias in addition.aliases:
            at = _position(alias, aliases, text)
            yield _insertion(text, at, f"{dash}{as_scalar(alias)}\n")
    elif isinstance(aliases, Sequence):
        written = "".join(f", {as_scalar(alias)}" for alias in addition.aliases)
        yield Edit(aliases.children[-1].end, aliases.children[-1].end, written)
    else:
        first = application.pairs[0][0].start
        indent = text[line_start(text, first) : first]
        lines = [
            f"{indent}aliases:\n",
            *(f"{indent}{_INDENT}- {as_scalar(a)}\n" for a in addition.aliases),
        ]
        yield _insertion(text, next_line(text, _end(application) - 1), "".join(lines))


def _position(alias: str, aliases: Sequence, text: str) -> int:
    for child in aliases.children:
        if not isinstance(child, Mapping | Sequence) and sort_key(child.value) > sort_key(alias):
            return line_start(text, child.start)
    return next_line(text, _end(aliases) - 1)


def _insertion(text: str, at: int, written: str) -> Edit:
    """Return the edit that inserts lines; the last line of a text may have no end."""
    if at and text[at - 1] != "\n":
        written = f"\n{written.removesuffix(chr(10))}"
    return Edit(at, at, written)


def _above_comments(text: str, offset: int) -> int:
    """Return where the line of an offset starts, or the comment directly above it."""
    start = line_start(text, offset)
    while start and text[line_start(text, start - 1) : start].lstrip().startswith("#"):
        start = line_start(text, start - 1)
    return start


def _end(node: Node) -> int:
    """Return the offset after the last value in a node."""
    if not isinstance(node, Mapping | Sequence) or node.flow:
        return node.end
    return max([scalar.end for _, scalar, _ in walk_scalars(node, ())], default=node.end)
