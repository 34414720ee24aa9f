"""What a rule is, and how the modules of this package are found.

A rule is one module. Its docstring is the text of ``catalog explain`` and of its page on the
site; the examples in it are executed by the tests. Its checks are functions under one of the
decorators below. A rule without a check only explains problems that reading reports under its
name.
"""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from catalog_tool.catalog import Catalog, Entry
from catalog_tool.diagnostic import Problem, Severity
from catalog_tool.publication import Publication

EntryCheck = Callable[[Entry, Catalog], Iterable[Problem]]
CatalogCheck = Callable[[Catalog], Iterable[Problem]]
PublicationCheck = Callable[[Publication], Iterable[Problem]]

_SECTIONS = ("Why", "Bad", "Good")


@dataclass(frozen=True, slots=True)
class Explanation:
    """The docstring of a rule, in parts.

    Attributes:
        summary: one sentence: what the rule finds.
        what: what it does, in full; paragraphs of plain text.
        why: what goes wrong for readers or reviewers without it.
        bad: an entry, or the part of one, that the rule refuses.
        good: the same, mended.
    """

    summary: str
    what: str
    why: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One named, coded policy.

    At most one of the checks is set: ``check_entry`` sees each entry by itself with the catalog
    around it, ``check_catalog`` sees all entries at once, ``check_publication`` also sees the
    generated files.
    """

    code: str
    name: str
    severity: Severity
    explanation: Explanation
    check_entry: EntryCheck | None = None
    check_catalog: CatalogCheck | None = None
    check_publication: PublicationCheck | None = None


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by name, in the order of the codes."""
    package = importlib.import_module(__package__)
    modules = (info.name for info in pkgutil.iter_modules(package.__path__))
    found = [
        rule_of(importlib.import_module(f"{__package__}.{name}"))
        for name in modules
        if name != "rule"
    ]
    return {rule.name: rule for rule in sorted(found, key=lambda rule: rule.code)}


def rule_of(module: ModuleType) -> Rule:
    """Return the rule that a module defines.

    A module defines ``CODE`` and ``SEVERITY``, and at most one function: ``check_entry``,
    ``check_catalog`` or ``check_publication``. Its name, with hyphens, is the rule's.

    Raises:
        ValueError: the docstring lacks a section.
    """
    return Rule(
        code=module.CODE,
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        severity=module.SEVERITY,
        explanation=_explanation(module),
        check_entry=getattr(module, "check_entry", None),
        check_catalog=getattr(module, "check_catalog", None),
        check_publication=getattr(module, "check_publication", None),
    )


def _explanation(module: ModuleType) -> Explanation:
    rest = textwrap.dedent(module.__doc__ or "")
    parts = {}
    for section in reversed(_SECTIONS):
        rest, found, text = rest.partition(f"\n{section}:\n")
        if not found:
            reason = f"{module.__name__}: the docstring has no section {section!r}"
            raise ValueError(reason)
        parts[section.lower()] = textwrap.dedent(text).strip("\n") + "\n"
    summary, _, what = rest.strip().partition("\n\n")
    return Explanation(summary, what.strip(), parts["why"].strip(), parts["bad"], parts["good"])
