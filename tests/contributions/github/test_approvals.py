"""Who approves the last commit of a pull request, according to GitHub's list of reviews."""

import pytest

from catalog_tool.contributions.github import Forge
from catalog_tool.contributions.github.approvals import approvers_of
from catalog_tool.contributions.github.pull_request import Pull
from tests.contributions.github.server import GitHub

HEAD, EARLIER = "1" * 40, "2" * 40
PULL = Pull(7, "fabrikam-dora", HEAD, "")
ANNA = "contoso-anna"

Review = tuple[str, str, str]
"""Login, state, and commit of a review."""

CASES: dict[str, tuple[list[Review], tuple[str, ...]]] = {
    "nobody": ([], ()),
    "one person": ([(ANNA, "APPROVED", HEAD)], (ANNA,)),
    "people on several pages": (
        [(f"person-{number}", "APPROVED", HEAD) for number in range(5)],
        tuple(f"person-{number}" for number in range(5)),
    ),
    "a comment afterward": (
        [(ANNA, "APPROVED", HEAD), (ANNA, "COMMENTED", HEAD), (ANNA, "PENDING", HEAD)],
        (ANNA,),
    ),
    "again after a refusal": (
        [(ANNA, "CHANGES_REQUESTED", HEAD), (ANNA, "APPROVED", HEAD)],
        (ANNA,),
    ),
    "again after a push": ([(ANNA, "APPROVED", EARLIER), (ANNA, "APPROVED", HEAD)], (ANNA,)),
    "an earlier commit": ([(ANNA, "APPROVED", EARLIER)], ()),
    "a shortened commit": ([(ANNA, "APPROVED", HEAD[:12])], ()),
    "a refusal afterward": ([(ANNA, "APPROVED", HEAD), (ANNA, "CHANGES_REQUESTED", HEAD)], ()),
    "a refusal afterward, in other case": (
        [(ANNA, "APPROVED", HEAD), ("Contoso-Anna", "CHANGES_REQUESTED", HEAD)],
        (),
    ),
    "dismissed": ([(ANNA, "DISMISSED", HEAD)], ()),
    "a later review dismissed": ([(ANNA, "APPROVED", HEAD), (ANNA, "DISMISSED", HEAD)], ()),
    "only a comment": ([(ANNA, "COMMENTED", HEAD)], ()),
    "the author": ([("Fabrikam-Dora", "APPROVED", HEAD)], ()),
    "a refusal by somebody else": (
        [(ANNA, "APPROVED", HEAD), ("mallory", "CHANGES_REQUESTED", HEAD)],
        (ANNA,),
    ),
}


@pytest.mark.parametrize(("reviews", "approvers"), CASES.values(), ids=CASES)
def test_approvers(
    forge: Forge, github: GitHub, reviews: list[Review], approvers: tuple[str, ...]
) -> None:
    github.reviews[7] = [
        {"user": {"login": login, "type": "User"}, "state": state, "commit_id": commit}
        for login, state, commit in reviews
    ]
    assert approvers_of(forge, PULL) == approvers


@pytest.mark.parametrize(
    "user",
    [
        None,
        {},
        {"login": ANNA},
        {"login": ANNA, "type": "Bot"},
        {"login": f"{ANNA}[bot]", "type": "Bot"},
        {"login": ANNA, "type": "Organization"},
        {"login": ANNA, "type": "Mannequin"},
    ],
    ids=["deleted", "empty", "no type", "bot", "app", "organization", "imported"],
)
def test_only_people_approve(forge: Forge, github: GitHub, user: dict[str, str] | None) -> None:
    github.reviews[7] = [{"user": user, "state": "APPROVED", "commit_id": HEAD}]
    assert approvers_of(forge, PULL) == ()
