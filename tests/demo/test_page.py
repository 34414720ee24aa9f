"""The page that shows a comment is up to date."""

from tests.demo.page import PAGE, page
from tests.demo.proposals import PROPOSALS


def test_page_is_up_to_date() -> None:
    """To regenerate it: ``python -m tests.demo --page``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_ten_pull_requests_are_played() -> None:
    assert len(PROPOSALS) == len({each.title for each in PROPOSALS}) == 10
