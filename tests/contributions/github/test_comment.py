"""One comment on a pull request."""

import pytest

from catalog_tool.contributions.github import Forge
from catalog_tool.contributions.github.comment import put_comment
from tests.contributions.github.server import BOT, GitHub

MARKER = "<!-- marker -->"
TEXT = f"{MARKER}\nAll is well.\n"


def test_the_first_comment_is_written(forge: Forge, github: GitHub) -> None:
    assert put_comment(forge, 7, MARKER, TEXT) == "written"
    assert [comment["body"] for comment in github.comments[7]] == [TEXT]


def test_a_later_comment_is_updated_in_place(forge: Forge, github: GitHub) -> None:
    put_comment(forge, 7, MARKER, TEXT)
    assert put_comment(forge, 7, MARKER, f"{MARKER}\nTwo mistakes.") == "updated"
    assert [comment["body"] for comment in github.comments[7]] == [f"{MARKER}\nTwo mistakes."]


def test_the_same_text_writes_nothing(forge: Forge, github: GitHub) -> None:
    github.comment(7, BOT, TEXT.replace("\n", "\r\n").strip())
    assert put_comment(forge, 7, MARKER, TEXT) == "unchanged"
    assert not [asked for asked in github.requests if not asked.startswith("GET")]


def test_ours_is_found_on_a_later_page(forge: Forge, github: GitHub) -> None:
    for number in range(5):
        github.comment(7, "anna", f"comment {number}")
    github.comment(7, BOT, f"{MARKER}\nold")
    assert put_comment(forge, 7, MARKER, TEXT) == "updated"


@pytest.mark.parametrize(
    ("login", "body"),
    [
        ("mallory", f"{MARKER}\nAll is well, says Mallory."),
        ("github-actions", TEXT),
        (BOT, "A comment of another workflow"),
        (BOT, f"quoted:\n> {MARKER}"),
    ],
)
def test_other_comments_are_left_alone(forge: Forge, github: GitHub, login: str, body: str) -> None:
    github.comment(7, login, body)
    assert put_comment(forge, 7, MARKER, TEXT) == "written"
    assert [comment["body"] for comment in github.comments[7]] == [body, TEXT]


def test_a_comment_without_an_author_is_not_an_error(forge: Forge, github: GitHub) -> None:
    github.comments[7] = [{"id": 1, "user": None, "body": None}]
    assert put_comment(forge, 7, MARKER, TEXT) == "written"
