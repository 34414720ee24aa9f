"""German and French words find entries in English, and English words nothing else."""

import pytest

from catalog_tool.site.finder import Finder
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.engine import in_javascript


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("genehmigung", ["approval"]),
        ("genehmigungen", ["approval"]),
        ("verwaisten", ["orphaned"]),
        ("karten", ["card"]),
        ("avocats", ["law"]),
        ("pays", []),
        ("demands", []),
        ("commands", []),
        ("sales", []),
    ],
)
def test_a_word_has_its_english_words(word: str, english: list[str]) -> None:
    assert in_javascript("catalogFinder.inEnglish", [word]) == [english]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("Notfallkonten mit zwei Genehmigungen", ["Emergency", "two", "approvals"]),
        ("Genehmigungen für Krankenschwestern", ["nurses", "approvals"]),
        ("comptes d'urgence des infirmiers", ["Emergency", "nurses"]),
    ],
)
def test_a_question_in_another_language_is_answered_by_an_entry_in_english(
    query: str, marked: list[str]
) -> None:
    text = "Emergency logins of nurses need two approvals.\n"
    entries = [
        partner(name="Contoso", description="Something else.\n", applications=("Epic",)),
        partner(name="Fabrikam", description=text, applications=("Epic",)),
    ]
    answer = Finder(publication(entries).catalog).find(query)
    found, *others = (*answer.mentioned, *answer.partly)
    assert (found.name, others) == ("Fabrikam", [])
    assert [found.sentence[start:end] for start, end in found.marks] == marked
