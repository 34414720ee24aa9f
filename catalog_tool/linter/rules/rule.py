"""What a rule is, and how the modules of this package are found.

A rule is one module. Its docstring is the text of ``catalog explain`` and of its page on the site.
It begins with one sentence, continues with paragraphs, and ends with three indented sections:
``Why:``, ``Bad:``, and ``Good:``. Modules whose name begins with an underscore are shared by rules.

A rule without a check only explains problems that the loader, the engine, or ``catalog links``
reports under its name. Such rules are listed as ``RULES``, in one module for each subject.

The tests execute the examples: ``Bad`` yields this rule's code and nothing else, ``Good`` yields
nothing at all. An example is part of an entry: its keys replace those of a small complete entry.
A line such as ``# partners/acme.yaml`` begins a new file, ``# partners/acme.yaml, complete``
begins one that is used exactly as it is, and ``# partners/acme.yaml -> other.yaml`` is a symbolic
link. What can't be printed is described in double braces: ``{{ 501 words }}``,
``{{ 70000 characters }}``, ``{{ byte E9 }}``, ``{{ U+200B }}``. An example that begins with
``def check_`` is Python: the check of a rule.

An example that begins with ``# pull request by LOGIN`` is a pull request: its files are what it
changes in a catalog of one entry, ``partners/contoso.yaml``, which ``contoso-anna`` maintains;
``catalog-admin`` is an admin. ``# partners/acme.yaml, executable`` marks a file as executable,
``# partners/acme.yaml, before`` is a file before the change, ``# partners/acme.yaml, on the main
branch`` is what the main branch changed meanwhile, and ``# description.md`` is the description of
the pull request; without it, all boxes are checked.

A parameter in single braces, such as ``{limit}``, stands for its number, also in the sentences.

An example that begins with a date is what links answered, one visit per line: the date, the
address, the status, and the target of a redirect or the text of the page.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, partial
from types import ModuleType

from catalog_tool.loader.pull_request.proposal import Proposal
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.publication import Publication

EntryCheck = Callable[[Entry, Catalog], Iterable[Problem]]
CatalogCheck = Callable[[Catalog], Iterable[Problem]]
PublicationCheck = Callable[[Publication], Iterable[Problem]]
PullRequestCheck = Callable[[Proposal], Iterable[Problem]]

_SECTIONS = ("Why", "Bad", "Good")
_ABOUT_VALUES = {"CAT1", "CAT2", "CAT4"}


class Mandatory(StrEnum):
    """Why a rule holds in every catalog: nobody can change its severity or make an exception."""

    COMPLETE = "the check may have missed something"
    READING = "it keeps strangers' files safe to read"
    FORMAT = "pages and exports rely on it"
    INERT = "it keeps what strangers write harmless wherever it is shown"
    LINKS = "it ensures that links lead where they seem to"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A whole number that the admins of a catalog can choose for a rule.

    Attributes:
        meaning: what it is, in a few words.
        default: the number if nothing is set.
        most: the largest number; the smallest is 1.
        value: the number that applies; 0 stands for the default.
    """

    meaning: str
    default: int
    most: int
    value: int = 0

    @property
    def number(self) -> int:
        """The number that applies."""
        return self.value or self.default


@dataclass(frozen=True, slots=True)
class Explanation:
    """The docstring of a rule, in parts.

    Attributes:
        summary: one sentence: what the rule finds.
        what: what the rule does, in full; paragraphs of plain text.
        why: what goes wrong for readers or reviewers without the rule.
        bad: an entry, or part of one, that the rule refuses.
        good: the same entry, corrected.

    Both examples use the notation of the tests; ``refused`` and ``accepted`` are for readers, and
    empty if the example is code.
    """

    summary: str
    what: str
    why: str
    bad: str
    good: str

    @property
    def refused(self) -> str:
        """The bad example as people read it."""
        return _for_readers(self.bad)

    @property
    def accepted(self) -> str:
        """The good example as people read it."""
        return _for_readers(self.good)


