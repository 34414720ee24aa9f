"""Queries that name something and say more: who has all of it, and nothing that is refused."""

from dataclasses import replace

import pytest

from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.site.finder import Finder
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.catalogs import finder_of

CATEGORIES = {
    "clinical": Category(name="Healthcare", description="Clinical systems."),
    "database": Category(name="Databases", description="Accounts in databases."),
    "hotel": Category(name="Hospitality", description="Guests and rooms."),
    "mainframe": Category(name="Mainframe", description="Security managers."),
    "phone": Category(name="Telephony", description="Phone systems."),
    "security": Category(name="Privileged access", description="Vaults of passwords."),
    "system": Category(name="Operating systems", description="Accounts on servers."),
}
APPLICATIONS = {
    "Avaya Aura": Application(category="phone", vendor="Avaya"),
    "BeyondTrust Password Safe": Application(category="security", vendor="BeyondTrust"),
    "CyberArk PAM": Application(category="security", vendor="CyberArk", aliases=("CyberArk",)),
    "Epic": Application(category="clinical", vendor="Epic Systems"),
    "IBM Db2": Application(category="database", vendor="IBM", aliases=("Db2",)),
    "IBM RACF": Application(category="mainframe", vendor="IBM", aliases=("RACF",)),
    "Linux": Application(category="system"),
    "Nexus KIS": Application(category="clinical", vendor="Nexus"),
    "Oracle OPERA": Application(category="hotel", vendor="Oracle"),
    "Oracle Solaris": Application(category="system", vendor="Oracle"),
}
ENTRIES = {
    "Ashford": ("Accounts.", ("Avaya Aura", "CyberArk PAM", "IBM Db2", "IBM RACF"), ()),
    "Callboard": ("Teams Phone and Zoom Phone can be added.", ("Avaya Aura",), ()),
    "Ermine": ("It types into VT100 screens. Bull GCOS is a project.", ("Linux",), ()),
    "Harbor": ("Door cards for staff.", ("Oracle OPERA",), ()),
    "Redwood": (
        "Passwords rotate.",
        ("BeyondTrust Password Safe", "CyberArk PAM"),
        ("outbound",),
    ),
    "Terminus": ("Trading terminals are ordered.", ("Oracle Solaris", "Oracle OPERA"), ()),
    "Ward": ("Badges for nurses.", ("Epic", "Nexus KIS"), ("inbound",)),
    "Zed": ("Db2 for z/OS grants are included.", ("IBM RACF",), ()),
}
FINDER = Finder(
    replace(
        publication(
            partner(name=name, description=f"{text}\n", applications=listed)
            if not directions
            else partner(
                name=name, description=f"{text}\n", applications=listed, directions=directions
            )
            for name, (text, listed, directions) in ENTRIES.items()
        ).catalog,
        vocabulary=Vocabulary(categories=CATEGORIES, applications=APPLICATIONS),
    )
)
NAMES = dict(zip((f"p{number}" for number in range(len(ENTRIES))), ENTRIES, strict=True))


@pytest.mark.parametrize(
    ("query", "parts", "partners"),
    [
        ("Db2 z/OS grants", [("Db2", True), ("z/OS grants", True)], ["Zed"]),
        ("Epic badges", [("Epic", False), ("badges", True)], ["Ward"]),
        ("Db2 badges", [("IBM Db2", False), ("badges", True)], []),
        ("Epic badges blorptex", [("Epic", False), ("badges", True)], ["Ward"]),
        (
            "CyberArk and BeyondTrust vault accounts, outbound",
            [("CyberArk PAM", False), ("BeyondTrust Password Safe", False)],
            ["Redwood"],
        ),
        (
            "Wir nutzen Epic und Nexus und suchen auch CyberArk",
            [("Epic", False), ("Nexus KIS", False)],
            ["Ward"],
        ),
        ("Linux and OPERA", [("Linux", False), ("Oracle OPERA", False)], []),
        (
            "Who grants RACF and Linux and OPERA?",
            [("IBM RACF", False), ("Linux", False), ("Oracle OPERA", False)],
            [],
        ),
    ],
)
def test_partners_with_all_or_most_of_the_question_come_first(
    query: str, parts: list[tuple[str, bool]], partners: list[str]
) -> None:
    together = FINDER.find(query).together
    assert together is not None
    assert [(each.name, each.is_mentioned) for each in together.applications] == parts
    assert [NAMES[each] for each in together.partners] == partners


