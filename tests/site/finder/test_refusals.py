"""Queries that refuse something in other ways than "X but not Y"."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.pipeline import check
from catalog_tool.site.finder import Finder
from tests.checking import FIELDS, ordered_entry, written
from tests.site.exporters.catalogs import partner, publication

CATEGORIES = {"ledger": Category(name="Ledgers", description="Bookkeeping.")}
APPLICATIONS = {
    name: Application(category="ledger")
    for name in ("Quill", "Quillor", "Tarnbook", "Umberfold", "Vexa")
}


def finder() -> Finder:
    entries = [
        partner(name=f"{name} Partner", description="Accounts.\n", applications=(name,))
        for name in APPLICATIONS
    ]
    vocabulary = Vocabulary(categories=CATEGORIES, applications=APPLICATIONS)
    return Finder(replace(publication(entries).catalog, vocabulary=vocabulary))


FINDER = finder()


@pytest.mark.parametrize(
    "query",
    [
        "bookish programs other than Quill or Vexa",
        "which ledgers are there besides Quill or Vexa?",
        "ledgers except Quill or Vexa",
        "ledgers, but neither Vexa nor Quill",
    ],
)
def test_a_joining_word_after_a_name_is_no_end_of_another_name(query: str) -> None:
    found = [each.name for each in FINDER.find(query).applications]
    assert found == ["Quillor", "Tarnbook", "Umberfold"]


TRADES = """\
trades:
  label: Trades
  help: Customers that the partner has.
  type: choice
  multiple: true
  values:
    weaving: {name: Weaving, aliases: [weavers]}
    milling: {name: Milling, aliases: [millers]}
  show: [card, page, filter]
price:
  label: Price
  help: What the price depends on.
  type: choice
  multiple: true
  values:
    user: Per user
    loom: Per loom
  show: [card, page, filter]
