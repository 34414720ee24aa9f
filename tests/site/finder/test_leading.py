"""Which part of an answer comes first: the one whose first result has most of the question."""

from dataclasses import replace

import pytest

from catalog_tool.model.catalog import Catalog
from catalog_tool.model.partner import Partner
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder, FinderAnswer, Match
from tests.site.exporters.catalogs import partner, publication

APPLICATIONS = ("Siemens Opcenter", "USU Service Management", "Workday")
TEXTS = {
    "Dovetail": "It sends every change to your SIEM.",
    "Nightjar Service Accounts": "It finds accounts without an owner.",
    "Redcap": "It checks fingerprints at airports.",
    "Ruelle": "Ruelle est certifié HDS.",
    "Tansy": "Row access of tables is checked.",
    "Vaultmere": "Orphaned management accounts are listed. Workspace rights are counted.",
}


def catalog_of(*others: Partner) -> Catalog:
    """Return a catalog of partners that say something, and of others that only list or state it."""
    saying = [partner(name=name, description=f"{text}\n") for name, text in TEXTS.items()]
    listing = [
        partner(name=f"Bridge {number}", applications=(name,), directions=("inbound",))
        for number, name in enumerate(APPLICATIONS)
    ]
    known = Vocabulary(
        categories={"hr": Category(name="Hospitals", description="Patients.")},
        applications={"Workday": Application(category="hr")},
    )
    return replace(publication([*saying, *listing, *others]).catalog, vocabulary=known)


@pytest.fixture(scope="module")
def finder() -> Finder:
    rowan = partner(name="Rowan Advisory", applications=("Access Vault",))
    return Finder(catalog_of(rowan))


def first_of(answer: FinderAnswer) -> str:
    return getattr(answer, answer.leading)[0].name  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("query", "leading", "first"),
    [
        ("siem", "mentioned", "Dovetail"),
        ("SIEM feeds", "partly", "Dovetail"),
        ("siemen", "applications", "Siemens Opcenter"),
        ("siemens", "applications", "Siemens Opcenter"),
        ("workday", "applications", "Workday"),
        ("service accounts", "partners", "Nightjar Service Accounts"),
        ("service management", "applications", "USU Service Management"),
        ("service", "applications", "USU Service Management"),
        ("fingerprint checks for an inbound airport", "partly", "Redcap"),
        ("hébergement HDS pour notre hospitall", "partly", "Ruelle"),
        ("Workday HDS", "applications", "Workday"),
        ("row access", "mentioned", "Tansy"),
        ("management accounts", "mentioned", "Vaultmere"),
        ("management of accounts", "applications", "USU Service Management"),
        ("workspace rights", "mentioned", "Vaultmere"),
        ("rowan access", "applications", "Access Vault"),
    ],
)
def test_what_has_most_of_the_question_comes_first(
    finder: Finder, query: str, leading: str, first: str
) -> None:
    answer = finder.find(query)
    assert (answer.leading, first_of(answer)) == (leading, first)


def test_a_name_that_only_begins_like_a_word_of_a_text_is_still_shown(finder: Finder) -> None:
    (close,) = finder.find("siem").applications
    assert (close.name, close.match) == ("Siemens Opcenter", Match.CLOSE)


def test_names_with_a_part_of_what_a_partner_is_called_match_only_that(finder: Finder) -> None:
    (less,) = finder.find("service accounts").applications
    assert (less.match, less.matched) == (Match.MENTIONED, "service")


def test_names_with_a_part_of_what_a_text_says_match_only_that(finder: Finder) -> None:
    (less,) = finder.find("management accounts").applications
    assert (less.match, less.matched) == (Match.MENTIONED, "management")


def test_whole_words_come_before_names_that_only_begin_with_them() -> None:
    other = partner(name="Other", applications=("Hospitality One",))
    answer = Finder(catalog_of(other)).find("hospital")
    assert answer.applications[0].name == "Workday"


def test_a_text_that_says_all_comes_before_who_only_states_a_word_of_it() -> None:
    saying = partner(name="Zirconia", description="It is a gateway for inbound gateways.\n")
    phrase = partner(name="Ashdown", description="We built an inbound gateway.\n")
    stating = partner(name="Birchmere", directions=("inbound",))
    answer = Finder(publication([saying, phrase, stating]).catalog).find("inbound gateway")
    assert first_of(answer) == "Ashdown"


def test_a_text_that_says_all_comes_before_a_name_that_begins_with_a_word_of_it() -> None:
    entries = [
        partner(name="Ashdown", description="It finds service accounts without an owner.\n"),
        partner(name="Birchmere", applications=("ServiceNow",)),
    ]
    known = Vocabulary(
        categories={"hr": Category(name="Hospitals", description="Patients.")},
        applications={"ServiceNow": Application(category="hr", aliases=("Service Now",))},
    )
    catalog = replace(publication(entries).catalog, vocabulary=known)
    assert first_of(Finder(catalog).find("service accounts")) == "Ashdown"
    assert first_of(Finder(catalog).find("service now")) == "ServiceNow"
