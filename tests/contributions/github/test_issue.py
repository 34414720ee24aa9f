"""One issue that is kept up to date."""

from catalog_tool.contributions.github import Forge, put_issue
from tests.contributions.github.server import BOT, GitHub


def test_it_is_opened_when_there_is_something_to_report(forge: Forge, github: GitHub) -> None:
    assert put_issue(forge, "links", "Dead links", "One is dead.") == "opened"
    (issue,) = github.issues.values()
    assert (issue["title"], issue["body"]) == ("Dead links", "One is dead.")


def test_it_gets_the_newest_text(forge: Forge, github: GitHub) -> None:
    put_issue(forge, "links", "Dead links", "One is dead.")
    assert put_issue(forge, "links", "Dead links", "Two are dead.") == "updated"
    assert put_issue(forge, "links", "Dead links", "Two are dead.") == "unchanged"
    assert [issue["body"] for issue in github.issues.values()] == ["Two are dead."]


def test_it_is_closed_when_there_is_nothing_to_report(forge: Forge, github: GitHub) -> None:
    put_issue(forge, "links", "Dead links", "One is dead.")
    assert put_issue(forge, "links", "Dead links", " \n") == "closed"
    assert [issue["state"] for issue in github.issues.values()] == ["closed"]
    assert put_issue(forge, "links", "Dead links", "") == "none"


def test_a_new_issue_is_opened_after_it_was_closed(forge: Forge, github: GitHub) -> None:
    put_issue(forge, "links", "Dead links", "One is dead.")
    put_issue(forge, "links", "Dead links", "")
    assert put_issue(forge, "links", "Dead links", "Again.") == "opened"
    assert len(github.issues) == 2


def test_a_new_title_opens_a_new_issue_only_if_that_is_asked(forge: Forge, github: GitHub) -> None:
    put_issue(forge, "digest", "November", "One waits.")
    assert put_issue(forge, "digest", "November", "Two wait.", renew=True) == "updated"
    assert put_issue(forge, "digest", "December", "One waits.", renew=True) == "opened"
    assert put_issue(forge, "digest", "January", "One waits.") == "updated"
    states = [(issue["title"], issue["state"]) for issue in github.issues.values()]
    assert states == [("November", "closed"), ("January", "open")]
    ((comment,),) = github.comments.values()
    assert comment["body"] == "A newer issue replaces this one."


def test_issues_of_others_and_pull_requests_are_left_alone(forge: Forge, github: GitHub) -> None:
    theirs = github.issue("mallory", "links", "Dead links", "mine")
    pull = github.issue(BOT, "links", "A pull request", "ours, but no issue")
    github.issues[pull]["pull_request"] = {}
    assert put_issue(forge, "links", "Dead links", "One is dead.") == "opened"
    assert github.issues[theirs]["body"] == "mine"
    assert github.issues[pull]["body"] == "ours, but no issue"


def test_a_label_may_contain_any_character(forge: Forge, github: GitHub) -> None:
    assert put_issue(forge, "dead links & more", "Dead", "x") == "opened"
    assert put_issue(forge, "dead links & more", "Dead", "y") == "updated"
    assert len(github.issues) == 1
