"""Finds the mistakes in YAML that doesn't parse, and repairs one after another.

A parser reports where it stopped, not what went wrong. So the recognizers of known mistakes are
tried around that position, and the first mistake whose repair gets the parser further was the
cause. The search continues in the repaired text, so one run reports every mistake, and the rest of
the file is checked as if it had been right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import yaml

from catalog_tool.loader.relocation import relocate_problem
from catalog_tool.loader.yaml.mistakes import LEAVE_YAML, RECOGNIZERS, is_searched
from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, offset_before, offsets_before
from catalog_tool.loader.yaml.parser_messages import plain_words
from catalog_tool.loader.yaml.unsupported import RefusedYaml
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.edits import apply_edits
from catalog_tool.model.nodes import Mapping, relocate

Parse = Callable[[str], tuple[Mapping, tuple[Problem, ...]]]

MAX_MISTAKES = 10
_MORE = f"There are more than {MAX_MISTAKES} mistakes. Fix these, then run the check again."
MAX_PARSED_CHARACTERS = 128 * 1024
"""Most characters that are parsed in the search for all causes together."""


@dataclass(frozen=True)
class Repair:
    """The result of repairing a text with broken YAML.

    Attributes:
        problems: every mistake that was found, with offsets in the original text.
        root: the tree of the repaired text with offsets in the original text, or ``None``.
    """

    problems: tuple[Problem, ...]
    root: Mapping | None


def repair_syntax(
    text: str, error: yaml.YAMLError, parse: Parse, own_keys: frozenset[str] = frozenset()
) -> Repair:
    """Find and repair the mistakes in a text that isn't valid YAML.

    Args:
        text: the text.
        error: the error of the parser.
        parse: returns the tree of a text and the problems in it; raises ``yaml.YAMLError`` if it
            isn't valid YAML, and ``RefusedYaml`` if it is YAML that isn't allowed.
        own_keys: the keys that entries have besides the core keys.
    """
    search = _Search(text, parse, ENTRY_KEYS | own_keys)
    return search.run(error)


class _Search:
    """One search for mistakes, which repairs the text as it goes."""

    def __init__(self, text: str, parse: Parse, keys: frozenset[str]) -> None:
        self.text = text
        self.keys = keys
        self.parse = parse
        self.budget = MAX_PARSED_CHARACTERS
        self.offsets = list(range(len(text) + 1))
        self.problems: list[Problem] = []

    def run(self, error: yaml.YAMLError) -> Repair:
        """Repair one mistake after another until the text parses or a cause is unknown."""
        remaining: yaml.YAMLError | None = error
        for _ in range(MAX_MISTAKES):
            found = self._cause(remaining)
            if found is None:
                self._report(_unknown_problem(remaining, self.text))
                return Repair(tuple(self.problems), None)
            mistake, remaining = found
            self._report(mistake.problem("yaml-syntax"))
            if not mistake.repair or _rewrites_all(mistake, self.text):
                return Repair(tuple(self.problems), None)
            self.text = apply_edits(self.text, mistake.repair)
            self.offsets = offsets_before(self.offsets, mistake.repair)
            if remaining is None:
                root, problems = self.parse(self.text)
                for problem in problems:
                    self._report(problem)
                return Repair(tuple(self.problems), relocate(root, self.offsets, _span_before))
        last = self.problems[-1]
        self.problems[-1] = replace(last, hint=f"{last.hint.rstrip('.')}. {_MORE}")
        return Repair(tuple(self.problems), None)

    def _cause(self, error: yaml.YAMLError | None) -> tuple[Mistake, yaml.YAMLError | None] | None:
        if not is_searched(self.text):
            return None
        reached = _offset(error, self.text)
        for mistake in self._candidates(error):
            if not mistake.repair:
                return mistake, None
            text = apply_edits(self.text, mistake.repair)
            self.budget -= len(text)
            if self.budget < 0:
                return None
            remaining = self._error(text)
            if remaining is None or self._reads_further(remaining, text, mistake, reached):
                return mistake, remaining
        return None

    def _reads_further(
        self, remaining: yaml.YAMLError, text: str, mistake: Mistake, reached: int
    ) -> bool:
        offset = offset_before(_offset(remaining, text), mistake.repair)
        mistaken_line = self.text.count("\n", 0, mistake.span[0])
        return offset > reached and self.text.count("\n", 0, offset) > mistaken_line

    def _candidates(self, error: yaml.YAMLError | None) -> Iterator[Mistake]:
        lines = list(_suspects(error, self.text, self.keys))
        is_yaml = isinstance(error, RefusedYaml)
        for recognize in RECOGNIZERS:
            if is_yaml and recognize not in LEAVE_YAML:
                continue
            yield from (mistake for line in lines if (mistake := recognize(line)))

    def _error(self, text: str) -> yaml.YAMLError | None:
        try:
            self.parse(text)
        except yaml.YAMLError as error:
            return error
        return None

    def _report(self, problem: Problem) -> None:
        self.problems.append(relocate_problem(problem, self.offsets, _span_before))


def _span_before(start: int, end: int, offsets: list[int]) -> tuple[int, int]:
    """Return a span in the original text, which includes what a repair has replaced in it."""
    last = len(offsets) - 1
    return offsets[min(start, last)], offsets[min(end, last)]


def _rewrites_all(mistake: Mistake, text: str) -> bool:
    """Whether nothing of the text is kept, so that values have no place in it anymore."""
    return any(change.end - change.start == len(text) for change in mistake.repair)


def _suspects(
    error: yaml.YAMLError | None, text: str, keys: frozenset[str]
) -> Iterator[SourceLine]:
    """Yield the lines that may contain the cause: where the parser stopped, began, and above."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    offsets = [min(mark.index, len(text)) for mark in marks if mark]
    if isinstance(error, RefusedYaml):
        offsets.append(_offset(error, text))
    starts = [text.rfind("\n", 0, offset) + 1 for offset in offsets]
    lines = [SourceLine.at(text, start, keys) for start in starts]
    if lines:
        lines.extend([above for above in lines[0].above() if above.content][:2])
    seen: set[int] = set()
    for line in lines:
        if line.start not in seen and line.content:
            seen.add(line.start)
            yield line


def _unknown_problem(error: yaml.YAMLError | None, text: str) -> Problem:
    if isinstance(error, RefusedYaml):
        return error.refusal
    offset = min(_offset(error, text), max(len(text) - 1, 0))
    said, hint = plain_words(getattr(error, "problem", None) or "")
    message = f"This isn't valid YAML: {said}."
    return Problem((), message, hint, span=(offset, offset + 1), rule="yaml-syntax")


def _offset(error: yaml.YAMLError | None, text: str) -> int:
    if isinstance(error, RefusedYaml) and error.refusal.span:
        return error.refusal.span[0]
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark else len(text)
