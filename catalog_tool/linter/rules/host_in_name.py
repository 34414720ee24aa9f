"""A name contains the host name of a website.

Write the name without it. A domain can be a brand: as the whole name (*booking.com*), with a
capital letter at the beginning or after a word such as *for* (*Contoso for Monday.com*), or if the
vocabulary has it. *ASP.NET* is fine too. Otherwise, an admin can make an exception.

Why:
    Readers can't tell whether the address is part of the name or is meant to lead them somewhere.
    Addresses belong in ``website`` or ``contact``, where they are checked and can be clicked.

Bad:
    applications:
      - IBM Maximo (contoso.com)

Good:
    applications:
      - IBM Maximo
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.linter.rules._texts import is_group_name, is_sentence, name_texts
from catalog_tool.linter.rules.unusable_name import is_usable
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.characters.letters import is_letter_or_digit
from catalog_tool.text.refusals import Refusal
from catalog_tool.text.urls.domains import is_domain, registrable_domain

CODE = "CAT141"
SEVERITY = Severity.ERROR

_HOST = re.compile(r"(?<![\w.@-])[\w-]+(?:\.[\w-]+)+(?![\w@-])")
# Abbreviations that people write without a space after them: Co.KG, Pty.Ltd, St.Gallen.
_ABBREVIATIONS = frozenset({"co", "corp", "dr", "inc", "ltd", "mr", "pty", "pvt", "sdn", "st"})
_PLATFORM = ".NET"
_LAST_OF_LATIN = "\u024f"
_BEFORE_BRAND = re.compile(
    r"(?:^[\W\d]*|\b(?:and|by|for|from|in|of|on|to|with|de|für|mit|para|per|pour|von|y)\s|&\s)\W*\Z",
    re.IGNORECASE,
)
_COMPANY_FORM = r"(?:ag|bv|corp|gmbh|inc|llc|ltd|plc|sa|se)\b"
_AFTER_BRAND = re.compile(rf"(?:\W*{_COMPANY_FORM})?\W*\Z", re.IGNORECASE)


_HINT = (
    "Write the name without it. Addresses belong in 'website' or 'contact'. "
    "If it's part of the name, ask an admin for an exception in _exceptions.yaml."
)
HOST = Refusal(
    rf"[^\W\d_].*?(?<![\w.@-])(?P<found>(?!(?:{'|'.join(sorted(_ABBREVIATIONS))})\.)[a-z][\w-]*(?:\.[\w-]+)*"
    r"\.(?:com|net|org|io|eu|de|ch|at|fr|nl|uk|us|ai|app|dev|cloud))(?![\w@-]|\.[\w-])",
    "contains a host name: '{found}'",
    _HINT,
)
"""What certainly is one: in lowercase and after a letter, with a common ending."""


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report the first host name in each name."""
    for where, name in name_texts(entry):
        if "." not in name or catalog.vocabulary.knows(name) or not is_usable(name):
            continue
        if where[0] == "links" or is_sentence(where, catalog):  # they may name where something is
            continue
        if host := host_in(name, catalog.vocabulary):
            message = f"{name!r} contains a host name: {host!r}."
            is_key = is_group_name(where)
            yield Problem(where, message, _HINT, on_key=is_key, quote="" if is_key else host)


def host_in(name: str, vocabulary: Vocabulary) -> str:
    """Return the first host name in a name, or ``""``; one that is a brand doesn't count."""
    for found in _HOST.finditer("".join(map(_known_character, name))):
        host = name[slice(*found.span())]
        if _is_host(host) and not (vocabulary.knows(host) or _is_brand(found)):
            return host
    return ""


def _known_character(char: str) -> str:
    """Return a letter or sign that patterns treat equally in every version of Python."""
    if char <= _LAST_OF_LATIN:
        return char
    return "é" if is_letter_or_digit(char) else "·"


def _is_host(host: str) -> bool:
    if host.endswith(_PLATFORM) or host.partition(".")[0].lower() in _ABBREVIATIONS:
        return False
    return is_domain(host.lower())


def _is_brand(found: re.Match[str]) -> bool:
    host = found[0].lower()
    before, after = found.string[: found.start()], found.string[found.end() :]
    if registrable_domain(host) != host or not _BEFORE_BRAND.search(before):
        return False
    # The domain beside the name that it belongs to is an address: contoso.com Contoso.
    is_repeated = host.partition(".")[0] in re.findall(r"\w+", f"{before} {after}".lower())
    is_whole = not any(map(str.isalpha, before)) and _AFTER_BRAND.match(after) is not None
    return not is_repeated and (is_whole or not found[0][0].islower())
