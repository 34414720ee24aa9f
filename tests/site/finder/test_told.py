"""What an answer says first of conditions and exclusions: what is true, and what was ignored."""

from dataclasses import replace

import pytest

from catalog_tool.cli._found import answer_lines
from catalog_tool.model.catalog import Entry, sort_entries
from catalog_tool.model.source import Source
from catalog_tool.site.finder import Finder
from catalog_tool.text.ordering import slug
from tests.site.exporters.catalogs import partner, publication
from tests.site.finder.catalogs import catalog_named, finder_of


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("Workday, aber nicht in Nordamerika", ["nicht in Nordamerika"]),
        ("payroll in Europe, but not SaaS", ["not SaaS"]),
        ("Workday, not us", ["not us"]),
        ("Workday, mais pas pour les universités", ["pas pour les universités"]),
        ("Workday, not Bellows Turnstiles", ["not Bellows Turnstiles"]),
        ("Workday but not in the us", []),
        ("Workday but not Epic", []),
        ("We need Workday, not only Kronos", []),
        ("Who connects Workday? We don't have Kronos.", []),
        ("partners without SaaS", []),
    ],
)
def test_an_exclusion_that_is_not_applied_is_named(query: str, ignored: list[str]) -> None:
    nearest = finder_of("questions").find(query).nearest
    assert [each.name for each in nearest if each.kind == "ignored"] == ignored
    said = [line for line in lines_of(query) if line.startswith("Nothing was left out for ")]
    assert said == [f"Nothing was left out for “{words}”." for words in ignored]


def test_nobody_is_looked_for_that_an_ignored_exclusion_names() -> None:
    denying = ["", ", sauf pour les filatures", ", pas pour les filatures"]
    plain, *others = [spinning().find(f"IBM RACF{words}") for words in denying]
    for answer in others:
        assert [each.kind for each in answer.nearest] == ["ignored"]
        assert (answer.applications, answer.partly) == (plain.applications, plain.partly)
        assert answer.unsaid == ()


def test_an_ignored_exclusion_alone_does_not_ask_for_everything() -> None:
    assert not finder_of("questions").find("partners without Asian").applications


def spinning() -> Finder:
    """Return the finder of a catalog in which a partner is for what a question excludes."""
    partners = [
        partner(name="Contoso", description="Des comptes.\n", applications=("IBM RACF",)),
        partner(name="Fabrikam", description="Pour les filatures.\n", applications=("Epic",)),
    ]
    return Finder(publication(partners).catalog)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("we don't have Zuora", ["IBM RACF"]),
        ("we do not use Zuora or Epic", ["IBM RACF"]),
        ("but I have no Zuora", ["IBM RACF"]),
        ("wir nutzen kein Zuora", ["IBM RACF"]),
        ("nous n'avons pas Zuora", ["IBM RACF"]),
        ("we use Zuora, not Epic", ["IBM RACF", "Zuora"]),
        ("we use Zuora not Epic", ["IBM RACF", "Zuora"]),
    ],
)
def test_what_those_who_ask_do_not_have_is_neither_asked_for_nor_refused(
    said: str, names: list[str]
) -> None:
    finder = listing_two()
    answer = finder.find(f"IBM RACF, {said}")
    assert [each.name for each in answer.applications] == names
    assert answer.applications[0].partners == ("p0", "p1")
    assert [each.name for each in finder.find(f"IBM RACF. {said}").applications] == names


@pytest.mark.parametrize("said", ["we don't want Zuora", "wir wollen kein Zuora", "not Zuora"])
def test_what_those_who_ask_do_not_want_is_refused(said: str) -> None:
    answer = listing_two().find(f"IBM RACF, {said}")
    assert [(each.name, each.partners) for each in answer.applications] == [("IBM RACF", ("p1",))]


def test_what_those_who_ask_do_not_have_is_found_if_they_say_nothing_else() -> None:
    answer = listing_two().find("We don't have Zuora.")
    assert [each.name for each in answer.applications] == ["Zuora"]


def listing_two() -> Finder:
    """Return the finder of a catalog in which one of two partners lists something else, too."""
    listed = {"Contoso": ("IBM RACF", "Zuora"), "Fabrikam": ("IBM RACF",), "Tailspin": ("Epic",)}
    partners = [
        partner(name=name, website=f"https://{slug(name)}.com", applications=applications)
        for name, applications in listed.items()
    ]
    return Finder(publication(partners).catalog)


def test_what_is_asked_for_instead_is_of_its_category_and_who_says_the_rest_comes_first() -> None:
    finder = with_partner("questions", "Zephyr Yarns", "We spin yarn.\n", "Personio")
    answer = finder.find("alternatives to Workday that spin yarn")
    assert (answer.leading, answer.applications[0].name) == ("applications", "Personio")
    assert answer.applications[0].partners[0] == "zephyr-yarns"
    others = finder.find("alternatives to Workday").applications
    assert {each.name for each in answer.applications} == {each.name for each in others}
    assert [each.id for each in answer.mentioned] == ["zephyr-yarns"]


