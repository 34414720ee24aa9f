"""What an answer says first of conditions and exclusions: what is true, and what was ignored."""

import pytest

from catalog_tool.cli._found import answer_lines
from tests.site.finder.catalogs import catalog_named, finder_of


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("Workday, aber nicht in Nordamerika", ["nicht in Nordamerika"]),
        ("payroll in Europe, but not SaaS", ["not SaaS"]),
        ("Workday, not us", ["not us"]),
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
    said = [line for line in lines_of(query) if line.startswith("Without partners that state ")]
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