@pytest.mark.parametrize(
    ("query", "parts", "others", "partners"),
    [
        ("Epic, CyberArk, Db2", ["CyberArk PAM", "IBM Db2"], ["Epic"], ["Ashford"]),
        (
            "Linux, RACF, OPERA, Db2",
            ["IBM RACF", "IBM Db2"],
            ["Linux", "Oracle OPERA"],
            ["Ashford"],
        ),
        ("Avaya Aura, CyberArk, Db2", ["Avaya Aura", "CyberArk PAM", "IBM Db2"], [], ["Ashford"]),
        ("Epic, Linux, OPERA", ["Epic", "Linux", "Oracle OPERA"], [], []),
    ],
)
def test_parts_that_partners_with_the_most_of_them_lack_are_told(
    query: str, parts: list[str], others: list[str], partners: list[str]
) -> None:
    together = FINDER.find(query).together
    assert together is not None
    assert [each.name for each in together.applications] == parts
    assert [each.name for each in together.others] == others
    assert [NAMES[each] for each in together.partners] == partners


def test_of_the_largest_numbers_of_parts_those_that_most_partners_have_are_told() -> None:
    lists = [("IBM RACF", "IBM Db2"), ("IBM RACF", "IBM CICS"), ("IBM CICS", "IBM RACF")]
    entries = [partner(name=f"Contoso {at}", applications=each) for at, each in enumerate(lists)]
    together = Finder(publication(entries).catalog).find("IBM RACF, IBM CICS, IBM Db2").together
    assert together is not None
    assert [each.name for each in together.applications] == ["IBM RACF", "IBM CICS"]
    assert together.partners == ("p1", "p2")


@pytest.mark.parametrize(
    "query", ["CyberArk together with Avaya Aura", "CyberArk as well as Avaya Aura"]
)
def test_some_words_between_names_join_them(query: str) -> None:
    together = FINDER.find(query).together
    assert together is not None
    assert [each.name for each in together.applications] == ["CyberArk PAM", "Avaya Aura"]


def test_a_part_with_a_word_of_a_name_is_what_has_the_name() -> None:
    together = FINDER.find("who writes rooms in OPERA and Solaris?").together
    assert together is not None
    assert [each.name for each in together.applications] == ["Oracle OPERA", "Oracle Solaris"]


def test_an_application_is_found_by_the_words_as_they_are_typed() -> None:
    application = Application(category="system", vendor="Unisys")
    catalog = replace(
        publication([partner(name="Contoso", applications=("Unisys MCP2200",))]).catalog,
        vocabulary=Vocabulary(categories=CATEGORIES, applications={"Unisys MCP2200": application}),
    )
    (found,) = Finder(catalog).find("blorptex for MCP2200").applications
    assert found.matched == "MCP2200"


def test_a_word_for_the_kind_of_application_is_no_part() -> None:
    answer = FINDER.find("Linux servers")
    assert [each.name for each in answer.applications] == ["Linux"]
    assert answer.together is None


def test_what_asks_for_one_partner_is_no_part() -> None:
    together = FINDER.find("CyberArk and an Avaya Aura, is there one gateway for both?").together
    assert together is not None
    assert [NAMES[each] for each in together.partners] == ["Ashford"]
    assert len(together.applications) == 2


def test_a_word_of_a_name_and_a_word_of_a_text_are_not_what_a_partner_lists() -> None:
    answer = FINDER.find("Who cards Opera servers?")
    assert answer.together is None