@dataclass(frozen=True, slots=True)
class Rule:
    """One named, coded policy.

    At most one of the checks is set: ``check_entry`` gets each entry with the catalog around it,
    ``check_catalog`` gets all entries at once, ``check_publication`` also gets the generated files,
    and ``check_pull_request`` gets a pull request; only ``catalog review`` runs it.
    ``documentation`` is the docstring; it is parsed only when somebody reads it. A check gets the
    number of each of the ``parameters`` as a keyword argument. An exception can name a problem only
    if the rule ``has_values``.
    """

    code: str
    name: str
    severity: Severity
    documentation: str
    check_entry: EntryCheck | None = None
    check_catalog: CatalogCheck | None = None
    check_publication: PublicationCheck | None = None
    check_pull_request: PullRequestCheck | None = None
    mandatory: Mandatory | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    has_values: bool = True

    @property
    def only_warns(self) -> bool:
        """Whether what the rule finds doesn't keep an entry from being published."""
        return self.severity is not Severity.ERROR

    @property
    def allows_exceptions(self) -> bool:
        """Whether an admin can let single values pass: the rule is about values of entries."""
        return self.has_values and not self.mandatory and self.code[:4] in _ABOUT_VALUES

    def with_numbers(self, numbers: Mapping[str, int]) -> Rule:
        """Return the rule with other numbers for some of its parameters."""
        chosen = {
            name: replace(parameter, value=numbers.get(name, parameter.value))
            for name, parameter in self.parameters.items()
        }
        bound = partial(self.check_entry, **numbers) if self.check_entry else None
        return replace(self, parameters=chosen, check_entry=bound)

    @property
    def explanation(self) -> Explanation:
        """The docstring, in parts.

        Raises:
            ValueError: the docstring lacks a section.
        """
        rest = textwrap.dedent(self.documentation)
        for name, parameter in self.parameters.items():
            rest = rest.replace(f"{{{name}}}", str(parameter.number))
        parts = {}
        for section in reversed(_SECTIONS):
            rest, found, text = rest.partition(f"\n{section}:\n")
            if not found:
                raise ValueError(f"{self.name}: the docstring has no section {section!r}")
            parts[section.lower()] = textwrap.dedent(text).strip("\n") + "\n"
        summary, _, what = rest.strip().partition("\n\n")
        return Explanation(summary, what.strip(), parts["why"].strip(), parts["bad"], parts["good"])


def _for_readers(example: str) -> str:
    if example.startswith("def check_"):
        return ""
    whole_files = re.sub(r"(?m)^(# \S+), complete$", r"\1", example)
    return re.sub(r"\{\{ (.+?) \}\}", r"[\1]", whole_files)


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by name, in the order of the codes."""
    package = importlib.import_module(__package__)
    names = (info.name for info in pkgutil.iter_modules(package.__path__))
    modules = (
        importlib.import_module(f"{__package__}.{name}")
        for name in names
        if name != "rule" and not name.startswith("_")
    )
    found = (rule for module in modules for rule in _rules_in(module))
    return {rule.name: rule for rule in sorted(found, key=lambda rule: rule.code)}


def _rules_in(module: ModuleType) -> tuple[Rule, ...]:
    explained: tuple[Rule, ...] = getattr(module, "RULES", ())
    return explained or (rule_of(module),)


def rule_of(module: ModuleType) -> Rule:
    """Return the rule that a module defines.

    A module defines ``CODE`` and ``SEVERITY``, and one function: ``check_entry``,
    ``check_catalog``, ``check_publication``, or ``check_pull_request``. The name of the rule is the
    module's name, with hyphens. ``MANDATORY`` says why its severity can't be changed;
    ``PARAMETERS`` are the numbers that can be chosen. ``HAS_VALUES = False`` says that its problems
    are about no text that an exception could name.
    """
    return Rule(
        code=module.CODE,
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        severity=module.SEVERITY,
        documentation=module.__doc__ or "",
        check_entry=getattr(module, "check_entry", None),
        check_catalog=getattr(module, "check_catalog", None),
        check_publication=getattr(module, "check_publication", None),
        check_pull_request=getattr(module, "check_pull_request", None),
        mandatory=getattr(module, "MANDATORY", None),
        parameters=getattr(module, "PARAMETERS", {}),
        has_values=getattr(module, "HAS_VALUES", True),
    )
