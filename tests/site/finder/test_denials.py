"""No word of an entry is denied: alone, among unknown words, mistyped, or one of several."""

import pytest

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.site.finder import Finder
from catalog_tool.site.finder.texts import text_of
from catalog_tool.site.finder.words import light_words
from catalog_tool.site.messages import messages_of
from catalog_tool.text.ordering import latin, separate_words
from tests.sampling import sample
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.catalogs import catalog_named, finder_of


def words_of_entries(name: str) -> set[str]:
    """Return the words of each text of each entry, except words of questions, letters, numbers."""
    publication = catalog_named(name)
    catalog = publication.catalog
    texts = [text for entry in catalog.entries for text in texts_of(entry, catalog)]
    words = {word for text in texts for word in separate_words(latin(text)).split()}
    light = frozenset[str]().union(*light_words(messages_of(publication.settings)).values())
    return {word for word in words - light if len(word) > 1 and not word.isdigit()}


def texts_of(entry: Entry, catalog: Catalog) -> list[str]:
    said = entry.partner
    names = [said.name, *said.products, *said.former_names, *catalog.application_names(entry)]
    return [*names, said.tested_by or "", *(text for _, text in text_of(entry).parts)]


AMONG_UNKNOWN_WORDS = (
    "zzxq {} qqvu wwjk",
    "Who connects {} to the blorptex of quombly?",
    "Anbindung von {}-Blorptexen",
    "Wer kann {} mit Blorptex verheiraten?",
)


@pytest.mark.parametrize("name", ["own", "questions"])
def test_a_word_of_an_entry_is_found_alone_and_among_unknown_words(name: str) -> None:
    finder = finder_of(name)
    words = sorted(words_of_entries(name))
    assert len(words) > 100
    for number, word in enumerate(sample(words, 3)):
        assert finder.find(word).is_found, word
        question = AMONG_UNKNOWN_WORDS[number % len(AMONG_UNKNOWN_WORDS)].format(word)
        answer = finder.find(question)
        assert answer.is_found or answer.partly, question


@pytest.mark.parametrize(
    ("query", "unsaid"),
    [
        ("Oracle-Datenbanken", []),  # another word for databases
        ("Kaba enrollment", []),
        ("SAP Comissions", ["comissions"]),
        ("racf", []),
    ],
)
def test_only_a_word_that_nobody_has_is_said_to_be_unmentioned(
    query: str, unsaid: list[str]
) -> None:
    assert list(finder_of("questions").find(query).unsaid) == unsaid


SAYING_EVERYTHING = """\
Commissions from CallidusCloud, rate limits, and warehouses are read at night, on AS/400 too.
"""


@pytest.mark.parametrize(
    ("query", "missing", "marked"),
    [
        ("Comissions", ["comissions"], ["Commissions"]),
        ("calliduscluod", ["calliduscluod"], ["CallidusCloud"]),
        ("rate limts", ["limts"], ["rate limits"]),
        ("comissions at nihgt", ["comissions", "nihgt"], ["Commissions", "night"]),
    ],
)
def test_a_mistyped_word_of_a_text_is_found_and_told(
    query: str, missing: list[str], marked: list[str]
) -> None:
    (found,) = saying(SAYING_EVERYTHING).find(query).mentioned
    assert list(found.missing) == missing
    assert [found.sentence[start:end] for start, end in found.marks] == marked


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("AS/401", "A digit isn't mistyped."),
        ("naxht", "Two letters differ."),
        ("xcommissionsx", "The same."),
        ("limits of commisions, warehuoses, and nihgt", "Too many words are mistyped."),
        ("commissions limti", "Only one of them is, but Limti is an application."),
        ("nothing for NIGTH", "In capitals, it is an abbreviation of something else."),
    ],
)
def test_no_other_word_is_meant(query: str, why: str) -> None:
    assert not saying(SAYING_EVERYTHING, known="Limti").find(query).mentioned, why


def test_a_word_that_ends_in_another_way_is_found_as_a_part() -> None:
    answer = saying("Mammography archives.\n").find("mammograms")
    assert not answer.is_found
    assert [(each.sentence, each.missing) for each in answer.partly] == [
        ("Mammography archives.", ("mammograms",))
    ]


