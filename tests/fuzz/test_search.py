"""The search itself: it tries other inputs until the time is over, and reports what breaks."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.fuzz.search import Target

ROUND = 5


def searched(body: Callable[..., None], *, looks: int) -> Target:
    """Search until the clock was looked at so often, and return the target.

    The property is about an integer and a draw.
    """
    target = Target("x", looks, clock=count().__next__)
    once = given(st.integers(), st.data())(target.counted(body))
    target.repeated(settings(max_examples=ROUND)(once))()
    return target


def holds(number: int, drawn: st.DataObject) -> None:
    assume(number % 3)
    drawn.draw(st.integers())


def breaks(number: int, drawn: st.DataObject) -> None:
    assert number + drawn.draw(st.integers()) < 1_000


def test_a_search_goes_on_after_a_round_and_ends_with_its_time() -> None:
    target = searched(holds, looks=100)
    assert ROUND < target.inputs <= 100
    assert not target.has_failed


def test_no_time_is_no_input() -> None:
    assert searched(breaks, looks=0).inputs == 0


def test_a_counterexample_is_told_however_late() -> None:
    with pytest.raises(AssertionError):
        searched(breaks, looks=1_000)