def test_a_thing_that_nobody_lists_is_not_of_one_of_the_categories_of_a_vendor() -> None:
    finder = finder_of("questions")
    assert not finder.find("spindles other than Oracle").applications
    assert finder.find("databases other than Oracle").applications[0].category == "database"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("IBM RACF, not Zuora", ["Zuora"]),
        ("IBM RACF, no Epic", []),  # Nobody is left out for it.
        ("IBM RACF, but not from Contoso", ["Contoso"]),
        ("IBM RACF, we don't have Zuora", []),
        ("Zuora, not IBM RACF", []),  # All list it, and the answer says so.
    ],
)
def test_an_answer_says_for_what_partners_were_left_out(query: str, left: list[str]) -> None:
    nearest = listing_two().find(query).nearest
    assert [each.name for each in nearest if each.kind == "left_out"] == left


def test_the_terminal_says_for_what_partners_were_left_out() -> None:
    query = "Active Directory, no directories like OpenLDAP"
    assert lines_of(query)[0] == "You excluded: OpenLDAP."


def test_an_example_of_a_category_is_refused_and_not_the_category() -> None:
    answer = finder_of("questions").find("Active Directory, no directories like OpenLDAP")
    assert [each.name for each in answer.applications] == ["Active Directory"]
    others = finder_of("questions").find("OpenLDAP").applications[0].partners
    assert set(others).isdisjoint(answer.applications[0].partners)


@pytest.mark.parametrize(
    ("query", "excluded"),
    [
        ("partners without REST", ["REST"]),
        ("Which partners aren't in Europe?", []),  # each states other regions
        ("Workday, but not in Europe", []),  # all state it, and the answer says so
    ],
)
def test_an_exclusion_says_if_others_state_nothing(query: str, excluded: list[str]) -> None:
    answer = finder_of("questions").find(query)
    assert [each.name for each in answer.nearest if each.kind == "excluded"] == excluded
    said = [line for line in lines_of(query) if "aren't shown. Some of the others" in line]
    assert len(said) == bool(excluded)


def test_what_is_asked_for_is_not_marked_like_what_is_refused() -> None:
    assert any("(states Europe)" in line for line in lines_of("partners in Europe"))
    marked = [line for line in lines_of("partners in Europe without REST") if "(states" in line]
    assert [line for line in marked if "REST" not in line] == []


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Workday for our united staff", []),
        ("Workday in the united states", ["United States"]),
        ("Workday in Asia", ["Asia Pacific"]),
    ],
)
def test_a_part_of_the_name_of_a_value_is_a_condition_by_itself(
    query: str, asked: list[str]
) -> None:
    answer = finder_of("questions").find(query)
    assert [name for each in answer.asked for name in each.names] == asked
    assert lacking(query) == []


def test_a_condition_late_in_a_long_sentence_is_read() -> None:
    query = (
        "Our auditors asked whether joiners, movers, leavers, contractors, trainees, interns, "
        "seasonal staff, and retirees could be handled through Workday by a partner with ISO 27001"
    )
    answer = finder_of("questions").find(query)
    assert ["ISO 27001"] in [list(each.names) for each in answer.asked]


def lacking(query: str) -> list[str]:
    """Return what an answer says that nobody in it states."""
    return [line for line in lines_of(query) if line.startswith("None of these")]


def lines_of(query: str) -> list[str]:
    """Return the lines of the terminal's answer."""
    publication = catalog_named("questions")
    return list(answer_lines(finder_of("questions").find(query), publication.catalog, 9))


def test_who_says_what_is_refused_in_a_sentence_comes_first_with_it() -> None:
    denying = "We read the same files every night. No SOAP runs here.\n"
    partners = [
        partner(
            name="Contoso", description="It provisions accounts.\n", applications=("IBM RACF",)
        ),
        partner(name="Fabrikam", description="SOAP is our trade.\n", applications=("IBM RACF",)),
        partner(name="Tailspin", description=denying, applications=("IBM RACF",)),
        partner(name="Litware", interfaces=("soap",), applications=("IBM RACF",)),
    ]
    finder = Finder(publication(partners).catalog)
    for query in ("partners without SOAP", "RACF without SOAP"):
        answer = finder.find(query)
        (told,) = answer.mentioned
        assert (told.name, "No SOAP runs here." in told.sentence) == ("Tailspin", True)
        rows = [each.id for each in answer.partners] or list(answer.applications[0].partners)
        assert rows[0] == told.id
        assert len(rows) == len(partners) - 1


def test_who_states_what_a_value_means_comes_first_beside_an_application() -> None:
    town = catalog_named("town").catalog
    first = next(each for each in town.entries if "Munis" in each.partner.applications)
    finder = with_partner("town", "Woodgrove", "It provisions accounts.\n", "Munis", **ON_PREMISES)
    orders = [finder.find(query).applications[0].partners for query in ("Munis", MEANT)]
    assert orders == [(first.id, "woodgrove"), ("woodgrove", first.id)]


ON_PREMISES = {"deployment": ("onpremises",)}
MEANT = "Munis behind a firewall"
"""What the owner says of *On premises*."""


def with_partner(
    catalog: str, name: str, description: str, application: str, **stated: object
) -> Finder:
    """Return the finder of a catalog with one more partner, which lists one application."""
    known = catalog_named(catalog).catalog
    given = {
        "name": name,
        "website": "https://woodgrove.com",
        "contact": "ask@woodgrove.com",
        "description": description,
        "applications": (application,),
    }
    other = Entry(slug(name), known.entry_model.model_validate(given | stated), Source(""))
    return Finder(replace(known, entries=sort_entries([*known.entries, other])))
