"""What the vocabulary lacks, from what entries list, and the text that has it."""

from collections.abc import Mapping, Sequence

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.linter.vocabulary_additions import MOST
from catalog_tool.linter.vocabulary_edits import SuggestedVocabulary, suggest_vocabulary
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.error import CatalogError
from tests.checking import VOCABULARY, entry_text, written

Lists = Sequence[Sequence[str] | Mapping[str, Sequence[str]]]

CATEGORIES = "categories:\n  hr:\n    name: HR\n    description: People.\n"
KNOWN = """\
# Ours.
categories:
  hr:
    name: Human resources
    description: People.
  mainframe:
    name: Mainframe
    description: Big machines.

applications:
  # The oldest.
  IBM RACF:
    category: mainframe
    aliases:
      - RACF    # short
  SAP ECC:
    category: hr
    aliases: [ECC, SAP ERP]  # in brackets
  Workday:  # no aliases
    category: hr
"""


def suggested(lists: Lists, vocabulary: str = KNOWN, least: int = 2) -> SuggestedVocabulary:
    """Return what is suggested for a catalog whose partners list these names."""
    files = {VOCABULARY: vocabulary} if vocabulary else {}
    for number, names in enumerate(lists):
        listed = (
            {each: list(names[each]) for each in names} if isinstance(names, dict) else [*names]
        )
        part = yaml.safe_dump({"applications": listed}, allow_unicode=True, sort_keys=False)
        files[f"partners/p{number}.yaml"] = entry_text(part, f"p{number}")
    with written(files) as settings:
        return suggest_vocabulary(load_catalog(settings), least)


# What partners list, and what is suggested: each name with its new aliases, and its category.
CASES: dict[str, tuple[Lists, dict[str, tuple[str, ...]]]] = {
    "a name of two partners": ([["Zendesk"], ["Zendesk"]], {"Zendesk": ()}),
    "a name of one partner": ([["Zendesk"], ["Zuora"]], {}),
    "a known name in another spelling": ([["ibm racf"], ["Racf"]], {}),
    "spellings, of which the most common counts": (
        [["Service Now"], ["ServiceNow"], ["ServiceNow"]],
        {"ServiceNow": ()},
    ),
    "a known name with its abbreviation": (
        [["Resource Access Control Facility (RACF)"]],
        {"IBM RACF": ("Resource Access Control Facility",)},
    ),
    "an abbreviation before a known name": ([["WD (Work Day)"]], {"Workday": ("WD",)}),
    "a new name with and without its abbreviation": (
        [["Lightweight Directory Access Protocol (LDAP)"], ["LDAP"], ["LDAP"]],
        {"LDAP": ("Lightweight Directory Access Protocol",)},
    ),
    "only with its abbreviation": (
        [["Access Control Facility 2 (ACF2)"]] * 2,
        {"Access Control Facility 2": ("ACF2",)},
    ),
    "small words that the abbreviation leaves out": (
        [["Bank of the South (BS)"]] * 2,
        {"Bank of the South": ("BS",)},
    ),
    "three names for one application": (
        [
            ["LDAP"],
            ["LDAP (Lightweight Directory Access Protocol)"],
            ["Lightweight Directory Access Protocol (LDAP)"],
        ],
        {"LDAP": ("Lightweight Directory Access Protocol",)},
    ),
    "a remark that is no abbreviation": (
        [["Zendesk (on premises)"]] * 2,
        {"Zendesk (on premises)": ()},
    ),
    "an abbreviation of two known names": ([["SAP ECC (RACF)"]], {}),
    "a typo of a known name": ([["Workdya"]], {"Workday": ("Workdya",)}),
    "a typo of a common name": ([["Zendesk"], ["Zendesk"], ["Zendsek"]], {"Zendesk": ("Zendsek",)}),
    "two common names one letter apart": (
        [["Sagea", "Sageb"], ["Sagea", "Sageb"]],
        {"Sagea": (), "Sageb": ()},
    ),
    "versions, which aren't typos": ([["App 10"], ["App 10"], ["App 11"]], {"App 10": ()}),
    "what isn't a name": (
        [["and many more", "SAP, Oracle", "https://contoso.com", "**Bold**", "Zen,"]] * 2,
        {},
    ),
    "an imitation of a known name": ([["lBM RACF"], ["lBM RACF"]], {}),
}


