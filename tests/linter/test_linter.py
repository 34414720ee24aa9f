"""The linter runs all rules on all files and gives every problem its place and its severity."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from tests.checking import PARTNER, check_files, check_text, entry_text, places, shown, written

TEMPLATE = all_rules()["no-applications"]


def crash(*_arguments: object) -> Iterator[Problem]:
    yield Problem(("name",), "Found before the crash.")
    raise KeyError("nickname")


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        (replace(TEMPLATE, name="broken", check_entry=crash), PARTNER),
        (replace(TEMPLATE, name="broken", check_entry=None, check_catalog=crash), ""),
        (replace(TEMPLATE, name="broken", check_entry=None, check_publication=crash), ""),
    ],
    ids=["entry", "catalog", "publication"],
)
@pytest.mark.parametrize("only", [None, [PARTNER]])
def test_a_crash_of_a_rule_is_always_reported(
    rule: Rule, path: str, only: list[str] | None
) -> None:
    found = check_files({PARTNER: entry_text()}, only=only, rules={rule.name: rule})
    crashes = [diagnostic for diagnostic in found if diagnostic.code == "CAT000"]
    assert [(each.path, each.severity) for each in crashes] == [(path, Severity.ERROR)]
    assert crashes[0].message == "The rule broken stopped with KeyError ('nickname')."


def test_other_rules_run_after_a_crash() -> None:
    rules = all_rules() | {"broken": replace(TEMPLATE, name="broken", check_entry=crash)}
    found = check_text("website: http://www.contoso.com/\n", rules=rules)
    assert {diagnostic.name for diagnostic in found} >= {"rule-crashed", "insecure-link"}


MISTAKES = {
    "partners/adatum.yaml": entry_text("applications: [Beta, Alpha]\n", "adatum"),
    "partners/contoso.yaml": entry_text("website: http://www.contoso.com/\n", "contoso"),
    "partners/fabrikam.yaml": "name: [unclosed\n",
    "partners/Tailspin.yaml": entry_text("", "tailspin"),
    "partners/wingtip.yaml": entry_text("description: TODO\ntested_on: soon\n", "wingtip"),
}


def test_all_problems_of_all_files_are_found_in_one_run() -> None:
    found = check_files(MISTAKES)
    assert {diagnostic.path for diagnostic in found} == set(MISTAKES)
    assert {"placeholder-text", "invalid-value"} <= {diagnostic.name for diagnostic in found}


def test_the_worst_come_first_then_files_and_lines_in_order() -> None:
    found = check_files(MISTAKES)
    assert found[-1].severity is Severity.WARNING
    assert all(one.order <= two.order for one, two in pairwise(found))


def test_a_path_is_checked_against_the_whole_catalog() -> None:
    files = {
        "partners/contoso.yaml": entry_text(),
        "partners/contoso-2.yaml": entry_text(),
        "partners/wingtip.yaml": "nothing: right\n",
    }
    (found,) = check_files(files, only=["partners/contoso-2.yaml"])
    assert (found.path, found.name) == ("partners/contoso-2.yaml", "duplicate-partner")


def test_only_selected_rules_report() -> None:
    found = check_files(MISTAKES, rules={"insecure-link": all_rules()["insecure-link"]})
    assert [diagnostic.name for diagnostic in found] == ["insecure-link"]


def test_progress_is_reported_for_every_file() -> None:
    told: list[tuple[int, int]] = []
    with written(MISTAKES) as settings:
        check(settings, progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 5) for number in range(1, 6)]


# The place of a problem in the data, and the text that is marked in this entry.
ENTRY = """\
name: Contoso
description: |
  Grüße und
  mehr davon.
applications:
  Große Rechner:
    - IBM RACF
links:
  - {label: Über uns, url: 'https://www.contoso.com/x'}
interfaces: []
"""
PLACES = [
    (Problem((), "m"), "1:1", "name"),
    (Problem(("name",), "m"), "1:7", "Contoso"),
    (Problem(("name",), "m", on_key=True), "1:1", "name"),
    (Problem(("description",), "m"), "2:14", "|"),
    (Problem(("description",), "m", quote="mehr"), "4:3", "mehr"),
    (Problem(("description",), "m", quote="nowhere"), "2:14", "|"),
    (Problem(("applications", "Große Rechner"), "m", on_key=True), "6:3", "Große Rechner"),
    (Problem(("applications", "Große Rechner", 0), "m"), "7:7", "IBM RACF"),
    (Problem(("links", 0), "m"), "9:6", "label"),
    (Problem(("links", 0, "url"), "m", quote="contoso"), "9:41", "contoso"),
    (Problem(("links", 0, "title"), "m"), "9:6", "label"),
    (Problem(("interfaces",), "m"), "10:13", "[]"),
    (Problem(("no", "such", "place"), "m"), "1:1", "name"),
    (Problem((), "m", span=(6, 13)), "1:7", "Contoso"),
]


@pytest.mark.parametrize(("problem", "place", "text"), PLACES)
def test_a_place_in_the_data_is_a_place_in_the_file(
    problem: Problem, place: str, text: str
) -> None:
    def check_entry(_entry: Entry, _catalog: Catalog) -> Iterator[Problem]:
        yield problem

    rules = {"example": replace(TEMPLATE, name="example", check_entry=check_entry)}
    (found,) = check_text(ENTRY, rules=rules)
    assert places([found]) == [f"{place} error CAT105 example"]
    assert shown(ENTRY, found) == text
    assert found.excerpt == ENTRY.splitlines()[found.line - 1]


def test_equal_findings_are_reported_once() -> None:
    def twice(_publication: Publication) -> Iterator[Problem]:
        yield from [Problem(("name",), "Twice.", path=PARTNER)] * 2

    rule = replace(TEMPLATE, name="twice", check_entry=None, check_publication=twice)
    assert len(check_text(rules={"twice": rule})) == 1
