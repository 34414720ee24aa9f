"""Turns the text of one file into a source, and a source into an entry, with their problems."""

from __future__ import annotations

from catalog_tool.loader.files.invisible_characters import (
    hidden_problems,
    is_full_of_hidden,
    too_many_hidden,
)
from catalog_tool.loader.limits import ENTRY_LIMITS, Limits
from catalog_tool.loader.relocation import relocate_problem
from catalog_tool.loader.schema.validate import draft, validate
from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.nodes import relocate
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source
from catalog_tool.text.characters import without_hidden


def read_source(
    path: str, text: str, limits: Limits = ENTRY_LIMITS
) -> tuple[Source, tuple[Problem, ...]]:
    """Turn the text of one file into a source and the problems of its characters and its YAML.

    Hidden characters are reported and then ignored, so that they conceal no other problem. All
    positions are those in the text as it is.
    """
    if is_full_of_hidden(text):
        return Source(path, text), (too_many_hidden(text),)
    hidden = tuple(hidden_problems(text))
    if not hidden:
        return parse_source(path, text, limits)
    shown, offsets = without_hidden(text)
    source, problems = parse_source(path, shown, limits)
    if problems and (joined := _on_one_line(text, shown, offsets)) != shown:
        # The author meant whichever reads better: a line break, or a character within the line.
        both = (source, problems), parse_source(path, joined, limits)
        source, problems = min(both, key=lambda parsed: len(parsed[1]))
    root = source.root and relocate(source.root, offsets)
    found = (relocate_problem(problem, offsets) for problem in problems)
    return Source(path, text, root), (*hidden, *found)


def _on_one_line(text: str, shown: str, offsets: list[int]) -> str:
    """Return ``shown`` with a space for each hidden character that is shown as a line break."""
    pairs = zip(shown, offsets, strict=False)  # the last offset is that of the end
    return "".join(" " if char == "\n" != text[offset] else char for char, offset in pairs)


def read_entry(
    identifier: str, source: Source, model: type[Partner] = Partner
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Turn a source into an entry and the problems of its keys and values."""
    if source.root is None:
        return None, ()
    partner, problems = validate(source, model)
    if any(problem.rule == "wrong-shape" and not problem.where for problem in problems):
        return None, problems  # it has no key of an entry, so no rule has more to say
    return Entry(identifier, partner or draft(source, problems, model), source), problems
