"""What entries and pages say in words, for queries that no name answers.

``engine/words.js`` splits queries by the same rules. A test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Literal
from urllib.parse import urlsplit

from catalog_tool.model.catalog import Entry
from catalog_tool.model.former_partners import FormerPartners
from catalog_tool.site.messages import Messages
from catalog_tool.text.markup import to_plain
from catalog_tool.text.ordering import latin, separate_words

Place = Literal["description", "note", "link", "host", "field", "page"]
"""Where a text stands: in the description or the summary, in the note or the names of groups, in
the label of a link, in an address, in an own field, or on a page of the owner."""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """What one partner, or one section of a page, says.

    Attributes:
        parts: each text with its place.
        name: title of the page; empty for a partner, whose name the index has.
        address: address of the section below the site; empty for a partner.
    """

    parts: tuple[tuple[Place, str], ...]
    name: str = ""
    address: str = ""

    @property
    def words(self) -> frozenset[str]:
        """The words by which it is found, and the pairs of neighbors by which it is ranked."""
        texts = [self.name, *(text for _, text in self.parts)]
        return frozenset(chain.from_iterable((*text_words(text), *pairs(text)) for text in texts))


def text_of(entry: Entry) -> SearchedText:
    """Return what an entry says besides names, which the index has."""
    partner = entry.partner
    parts: list[tuple[Place, str]] = [
        ("description", to_plain(entry.description)),
        ("description", partner.summary or ""),
        ("note", to_plain(entry.note)),
    ]
    parts += [("note", str(where[-1])) for where, _ in partner.application_lists() if where[1:]]
    parts += [("field", text) for _, text in partner.own_values("text")]
    parts += [("field", partner.tested_by or "")]
    parts += [("link", link.label) for link in partner.links]
    addresses = dict.fromkeys(address for _, address in partner.addresses())
    parts += [("host", _bare(address)) for address in addresses]
    return SearchedText(tuple((place, text) for place, text in parts if text))


def former_texts(records: FormerPartners, messages: Messages) -> Iterator[SearchedText]:
    """Yield what the pages of the partners that left say, so that nobody takes one for unknown.

    Args:
        records: the records of former partners.
        messages: the words of the site.
    """
    for identifier, record in records.former.items():
        # A partner that moved has another page, unless that partner left too.
        if last := records.former.get(records.move_chain(identifier)[-1]):
            title = messages.gettext("%(name)s is no longer listed", name=record.name)
            text = f"{record.name}: {last.reason}" if last.reason else title
            yield SearchedText((("page", text),), title, f"partners/{identifier}/")


def _bare(address: str) -> str:
    """Return the host of an address, with the path of a web address, as people read them.

    >>> _bare("https://www.contoso.com/gateway/")
    'contoso.com/gateway'
    """
    parts = urlsplit(address)
    if not parts.netloc:
        return address.rpartition("@")[2]
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")


# Scripts without spaces, and letters that begin a Korean syllable.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u115f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUNS = re.compile(f"[0-9]+|[{_DENSE}]+|[^0-9{_DENSE}]+")
_IS_DENSE = re.compile(f"[{_DENSE}]")
_COMPOUNDS = re.compile(r"[^\W_]+(?:(?:[-./&'’]|(?<=\d),(?=\d{3}))[^\W_]+)+")
_SEPARATORS = re.compile(r"\W")
_ASCII_WORDS = re.compile(r"[a-z0-9]+")
_SIGNS = (
    (re.compile(r"(?<=[a-z])\+\+(?![a-z0-9+])"), " plusplus "),
    (re.compile(r"(?<=[a-z])#(?![a-z0-9#])"), " sharp "),
    (re.compile(r"(?<![a-z0-9.])\.net(?![a-z0-9])"), " dot net"),
)
"""Signs that are a part of names: C++, C#, .NET."""

_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![su])s$")

SHORTEST_OF_PAIR = 3
"""Letters of a word that ranks together with its neighbor."""

MOST_LETTERS = 40
"""Letters of a word that are kept. No query needs more to find it."""


def text_words(text: str) -> Iterator[str]:
    """Yield the words of a text by which it is found, some of them several times.

    Digits are separate words, and also a part of the word beside them. Words with only a sign
    between them, such as a hyphen or a period, are also one word, and so is 10,000. In scripts
    without spaces, each pair of characters is a word, and so is the last character of a run.

    >>> list(text_words("AS/400, 東京都"))
    ['as', '400', '東京', '京都', '都', 'as400', 'as400', 'as400']
    """
    folded = latin(text)
    spelled = _spelled(folded)
    for word in spelled:
        if word.isascii() and word.isalpha():
            yield word[:MOST_LETTERS]
            continue
        runs = _RUNS.findall(word)
        for run in runs:
            yield from _dense_words(run) if _IS_DENSE.match(run) else (run[:MOST_LETTERS],)
        if len(runs) > 1:
            yield word[:MOST_LETTERS]
    for before, word in pairwise(spelled):
        if before[-1].isdigit() != word[0].isdigit() and not _IS_DENSE.search(before[-1] + word[0]):
            yield f"{before}{word}"[:MOST_LETTERS]
    for compound in _COMPOUNDS.findall(folded):
        pieces = _SEPARATORS.split(compound)
        yield "".join(pieces)[:MOST_LETTERS]
        yield from ((before + piece)[:MOST_LETTERS] for before, piece in pairwise(pieces))


def pairs(text: str) -> Iterator[str]:
    """Yield each two neighboring words of a text, both in singular, unless one is very short.

    A pair begins with a space, so no beginning of a word finds it.

    >>> list(pairs("User accounts of partners"))
    [' user account']
    """
    spelled = [word[:MOST_LETTERS] for word in _spelled(latin(text))]
    singular = [_PLURAL.sub("", word) if word[-1] == "s" else word for word in spelled]
    for both, (before, word) in zip(pairwise(spelled), pairwise(singular), strict=True):
        if min(map(len, both)) >= SHORTEST_OF_PAIR:
            yield f" {before} {word}"


@lru_cache(1)  # first for the words of a text, then for their pairs
def _spelled(folded: str) -> list[str]:
    for pattern, words in _SIGNS:
        folded = pattern.sub(words, folded)
    return _ASCII_WORDS.findall(folded) if folded.isascii() else separate_words(folded).split()


def _dense_words(run: str) -> Iterator[str]:
    yield from (run[at : at + 2] for at in range(len(run)))
