"""The status of a commit: a success only if nothing stands against a merge."""

import re

import pytest

from catalog_tool.contributions.github import Forge
from catalog_tool.contributions.github.status import STATES, put_status, put_verdict, status_of
from catalog_tool.contributions.review.verdict import Verdict
from tests.checking import ordered_entry
from tests.contributions.github.server import GitHub
from tests.documents import document
from tests.pull_requests import BASE, MAINTAINED, Files, reviewed

CONTOSO = "partners/contoso.yaml"
ANNA, ROOT, EVE = "contoso-anna", "root", "eve"
CHANGED: Files = {CONTOSO: MAINTAINED + "# x\n"}
WORDS = "description: Fabrikam provisions accounts in hospitals.\n"
NEW: Files = {"partners/fabrikam.yaml": ordered_entry(WORDS, "fabrikam")}
WRONG: Files = {CONTOSO: MAINTAINED.replace("contact:", "kontact:")}
CODE: Files = {"README.md": "x\n"}
LATER: Files = {CONTOSO: MAINTAINED + "# y\n"}
COMMIT, OF_MAIN = "1" * 40, "2" * 40

CASES: dict[str, tuple[Files, str, tuple[str, ...], Verdict, str]] = {
    "a maintainer": (CHANGED, ANNA, (), Verdict.READY, "success"),
    "a stranger": (CHANGED, EVE, (), Verdict.NEEDS_MAINTAINER, "pending"),
    "a stranger with an approval": (CHANGED, EVE, (ANNA,), Verdict.READY, "success"),
    "mistakes": (WRONG, ANNA, (), Verdict.MISTAKES, "failure"),
    "mistakes of an admin": (WRONG, ROOT, (ANNA,), Verdict.MISTAKES, "failure"),
    "a new entry": (NEW, EVE, (), Verdict.VERIFY, "pending"),
    "a new entry that an admin approved": (NEW, EVE, (ROOT,), Verdict.READY, "success"),
    "code": (CODE, EVE, (), Verdict.CODE, "pending"),
    "code that a maintainer approved": (CODE, EVE, (ANNA,), Verdict.CODE, "pending"),
    "code that an admin approved": (CODE, EVE, (ROOT,), Verdict.CODE, "success"),
    "code of an admin": (CODE, ROOT, (), Verdict.CODE, "success"),
    "nothing": ({}, EVE, (), Verdict.UNCHANGED, "success"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_verdict_has_a_state(forge: Forge, github: GitHub, name: str) -> None:
    changes, author, approvals, verdict, state = CASES[name]
    review = reviewed(changes, author, base=BASE, admins=(ROOT,), approvals=approvals)
    put_verdict(forge, review, OF_MAIN)
    (status,) = github.statuses[review.proposal.head]
    assert (review.verdict, status["state"]) == (verdict, state)
    assert status["description"].endswith(f". Base: {OF_MAIN[:12]}")


def test_a_conflict_is_a_failure(forge: Forge, github: GitHub) -> None:
    review = reviewed(CHANGED, ANNA, later=LATER)
    put_verdict(forge, review, OF_MAIN)
    assert review.verdict is Verdict.CONFLICT
    assert github.states(review.proposal.head) == ["failure"]


def test_the_documentation_says_which_status_each_verdict_has() -> None:
    row = re.compile(r"^\| [^|]+ \| (\w+)[^|]* \| \*([\w-]+)\* \|", re.MULTILINE)
    told = {verdict: state for state, verdict in row.findall(document("docs/admins.md").text)}
    assert told == {each.value: STATES.get(each, "pending") for each in Verdict}


def test_a_long_description_is_cut_as_github_demands(forge: Forge, github: GitHub) -> None:
    put_status(forge, COMMIT, "pending", "x" * 200)
    assert len(github.statuses[COMMIT][0]["description"]) == 140


def test_the_status_is_the_newest_one_on_any_page(forge: Forge, github: GitHub) -> None:
    assert status_of(forge, COMMIT) is None
    put_status(forge, COMMIT, "failure", "ours")
    for number in range(5):
        github.set_status(COMMIT, "success", f"theirs {number}", "mallory")
        github.statuses[COMMIT][0]["context"] = "other"
    found = status_of(forge, COMMIT)
    assert found
    assert (found.state, found.description) == ("failure", "ours")


def test_a_newer_status_of_somebody_else_means_that_ours_is_missing(
    forge: Forge, github: GitHub
) -> None:
    put_status(forge, COMMIT, "failure", "ours")
    github.set_status(COMMIT, "success", "theirs", "mallory")
    assert status_of(forge, COMMIT) is None
