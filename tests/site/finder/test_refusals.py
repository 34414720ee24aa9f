"""Queries that refuse something in other ways than "X but not Y"."""

from dataclasses import replace

import pytest

from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder
from tests.site.exporters.catalogs import partner, publication

CATEGORIES = {"ledger": Category(name="Ledgers", description="Bookkeeping.")}
APPLICATIONS = {
    name: Application(category="ledger")
    for name in ("Quill", "Quillor", "Tarnbook", "Umberfold", "Vexa")
}


def finder() -> Finder:
    entries = [
        partner(name=f"{name} Partner", description="Accounts.\n", applications=(name,))
        for name in APPLICATIONS
    ]
    vocabulary = Vocabulary(categories=CATEGORIES, applications=APPLICATIONS)
    return Finder(replace(publication(entries).catalog, vocabulary=vocabulary))


FINDER = finder()


@pytest.mark.parametrize(
    "query",
    [
        "bookish programs other than Quill or Vexa",
        "which ledgers are there besides Quill or Vexa?",
        "ledgers except Quill or Vexa",
        "ledgers, but neither Vexa nor Quill",
    ],
)
def test_a_joining_word_after_a_name_is_no_end_of_another_name(query: str) -> None:
    found = [each.name for each in FINDER.find(query).applications]
    assert found == ["Quillor", "Tarnbook", "Umberfold"]
