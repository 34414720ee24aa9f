"""Finds where in a file a problem is, and makes it a diagnostic."""

from __future__ import annotations

from collections.abc import Mapping

from catalog_tool.linter.edits import edits_of
from catalog_tool.linter.exceptions import value_of
from catalog_tool.linter.rules.rule import Rule
from catalog_tool.linter.suggestion import make_suggestion
from catalog_tool.model.diagnostic import Diagnostic, Fix, Problem
from catalog_tool.model.nodes import Mapping as MappingNode
from catalog_tool.model.nodes import Node, Scalar
from catalog_tool.model.source import Source


def locate(problem: Problem, rule: Rule, sources: Mapping[str, Source]) -> Diagnostic:
    """Return a problem of a rule with its place in a file, its code, and its severity."""
    source = sources.get(problem.path) or Source(problem.path)
    start, end = _span(problem, source)
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    return Diagnostic(
        path=problem.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        hint=problem.hint,
        fix=_fix(problem, source),
        excerpt=source.line_text(line),
        value=value_of(problem, source) if rule.allows_exceptions else "",
    )


def _fix(problem: Problem, source: Source) -> Fix | None:
    if problem.fix is None:
        return None
    edits = edits_of(problem.fix.changes, source)
    if not edits:
        return None
    return Fix(problem.fix.title, edits, problem.fix.safe, make_suggestion(edits, source))


def _span(problem: Problem, source: Source) -> tuple[int, int]:
    if problem.span:
        return problem.span
    key = source.key(problem.where)
    if problem.on_key and key:
        return key.start, key.end
    node = _nearest(source, problem.where)
    if node is None:
        return 0, 0
    if problem.quote and (at := source.text.find(problem.quote, node.start, node.end)) >= 0:
        return at, at + len(problem.quote)
    return _visible_span(node, source)


def _nearest(source: Source, where: tuple[str | int, ...]) -> Node | None:
    for length in range(len(where), -1, -1):
        node = source.node(where[:length])
        if node is not None:
            return node
    return None


def _visible_span(node: Node, source: Source) -> tuple[int, int]:
    """Return the span to underline: the text of a scalar, or the first line of anything longer."""
    if isinstance(node, MappingNode) and node.pairs:
        first = node.pairs[0][0]
        return first.start, first.end
    line_end = source.text.find("\n", node.start, node.end)
    if isinstance(node, Scalar) and line_end < 0:
        return node.start, node.end
    end = line_end if line_end >= 0 else node.end
    return node.start, max(end, node.start)
