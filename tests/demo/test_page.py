"""The page that shows a comment says what the program says today."""

from tests.demo.page import PAGE, page
from tests.demo.proposals import PROPOSALS


def test_page_shows_what_is_said_today() -> None:
    """To make it anew: ``python -m tests.demo --page``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_ten_pull_requests_are_played() -> None:
    assert len(PROPOSALS) == len({each.title for each in PROPOSALS}) == 10
