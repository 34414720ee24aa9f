"""Selects and grades the rules of a run: by the settings of the catalog, then by options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from catalog_tool.linter.engine import CRASH_RULE
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.configuration import ConfigurationError, option_place
from catalog_tool.loader.option_messages import as_written
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings

_GENERATED_FILES = "CAT3"
_DIGITS_LIKE_LETTERS = str.maketrans("o", "0")
_CODE = re.compile(r"(?i:cat)[0-9]+")
_MISSED_KEYS = frozenset({"missing-contact", "missing-key", "no-applications"})
_SEVERITY = "severity"
GRADES = {**{grade.value: grade for grade in Severity}, "ignore": None}
"""What admins can write as the severity of a rule."""
_ANY_GRADE = "error, warning, info, or ignore"


def select_rules(
    settings: Settings, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> dict[str, Rule]:
    """Return the rules of a run by name, each with the severity that it has in the catalog.

    Args:
        settings: the catalog.
        select: comma-separated codes or names of the only rules to run, even if the catalog ignores
            them; empty for all.
        ignore: comma-separated codes or names of rules to leave out.

    Raises:
        CatalogError: there is no such rule, or the option ``rules`` of the catalog is invalid.
    """
    configured = configured_rules(settings)
    wanted = set(_parse_names(select)) or set(configured)
    # A crash must always be reported: the rule that crashed may have missed something.
    wanted = (wanted | {CRASH_RULE}) - set(_parse_names(ignore))
    return {name: rule for name, rule in (all_rules() | configured).items() if name in wanted}


def rules_for_publishing(settings: Settings) -> dict[str, Rule]:
    """Return the rules of a catalog except those about generated files: publishing fixes these."""
    return {
        name: rule
        for name, rule in configured_rules(settings).items()
        if not rule.code.startswith(_GENERATED_FILES)
    }


def configured_rules(settings: Settings) -> dict[str, Rule]:
    """Return the rules that apply in a catalog, by name, as its settings grade them.

    Raises:
        ConfigurationError: the option ``rules`` of the catalog is invalid.
    """
    rules = dict(all_rules())
    for name, written in settings.rules.items():
        try:
            rule = _configure(_named(name), written)
        except _InvalidOptionError as error:
            place = option_place(settings, "rules", name, error.key)
            raise ConfigurationError(f"{place}: {error.message}", error.hint) from error
        rules.pop(name)
        if rule:
            rules[name] = rule
    return {name: rules[name] for name in all_rules() if name in rules}


def word_limit(settings: Settings) -> int | None:
    """Return how many words an entry of a catalog can have; ``None`` if more isn't an error.

    Raises:
        ConfigurationError: the option ``rules`` of the catalog is invalid.
    """
    rule = configured_rules(settings).get("too-many-words")
    is_error = rule is not None and rule.severity is Severity.ERROR
    return rule.parameters["limit"].number if rule and is_error else None


def choices_of(rule: Rule) -> Iterator[str]:
    """Yield sentences about what the admins of a catalog can choose for a rule."""
    if rule.mandatory:
        yield f"This rule can't be graded or switched off: {rule.mandatory}."
        return
    yield f"Admins can set its severity in mkdocs.yml to {_ANY_GRADE}."
    for name, parameter in rule.parameters.items():
        bounds = f"from 1 to {parameter.most:,} ({parameter.default:,} by default)"
        yield f"They can set {name}, the {parameter.meaning}, to a number {bounds}."
    if rule.allows_exceptions:
        yield "They can let a single value pass with an exception in _exceptions.yaml."


def find_rule(text: str) -> Rule:
    """Return the rule with a code or a name, in uppercase or lowercase.

    Raises:
        CatalogError: there is no such rule.
    """
    rules = all_rules()
    known = {rule.code.lower(): rule for rule in rules.values()} | rules
    if rule := known.get(text.strip().lower()):
        return rule
    # CAT1O4 is as close to CAT114 as to CAT104, but nobody types an O instead of a 1.
    spelled = text.lower().translate(_DIGITS_LIKE_LETTERS)
    near = [] if _CODE.fullmatch(text) else get_close_matches(spelled, known, 1)
    meant = known[near[0]] if near else None
    advice = f"Did you mean {meant.code} {meant.name}?" if meant else "`catalog rules` lists them."
    raise CatalogError(f"There is no rule {text!r}. {advice}")


def _parse_names(lists: Iterable[str]) -> Iterator[str]:
    for text in ",".join(lists).split(","):
        if text.strip():
            yield find_rule(text).name


class _InvalidOptionError(CatalogError):
    """An invalid option of a rule; ``key`` is the one below the rule's name, or empty."""

    def __init__(self, message: str, hint: str, key: str = "") -> None:
        super().__init__(message, hint)
        self.key = key


def _named(name: object) -> Rule:
    if rule := all_rules().get(str(name)):
        return rule
    try:
        meant = find_rule(str(name)).name
    except CatalogError as error:
        raise _InvalidOptionError(error.message, "Write the name of a rule.") from error
    raise _InvalidOptionError(f"Rules are set by name, not as {name!r}.", f"Write {meant!r}.")


def _configure(rule: Rule, written: object) -> Rule | None:
    """Return a rule as the settings want it; ``None`` if they ignore it."""
    options = written if isinstance(written, Mapping) else {_SEVERITY: written}
    numbers = {key: _number(rule, key, options[key]) for key in options if key != _SEVERITY}
    severity = _severity(rule, options[_SEVERITY]) if _SEVERITY in options else rule.severity
    return replace(rule.with_numbers(numbers), severity=severity) if severity else None


def _severity(rule: Rule, written: object) -> Severity | None:
    # YAML reads an unquoted off as false.
    grade = "ignore" if written is False or written == "off" else written
    if not isinstance(grade, str) or grade not in GRADES:
        message = f"The severity of {rule.name!r} can't be {as_written(written)}."
        raise _InvalidOptionError(message, f"Write {_ANY_GRADE}.")
    if rule.mandatory and grade != rule.severity:
        message = f"The rule {rule.name!r} can't be set to {grade!r}: {rule.mandatory}."
        is_of_key = rule.name in _MISSED_KEYS
        other = " The option 'required' says which keys entries need." if is_of_key else ""
        raise _InvalidOptionError(message, f"Remove this line.{other}")
    return GRADES[grade]


def _number(rule: Rule, key: str, written: object) -> int:
    if key not in rule.parameters:
        known = [*rule.parameters, _SEVERITY]
        near = get_close_matches(key, known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"It has: {', '.join(known)}."
        raise _InvalidOptionError(f"The rule {rule.name!r} has no option {key!r}.", hint, key)
    parameter = rule.parameters[key]
    if type(written) is int and 1 <= written <= parameter.most:
        return written
    message = f"{key!r} of {rule.name!r} can't be {as_written(written)}."
    hint = f"Write a whole number from 1 to {parameter.most:,}."
    raise _InvalidOptionError(message, hint, key)
