"""A name is an address, markup, or a word such as null.

Names are plain text. These aren't accepted: web and email addresses, also inside a name, Markdown
and HTML, words such as ``null`` and ``undefined``, and a partner whose name is only digits,
``test``, or ``true``. *Booking.com*, *C++*, *AT&T*, and *1&1* are fine.

Why:
    Asterisks, brackets, and tags would appear on every page that shows the name of the partner or
    the application. Addresses belong in ``website`` or ``contact``, where readers can click them.

Bad:
    applications:
      - "**IBM Maximo**"

Good:
    applications:
      - IBM Maximo
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from catalog_tool.linter.rules._texts import is_group_name, is_sentence, name_texts
from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue, Where
from catalog_tool.text.markup import parse_line, to_plain
from catalog_tool.text.refusals import Refusal, first_refusal

CODE = "CAT127"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT

NOTHING = Refusal(
    r"^(?:null|nil|nan|none|undefined|\[object object\]|#n/?a|#ref!)\Z",
    "is what programs write for a missing value",
    "Write the name, or remove the line.",
    ignores_case=True,
)
ADDRESS = Refusal(
    r"^(?:(?:https?:|www\.|mailto:)\S*|[^\s@]+@[^\s@]+\.[^\s@]+)\Z",
    "is an address, not a name",
    "Write a name. Addresses belong in 'website', 'contact', or the 'url' of a link.",
    ignores_case=True,
)
ADDRESS_INSIDE = Refusal(
    r"(?:^|[^A-Za-z0-9.-])(?:https?:/|www\.)[^\s.]|[^\s@]@[^\s@.]+\.[^\s@.]",
    "contains an address",
    "Write only the name. Addresses belong in 'website', 'contact', or the 'url' of a link.",
    ignores_case=True,
)
# The sign % is in brackets: the form's page has this pattern, and must not have a template tag.
PLACEHOLDER = Refusal(
    r"^<(?:your|insert|enter)\b[^<>]*>\Z|\{\{.*\}\}|\{[%].*%\}|\$\{.*\}",
    "is a placeholder",
    "Write the name.",
    ignores_case=True,
    quotes_match=True,
)
MARKUP = Refusal(
    r"(\*\*|__|~~|`)\S(?:.*\S)?\1|!?\[[^\]]*\]\([^)]*\)|</?[A-Za-z!][^>]*>"
    r"|\{\{.*\}\}|\{[%].*%\}|\$\{.*\}|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,10});"
    r"|^(?:(?:[#>]|#{2,6}|[-–—+*•]|\[[ xX]?\]|[☐☒❌✗✘])(?= )|\*\S.*\S\*\Z|_\S.*\S_\Z)",
    "is markup, but names are plain text",
    "Write it as plain text.",
    quotes_match=True,
)
TEXT_MARKUP = replace(MARKUP, reason="is markup, but this is shown as plain text")
# In the name of a partner, these signs claim an approval, which another rule reports.
TICK = Refusal("^[☑✓✔✅](?= )", MARKUP.reason, MARKUP.hint, quotes_match=True)
NOBODY = Refusal(
    r"^(?:[\d .]+|true|false|unknown|test|name)\Z",
    "is not the name of a partner",
    "Write the registered name of the company.",
    ignores_case=True,
)
# A name or text without any of these passes.
_SIGNS = re.compile(rf"[@*_~`\[<&#>:{{+☐☑☒✓✔✅❌✗✘–—•-]|www\.|{NOTHING.pattern}", re.IGNORECASE)


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Check each name, label, and plain text."""
    for where, name in name_texts(entry):
        if not _SIGNS.search(name):
            continue
        if is_sentence(where, catalog):
            if message := TEXT_MARKUP.sentence_against(name):
                yield _markup_problem(where, name, message)
        elif message := NOTHING.sentence_against(name):
            yield _problem(where, message, NOTHING.hint)
        else:
            yield from _signs(where, name)
    if message := NOBODY.sentence_against(entry.partner.name):
        yield Problem(("name",), message, NOBODY.hint)


def is_usable(name: str) -> bool:
    """Return whether a name is neither an address nor markup."""
    return first_refusal((ADDRESS, MARKUP, TICK, ADDRESS_INSIDE), name) is None


def _signs(where: Where, name: str) -> Iterator[Problem]:
    if message := ADDRESS.sentence_against(name):
        yield _problem(where, message, ADDRESS.hint)
    elif message := PLACEHOLDER.sentence_against(name):
        yield _problem(where, message, PLACEHOLDER.hint)
    elif message := _markup_sentence(where, name):
        yield _markup_problem(where, name, message)
    elif message := ADDRESS_INSIDE.sentence_against(name):
        yield _problem(where, message, ADDRESS_INSIDE.hint)


def _markup_problem(where: Where, text: str, message: str) -> Problem:
    plain = " ".join(to_plain(parse_line(text)).split())
    is_fixable = plain and plain != text and is_usable(plain)
    hint = f"Write it as plain text: {plain}" if is_fixable else MARKUP.hint
    return _problem(where, message, hint, plain if is_fixable else "")


def _markup_sentence(where: Where, name: str) -> str:
    tick = "" if where == ("name",) else TICK.sentence_against(name)
    return tick or MARKUP.sentence_against(name)


def _problem(where: Where, message: str, hint: str, meant: str = "") -> Problem:
    is_key = is_group_name(where)
    change = ReplaceValue(where, meant)
    fix = ProposedFix("write plain text", (change,), safe=False) if meant and not is_key else None
    return Problem(where, message, hint, fix, on_key=is_key)
