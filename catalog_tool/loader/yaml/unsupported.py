"""Valid YAML that entries can't use, and the messages about it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from typing import Any

import yaml

from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Node

Event = Any
"""An event of libyaml. Its classes have no useful types."""


class RefusedYaml(yaml.YAMLError):
    """Well-formed YAML that isn't allowed, with the problem to report."""

    def __init__(self, refusal: Problem) -> None:
        """Keep the problem."""
        super().__init__(refusal.message)
        self.refusal = refusal


_FEATURE = "yaml-feature"
_MERGE_MARKER = re.compile(r"(?m)^[ \t]*(?:- )?(?P<mark><{7}|>{7})(?=[ \n]|\Z)")
_MERGE_HINT = "Delete the line, and write out the keys. Entries can't share keys."
_LINE_HINT = "Delete it. If the lines around it are two versions, keep only one."
_DEPTH_HINT = (
    "For groups of applications, write the name of each group and a colon, without a dash. Put its "
    "applications below it, each after '- '."
)
_LENGTH_HINT = (
    "Shorten the lists. Name the applications that customers ask for most, and link to the full "
    "list with 'applications_url'."
)
_FEATURE_HINT = "Write the text itself. Put it in quotes if it starts with a special character."


def too_many_values(event: Event, most: int) -> RefusedYaml:
    """Return the error about the first value above the limit of an entry."""
    message = f"The file has more than {most:,} keys and values."
    return RefusedYaml(_problem_at(event, message, _LENGTH_HINT, "too-large"))


def too_deep(event: Event, most: int) -> RefusedYaml:
    """Return the error about a list or mapping below the deepest level."""
    message = f"The file is nested more than {most} levels deep."
    return RefusedYaml(_problem_at(event, message, _DEPTH_HINT, "too-large"))


def feature(event: Event, what: str) -> RefusedYaml:
    """Return the error about a feature of YAML that entries don't need."""
    return RefusedYaml(_problem_at(event, f"{what} isn't allowed.", _FEATURE_HINT, _FEATURE))


def merge_marker(text: str) -> RefusedYaml | None:
    """Return the error about the first line of an unfinished merge, or ``None``.

    Inside a text or below a value, such a line is valid YAML, and would be published.
    """
    is_likely = "<<<<<<<" in text or ">>>>>>>" in text
    found = _MERGE_MARKER.search(text) if is_likely else None
    if not found:
        return None
    span, message = found.span("mark"), f"The line {found['mark']} is left over from a merge."
    return RefusedYaml(Problem((), message, _LINE_HINT, span=span, rule="yaml-syntax"))


def merge_key(event: Event) -> RefusedYaml:
    """Return the error about ``<<``, which includes another mapping."""
    return RefusedYaml(_problem_at(event, "A merge key (<<) isn't allowed.", _MERGE_HINT, _FEATURE))


def non_text_key(key: Node, text: str) -> RefusedYaml:
    """Return the error about a key in brackets or after a question mark."""
    if text[key.start] in "[{":
        message = f"There is a bracket ({text[key.start]}) where a key should start."
        hint = "Write the key without brackets, then a colon, a space, and its value."
    else:
        message = "A question mark (?) makes what follows a key, but a key must be plain text."
        hint = "Delete the question mark and the space after it."
    span = (key.start, key.end)
    return RefusedYaml(Problem((), message, hint, span=span, rule=_FEATURE))


def directive(event: Event, text: str) -> RefusedYaml:
    """Return the error about lines that begin with ``%``, up to the ``---`` that must follow."""
    message = "A YAML directive (%) isn't allowed."
    problem = _problem_at(event, message, "Delete this line.", _FEATURE)
    after = text.find("\n", event.end_mark.index) + 1 or len(text)
    change = Edit(event.start_mark.index, after, "")
    return RefusedYaml(replace(problem, fix=ProposedFix("delete the directive", (change,))))


def second_document(event: Event, text: str) -> RefusedYaml:
    """Return the error about ``---`` and what follows it, which may be meant as a description."""
    problem = _problem_at(event, "Three dashes (---) start a second document.", "", _FEATURE)
    start, end = event.start_mark.index, event.end_mark.index
    line_end = text.find("\n", end)
    after = len(text) if line_end < 0 else line_end + 1
    rest = text[after:]
    if re.search(r"^name:", rest, re.MULTILINE):
        hint = "Each file can have only one partner. Move what follows to a separate file."
        return RefusedYaml(replace(problem, hint=hint))
    if rest.strip() and not re.search(r"^description:", text, re.MULTILINE):
        description = textwrap.indent(rest.rstrip(), "  ")
        change = Edit(start, len(text), f"description: |\n{description}\n")
        fix = ProposedFix("make the text the description", (change,), safe=False)
        hint = "Put the text below it under 'description: |', indented by two spaces."
        return RefusedYaml(replace(problem, hint=hint, fix=fix))
    change = Edit(start, after, "")
    fix = ProposedFix("delete the line", (change,), safe=not rest.strip())
    return RefusedYaml(replace(problem, hint="Delete this line.", fix=fix))


def explain_feature(problem: Problem, text: str) -> Problem:
    """Return what explains a feature: the format of the file, or a value that needs quotes."""
    from catalog_tool.loader.yaml.mistakes import whole_file_mistake  # noqa: PLC0415 - most files need none
    from catalog_tool.loader.yaml.mistakes.line import SourceLine  # noqa: PLC0415 - most files need none
    from catalog_tool.loader.yaml.mistakes.values import special_start  # noqa: PLC0415

    whole = whole_file_mistake(text)
    if whole and not (whole.repair and problem.fix and problem.fix.safe):
        return whole.problem("wrong-shape")
    start = text.rfind("\n", 0, problem.span[0]) + 1 if problem.span else 0
    mistake = special_start(SourceLine.at(text, start))
    if problem.fix or mistake is None or problem.hint == _MERGE_HINT:
        return problem
    fix = ProposedFix(mistake.title, mistake.repair, safe=False)
    advice = f"{mistake.hint[:1].lower()}{mistake.hint[1:]}"
    return replace(problem, hint=f"If it's part of the text, {advice}", fix=fix)


def _problem_at(event: Event, message: str, hint: str, rule: str) -> Problem:
    span = (event.start_mark.index, event.end_mark.index)
    return Problem((), message, hint, span=span, rule=rule)
