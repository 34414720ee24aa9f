"""Which pull requests wait, since when, and for whom."""

import datetime as dt

import pytest

from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.queue import read_queue
from catalog_tool.model.queue import MOST_REVIEWERS, MOST_WAITING, TITLE_MAX_LENGTH, WaitsFor
from tests.contributions.github.server import GitHub

HEAD = "a" * 40


@pytest.mark.parametrize(
    ("state", "labels", "expected"),
    [
        ("success", "", [WaitsFor.ADMIN]),
        ("failure", "needs-admin", [WaitsFor.AUTHOR]),
        ("pending", "entry needs-admin", [WaitsFor.ADMIN]),
        ("pending", "needs-maintainer", [WaitsFor.MAINTAINER]),
        ("pending", "needs-maintainer needs-admin", [WaitsFor.ADMIN, WaitsFor.MAINTAINER]),
        ("pending", "", [WaitsFor.REVIEW]),
        ("error", "needs-admin", [WaitsFor.REVIEW]),
        ("", "", [WaitsFor.REVIEW]),
    ],
)
def test_whose_turn_it_is(
    forge: Forge, github: GitHub, state: str, labels: str, expected: list[WaitsFor]
) -> None:
    github.pull(7, "eve", HEAD, title="Add Contoso")
    github.labels[7] = labels.split()
    github.asked[7] = ["contoso-anna"]
    if state:
        github.set_status(HEAD, state)
    (waiting,) = read_queue(forge, "main").pulls
    assert [*waiting.waits_for] == expected
    assert (waiting.number, waiting.author, waiting.title) == (7, "eve", "Add Contoso")
    assert waiting.reviewers == ("contoso-anna",)
    assert waiting.since == dt.date(2026, 9, 21)


def test_a_draft_waits_for_its_author(forge: Forge, github: GitHub) -> None:
    github.pull(7, "eve", HEAD, draft=True)
    github.set_status(HEAD, "success")
    assert read_queue(forge, "main").pulls[0].waits_for == (WaitsFor.AUTHOR,)


def test_a_status_of_somebody_else_does_not_count(forge: Forge, github: GitHub) -> None:
    github.pull(7, "eve", HEAD)
    github.set_status(HEAD, "success", login="eve")
    (waiting,) = read_queue(forge, "main").pulls
    assert waiting.waits_for == (WaitsFor.REVIEW,)


def test_only_open_pull_requests_to_the_branch_wait(forge: Forge, github: GitHub) -> None:
    github.pull(1, "eve", HEAD)
    github.pull(2, "eve", HEAD, state="closed")
    github.pull(3, "eve", HEAD)["base"]["ref"] = "topic"
    assert [pull.number for pull in read_queue(forge, "main").pulls] == [1]


def test_the_list_and_its_texts_are_bounded(forge: Forge, github: GitHub) -> None:
    for number in range(1, MOST_WAITING + 4):
        github.pull(number, "eve", HEAD, title="x" * 5_000, draft=True)
    github.asked[1] = [f"contoso-{number}" for number in range(30)]
    queue = read_queue(forge, "main")
    assert (len(queue.pulls), queue.more) == (MOST_WAITING, 3)
    assert len(queue.pulls[0].title) <= TITLE_MAX_LENGTH
    assert len(queue.pulls[0].reviewers) == MOST_REVIEWERS


def test_a_title_is_one_line_without_hidden_characters(forge: Forge, github: GitHub) -> None:
    github.pull(1, "eve", HEAD, title="\u202eAdd\n\x1b[31m Contoso\u200b ")
    (waiting,) = read_queue(forge, "main").pulls
    assert waiting.title.isprintable()
    assert "Contoso" in waiting.title


def test_a_deleted_author_is_a_ghost(forge: Forge, github: GitHub) -> None:
    github.pull(1, "eve", HEAD, user=None)
    assert read_queue(forge, "main").pulls[0].author == "ghost"
