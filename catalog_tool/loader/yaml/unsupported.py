"""YAML that parses and is refused all the same, and what is said of it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from typing import Any

import yaml

from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import ReplaceText
from catalog_tool.model.nodes import Node

Event = Any
"""An event of libyaml; its classes are typed so loosely that naming them checks nothing."""


class RefusedYaml(yaml.YAMLError):
    """Well-formed YAML that is not accepted; carries the problem to report."""

    def __init__(self, refusal: Problem) -> None:
        """Keep the problem."""
        super().__init__(refusal.message)
        self.refusal = refusal


_FEATURE = "yaml-feature"
_MERGE_HINT = "Delete the line, and write the keys themselves: entries share nothing."
_DEPTH_HINT = (
    "Deepest are groups of applications: a group's name and a colon without a hyphen in front, and "
    "below it its applications, each after '- '."
)
_LENGTH_HINT = (
    "Shorten the lists: an entry has at most 500 words. Name the applications that customers ask "
    "for most, and give the address of the full list as 'applications_url'."
)
_FEATURE_HINT = "Write the text itself, in quotes if it starts with a special character."


def too_many_values(event: Event, most: int) -> RefusedYaml:
    """Return the refusal of the first value above the bound of an entry."""
    message = f"The file has more than {most:,} keys and values."
    return RefusedYaml(_problem_at(event, message, _LENGTH_HINT, "too-large"))


def too_deep(event: Event, most: int) -> RefusedYaml:
    """Return the refusal of a list or mapping below the deepest level."""
    message = f"The file is nested more than {most} levels deep."
    return RefusedYaml(_problem_at(event, message, _DEPTH_HINT, "too-large"))


def feature(event: Event, what: str) -> RefusedYaml:
    """Return the refusal of something that YAML knows and entries do not need."""
    return RefusedYaml(_problem_at(event, f"{what} is not accepted.", _FEATURE_HINT, _FEATURE))


def merge_key(event: Event) -> RefusedYaml:
    """Return the refusal of ``<<``, which takes in another mapping."""
    return RefusedYaml(
        _problem_at(event, "A merge key (<<) is not accepted.", _MERGE_HINT, _FEATURE)
    )


def non_text_key(key: Node, text: str) -> RefusedYaml:
    """Return the refusal of a key in brackets, or behind a question mark."""
    if text[key.start] in "[{":
        message = f"A bracket ({text[key.start]}) stands where a key begins."
        hint = "Write the key without brackets, a colon and a space after it, and then its value."
    else:
        message = "A question mark (?) makes a key of what follows, and that is more than a text."
        hint = "Delete the question mark and the space after it."
    span = (key.start, key.end)
    return RefusedYaml(Problem((), message, hint, span=span, rule=_FEATURE))


def directive(event: Event, text: str) -> RefusedYaml:
    """Return the refusal of the lines that begin with ``%``, up to the ``---`` they need."""
    problem = _problem_at(event, "A directive (%) is not accepted.", "Delete this line.", _FEATURE)
    after = text.find("\n", event.end_mark.index) + 1 or len(text)
    change = ReplaceText(event.start_mark.index, after, "")
    return RefusedYaml(replace(problem, fix=ProposedFix("delete the directive", (change,))))


def second_document(event: Event, text: str) -> RefusedYaml:
    """Return the refusal of ``---`` and what follows it, which may be meant as a description."""
    problem = _problem_at(event, "Three hyphens (---) begin a second document.", "", _FEATURE)
    start, end = event.start_mark.index, event.end_mark.index
    line_end = text.find("\n", end)
    after = len(text) if line_end < 0 else line_end + 1
    rest = text[after:]
    if re.search(r"^name:", rest, re.MULTILINE):
        hint = "One file holds one partner: move what follows to a file of its own."
        return RefusedYaml(replace(problem, hint=hint))
    if rest.strip() and not re.search(r"^description:", text, re.MULTILINE):
        description = textwrap.indent(rest.rstrip(), "  ")
        change = ReplaceText(start, len(text), f"description: |\n{description}\n")
        fix = ProposedFix("make the text the description", (change,), safe=False)
        hint = "Put the text below it under 'description: |', indented by two spaces."
        return RefusedYaml(replace(problem, hint=hint, fix=fix))
    change = ReplaceText(start, after, "")
    fix = ProposedFix("delete the line", (change,), safe=not rest.strip())
    return RefusedYaml(replace(problem, hint="Delete this line.", fix=fix))


def with_quotes(problem: Problem, text: str) -> Problem:
    """Offer quotes where a feature was probably meant as the beginning of a plain value."""
    from catalog_tool.loader.yaml.mistakes.line import SourceLine  # noqa: PLC0415 - most files need none
    from catalog_tool.loader.yaml.mistakes.values import special_start  # noqa: PLC0415

    start = text.rfind("\n", 0, problem.span[0]) + 1 if problem.span else 0
    mistake = special_start(SourceLine.at(text, start))
    if problem.fix or mistake is None or problem.hint == _MERGE_HINT:
        return problem
    fix = ProposedFix(mistake.title, mistake.repair, safe=False)
    return replace(problem, hint=f"If it belongs to the text: {mistake.hint}", fix=fix)


def _problem_at(event: Event, message: str, hint: str, rule: str) -> Problem:
    span = (event.start_mark.index, event.end_mark.index)
    return Problem((), message, hint, span=span, rule=rule)
