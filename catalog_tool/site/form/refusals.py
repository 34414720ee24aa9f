"""What the form refuses during typing: patterns of the rules, as data for browsers.

The checks of the pull request do the rest.
"""

from __future__ import annotations

from catalog_tool.linter.rules.empty_value import UNREADABLE_NAME
from catalog_tool.linter.rules.unusable_name import ADDRESS, MARKUP, NOBODY, NOTHING, TICK
from catalog_tool.model.values import NO_APPLICATION, NO_LOGIN, SPACED_NAME
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.address import (
    EMAIL_ADDRESS_REFUSALS,
    EMAIL_CONTACT,
    WEB_ADDRESS_REFUSALS,
)

NAME_REFUSALS = (SPACED_NAME, UNREADABLE_NAME, NOTHING, ADDRESS, MARKUP)

KINDS: dict[str, dict[str, tuple[Refusal, ...]]] = {
    "application": {"": (*NAME_REFUSALS, TICK, NO_APPLICATION)},
    "contact": {EMAIL_CONTACT: EMAIL_ADDRESS_REFUSALS, "": WEB_ADDRESS_REFUSALS},
    "line": {"": ()},
    "login": {"": (NO_LOGIN,)},
    "name": {"": (*NAME_REFUSALS, TICK)},
    "partner": {"": (*NAME_REFUSALS, NOBODY)},
    "web": {"": WEB_ADDRESS_REFUSALS},
}
"""For each kind of value: a pattern of the values, and what is refused among them."""

# Syntax that differs in patterns of browsers.
_SPELLINGS = (
    ("(?P<", "(?<"),
    (r"\Z", "$"),
    (r"\d", r"\p{Nd}"),
    (r"\W", r"[^\p{L}\p{N}_]"),
)


def refusals_for_browsers() -> dict[str, object]:
    """Return all refusals, and their positions by kind, for JSON."""
    every = [
        *dict.fromkeys(each for kind in KINDS.values() for rows in kind.values() for each in rows)
    ]
    kinds = {
        kind: [
            {"about": _for_browsers(about), "refused": list(map(every.index, refusals))}
            for about, refusals in groups.items()
        ]
        for kind, groups in KINDS.items()
    }
    return {"kinds": kinds, "refusals": list(map(_row, every))}


def _for_browsers(pattern: str) -> str:
    """Return a Python pattern in the syntax of browsers, for flag ``u``."""
    for ours, theirs in _SPELLINGS:
        pattern = pattern.replace(ours, theirs)
    return pattern


def _row(refusal: Refusal) -> dict[str, object]:
    return {
        "pattern": _for_browsers(refusal.pattern),
        "flags": "iu" if refusal.ignores_case else "u",
        "reason": refusal.reason,
        "hint": refusal.hint,
        "showsLower": refusal.shows_lower,
        "quotesMatch": refusal.quotes_match,
    }
