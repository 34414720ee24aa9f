"""Selects the rules of a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from catalog_tool.linter.engine import CRASH_RULE
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.model.error import CatalogError

_GENERATED_FILES = "CAT3"
_DIGITS_LIKE_LETTERS = str.maketrans("o", "0")


def select_rules(select: Iterable[str], ignore: Iterable[str]) -> dict[str, Rule]:
    """Return the rules of a run by name.

    Args:
        select: comma-separated codes or names of the only rules to run; empty for all.
        ignore: comma-separated codes or names of rules to leave out.

    Raises:
        CatalogError: there is no such rule.
    """
    rules = all_rules()
    wanted = set(_parse_names(select)) or set(rules)
    # A crash must always be reported: the rule that crashed may have missed something.
    wanted = (wanted | {CRASH_RULE}) - set(_parse_names(ignore))
    return {name: rule for name, rule in rules.items() if name in wanted}


def rules_for_publishing() -> dict[str, Rule]:
    """Return all rules by name except those about generated files: publishing fixes these."""
    return {
        name: rule
        for name, rule in all_rules().items()
        if not rule.code.startswith(_GENERATED_FILES)
    }


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
    near = get_close_matches(text.lower().translate(_DIGITS_LIKE_LETTERS), known, 1)
    meant = known[near[0]] if near else None
    advice = f"Did you mean {meant.code} {meant.name}?" if meant else "`catalog rules` lists them."
    raise CatalogError(f"There is no rule {text!r}. {advice}")


def _parse_names(lists: Iterable[str]) -> Iterator[str]:
    for text in ",".join(lists).split(","):
        if text.strip():
            yield find_rule(text).name
