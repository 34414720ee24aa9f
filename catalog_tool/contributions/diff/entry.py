"""Compares one entry, as readers see it."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.contributions.diff.changes import FieldChange, ProseChanged, WordsChanged
from catalog_tool.contributions.diff.prose import changed_runs
from catalog_tool.model.catalog import Entry
from catalog_tool.model.changes import added_and_removed, stated_changes, values_changed
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.text.markup import Markup, to_html, to_plain
from catalog_tool.text.words import count_words

_ATTESTATION = ("tested_on", "tested_by")


def entry_changes(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[FieldChange]:
    """Yield what readers will see change in an entry.

    Args:
        before: the entry as it was, or :data:`NOTHING`.
        after: the entry as it will be.
        vocabulary: the new vocabulary; another spelling of an application is not a change.
    """
    seen = tuple(_seen(before, after, vocabulary))
    yield from seen
    words = WordsChanged(_words(before), _words(after))
    # Readers don't see the count, so it accompanies other changes but isn't a change by itself.
    if seen and words.before != words.after:
        yield words
    yield from values_changed(_ATTESTATION, before, after)


def _seen(before: Entry, after: Entry, vocabulary: Vocabulary) -> Iterator[FieldChange]:
    yield from stated_changes(before, after, vocabulary)
    yield from text_changes("applications_note", before.note, after.note)
    yield from text_changes("description", before.description, after.description)


def text_changes(key: str, before: Markup, after: Markup) -> Iterator[FieldChange]:
    """Yield the changed words and links of a text."""
    if before.text.strip() == after.text.strip() or _look(before) == _look(after):
        return
    runs = changed_runs(to_plain(before), to_plain(after))
    targets = tuple(added_and_removed(f"{key}_links", _targets(before), _targets(after)))
    yield from targets
    if runs or not targets:
        yield ProseChanged(key, runs)


def _look(markup: Markup) -> tuple[object, ...]:
    """Return what readers see of a text; where its lines end in the file makes no difference."""
    inline = (each for token in markup.tokens for each in token.children or ())
    return to_html(markup).split(), [each.attrs for each in inline if each.attrs]


def _targets(markup: Markup) -> Iterator[str]:
    """Yield each link of a text, because a changed target doesn't show in the words."""
    for anchor in markup.anchors:
        yield f"{anchor.text}: {anchor.target}"


def _words(entry: Entry) -> int:
    return sum(count_words(text) for _, text in entry.published_texts())