def test_a_word_that_is_only_alike_hides_nobody() -> None:
    texts = {"Contoso": "Managers work properly.", "Fabrikam": "Accounts for hotels."}
    entries = [
        partner(name=name, description=f"{text}\n", applications=("Epic",))
        for name, text in texts.items()
    ]
    answer = Finder(publication(entries).catalog).find("property management of a hotel")
    assert {each.name for each in answer.partly} == {"Contoso", "Fabrikam"}


def saying(text: str, known: str = "Epic") -> Finder:
    other = partner(name="Fabrikam", description="Something else.\n", applications=(known,))
    return Finder(publication([partner(name="Contoso", description=text), other]).catalog)


@pytest.mark.parametrize(
    "query", ["Jirra tickets", "tickets Jirra", "Jirra blorptex", "Wer kann Jirra mit Blorptex?"]
)
def test_a_mistyped_name_is_found_among_other_words(query: str) -> None:
    answer = finder_of("questions").find(query)
    assert [(each.name, each.match) for each in answer.applications] == [("Atlassian Jira", "typo")]


@pytest.mark.parametrize("query", ["studip", "studip Hochschule", "Stud.IP", "limitsconf"])
def test_words_with_only_a_sign_between_them_are_also_one_word(query: str) -> None:
    text = "Hochschule: Stud.IP-Anbindung, R&D, and limits.conf.\n"
    assert [each.id for each in saying(text).find(query).mentioned] == ["p0"]


@pytest.mark.parametrize("query", ["who offers sign?", "sign?", "staff sign"])
def test_a_word_of_a_text_is_no_beginning_of_a_name_once_it_is_typed(query: str) -> None:
    answer = saying("Staff sign with a badge.\n", known="Signavio").find(query)
    assert not answer.applications
    assert [each.id for each in answer.mentioned] == ["p0"]


@pytest.mark.parametrize("query", ["sign", "who offers signa"])
def test_an_unfinished_word_is_a_beginning_and_no_more(query: str) -> None:
    answer = saying("Staff sign with a badge.\n", known="Signavio").find(query)
    assert [(each.name, each.match) for each in answer.applications] == [("Signavio", "close")]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("10000 desks", ["10,000", "desks"]),
        ("10,000 desks", ["10,000 desks"]),
        ("Rechnungen assurer", ["Rechnung", "assurés"]),
        ("fragile Dienstplan", ["fragiles", "Dienstpläne"]),
    ],
)
def test_forms_of_words_and_numbers_are_found_and_marked(query: str, marked: list[str]) -> None:
    text = "10,000 desks. Eine Rechnung, colis assurés. Les colis fragiles, Dienstpläne.\n"
    (found,) = saying(text).find(query).mentioned
    assert [found.sentence[start:end] for start, end in found.marks] == marked


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("Krankenhaussoftware", ["Krankenhaus"]),
        ("Krankenhausinformationssystem", ["Krankenhaus"]),
        ("Verwaltungssoftware", ["Verwaltung"]),
        ("Krankenhaussoftware Blorptex", ["Krankenhaus"]),
        ("Krankenhausbau", []),  # The rest is too short.
        ("Busfahrplan", []),  # Its first word is.
        ("Großkrankenhaus", []),  # It ends with the word.
    ],
)
def test_a_compound_is_partly_said_by_a_text_with_its_first_word(
    query: str, marked: list[str]
) -> None:
    answer = saying("Konten im Krankenhaus, im Bus und in der Verwaltung.\n").find(query)
    assert not answer.is_found
    assert [
        each.sentence[start:end] for each in answer.partly for start, end in each.marks
    ] == marked


def test_a_compound_is_partly_said_by_a_name_with_its_first_word() -> None:
    (found, *_) = finder_of("questions").find("Moodlekurse").partly
    assert (found.id, found.missing, found.listed) == (
        "bellows-campus",
        ("moodlekurse",),
        ("Moodle",),
    )


