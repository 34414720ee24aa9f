"""What answers repeat of a query, and what they claim of its words."""

from dataclasses import replace

import pytest

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder, Match
from tests.site.exporters.catalogs import partner, publication


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    every = [
        partner(
            name="Quillon",
            description="Matters of law firms.\n",
            applications=("NetDocuments", "Epic"),
        ),
        partner(
            name="Stave",
            description="SAP stays. Nothing is planned without a plan. We read Epic only.\n",
            applications=("Epic",),
        ),
        partner(
            name="Ravel",
            description="SAP IDM ends in 2027.\n",
            applications=("SAP IDM",),
        ),
        partner(
            name="Isard",
            description="Projects end with a party, which ends late.\n",
            applications=("SAP IDM",),
        ),
    ]
    known = Vocabulary(
        categories={"legal": Category(name="Legal", description="Contracts of law firms.")},
        applications={"NetDocuments": Application(category="legal")},
    )
    return replace(publication(every).catalog, vocabulary=known)


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ("Kubernetes", "Kubernetes"),
        ("the Kubernetes?", "the Kubernetes?"),
        ("Does anybody connect Kubernetes clusters?", "Kubernetes clusters"),
        ("who connects Node.js and C++?", "Node.js and C++"),
        ("we need anything without SaaS, please", "without SaaS"),
    ],
)
def test_a_long_question_is_repeated_without_words_of_questions(
    catalog: Catalog, query: str, subject: str
) -> None:
    assert Finder(catalog).find(query).subject == subject


def test_no_part_of_a_name_and_no_word_of_a_category_is_called_unsaid(catalog: Catalog) -> None:
    answer = Finder(catalog).find("Epic document contract zebras")
    assert answer.unsaid == ("zebras",)


def test_a_name_that_begins_like_a_word_in_singular_is_a_close_match(catalog: Catalog) -> None:
    answer = Finder(catalog).find("netdocs")
    assert [(each.name, each.match) for each in answer.applications] == [
        ("NetDocuments", Match.CLOSE)
    ]


def test_parts_are_named_as_they_are_typed_without_words_of_questions(catalog: Catalog) -> None:
    together = Finder(catalog).find("NetDocuments and does a Prójects").together
    assert together is not None
    assert [each.name for each in together.applications] == ["NetDocuments", "Prójects"]


def test_a_denial_elsewhere_in_a_sentence_denies_nothing(catalog: Catalog) -> None:
    together = Finder(catalog).find("who reads Epic?").together
    assert together is not None
    assert together.partners == ("p1",)


def test_a_number_in_a_part_is_said_with_its_words(catalog: Catalog) -> None:
    together = Finder(catalog).find("SAP IDM ends in 2027").together
    assert together is not None
    assert [each.name for each in together.applications][-1] == "ends 2027"
    assert together.partners == ("p2",)


def test_a_name_in_a_longer_part_is_the_part(catalog: Catalog) -> None:
    query = "Can you read matters from NetDocuments and quit Epic?"
    together = Finder(catalog).find(query).together
    assert together is not None
    assert {each.name for each in together.applications} == {"NetDocuments", "Epic"}
    assert together.partners == ("p0",)