def test_a_name_with_more_words_of_the_question_comes_before_a_whole_name() -> None:
    applications = {
        "Kronos Shifts": Application(category="clinical", vendor="Kronos"),
        "Workforce": Application(category="clinical", vendor="Kronos", aliases=("Kronos",)),
    }
    entries = [
        partner(name="Contoso", applications=("Workforce",)),
        partner(name="Fabrikam", applications=("Kronos Shifts",)),
    ]
    catalog = replace(
        publication(entries).catalog,
        vocabulary=Vocabulary(categories=CATEGORIES, applications=applications),
    )
    answer = Finder(catalog).find("Kronos for blorptex shifts")
    assert [each.name for each in answer.applications] == ["Kronos Shifts", "Workforce"]


def test_with_a_filter_the_most_is_what_the_partners_that_pass_have() -> None:
    query = "Avaya Aura, CyberArk, BeyondTrust"
    every = FINDER.find(query).together
    assert every is not None
    assert [NAMES[each] for each in every.partners] == ["Ashford"]
    passing = FINDER.find(query, {"directions": ["outbound"]}).together
    assert passing is not None
    assert [each.name for each in passing.others] == ["Avaya Aura"]
    assert [NAMES[each] for each in passing.partners] == ["Redwood"]


def test_what_partners_state_ranks_those_that_list_the_rest() -> None:
    (found,) = FINDER.find("Wer hat inbound und ein KIS?").applications
    assert (found.name, [NAMES[each] for each in found.partners]) == ("Nexus KIS", ["Ward"])


def test_a_partner_with_more_words_than_a_category_comes_first() -> None:
    answer = FINDER.find("Bull GCOS mainframe")
    assert not answer.applications
    assert [each.name for each in answer.partly] == ["Ermine"]
    assert [(each.kind, each.name) for each in answer.nearest] == [("category", "Mainframe")]


def test_in_a_category_partners_with_other_words_of_the_question_come_first() -> None:
    (found,) = FINDER.find("Microsoft Teams telephony").applications
    assert [NAMES[each] for each in found.partners] == ["Callboard", "Ashford"]


def test_of_partners_with_one_word_those_with_the_first_word_come_first() -> None:
    assert [each.name for each in FINDER.find("VT100 terminals").partly] == ["Ermine", "Terminus"]


@pytest.mark.parametrize(
    ("query", "applications"),
    [
        ("hospital", ["Epic", "Nexus KIS"]),
        ("our hospitals", ["Epic", "Nexus KIS"]),
        ("hospital inbound", ["Epic", "Nexus KIS"]),
        ("Krankenhaus", ["Epic", "Nexus KIS"]),
        ("hospit", ["Oracle OPERA"]),
        ("hospitality", ["Oracle OPERA"]),
        ("unix", ["Linux", "Oracle Solaris"]),
        ("a database", ["IBM Db2"]),
        ("Telefonanlage inbound", ["Avaya Aura"]),
    ],
)
def test_a_category_is_found_by_other_words_for_what_is_in_it(
    query: str, applications: list[str]
) -> None:
    assert [each.name for each in FINDER.find(query).applications] == applications


@pytest.mark.parametrize(
    ("query", "partners"),
    [
        ("Krankenhaussoftware", ["Ward"]),
        ("Bankensoftware", []),  # No category is about banks.
        ("Datenbankkonten", ["Ashford"]),
    ],
)
def test_a_compound_is_partly_answered_by_a_category(query: str, partners: list[str]) -> None:
    answer = FINDER.find(query)
    assert not answer.is_found
    assert [each.name for each in answer.partly] == partners


