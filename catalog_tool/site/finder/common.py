"""Words that mean less in a question than others, because they are what a whole catalog is about.

A catalog of identity connectors is asked for "an identity connector for SAP". No list has these
words: they are those of the catalog's own name, and those that many partners say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.site.finder.texts import text_of
from catalog_tool.text.ordering import latin, separate_words

_MOST_READ = 300
"""Entries, because more of them say the same."""
_SHORTEST = 4
"""Letters, because a shorter word may be a part of a name, such as Sun ONE."""
_LEAST_READ = 8
_SHARE = 3
"""One of so many partners says a common word."""


def common_words(catalog: Catalog, names: Iterable[str]) -> frozenset[str]:
    """Return the words that say little, except those of what can be asked for.

    Args:
        catalog: the catalog.
        names: what the catalog and its platform are called.
    """
    entries = catalog.entries[:_MOST_READ]
    counts = Counter(word for entry in entries for word in _words(_texts(entry)))
    is_read = len(entries) >= _LEAST_READ
    said = {word for word, count in counts.items() if is_read and _SHARE * count >= len(entries)}
    known = _words(_known(catalog))
    common = (said | _words(names)) - known
    return frozenset(word for word in common if word.isalpha() and len(word) >= _SHORTEST)


def _texts(entry: Entry) -> Iterator[str]:
    yield entry.title
    yield from (text for place, text in text_of(entry).parts if place in {"description", "note"})


def _known(catalog: Catalog) -> Iterator[str]:
    """Yield all that can be asked for: applications, vendors, categories, and values."""
    for application in catalog.applications:
        yield application.name
    for name, known in catalog.vocabulary.applications.items():
        yield from (name, known.vendor or "", *known.aliases)
    for category in catalog.vocabulary.categories.values():
        yield from (category.name, category.description)
    for field in catalog.fields.values():
        yield field.label
        for value, choice in field.choices.items():
            yield from (value, choice.name, *choice.aliases)


def _words(texts: Iterable[str]) -> set[str]:
    return set(separate_words(latin(" ".join(texts))).split())
