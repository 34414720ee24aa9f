"""The current day."""

import datetime as dt

import pytest

from catalog_tool.model.today import today


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("0", "1970-01-01"),
        ("1762992000", "2025-11-13"),
        ("1763078399", "2025-11-13"),
        ("1763078400", "2025-11-14"),
    ],
)
def test_the_environment_may_say_which_day_it_is(
    stated: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert today().isoformat() == day


@pytest.mark.parametrize("stated", ["", "tomorrow", "-1", "1.5", "٣", "9" * 40])
def test_an_invalid_time_counts_as_unset(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    before = dt.datetime.now(dt.UTC).date()
    assert before <= today() <= dt.datetime.now(dt.UTC).date()
