"""Queries that exclude a word that no name or value has, and that texts say."""

import pytest

from catalog_tool.site.finder import Finder
from tests.site.exporters.catalogs import partner, publication


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("Quillmere, but not a loomery", "not a loomery"),
        ("connector for Quillmere, but no loomery", "no loomery"),
        ("Quillmere without a loomery", "without a loomery"),
    ],
)
def test_who_says_what_is_excluded_comes_last(query: str, ignored: str) -> None:
    """No name or value has the word, and a text says it."""
    answer = saying("A family loomery in the hills.", "Looms.", "Connects what you have.").find(
        query
    )
    assert [each.partners for each in answer.applications] == [("p1", "p2", "p0")]
    assert not answer.mentioned
    assert [(each.kind, each.name) for each in answer.nearest] == [("ignored", ignored)]


def test_among_texts_who_says_what_is_excluded_comes_last_too() -> None:
    query = "Who repairs bobbins and spindles, but no partner who works for mills?"
    answer = saying("We repair spindles in mills.", "We repair spindles.").find(query)
    assert [each.id for each in (*answer.mentioned, *answer.partly)] == ["p1", "p0"]


def test_what_only_texts_say_is_excluded_by_its_order() -> None:
    """Nobody denies Ireland, so those who say it come last, and not alone."""
    finder = saying("Customers in Ireland.", "Customers in Porto.")
    answer = finder.find("a partner that is not in Ireland")
    assert not answer.mentioned
    assert [each.id for each in answer.partners] == ["p1", "p0"]
    assert [(each.kind, each.name) for each in answer.nearest] == [("ignored", "not in Ireland")]


@pytest.mark.parametrize(
    ("query", "mentioned"),
    [("no internet connection needed", ["Contoso"]), ("no directory", [])],
)
def test_an_ordinary_word_of_a_name_excludes_no_application(
    query: str, mentioned: list[str]
) -> None:
    text = "It needs no internet.\n"
    entries = [
        partner(name="Contoso", description=text, applications=("Quillmere",)),
        partner(name="Fabrikam", description="Looms.\n", applications=("Oracle Internet Desk",)),
    ]
    answer = Finder(publication(entries).catalog).find(query)
    assert [each.name for each in answer.mentioned] == mentioned
    assert not answer.applications


def test_a_partner_that_is_excluded_is_not_quoted() -> None:
    finder = saying("Spindles and bobbins.", "Bobbins and spindles.")
    answer = finder.find("bobbins and spindles, but not Fabrikam")
    assert [each.id for each in (*answer.mentioned, *answer.partly)] == ["p0"]


def test_who_denies_what_is_excluded_does_not_come_last() -> None:
    finder = saying("A family loomery.", "We run no loomery.")
    answer = finder.find("Quillmere without a loomery")
    assert [each.partners for each in answer.applications] == [("p1", "p0")]
    assert "ignored" not in {each.kind for each in answer.nearest}


def saying(*texts: str) -> Finder:
    """Return the finder of partners that list the same application and say these texts."""
    entries = [
        partner(name=name, description=f"{text}\n", applications=("Quillmere",))
        for name, text in zip(("Contoso", "Fabrikam", "Litware"), texts, strict=False)
    ]
    return Finder(publication(entries).catalog)
