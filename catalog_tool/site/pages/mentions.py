"""Who mentions an application in its own words without listing it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from markupsafe import Markup as SafeHtml

from catalog_tool.model.catalog import Catalog, Entry, ListedApplication
from catalog_tool.site.finder.texts import text_of
from catalog_tool.text.markup import inert
from catalog_tool.text.phrases import CUT

SHOWN = 50
"""Most mentions that a page quotes, in the order of the catalog."""

_WORDS = re.compile(r"\w+")
_SENTENCES = re.compile(r"[^\s].*?(?:[.!?]+(?=\s)|[。！？]|$)", re.MULTILINE)
_AROUND = 90
"""Characters of a sentence before and after the name. The rest is cut at words."""
_IN_WORDS = {"description", "note"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A partner with the sentence that names an application; the name is marked in it."""

    entry: Entry
    quote: SafeHtml


_Found = dict[str, Mention]
"""The first mention of each partner, by its id."""


class Mentions:
    """The mentions of all applications, found in one pass through the texts of the catalog.

    A name counts only as it is spelled, so that "slack" in a sentence isn't the product. Of names
    inside one another, the longest counts: "SAP ERP Payroll" doesn't mention SAP ERP.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._names = _names_by_first_word(catalog)
        self._found = defaultdict[str, _Found](dict)
        for entry in catalog.entries:
            listed = catalog.listed_names[entry.id]
            for place, text in text_of(entry).parts:
                if place in _IN_WORDS:
                    for sentence in _SENTENCES.findall(text):
                        self._read(entry, sentence, listed)

    def of(self, application: ListedApplication) -> tuple[Mention, ...]:
        """Return the mentions by partners that don't list an application, in catalog order."""
        return tuple(self._found.get(application.name, {}).values())

    def _read(self, entry: Entry, sentence: str, listed: Collection[str]) -> None:
        for name, start, end in self._names_in(sentence):
            found = self._found[name]
            if name not in listed and entry.id not in found:
                found[entry.id] = Mention(entry, _quote(sentence, start, end))

    def _names_in(self, sentence: str) -> Iterator[tuple[str, int, int]]:
        spelled = _WORDS.findall(sentence)
        if self._names.keys().isdisjoint(spelled):
            return
        words = [*_WORDS.finditer(sentence)]
        end = 0  # of the name before
        for at, word in enumerate(spelled):
            fitting = [
                (at + len(parts), name)
                for parts, name in self._names.get(word, ())
                if at >= end
                and spelled[at : at + len(parts)] == parts
                and not _may_be_a_word(spelled, at, at + len(parts))
            ]
            end = max((last for last, _ in fitting), default=end)
            for last, name in fitting:
                if last == end:
                    yield name, words[at].start(), words[end - 1].end()


def _names_by_first_word(catalog: Catalog) -> dict[str, list[tuple[list[str], str]]]:
    """Return the words of each name and alias with the name, by the first word."""
    names = defaultdict[str, list[tuple[list[str], str]]](list)
    spellings = {each.name: (each.name,) for each in catalog.applications} | {
        name: (name, *known.aliases) for name, known in catalog.vocabulary.applications.items()
    }
    for name, every in spellings.items():
        for spelled in every:
            if words := _WORDS.findall(spelled):
                names[words[0]].append((words, name))
    return names


def _may_be_a_word(spelled: list[str], first: int, last: int) -> bool:
    """Return whether a name may be an ordinary word: by its case, or as a sentence begins."""
    name, following = spelled[first], spelled[last : last + 1]
    if last - first > 1 or not name.isalpha():
        return False
    begins_sentence = first == 0 and any(map(str.islower, following))
    return name.islower() or (begins_sentence and name.istitle())


def _quote(sentence: str, start: int, end: int) -> SafeHtml:
    before, after = sentence[:start], sentence[end:]
    if len(before) > _AROUND:
        before = CUT + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + CUT
    mark = SafeHtml("<mark>{}</mark>").format(inert(sentence[start:end]))
    return SafeHtml("“{}{}{}”").format(inert(before), mark, inert(after))