@pytest.mark.parametrize(
    ("query", "applications"),
    [
        ("hospital but not Epic", ["Nexus KIS"]),
        ("Oracle ohne Solaris", ["Oracle OPERA"]),
        ("Oracle ohne Oracle Solaris", ["Oracle OPERA"]),
        ("Oracle without OPERA or Oracle Solaris", []),
        ("mainframe or databases, not RACF", ["IBM Db2"]),
        ("other than CyberArk", ["BeyondTrust Password Safe"]),
        ("Alternative zu CyberArk", ["BeyondTrust Password Safe"]),
        ("PAM instead of CyberArk", ["BeyondTrust Password Safe"]),
        ("alternative to CyberArk with outbound", ["BeyondTrust Password Safe"]),
        ("IBM but not Db2", ["IBM RACF"]),
        ("mainframe, not from Oracle", ["IBM RACF"]),
        ("RACF without agents", ["IBM RACF"]),
    ],
)
def test_a_refused_application_is_no_answer(query: str, applications: list[str]) -> None:
    assert sorted(each.name for each in FINDER.find(query).applications) == applications


def test_partners_that_list_what_is_refused_beside_an_application_are_left_out() -> None:
    (racf,) = FINDER.find("RACF but not Db2").applications
    assert [NAMES[each] for each in racf.partners] == ["Zed"]


def test_words_of_texts_are_found_beside_what_is_refused() -> None:
    answer = FINDER.find("door cards but not Epic")
    assert [each.name for each in answer.mentioned] == ["Harbor"]
    assert not answer.applications


def test_an_alternative_to_what_nobody_knows_is_nobody() -> None:
    answer = FINDER.find("alternative to Blorptex")
    assert not answer.is_found
    assert not answer.partly


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("Finance and mainframes", ["Finance", "mainframes"]),
        ("Canvas, finance", ["Canvas", "finance"]),
        ("RACF and Munis", ["IBM RACF", "Munis"]),
    ],
)
def test_a_part_with_several_applications_is_called_as_it_is_typed(
    query: str, parts: list[str]
) -> None:
    together = finder_of("town").find(query).together
    assert together is not None
    assert [each.name for each in together.applications] == parts


def test_or_asks_for_one_of_several() -> None:
    assert FINDER.find("Db2 or Linux").together is None
    both = FINDER.find("Db2 and Linux").together
    assert both is not None
    assert both.partners == ()


def test_those_that_list_all_are_not_shown_if_only_others_state_what_is_asked() -> None:
    answer = FINDER.find("CyberArk and Db2, outbound")
    assert answer.together is None
    redwood = next(key for key, name in NAMES.items() if name == "Redwood")
    assert answer.applications[0].partners[0] == redwood
    unconditional = FINDER.find("CyberArk and Db2").together
    assert unconditional is not None
    assert [NAMES[each] for each in unconditional.partners] == ["Ashford"]


@pytest.mark.parametrize(
    ("query", "names", "matched"),
    [
        ("does somebody do strange phones or zzyx", ["Avaya Aura"], "phones"),
        ("we would love vaults, or zzyx", ["BeyondTrust Password Safe", "CyberArk PAM"], "vaults"),
    ],
)
def test_a_part_says_only_the_words_that_name_something(
    query: str, names: list[str], matched: str
) -> None:
    found = FINDER.find(query).applications
    assert {each.name: each.matched for each in found} == dict.fromkeys(names, matched)


def test_some_words_in_one_sentence_come_before_the_same_in_two() -> None:
    texts = ["Prices are public. Two people answer.\n", "Two people change prices.\n"]
    entries = [
        partner(name=name, description=text)
        for name, text in zip(("Contoso", "Fabrikam"), texts, strict=True)
    ]
    answer = Finder(publication(entries).catalog).find("blorptex, prices by two people")
    assert [(each.name, each.is_apart) for each in answer.partly] == [
        ("Fabrikam", False),
        ("Contoso", True),
    ]


def test_a_text_with_more_words_comes_before_what_a_category_is_about() -> None:
    query = "Bull, VT100 screens, and some phones"
    assert [each.name for each in FINDER.find(query).partly] == ["Ermine"]
    assert not FINDER.find(query).applications


