"""The finder's texts in small parts, ``assets/finder/words/`` and ``assets/finder/texts/``.

A browser loads only what a query needs: the parts with its words say which texts have them, and
the parts with these texts have the sentences. Like the index, each part is a script with one
assignment.

- ``words/N.js``: ``words``, sorted, and for each word the numbers of its ``texts``, each as the
  difference from the one before, in columns.
- ``texts/N.js``: consecutive texts. Each has ``parts``, pairs of place and text, and, if it is from
  a page, ``name`` and ``address``.

The texts are numbered: first those of the partners, then the sections of pages, last the sections
of pages for contributors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, TypeVar

from catalog_tool.loader.pair import Pair, run_in_pair
from catalog_tool.site.finder.texts import SearchedText
from catalog_tool.text.script_json import script_json

T = TypeVar("T")

FOLDER = "assets/finder/"
ASSIGNMENT = "(globalThis.catalogFinderShards??={})"

DIRECTORY = "directory"
"""Name of the directory if it isn't in the index."""

_LAST = "abcdefghijklmnopqrstuvwxyz012345"
_BEFORE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ6789-_"
"""The last digit of a number, and those before. ``engine/shards.js`` reads them."""

MOST_BYTES = 8_000
"""Bytes of a part before it is compressed, unless one word or text alone needs more."""


@dataclass(frozen=True)
class Shards:
    """The texts of a catalog in parts.

    Attributes:
        directory: which words and texts are in which part, for the index.
        parts: the content of each part by its name.
    """

    directory: Mapping[str, Any]
    parts: Mapping[str, Any]

    @property
    def scripts(self) -> Iterator[tuple[str, str]]:
        """The path and the text of each part's script."""
        for name, data in self.parts.items():
            yield f"{FOLDER}{name}.js", f"{ASSIGNMENT}[{script_json(name)}]={script_json(data)};\n"


def differences(positions: Sequence[int]) -> str:
    """Return ascending numbers, each as the difference from the one before.

    A difference is a number to the base 32. Its last digit has other characters than those before,
    so nothing separates differences.

    >>> differences([0, 1, 33, 40])
    'abBah'
    """
    return "".join(_digits(after - before) for before, after in pairwise((0, *positions)))


def _digits(number: int) -> str:
    before, last = divmod(number, len(_LAST))
    digits = _LAST[last]
    while before:
        before, last = divmod(before, len(_LAST))
        digits = _BEFORE[last] + digits
    return digits


def cut(
    partners: Iterable[SearchedText],
    pages: Iterable[SearchedText] = (),
    rules: Iterable[SearchedText] = (),
) -> Shards:
    """Return the texts of partners, pages, and pages for contributors in parts."""
    partners, pages, rules = list(partners), list(pages), list(rules)
    texts = [*partners, *pages, *rules]
    words = _words(texts)
    blocks = _blocks(texts)
    directory = {
        "words": "\n".join(group[0][0] for group in words),
        "blocks": ",".join(str(len(block)) for block in blocks),
        "pages": _sections(pages),
        "rules": _sections(rules),
    }
    parts: dict[str, Any] = {}
    for number, group in enumerate(words):
        columns = zip(*group, strict=True)
        parts[f"words/{number}"] = dict(
            zip(("words", "texts"), map("\n".join, columns), strict=True)
        )
    for number, block in enumerate(blocks):
        parts[f"texts/{number}"] = [_record(text) for text in block]
    return Shards(directory, parts)


def _words(texts: Sequence[SearchedText]) -> list[list[tuple[str, str]]]:
    """Return each word with its texts, sorted by code units as in JavaScript, in groups."""
    numbered = [*enumerate(texts)]
    found = defaultdict[str, list[int]](list)

    def find_in(pair: Pair) -> Iterable[dict[str, list[int]]]:
        return pair.share(_find_words, numbered, is_last=True)

    for part in run_in_pair(find_in, len(texts)):
        for word, numbers in part.items():
            found[word] += numbers
    every = sorted(found, key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    pairs = ((word, differences(found[word])) for word in every)
    return _grouped(pairs, lambda pair: len(pair[0].encode()) + len(pair[1]) + 2)


def _find_words(numbered: Iterable[tuple[int, SearchedText]]) -> list[dict[str, list[int]]]:
    """Return the words of some texts, each with the numbers of the texts that it is in."""
    found = defaultdict[str, list[int]](list)
    for number, text in numbered:
        for word in text.words:
            found[word].append(number)
    return [found]


def _blocks(texts: Sequence[SearchedText]) -> list[list[SearchedText]]:
    return _grouped(texts, lambda text: len(script_json(_record(text)).encode()))


def _grouped(members: Iterable[T], size_of: Callable[[T], int]) -> list[list[T]]:
    groups: list[list[T]] = []
    left = 0
    for member in members:
        size = size_of(member)
        if not groups or size > left:
            groups.append([])
            left = MOST_BYTES
        groups[-1].append(member)
        left -= size
    return groups


def _sections(texts: Iterable[SearchedText]) -> str:
    """Return the number of sections of each page."""
    pages = groupby(texts, key=lambda text: text.address.partition("#")[0])
    return ",".join(str(len(list(sections))) for _, sections in pages)


def _record(text: SearchedText) -> dict[str, Any]:
    page = {"name": text.name, "address": text.address} if text.name else {}
    return {**page, "parts": text.parts}
