"""The demo: each pull request has the expected result, and the page is up to date."""

import pytest

from tests.demo.page import PAGE, page
from tests.demo.play import Played, play
from tests.demo.proposals import PROPOSALS


def test_page_is_up_to_date() -> None:
    """To regenerate it: ``python -m tests.demo --page``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_there_are_25_pull_requests() -> None:
    assert len(PROPOSALS) == len({each.title for each in PROPOSALS}) == 25


@pytest.fixture(scope="module")
def played() -> dict[str, Played]:
    return {each.proposal.title: each for each in play()}


@pytest.mark.parametrize("title", [each.title for each in PROPOSALS])
def test_a_pull_request_has_the_expected_result(played: dict[str, Played], title: str) -> None:
    each = played[title]
    assert (each.verdict, each.statuses) == (each.proposal.verdict, each.proposal.statuses)
