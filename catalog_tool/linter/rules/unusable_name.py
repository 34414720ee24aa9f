"""A name is no name: an address, markup, or what a program writes where nothing was.

Names are plain text. Refused are web and e-mail addresses, Markdown and HTML, words such as
``null`` and ``undefined``, and a partner that is called by digits alone, ``test`` or ``true``.
*Booking.com*, *C++*, *AT&T* and *1&1* are names.

Why:
    Stars, brackets and tags would be shown as they are, on every page that names the partner or
    the application. An address belongs to ``website`` or ``contact``, where readers can click it.

Bad:
    applications:
      - "**IBM RACF**"

Good:
    applications:
      - IBM RACF
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import name_texts
from catalog_tool.linter.rules.placeholder_text import is_placeholder
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.markup import parse_line, to_plain

CODE = "CAT127"
SEVERITY = Severity.ERROR

_ADDRESS = re.compile(r"(?:https?:|www\.|mailto:)\S*|[^\s@]+@[^\s@]+\.[^\s@]+", re.IGNORECASE)
# With its sign in brackets: the form's page has this pattern, and must hold no tag of a template.
_MARKUP = re.compile(
    r"(?P<stars>\*\*|__|~~|`)\S(?:.*\S)?(?P=stars)|!?\[[^\]]*\]\([^)]*\)|</?[A-Za-z!][^>]*>"
    r"|\{\{.*\}\}|\{[%].*%\}|\$\{.*\}|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,10});"
    r"|\A(?:[#>] |#{2,6} |[-+*] |\*\S.*\S\*\Z|_\S.*\S_\Z)"
)
_NOTHING = re.compile(r"null|nil|nan|none|undefined|\[object object\]|#n/?a|#ref!", re.IGNORECASE)
_NOBODY = re.compile(r"[\d .]+|true|false|unknown|test|name", re.IGNORECASE)
# Without one of these no name is judged any further.
_SIGNS = re.compile(r"[@*_~`\[<&#>:{+-]|www\.", re.IGNORECASE)


def check_entry(entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
    """Judge each name and label."""
    for where, name in name_texts(entry):
        if _NOTHING.fullmatch(name):
            message = f"{name!r} is what a program writes where nothing was."
            yield _problem(where, message, "Write the name, or remove the line.")
        elif _SIGNS.search(name) and not is_placeholder(name):
            yield from _signs(where, name)
    if _NOBODY.fullmatch(entry.partner.name):
        message = f"{entry.partner.name!r} is not the name of a partner."
        yield Problem(("name",), message, "Write the name as the company is registered.")


def patterns() -> dict[str, str]:
    """Return what makes a name none, by what it is then, for a page to know.

    The patterns are those of Python. All but that of markup are meant for the whole name, and for
    letters of either case.
    """
    every = {"address": _ADDRESS, "markup": _MARKUP, "nobody": _NOBODY, "nothing": _NOTHING}
    return {name: pattern.pattern for name, pattern in every.items()}


def is_usable(name: str) -> bool:
    """Return whether a name is not refused as an address or as markup."""
    return not _ADDRESS.fullmatch(name) and not _MARKUP.search(name)


def _signs(where: Where, name: str) -> Iterator[Problem]:
    if _ADDRESS.fullmatch(name):
        hint = "Write a name; addresses belong to 'website', 'contact' or the 'url' of a link."
        yield _problem(where, f"{name!r} is an address, not a name.", hint)
    elif markup := _MARKUP.search(name):
        plain = " ".join(to_plain(parse_line(name)).split())
        is_mendable = plain and plain != name and not _MARKUP.search(plain)
        hint = f"Write it as plain text: {plain}" if is_mendable else "Write it as plain text."
        message = f"{markup.group().strip()!r} is markup, and names are plain text."
        yield _problem(where, message, hint, plain if is_mendable else "")


def _problem(where: Where, message: str, hint: str, meant: str = "") -> Problem:
    is_key = where[0] == "applications" and isinstance(where[-1], str)
    change = ReplaceValue(where, meant)
    fix = ProposedFix("write plain text", (change,), safe=False) if meant and not is_key else None
    return Problem(where, message, hint, fix, on_key=is_key)