@pytest.mark.parametrize(("lists", "expected"), CASES.values(), ids=CASES)
def test_what_is_suggested(lists: Lists, expected: dict[str, tuple[str, ...]]) -> None:
    found = suggested(lists).additions
    assert {each.name: each.aliases for each in found} == expected


@pytest.mark.parametrize(
    ("group", "category"),
    [("Human resources", "hr"), ("HUMAN RESOURCES", "hr"), ("hr", "hr"), ("Payroll", "")],
)
def test_a_group_with_the_name_of_a_category_gives_it(group: str, category: str) -> None:
    (found,) = suggested([{group: ["Zendesk"]}, ["Zendesk"]]).additions
    assert found.category == category
    assert f"  Zendesk:\n    category: {category or 'todo'}\n" in (
        suggested([{group: ["Zendesk"]}, ["Zendesk"]]).file.after
    )


def test_every_name_is_suggested_from_one_partner_on() -> None:
    assert [each.name for each in suggested([["Zendesk"]], least=1).additions] == ["Zendesk"]


LISTS: Lists = [
    {"Human resources": ["BambooHR"], "Other": ["AS/400", "Zendesk", "Workdya"]},
    ["BambooHR", "AS/400", "Zendesk", "Resource Access Control Facility (RACF)"],
    ["LDAP", "Lightweight Directory Access Protocol (LDAP)"],
    ["LDAP", "Enterprise Central Component (ECC)"],
]


def test_comments_and_everything_else_stay() -> None:
    after = suggested(LISTS).file.after
    assert (
        after
        == """\
# Ours.
categories:
  hr:
    name: Human resources
    description: People.
  mainframe:
    name: Mainframe
    description: Big machines.

applications:
  AS/400:
    category: todo
  BambooHR:
    category: hr
  # The oldest.
  IBM RACF:
    category: mainframe
    aliases:
      - RACF    # short
      - Resource Access Control Facility
  LDAP:
    category: todo
    aliases:
      - Lightweight Directory Access Protocol
  SAP ECC:
    category: hr
    aliases: [ECC, SAP ERP, Enterprise Central Component]  # in brackets
  Workday:  # no aliases
    category: hr
    aliases:
      - Workdya
  Zendesk:
    category: todo
"""
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "applications:\n  Zendesk:\n    category: todo\n"),
        (CATEGORIES, f"{CATEGORIES}\napplications:\n  Zendesk:\n    category: todo\n"),
        (KNOWN.removesuffix("\n"), f"{KNOWN}  Zendesk:\n    category: todo"),
    ],
)
def test_any_vocabulary_can_be_added_to(before: str, after: str) -> None:
    assert suggested([["Zendesk"]] * 2, before).file.after == after


@pytest.mark.parametrize(
    "vocabulary",
    [
        "applications: {IBM RACF: {category: mainframe}}\n",
        "applications:\n  - IBM RACF\n",
        "applications: [\n",
    ],
)
def test_what_can_not_be_added_to_is_refused(vocabulary: str) -> None:
    with pytest.raises(CatalogError):
        suggested([["Zendesk", "Archer"]] * 2, vocabulary)


NAMES = st.sampled_from(
    "Zendesk Zendsek|ZENDESK|RACF|IBM RACF|SAP ECC|Sap Ecc (ECC)|LDAP|Directory (LDAP)|"
    "Light Directory Access Protocol (LDAP)|LDAP (Light Directory Access Protocol)|Workdya|"
    "Work Day|WD (Work Day)|- x|'quoted'|a: b|#1|ä|null|[x]|12".split("|")
)


@given(
    st.lists(st.lists(NAMES, min_size=1, max_size=6, unique=True), max_size=5),
    st.sampled_from([1, 2]),
)
def test_after_the_suggestions_nothing_is_left_to_suggest(lists: Lists, least: int) -> None:
    found = suggested(lists, least=least)
    after = suggested(lists, found.file.after, least)
    assert after.additions == ()
    assert bool(found.additions) is (found.file.after != found.file.before)


def test_the_most_common_names_come_first_if_there_are_too_many() -> None:
    names = [f"App {chr(97 + n % 26)}{n}" for n in range(MOST + 50)]
    lists = [names[at : at + 350] for at in range(0, len(names), 350)] * 2 + [names[-3:]]
    found = suggested(lists).additions
    assert len(found) == MOST
    assert {each.name for each in found} >= {*names[-3:]}
