"""What the form refuses while somebody types: rows of the rules themselves, as data for browsers.

What no pattern says is left to the checks of the pull request.
"""

from __future__ import annotations

from catalog_tool.linter.rules.empty_value import UNREADABLE_NAME
from catalog_tool.linter.rules.unusable_name import ADDRESS, MARKUP, NOBODY, NOTHING
from catalog_tool.model.values import NO_LOGIN, SPACED_NAME
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.address import (
    EMAIL_ADDRESS_REFUSALS,
    EMAIL_CONTACT,
    WEB_ADDRESS_REFUSALS,
)

NAME_REFUSALS = (SPACED_NAME, UNREADABLE_NAME, NOTHING, ADDRESS, MARKUP)

KINDS: dict[str, dict[str, tuple[Refusal, ...]]] = {
    "contact": {EMAIL_CONTACT: EMAIL_ADDRESS_REFUSALS, "": WEB_ADDRESS_REFUSALS},
    "line": {"": ()},
    "login": {"": (NO_LOGIN,)},
    "name": {"": NAME_REFUSALS},
    "partner": {"": (*NAME_REFUSALS, NOBODY)},
    "web": {"": WEB_ADDRESS_REFUSALS},
}
"""For each kind of value a pattern of those that are meant, and what is refused of them."""

# What is written otherwise in the patterns of browsers.
_SPELLINGS = (
    ("(?P<", "(?<"),
    (r"\Z", "$"),
    (r"\d", r"\p{Nd}"),
    (r"\W", r"[^\p{L}\p{N}_]"),
)


def refusals_for_browsers() -> dict[str, object]:
    """Return all refusals, and by kind the numbers of those that are for it, for JSON."""
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
    """Return a pattern of Python as browsers write it, for a regular expression with flag ``u``."""
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