"""
STATED = {
    "ada": ("A crew of four.", "trades: [weaving]\nprice: [user]\n"),
    "ben": ("It runs Quillmere as a rented mill.", "trades: [milling]\nprice: [loom]\n"),
}


@pytest.fixture(scope="module")
def mills() -> Iterator[Publication]:
    """Check a catalog in which partners of an application state different trades and prices."""
    files = {
        f"partners/{name}.yaml": ordered_entry(
            f"description: |\n  {text}\napplications:\n  - Quillmere\n", name
        )
        + stated
        for name, (text, stated) in STATED.items()
    }
    with written({FIELDS: TRADES} | files) as settings:
        yield check(settings, rules={}).publication


@pytest.mark.parametrize(
    "query",
    ["Quillmere, but not as a rented mill", "Quillmere, aber nicht als rented mill"],
)
def test_an_application_is_found_whatever_it_is_not_to_be(mills: Publication, query: str) -> None:
    answer = Finder(mills.catalog).find(query)
    assert [each.name for each in answer.applications] == ["Quillmere"]
    _, _, said = query.partition(", ")
    ignored = [each.name for each in answer.nearest if each.kind == "ignored"]
    assert ignored == [said.split(" ", 1)[1]]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Quillmere, priced per loom and not per user", ["ben"]),
        ("Quillmere per user, not per loom", ["ada"]),
    ],
)
def test_a_value_is_wanted_and_another_one_refused(
    mills: Publication, query: str, ids: list[str]
) -> None:
    answer = Finder(mills.catalog).find(query)
    assert [list(each.partners) for each in answer.applications] == [ids]
    assert "unmet" not in {each.kind for each in answer.nearest}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Quillmere, but not a partner who works for weavers", ["ben"]),
        ("Quillmere, but no company that works for millers", ["ada"]),
        ("Quillmere, but we don't want to pay per user", ["ben"]),
        ("Quillmere, but not somebody who is paid per loom", ["ada"]),
    ],
)
def test_a_partner_who_states_something_is_refused_in_a_clause(
    mills: Publication, query: str, ids: list[str]
) -> None:
    answer = Finder(mills.catalog).find(query)
    assert [list(each.partners) for each in answer.applications] == [ids]


@pytest.mark.parametrize("query", ["no partner who works for tailors", "not for tailors"])
def test_what_has_the_words_of_a_mere_exclusion_comes_last(query: str) -> None:
    """A category says a word that no name here is: those in it are the opposite of the answer."""
    vocabulary = Vocabulary(
        categories={
            "ledger": Category(name="Ledgers", description="Bookkeeping."),
            "cloth": Category(name="Garments", description="Patterns for tailors."),
        },
        applications={
            "Vexa": Application(category="cloth"),
            "Quill": Application(category="ledger"),
        },
    )
    entries = [
        partner(name=name, description="Accounts.\n", applications=(application,))
        for name, application in (("Contoso", "Vexa"), ("Fabrikam", "Quill"))
    ]
    catalog = replace(publication(entries).catalog, vocabulary=vocabulary)
    answer = Finder(catalog).find(query)
    assert [each.name for each in answer.partners] == ["Fabrikam", "Contoso"]
    assert not answer.applications
    assert [(each.kind, each.name) for each in answer.nearest] == [("ignored", query)]


@pytest.mark.parametrize(
    "query",
    [
        "Quill, but no Vexa",
        "we have Quill in three offices but don't want a Vexa",
        "we have Quill in three offices but don't need Vexa",
    ],
)
def test_a_wish_is_denied_however_far_from_who_has_it(query: str) -> None:
    entries = [
        partner(name=name, description="Accounts in three offices.\n", applications=applications)
        for name, applications in (("Contoso", ("Quill", "Vexa")), ("Fabrikam", ("Quill",)))
    ]
    vocabulary = Vocabulary(categories=CATEGORIES, applications=APPLICATIONS)
    answer = Finder(replace(publication(entries).catalog, vocabulary=vocabulary)).find(query)
    assert [(each.name, each.partners) for each in answer.applications] == [("Quill", ("p1",))]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Quill, but not Vexa", ["Vexa"]),
        ("Quill without Tarnbook or Vexa", ["Vexa"]),
        ("Quill without Tarnbook or Umberfold", []),  # each lists only one of them
        ("Quill, but no garments", ["Garments"]),
        ("Vexa, but not Tarnbook", []),  # some don't list it, and the others are left out
        ("ledgers, but not Vexa", []),  # they list other ledgers
        ("alternatives to Vexa", []),
    ],
)
def test_an_answer_says_that_all_of_its_partners_list_what_is_refused(
    query: str, listed: list[str]
) -> None:
    entries = [
        partner(name=name, description="Accounts.\n", applications=(*applications, "Scarf"))
        for name, applications in (
            ("Contoso", ("Quill", "Tarnbook", "Vexa")),
            ("Fabrikam", ("Quill", "Umberfold", "Vexa")),
        )
    ]
    vocabulary = Vocabulary(
        categories=CATEGORIES | {"cloth": Category(name="Garments", description="Patterns.")},
        applications=APPLICATIONS | {"Scarf": Application(category="cloth")},
    )
    answer = Finder(replace(publication(entries).catalog, vocabulary=vocabulary)).find(query)
    assert [each.name for each in answer.nearest if each.kind == "listed"] == listed
    assert ("left_out" in {each.kind for each in answer.nearest}) is (query[:4] == "Vexa")
    assert not listed or [each.name for each in answer.applications] == ["Quill"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Who can write to Vexa, not only read it?", "We read Vexa, but we do not write to it."),
        ("Who can write to Vexa, not just read?", "We read Vexa, but we do not write to it."),
        ("Vexa prüfen, nicht nur lesen", "Wir lesen Vexa, aber wir können es nicht prüfen."),
    ],
)
def test_not_only_excludes_nothing_and_who_denies_the_rest_comes_last(
    query: str, text: str
) -> None:
    entries = [
        partner(name="Contoso", description=f"{text}\n", applications=("Vexa",)),
        partner(name="Fabrikam", description="Accounts.\n", applications=("Vexa",)),
    ]
    vocabulary = Vocabulary(categories=CATEGORIES, applications=APPLICATIONS)
    answer = Finder(replace(publication(entries).catalog, vocabulary=vocabulary)).find(query)
    assert [each.partners for each in answer.applications] == [("p1", "p0")]
    assert "ignored" not in {each.kind for each in answer.nearest}


def test_what_is_not_the_only_thing_is_wanted() -> None:
    together = FINDER.find("Quill, not only Vexa").together
    assert together is not None
    assert {each.name for each in together.applications + together.others} == {"Quill", "Vexa"}
