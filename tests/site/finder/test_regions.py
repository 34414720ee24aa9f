"""Values that are countries, regions, or languages are found by their names in other languages."""

import pytest

from catalog_tool.model.fields import FieldValue
from catalog_tool.site.finder.regions import named_values, names_elsewhere
from tests.site.finder.catalogs import finder_of


@pytest.mark.parametrize(
    ("name", "language", "others"),
    [
        ("Switzerland", "en", ["Schweiz", "Suisse"]),
        ("Suisse", "fr", ["Schweiz", "Switzerland"]),
        ("French", "en", ["Französisch", "français"]),
        ("Netherlands", "en", ["Niederlande", "Niederlanden", "Pays-Bas"]),
        ("Switzerland", "pt-BR", ["Schweiz", "Suisse", "Suíça"]),
        ("Switzerland", "xx", ["Schweiz", "Suisse"]),
        ("Any cloud", "en", []),
        ("REST", "en", []),
    ],
)
def test_names_in_the_languages_of_questions(name: str, language: str, others: list[str]) -> None:
    assert list(names_elsewhere(name, language)) == others


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("Workday in the United Kingdom", "uk"),
        ("Workday im Vereinigten Königreich", "uk"),
        ("Workday au Royaume-Uni", "uk"),
        ("Workday in den Vereinigten Staaten", "us"),
        ("Workday aux États-Unis", "us"),
        ("Workday in Europa", "eu"),
    ],
)
def test_a_question_asks_for_a_region_in_its_language(query: str, value: str) -> None:
    answer = finder_of("questions").find(query)
    assert [each.values for each in answer.asked] == [(value,)]
    assert [each.name for each in answer.applications] == ["Workday"]


def test_a_value_that_lists_countries_has_their_names() -> None:
    names = {"dach": "Germany, Austria, and Switzerland", "ch": "Switzerland", "x": "Any cloud"}
    choices = {id_: FieldValue(name=name) for id_, name in names.items()}
    assert named_values(choices, "en") == [
        ["dach", names["dach"], "Deutschland", "Allemagne", "Österreich", "Autriche"],
        ["ch", "Switzerland", "Schweiz", "Suisse"],
        ["x", "Any cloud"],
    ]


def test_a_question_excludes_a_region_in_its_language() -> None:
    english, german = (
        finder_of("questions").find(query)
        for query in (
            "Workday, not in the United States",
            "Workday, nicht in den Vereinigten Staaten",
        )
    )
    assert [each.values for each in german.refused] == [("us",)]
    assert german.applications == english.applications