def test_who_lists_all_names_is_not_denied_for_another_word() -> None:
    entries = [
        partner(name="Contoso Rollout", applications=("Epic",)),
        partner(name="Fabrikam", applications=("Epic", "Imprivata")),
        partner(name="Tailspin", applications=("Imprivata",)),
    ]
    together = (
        Finder(publication(entries).catalog)
        .find("who does a rollout of Epic and Imprivata?")
        .together
    )
    assert together is not None
    assert [each.name for each in together.applications] == ["Epic", "Imprivata"]
    assert list(together.partners) == ["p1"]
    assert not together.others


def test_a_partner_is_not_asked_for_another_application_of_the_same_vendor() -> None:
    """The small word at the end of "IBM i" is a part of its name."""
    entry = partner(
        name="Kestrel Gate", applications=("IBM RACF",), description="We don't support IBM i.\n"
    )
    known = Vocabulary(
        categories=CATEGORIES,
        applications={
            "IBM i (AS/400)": Application(category="system", vendor="IBM", aliases=("IBM i",)),
            "IBM RACF": Application(category="mainframe", vendor="IBM"),
        },
    )
    catalog = replace(publication([entry]).catalog, vocabulary=known)
    answer = Finder(catalog).find("Does Kestrel Gate support IBM i?")
    assert not answer.applications
    assert [each.name for each in answer.nearest if each.kind == "unlisted"] == ["IBM i (AS/400)"]
    assert [each.sentence for each in answer.partly] == ["We don't support IBM i."]


@pytest.mark.parametrize("before", ["", "automate ", "automate onboarding for ", "approve "])
def test_words_before_names_do_not_hide_one_of_them(before: str) -> None:
    names = ("Duck Creek Policy", "Guidewire PolicyCenter", "Guidewire ClaimCenter")
    known = Vocabulary(
        categories=CATEGORIES,
        applications={
            name: Application(
                category="system", vendor=name.partition(" ")[0], aliases=("Duck Creek",)[at:]
            )
            for at, name in enumerate(names)
        },
    )
    entries = [
        partner(name="Fabrikam", applications=names),
        partner(name="Tailspin", applications=names[:1], description="Two people approve.\n"),
    ]
    catalog = replace(publication(entries).catalog, vocabulary=known)
    together = Finder(catalog).find(f"{before}Guidewire and Duck Creek").together
    assert together is not None
    assert list(together.partners) == ["p0"]
    assert not together.others


def test_a_kind_of_application_is_a_category_by_its_own_words_before_synonyms() -> None:
    """Campus is another word for student, and a partner says just as much of the question."""
    categories = {
        "door": Category(name="Physical access", description="Badges, doors, and campus cards."),
        "study": Category(name="Study", description="Student records, learning platforms."),
    }
    applications = {
        "Gallagher": Application(category="door"),
        "Canvas": Application(category="study"),
    }
    entries = [
        partner(name="Contoso", description="Doors.\n", applications=("Gallagher",)),
        partner(name="Fabrikam", description="Pads for students.\n", applications=("Gallagher",)),
        partner(name="Litware", description="Grades.\n", applications=("Canvas",)),
    ]
    catalog = replace(
        publication(entries).catalog,
        vocabulary=Vocabulary(categories=categories, applications=applications),
    )
    answer = Finder(catalog).find("student information system")
    assert [each.name for each in answer.applications] == ["Canvas"]


def test_a_number_ranks_those_that_list_an_application_if_nobody_says_the_other_words() -> None:
    said = ("It runs since 1999.", "It ends in 2027.")
    entries = [
        partner(name=name, description=f"{text}\n", applications=("Epic",))
        for name, text in zip(("Contoso", "Fabrikam"), said, strict=True)
    ]
    (epic,) = Finder(publication(entries).catalog).find("Who migrates Epic by 2027?").applications
    assert list(epic.partners) == ["p1", "p0"]
