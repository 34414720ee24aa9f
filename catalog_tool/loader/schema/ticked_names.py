"""Applications that are written as questions: ``IBM Maximo: yes``."""

from __future__ import annotations

from catalog_tool.loader.limits import MOST_REWRITTEN
from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Edit
from catalog_tool.model.nodes import Mapping, Scalar
from catalog_tool.model.source import Source
from catalog_tool.text.phrases import shorten
from catalog_tool.text.yaml_scalar import as_scalar

_WHERE = ("applications",)
_YES = frozenset("yes y true x ok ✓ ✔ ✅ ☑ ja oui sí si sim はい supported".split())
_NO = frozenset("no n false - ✗ ✘ ❌ nein non não いいえ".split())
_INDENT = "\n  "
_LONGEST_HINT = 200  # in characters


def ticked_names(source: Source) -> Problem | None:
    """Return the problem of applications that all have *yes* or *no* after them, or ``None``.

    What isn't supported never becomes an application.

    Args:
        source: the file of an entry.
    """
    node = source.node(_WHERE)
    if not isinstance(node, Mapping) or not 0 < len(node.by_key) <= MOST_REWRITTEN:
        return None
    answers = {
        key.value: value.value.strip().casefold()
        for key, value in node.pairs
        if isinstance(value, Scalar)
    }
    if len(answers) < len(node.by_key) or not {*answers.values()} <= _YES | _NO:
        return None
    names = [as_scalar(name) for name, answer in answers.items() if answer in _YES]
    colon = source.text.rfind(":", 0, node.start)
    lines = "".join(f"{_INDENT}- {name}" for name in names)
    change = Edit(colon + 1, node.end, lines)
    others = ", ".join(repr(name) for name, answer in answers.items() if answer in _NO)
    hint = "Write only what you connect, each after '- '."
    if others:
        hint += f" This leaves out {shorten(others, _LONGEST_HINT)}."
    fix = ProposedFix("keep what says yes", (change,), safe=not others) if names else None
    return Problem(
        _WHERE, "The applications have yes or no after them.", hint, fix, rule="wrong-shape"
    )