SEVERAL: list[tuple[str, list[tuple[str, bool]], list[str]]] = [
    ("Epic and Kaba", [("Epic", False), ("Kaba", True)], ["p0"]),
    ("Kaba, Epic, Interflex", [("Kaba", True), ("Epic", False), ("Interflex", True)], ["p0"]),
    ("Kaba, IBM RACF", [("Kaba", True), ("IBM RACF", False)], []),
    ("Epic, Kaba, Zzyx", [("Epic", False), ("Kaba", True)], ["p0"]),
]


@pytest.mark.parametrize(("query", "parts", "partners"), SEVERAL)
def test_partners_that_list_or_mention_all_of_several_come_first(
    query: str, parts: list[tuple[str, bool]], partners: list[str]
) -> None:
    entries = [
        partner(
            name="Contoso", description="Clocks of Kaba and Interflex.\n", applications=("Epic",)
        ),
        partner(name="Fabrikam", description="Clocks of Kaba.\n", applications=("Epicor",)),
        partner(name="Tailspin", description="Mainframes.\n", applications=("Epic", "IBM RACF")),
    ]
    together = Finder(publication(entries).catalog).find(query).together
    assert together is not None
    assert [(each.name, each.is_mentioned) for each in together.applications] == parts
    assert list(together.partners) == partners


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("claims for dental practices", ["p1", "p2", "p0"]),
        ("dental practices blorptex", ["p1", "p2", "p0"]),
        ("no dental practices", ["p0", "p1", "p2"]),  # What denies is what is asked for.
    ],
)
def test_a_sentence_that_denies_what_is_asked_for_comes_last(query: str, order: list[str]) -> None:
    texts = [
        "Claims for patients, but not for dental practices.\n",
        "Claims of hospitals and dental practices.\n",
        "Not only dental practices file claims with it.\n",
    ]
    entries = [
        partner(name=name, description=text, applications=("Epic",))
        for name, text in zip(("Contoso", "Fabrikam", "Tailspin"), texts, strict=True)
    ]
    answer = Finder(publication(entries).catalog).find(query)
    assert [each.id for each in (*answer.mentioned, *answer.partly)] == order


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("dental claims in Epic", ["p1", "p2", "p3", "p0"]),
        ("single sign-on for Epic", ["p0", "p1", "p3", "p2"]),
        ("Epic in our hospitals", ["p3", "p0", "p1", "p2"]),
        ("badges at night for Epic", ["p0", "p1", "p3", "p2"]),
    ],
)
def test_of_those_that_list_it_who_denies_the_rest_comes_last(query: str, order: list[str]) -> None:
    texts = [
        "We never read dental claims.\n",
        "It reads accounts of nurses.\n",
        "What it doesn't do: web single sign-on, passwords. Badges at night aren't read.\n",
        "It does not store passwords: it asks hospitals for them.\n",
    ]
    entries = [
        partner(name=name, description=text, applications=("Epic",))
        for name, text in zip(("Contoso", "Fabrikam", "Relecloud", "Tailspin"), texts, strict=True)
    ]
    (epic,) = Finder(publication(entries).catalog).find(query).applications
    assert list(epic.partners) == order


@pytest.mark.parametrize(
    ("query", "denied"),
    [
        ("who builds looms?", [False, True]),
        ("rents looms", [True]),
        ("who doesn't rent looms", [False]),  # That is what is asked for.
        ("weaving", [True]),
        ("knitting", [True]),
        ("builds velvet looms", [True]),  # Another sentence denies velvet.
    ],
)
def test_a_sentence_that_seems_to_deny_it_is_marked(query: str, denied: list[bool]) -> None:
    texts = [
        "It builds looms. There is no velvet. Carding works, knitting doesn't.\n",
        "What we don't: build looms, rent looms. Fabrics (weaving) are not our trade.\n",
    ]
    entries = [
        partner(name=name, description=text, applications=("Epic",))
        for name, text in zip(("Contoso", "Fabrikam"), texts, strict=True)
    ]
    mentioned = Finder(publication(entries).catalog).find(query).mentioned
    assert [each.is_denied for each in mentioned] == denied
