"""What comes first: phrases of texts, what partners state, words as they are typed."""

from dataclasses import replace

import pytest

from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder
from tests.site.exporters.catalogs import partner, publication

CATEGORIES = {
    "bank": Category(name="Core banking", description="Bank systems."),
    "clinical": Category(name="Healthcare", description="Clinical systems."),
    "mainframe": Category(name="Mainframe", description="Security managers."),
    "payroll": Category(name="Payroll", description="Wages."),
    "project": Category(name="Development", description="Source code."),
}
APPLICATIONS = {
    "Azure DevOps Server": Application(
        category="project", vendor="Microsoft", aliases=("Team Foundation Server",)
    ),
    "Dexterity": Application(category="project"),
    "Epic": Application(category="clinical"),
    "Finacle": Application(category="bank", vendor="Infosys"),
    "IBM RACF": Application(category="mainframe", vendor="IBM"),
    "LODAS": Application(category="payroll", vendor="DATEV"),
    "Nexus KIS": Application(category="clinical", vendor="Nexus"),
    "OID": Application(category="project"),
    "PeopleSoft": Application(category="payroll", vendor="Oracle"),
    "RA-MICRO": Application(category="project"),
    "Workday HCM": Application(category="payroll", aliases=("Workday",)),
}
ENTRIES = {
    "Ashford": ("Our team works at the same desk.", ("Azure DevOps Server",), {}),
    "Beacon": ("Microsoft Teams is not supported.", ("Azure DevOps Server", "Dexterity"), {}),
    "Clover": ("Files in customer projects.", ("Azure DevOps Server", "OID", "RA-MICRO"), {}),
    "Dahl": ("DATEV payroll of Micro Focus COBOL.", ("LODAS",), {"directions": ("inbound",)}),
    "Egret": ("Wages.", ("PeopleSoft",), {"directions": ("outbound",), "interfaces": ("rest",)}),
    "Finch Mainframe": ("Terminals.", ("Finacle",), {"directions": ("outbound",)}),
    "Gable": ("Tapes.", ("IBM RACF",), {"directions": ("outbound",)}),
    "Harrow": ("Badges. Befristete Konten enden.", ("Epic",), {}),
    "Hospital Link": ("Files.", ("OID",), {}),
    "Ivory": ("Das Krankenhausinformationssystem.", ("Nexus KIS",), {}),
    "Jasper": ("Wer sich nur aus der Ferne kennt.", ("RA-MICRO",), {}),
}
FINDER = Finder(
    replace(
        publication(
            partner(name=name, description=f"{text}\n", applications=listed, **stated)
            for name, (text, listed, stated) in ENTRIES.items()
        ).catalog,
        vocabulary=Vocabulary(categories=CATEGORIES, applications=APPLICATIONS),
    )
)


@pytest.mark.parametrize(
    ("query", "applications"),
    [
        ("outbound payroll", ["PeopleSoft", "LODAS"]),
        ("payroll inbound", ["LODAS", "PeopleSoft"]),
        ("mainframe", ["IBM RACF"]),
        ("mainframe outbound", ["IBM RACF"]),
        ("Krankenhaus", ["Nexus KIS", "Epic"]),
        ("hospital", ["Epic", "Nexus KIS"]),
        ("a hospital system but not Epic", ["Nexus KIS"]),
        ("neither Epic nor Nexus", []),
        ("Which partner is right for a bank?", ["Finacle"]),
        ("best choice for a bank", ["Finacle"]),
        ("We need help with payroll", ["LODAS", "PeopleSoft"]),
    ],
)
def test_applications_of_partners_with_what_is_asked_come_first(
    query: str, applications: list[str]
) -> None:
    assert [each.name for each in FINDER.find(query).applications] == applications


@pytest.mark.parametrize(
    ("query", "partners"),
    [
        ("mainframe", ["Finch Mainframe"]),
        ("mainframe outbound", ["Finch Mainframe"]),
        ("hospital", ["Hospital Link"]),
        ("hospital inbound", ["Hospital Link"]),
    ],
)
def test_a_category_is_found_beside_a_partner_that_has_it_in_its_name(
    query: str, partners: list[str]
) -> None:
    answer = FINDER.find(query)
    assert [each.name for each in answer.partners] == partners
    assert answer.applications


