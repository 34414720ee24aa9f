"""What the form refuses during typing: patterns of the rules, as data for browsers.

The checks of the pull request do the rest.
"""

from __future__ import annotations

from catalog_tool.linter.rules import (
    broken_link,
    garbled_text,
    implausible_date,
    tracking_parameter,
)
from catalog_tool.linter.rules.application_spelling import BETWEEN_NAMES, LIST
from catalog_tool.linter.rules.claimed_approval import CLAIMS
from catalog_tool.linter.rules.empty_value import UNREADABLE_NAME
from catalog_tool.linter.rules.host_in_name import HOST
from catalog_tool.linter.rules.refused_markup import LINK, LOOKS
from catalog_tool.linter.rules.unusable_name import (
    ADDRESS,
    ADDRESS_INSIDE,
    MARKUP,
    NOBODY,
    NOTHING,
    PLACEHOLDER,
    TICK,
)
from catalog_tool.loader.schema.unused_keys import NOTHING as NO_VALUE
from catalog_tool.loader.schema.value_repairs import NO_CONTACT, NO_WEB_ADDRESS
from catalog_tool.model.applications import NO_APPLICATION
from catalog_tool.model.fields import NO_NUMBER
from catalog_tool.model.freshness import FIRST_DAY
from catalog_tool.model.identifiers import reserved_names
from catalog_tool.model.logo import NO_LOGO
from catalog_tool.model.partner import Partner
from catalog_tool.model.placeholders import ADDRESS_PLACEHOLDERS, PLACEHOLDERS
from catalog_tool.model.values import NO_LOGIN, SPACED_NAME
from catalog_tool.site.form.fields import alternatives
from catalog_tool.text.bullets import HEADING, MARK, UNMARKED_LINE
from catalog_tool.text.characters.invisible import BLANK, PICTOGRAPHS
from catalog_tool.text.ordering import ID_MAX_LENGTH, ID_PATTERN
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.repairs import Repair
from catalog_tool.text.urls.address import (
    EMAIL_ADDRESS_REFUSALS,
    EMAIL_CONTACT,
    WEB_ADDRESS_REFUSALS,
)

NAME_REFUSALS = (
    SPACED_NAME,
    UNREADABLE_NAME,
    NOTHING,
    ADDRESS,
    PLACEHOLDER,
    MARKUP,
    ADDRESS_INSIDE,
    *PLACEHOLDERS,
)

KINDS: dict[str, dict[str, tuple[Refusal, ...]]] = {
    "application": {"": (*NAME_REFUSALS, TICK, NO_APPLICATION, HOST)},
    "contact": {
        EMAIL_CONTACT: (*EMAIL_ADDRESS_REFUSALS, *ADDRESS_PLACEHOLDERS),
        "": (*WEB_ADDRESS_REFUSALS, *ADDRESS_PLACEHOLDERS),
    },
    "line": {"": PLACEHOLDERS},
    "login": {"": (NO_LOGIN,)},
    "logo": {"": (NO_LOGO,)},
    "markdown": {"": (*LOOKS, *PLACEHOLDERS)},
    "name": {"": (*NAME_REFUSALS, TICK)},
    "number": {"": (NO_NUMBER,)},
    "partner": {"": (*NAME_REFUSALS, NOBODY, HOST, *CLAIMS)},
    "web": {"": (*WEB_ADDRESS_REFUSALS, *ADDRESS_PLACEHOLDERS)},
}
"""For each kind of value: a pattern of the values, and what is refused among them."""

INSTEAD = {"contact": NO_CONTACT, "web": NO_WEB_ADDRESS}
"""For some kinds: what a refused value is instead."""

REPAIRS = {
    broken_link.REPAIR: ("markdown",),
    tracking_parameter.REPAIR: ("contact", "markdown", "web"),
    garbled_text.REPAIR: ("application", "line", "markdown", "name", "partner"),
}
"""Text that is usually meant differently, and the kinds of values in which it is offered."""

# Syntax that differs in patterns of browsers.
_SPELLINGS = (
    ("(?P<", "(?<"),
    (r"\A", "^"),
    (r"\Z", "$"),
    (r"[^\W\d_]", r"\p{L}"),
    (r"[^\W_]", r"[\p{L}\p{N}]"),
    (r"\b", r"(?:(?<=[\w])(?![\w])|(?<![\w])(?=[\w]))"),
    (r"\d", r"\p{Nd}"),
    (r"\W", r"[^\w]"),
    (r"\w", r"\p{L}\p{N}_"),
)


def checks_for_browsers(model: type[Partner]) -> dict[str, object]:
    """Return what the form knows of the rules, for JSON.

    Args:
        model: the keys that an entry can have, and those that it needs.
    """
    rows = [row for kind in KINDS.values() for group in kind.values() for row in group]
    every = [*dict.fromkeys([*rows, *NO_CONTACT, *NO_WEB_ADDRESS])]
    kinds = {
        kind: [
            {"about": _for_browsers(about), "refused": list(map(every.index, refusals))}
            for about, refusals in groups.items()
        ]
        for kind, groups in KINDS.items()
    }
    return {
        "kinds": kinds,
        "instead": {kind: list(map(every.index, rows)) for kind, rows in INSTEAD.items()},
        "refusals": list(map(_row, every)),
        "repairs": [{**_repair(row), "kinds": kinds} for row, kinds in REPAIRS.items()],
        "oneOf": alternatives(model),
        "dates": {
            "first": FIRST_DAY.isoformat(),
            "early": implausible_date.EARLY,
            "future": implausible_date.FUTURE,
            "hint": implausible_date.HINT,
        },
        "noValue": _for_browsers(rf"^{NO_VALUE.pattern}"),
        "heading": _for_browsers(HEADING.pattern),
        "mark": _for_browsers(MARK.pattern),
        "unmarkedLine": _for_browsers(UNMARKED_LINE.pattern),
        "betweenNames": _for_browsers(BETWEEN_NAMES.pattern),
        "link": _for_browsers(LINK),
        "list": _for_browsers(LIST.pattern),
        "blank": BLANK,
        "pictographs": PICTOGRAPHS,
        "id": ID_PATTERN,
        "idMaxLength": ID_MAX_LENGTH,
        "reserved": reserved_names(),
    }


def _for_browsers(pattern: str) -> str:
    """Return a Python pattern in the syntax of browsers, for flag ``u``."""
    for ours, theirs in _SPELLINGS:
        pattern = pattern.replace(ours, theirs)
    return pattern


def _repair(repair: Repair) -> dict[str, object]:
    return {
        "pattern": _for_browsers(repair.pattern),
        "flags": "giu" if repair.ignores_case else "gu",
        "steps": [(_for_browsers(pattern), plain) for pattern, plain in repair.steps],
        "reason": repair.reason,
    }


def _row(refusal: Refusal) -> dict[str, object]:
    return {
        "pattern": _for_browsers(refusal.pattern),
        "flags": "iu" if refusal.ignores_case else "u",
        "reason": refusal.reason,
        "hint": refusal.hint,
        "showsLower": refusal.shows_lower,
        "quotesMatch": refusal.quotes_match,
    }
