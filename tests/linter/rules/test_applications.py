"""What stands in a list of applications: names, other names of one application, and other words."""

from pathlib import Path

import pytest

from tests.checking import VOCABULARY, check_text, fix_entry

KNOWN = (Path(__file__).parents[3] / VOCABULARY).read_text(encoding="utf-8")

NO_NAMES = (
    "etc.",
    "Etc...",
    "and more",
    "and more...",
    "many more",
    "and many more!",
    "200+ more",
    "200+ more applications",
    "and 1,000 other applications",
    "Over 200 applications",
    "More than 300+ connectors",
    "hundreds of integrations",
    "& more",
    "plus many others",
    "and so on",
    "... and more to come",
    "other systems",
    "u.v.m.",
    "usw.",
    "und viele weitere",
    "weitere",
    "viele weitere",
    "et bien d'autres",
    "y muchos más",
)
NAMES = (
    *("More Software", "Etcetera CRM", "Others Online", "101 Systems", "24SevenOffice", "R3 Corda"),
    *("Plus500", "Many", "UVM Health", "Additional Insights", "Andover Controls", "Overdrive"),
)


def names(part: str) -> list[str]:
    return [found.name for found in check_text(part, vocabulary=KNOWN)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_words_that_end_a_list_are_no_application(text: str) -> None:
    part = f'applications:\n  - IBM RACF\n  - "{text}"\n'
    assert names(part) == ["not-an-application"]
    assert f'"{text}"' in fix_entry(part, vocabulary=KNOWN)
    moved = fix_entry(part, vocabulary=KNOWN, unsafe=True)
    assert moved.splitlines()[1:3] == ["applications:", "  - IBM RACF"]
    assert moved.lower().startswith("applications_note: ")
    assert text.lower().strip("&+. !") in moved.splitlines()[0].lower()


@pytest.mark.parametrize("text", NAMES)
def test_a_name_with_such_a_word_is_an_application(text: str) -> None:
    assert names(f"applications: [{text}]\n") == []


def test_such_words_follow_a_note() -> None:
    part = (
        "applications_note: Three of them.\napplications:\n  - IBM RACF\n  - etc.\n  - many more\n"
    )
    moved = fix_entry(part, vocabulary=KNOWN, unsafe=True)
    assert moved.splitlines()[0] == "applications_note: Three of them. Etc. Many more."


def test_a_list_of_nothing_else_needs_a_person() -> None:
    part = "applications:\n  - etc.\n"
    assert fix_entry(part, vocabulary=KNOWN, unsafe=True).startswith(part)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("AS400", "IBM i (AS/400)"),
        ("IBM i", "IBM i (AS/400)"),
        ("RACF", "IBM RACF"),
        ("iSeries", "IBM i (AS/400)"),
        ("TopSecret", "CA Top Secret"),
        ("Oracle MySQL", "MySQL"),
        ("Resource Access Control Facility (RACF)", "IBM RACF"),
        ("SAP ERP Central Component (ECC)", "SAP ECC"),
        ("IBM RACF (RACF)", "IBM RACF"),
    ],
)
def test_another_name_of_the_same_product_is_fixed(name: str, written: str) -> None:
    fixed = fix_entry(f"applications:\n  - {name}\n", vocabulary=KNOWN)
    assert fixed.splitlines()[1] == f"  - {written}"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("R/3", "SAP ECC"),
        ("SAP R/3", "SAP ECC"),
        ("R/3 (ECC)", "SAP ECC"),
        ("JD Edwards", "JD Edwards EnterpriseOne"),
        ("Axapta", "Microsoft Dynamics 365 Finance"),
        ("ADP (all versions)", "ADP"),
        ("ADP (all US and international versions)", "ADP"),
        ("Epic [hosted]", "Epic"),
    ],
)
def test_what_may_be_another_product_is_not_fixed_without_asking(name: str, written: str) -> None:
    part = f"applications:\n  - {name}\n"
    assert names(part) == ["application-spelling"]
    assert fix_entry(part, vocabulary=KNOWN).splitlines()[1] == f"  - {name}"
    asked = fix_entry(part, vocabulary=KNOWN, unsafe=True)
    assert asked.splitlines()[1] == f"  - {written}"


def test_a_fix_names_the_remark_that_it_drops() -> None:
    (found,) = check_text("applications: [ADP (all versions)]\n", vocabulary=KNOWN)
    assert found.fix
    assert found.fix.title == "write ADP without 'all versions'"


@pytest.mark.parametrize("name", ["IBM Z", "IBM j", "SAP S/3"])
def test_a_word_of_one_letter_is_no_typo(name: str) -> None:
    assert names(f"applications: [{name}]\n") == []


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("SAP (ECC, S/4HANA)", ": SAP ECC, SAP S/4HANA"),
        ("Oracle Database (EBS)", ": Oracle Database, Oracle E-Business Suite"),
        ("RACF/ACF2", ": IBM RACF, CA ACF2"),
        ("UKG Pro/Ready/Pro Workforce", ""),
        ("Workday, SuccessFactors", ""),
    ],
)
def test_several_applications_on_one_line_are_pointed_out(name: str, named: str) -> None:
    (found,) = check_text(f'applications: ["{name}"]\n', vocabulary=KNOWN)
    assert found.message == f"{name!r} looks like several applications{named}."


@pytest.mark.parametrize("name", ["Contoso, Inc.", "PL/SQL", "TCP/IP", "Travel & Expense"])
def test_one_name_is_not_several(name: str) -> None:
    assert names(f'applications: ["{name}"]\n') == []


def test_a_remark_in_brackets_does_not_make_another_application() -> None:
    listed = check_text("applications: [ADP, ADP (all versions)]\n", vocabulary=KNOWN)
    assert [found.name for found in listed] == ["duplicate-application"]


def test_another_product_must_be_an_alias() -> None:
    vocabulary = (
        "categories:\n  erp:\n    name: ERP\n    description: Enterprise resource planning.\n"
        "applications:\n  SAP ECC:\n    category: erp\n    aliases: [R/3]\n"
        "    other_products: [R/3, R/2]\n"
    )
    (found,) = check_text(vocabulary=vocabulary)
    assert (found.name, found.line) == ("vocabulary-consistency", 9)
    assert found.message == "'R/2' isn't an alias of 'SAP ECC'."