def test_a_phrase_of_a_text_is_better_than_parts_of_names() -> None:
    answer = FINDER.find("Microsoft Teams")
    assert not answer.applications
    assert [(each.name, each.sentence) for each in answer.mentioned] == [
        ("Beacon", "Microsoft Teams is not supported.")
    ]


def test_a_partner_that_is_shown_keeps_the_sentence_with_the_phrase() -> None:
    answer = FINDER.find("DATEV payroll")
    assert [each.name for each in answer.applications] == ["LODAS"]
    assert [each.sentence for each in answer.mentioned] == ["DATEV payroll of Micro Focus COBOL."]


def test_words_of_german_questions_tell_nothing_in_any_catalog() -> None:
    answer = FINDER.find("Kennt sich jemand mit Terminals aus?")
    assert [each.name for each in answer.mentioned] == ["Finch Mainframe"]


def test_a_longer_form_of_a_word_is_not_missing() -> None:
    (found,) = FINDER.find("befristet Konten Blorptex").partly
    assert (found.sentence, found.missing) == ("Befristete Konten enden.", ("blorptex",))
    assert [found.sentence[start:end] for start, end in found.marks] == ["Befristete Konten"]


def test_a_vendor_and_a_word_of_a_text_are_only_partly_an_answer() -> None:
    answer = FINDER.find("Microsoft Project")
    assert not answer.is_found
    assert [each.name for each in answer.partly] == ["Clover"]


@pytest.mark.parametrize(
    ("query", "lacking"),
    [
        ("PeopleSoft inbound", ["Inbound"]),
        ("PeopleSoft outbound", []),
        ("PeopleSoft inbound rest", ["Inbound"]),
        ("LODAS rest", ["REST"]),
        ("payroll outbound", []),
        ("PeopleSoft", []),
    ],
)
def test_an_answer_says_what_no_partner_in_it_states(query: str, lacking: list[str]) -> None:
    answer = FINDER.find(query)
    assert answer.applications
    assert [each.name for each in answer.nearest if each.kind == "lacking"] == lacking


def test_of_several_names_those_that_nobody_lists_are_known() -> None:
    answer = FINDER.find("Epic and Workday")
    assert [each.name for each in answer.applications] == ["Epic"]
    assert [(each.kind, each.name) for each in answer.nearest] == [("unlisted", "Workday HCM")]


@pytest.mark.parametrize("query", ["SAML", "OIDC", "Miro", "Rust", "sane"])
def test_a_short_word_is_no_slip_in_another(query: str) -> None:
    answer = FINDER.find(query)
    assert not answer.is_found
    assert not answer.partly


def test_words_of_a_text_are_better_than_one_mistyped_name() -> None:
    answer = FINDER.find("exterity Micro Focus COBOL")
    assert not answer.applications
    assert [each.name for each in answer.partly] == ["Dahl"]
    assert [each.name for each in FINDER.find("exterity Blorptex").applications] == ["Dexterity"]


def test_in_a_category_those_that_say_its_word_come_first() -> None:
    category = Category(name="Access control", description="Doors, badges, and visitors.")
    vocabulary = Vocabulary(
        categories={"door": category}, applications={"Kaba": Application(category="door")}
    )
    entries = [
        partner(name="Contoso", description="Cards.\n", applications=("Kaba",)),
        partner(name="Fabrikam", description="Visitor passes expire.\n", applications=("Kaba",)),
    ]
    catalog = replace(publication(entries).catalog, vocabulary=vocabulary)
    (found,) = Finder(catalog).find("visitor blorptex").applications
    assert (found.matched, found.partners) == ("visitor", ("p1", "p0"))


def test_a_part_of_another_spelling_of_a_name_does_not_name_it() -> None:
    known = {"DeskFox": Application(category="project", aliases=("Desk Fox",))}
    vocabulary = Vocabulary(categories=CATEGORIES, applications=known)
    entries = [partner(name="Contoso", description="Cards.\n", applications=("DeskFox",))]
    finder = Finder(replace(publication(entries).catalog, vocabulary=vocabulary))
    assert not finder.find("who rents a desk to blorptex?").applications
    assert [each.name for each in finder.find("desk fox blorptex").applications] == ["DeskFox"]
