"""Labels and review requests."""

import pytest

from catalog_tool.contributions.github import Forge
from catalog_tool.contributions.github.client import ForgeError
from catalog_tool.contributions.github.labels_and_reviewers import ask_reviewers, put_labels
from tests.contributions.github.server import GitHub


def test_labels_of_the_review_change_and_those_of_people_stay(forge: Forge, github: GitHub) -> None:
    github.labels[7] = ["urgent", "needs-admin", "question"]
    put_labels(forge, 7, ["needs-maintainer"], ["needs-admin"])
    assert github.labels[7] == ["urgent", "question", "needs-maintainer"]


def test_labels_that_are_right_are_not_touched(forge: Forge, github: GitHub) -> None:
    github.labels[7] = ["Needs-Admin"]
    put_labels(forge, 7, ["needs-admin"], ["needs-maintainer"])
    assert github.requests == ["GET issues/7/labels"]


def test_each_person_is_asked_unless_github_refuses(forge: Forge, github: GitHub) -> None:
    github.outsiders = {"contoso-bob"}
    refused = ask_reviewers(forge, 7, ["contoso-anna", "contoso-bob", "contoso-cem"])
    assert refused == ["contoso-bob"]
    assert github.asked[7] == ["contoso-anna", "contoso-cem"]


def test_another_failure_is_raised(forge: Forge, github: GitHub) -> None:
    github.refusals = [(404, {})]
    with pytest.raises(ForgeError, match="404"):
        ask_reviewers(forge, 7, ["contoso-anna"])
