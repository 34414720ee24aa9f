"""What holds for every query of every catalog: no entry is denied, and filters only remove."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.partner import Partner
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder, FinderAnswer
from catalog_tool.site.finder.words import light_words
from tests.site.exporters.catalogs import partner, publication

NAMES = (
    "Contoso",
    "Fabrikam Bridge",
    "Zürich Gate",
    "Łódź Sync",
    "東京リンク",
    "Node.js Co",
    "C++ Labs",
)
APPLICATIONS = ("Epic", "Epicor", "IBM RACF", "SAP R/3", "Ørsted Payroll", "Chris 21", "Top-Secret")
WORDS = (
    *(
        "Linux",
        "servers",
        "databases",
        "directory",
        "badges",
        "Kerberos",
        "payroll",
        "Epic",
        "RACF",
    ),
    *("Zürich", "Ørsted", "Straße", "東京都", "AS/400", "C++", "R/3", "chris21", "top", "secret"),
    *(
        "the",
        "gateway",
        "for",
        "applications",
        "who",
        "connects",
        "rest",
        "sql",
        "inbound",
        "naïve",
    ),
)
LIGHT = frozenset[str]().union(*light_words().values())

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
partners = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "description": sentences.map(lambda text: f"It reads {text}.\n"),
    },
    optional={
        "applications": st.lists(st.sampled_from(APPLICATIONS), min_size=1, unique=True).map(tuple),
        "interfaces": st.just(("rest", "sql")),
        "directions": st.sampled_from([("outbound",), ("inbound", "outbound")]),
        "products": st.just(("HostLink",)),
    },
)
catalogs = st.lists(partners, min_size=1, max_size=4, unique_by=lambda each: each["name"]).map(
    lambda every: publication([partner(**each) for each in every]).catalog
)
queries = st.lists(st.sampled_from((*WORDS, *NAMES, *APPLICATIONS)), min_size=1, max_size=3).map(
    " ".join
)
filters = st.fixed_dictionaries(
    {},
    optional={
        "directions": st.sampled_from([["inbound"], ["outbound"], ["inbound", "outbound"]]),
        "interfaces": st.sampled_from([["rest"], ["soap"]]),
        "category": st.just(["mainframe"]),
    },
)


def shown(answer: FinderAnswer) -> set[str]:
    """Return the ids of all partners in an answer."""
    listing = {id_ for each in answer.applications for id_ in each.partners}
    mentioned = {each.id for each in answer.mentioned}
    return listing | mentioned | {each.id for each in answer.partners}


def names_of(answer: FinderAnswer) -> list[list[str]]:
    return [
        [each.name for each in answer.applications],
        [each.name for each in answer.partners],
        [each.name for each in answer.mentioned],
        [each.name for each in answer.nearest],
    ]


def partners_with(word: str, catalog: Catalog) -> set[str]:
    return {e.id for e in catalog.entries if word in e.partner.description.rstrip(".\n").split()}


@settings(max_examples=30)
@given(catalogs)
def test_no_word_of_an_entry_is_denied(catalog: Catalog) -> None:
    finder = Finder(catalog)
    for word in WORDS:
        saying = partners_with(word, catalog)
        if saying and word.lower() not in LIGHT:
            answer = finder.find(word)
            assert answer.is_found, word
            if not answer.applications and not answer.partners:
                assert saying <= {each.id for each in answer.mentioned}, word


@settings(max_examples=30)
@given(catalogs, queries)
def test_case_accents_and_separators_do_not_matter(catalog: Catalog, query: str) -> None:
    finder = Finder(catalog)
    expected = names_of(finder.find(query))
    variants = {query.upper(), query.lower(), unicodedata.normalize("NFD", query), f" {query}? "}
    for variant in variants - {query}:
        if variant.lower() != variant.upper().lower():
            continue  # capitals of ß are two letters
        assert names_of(finder.find(variant)) == expected, variant


@settings(max_examples=30)
@given(catalogs, queries, filters)
def test_filters_only_remove_and_what_is_left_states_them(
    catalog: Catalog, query: str, chosen: dict[str, list[str]]
) -> None:
    finder = Finder(catalog)
    left = finder.find(query, chosen)
    assert shown(left) <= shown(finder.find(query))
    for id_ in shown(left):
        stated: Partner = catalog.by_id[id_].partner
        for key, values in chosen.items():
            if key != "category":
                assert set(values) & set(stated.fields.get(key, ())), (id_, key)
    together = left.together.partners if left.together else ()
    assert set(together) <= shown(left)


@settings(max_examples=30)
@given(catalogs, queries)
def test_all_of_several_applications_are_listed(catalog: Catalog, query: str) -> None:
    answer = Finder(catalog).find(query)
    if answer.together:
        names = {each.name for each in answer.together.applications if each.slug}
        others = {each.name for each in answer.together.others if each.slug}
        for id_ in answer.together.partners:
            listed = set(catalog.application_names(catalog.by_id[id_]))
            assert names <= listed
            assert others.isdisjoint(listed)


PHRASES = {
    "apart": "The lifecycle of a badge. Management of a user.",
    "before": "User access, and management of its lifecycle.",
    "half": "It has lifecycle management for each user.",
    "together": "It does user lifecycle management.",
}


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("user lifecycle management", ["together", "half"]),
        ("users' lifecycle management", ["together", "half"]),
        ("who offers lifecycle management?", ["half", "together"]),
        ("user access", ["before"]),
    ],
)
def test_texts_with_the_words_together_come_first(query: str, best: list[str]) -> None:
    partners = [partner(name=name, description=f"{text}\n") for name, text in PHRASES.items()]
    mentioned = Finder(publication(partners).catalog).find(query).mentioned
    assert [each.name for each in mentioned][: len(best)] == best


@settings(max_examples=30)
@given(catalogs, st.text("jqwxz", min_size=5, max_size=9))
def test_nothing_is_offered_for_gibberish(catalog: Catalog, query: str) -> None:
    answer = Finder(catalog).find(query)
    assert names_of(answer) == [[], [], [], []]
    assert not answer.may_connect
    assert not answer.partly


def in_category(name: str, applications: tuple[str, ...], every: list[Partner]) -> Catalog:
    """Return a catalog in which these applications are in one category."""
    known = Vocabulary(
        categories={"one": Category(name=name, description="What is in it.")},
        applications={each: Application(category="one") for each in applications},
    )
    return replace(publication(every).catalog, vocabulary=known)


def test_a_whole_word_of_a_text_is_not_the_beginning_of_another_name() -> None:
    hotels = partner(name="Fabrikam", description="Hotels.\n", applications=("Oracle OPERA",))
    clinics = partner(name="Contoso", description="Accounts of a hospital.\n")
    finder = Finder(in_category("Hospitality", ("Oracle OPERA",), [hotels, clinics]))
    assert [each.id for each in finder.find("hospital").mentioned] == ["p1"]
    assert not finder.find("hospital").applications
    for query in ("hospit", "hospitality"):
        assert [each.name for each in finder.find(query).applications] == ["Oracle OPERA"]


def test_of_what_a_weak_word_finds_what_partners_with_the_rest_list_comes_first() -> None:
    applications = ("Avaloq", "Finacle", "Temenos")
    states: list[dict[str, tuple[str, ...]]] = [
        {"directions": ("inbound",)},
        {"directions": ("outbound",), "interfaces": ("rest",)},
        {"directions": ("inbound",), "interfaces": ("rest",)},
    ]
    every = [
        partner(name=f"Partner {number}", applications=(name,), **stated)
        for number, (name, stated) in enumerate(zip(applications, states, strict=True))
    ]
    finder = Finder(in_category("Banking", applications, every))
    found = [each.name for each in finder.find("inbound rest bank").applications]
    assert found[0] == "Temenos"
    assert sorted(found) == ["Avaloq", "Finacle", "Temenos"]
